package import LedgerModel

/// The review as a conversation of single keys: it says what to ask and takes keys; the caller has the keyboard.
/// `Enter` accepts the answer shown, so a review without typed lines takes at most six keys.
package struct ReviewDialogue: Sendable {
    package enum Step: Sendable, Hashable {
        /// All blocks of the week at once.
        case week(BlockWeek)
        case block(GuardAnswer.Block)
        case told(ReviewAnswer.Asked)
        case became(BecameQuestion)
        /// A line on what became of a result.
        case becameLine(BecameQuestion)
        case candidate(Candidate)
        /// The words in which a candidate is kept.
        case candidateLine(Candidate)
        /// Asks whether there is anything to add.
        case anythingElse
        /// A line to type.
        case line(ReviewReplies.Prompt)
        case finished
    }

    package enum Key: Sendable, Hashable {
        case enter, back
        case character(Character)
    }

    package private(set) var replies = ReviewReplies()
    /// Keys that were accepted, not counting typed lines.
    package private(set) var keystrokes = 0
    private var questions: [Step]
    private var place = 0
    private var typing: ReviewReplies.Prompt?
    /// Whether a line about the question is being typed.
    private var isTypingReply = false

    package init(_ answer: ReviewAnswer) {
        questions =
            (answer.blocks.map { [.week($0)] } ?? []) + answer.asked.map(Step.told)
            + (answer.became.map { [.became($0)] } ?? []) + (answer.candidate.map { [.candidate($0)] } ?? [])
    }

    package var step: Step {
        if let typing { return .line(typing) }
        if place < questions.count {
            switch questions[place] {
            case .became(let question) where isTypingReply: return .becameLine(question)
            case .candidate(let candidate) where isTypingReply: return .candidateLine(candidate)
            case let question: return question
            }
        }
        return place == questions.count ? .anythingElse : .finished
    }

    /// False if the key means nothing here.
    @discardableResult
    package mutating func press(_ key: Key) -> Bool {
        let isTaken = take(key)
        if isTaken { keystrokes += 1 }
        return isTaken
    }

    private mutating func take(_ key: Key) -> Bool {
        if key == .back {
            guard place > 0, typing == nil, !isTypingReply, step != .finished else { return false }
            place -= 1
            return true
        }
        switch (step, key) {
        case (.week(let week), .character("e")) where week.blocks.count > 1:
            questions.replaceSubrange(place...place, with: week.blocks.map(Step.block))
            replies.week = nil
            return true
        case (.week, .enter): replies.week = nil
        case (.week, .character(let key)):
            guard let word = Self.word(key) else { return false }
            replies.week = word
        case (.block(let block), .enter): replies.blocks[block.id] = nil
        case (.block(let block), .character(let key)):
            guard let word = Self.word(key) else { return false }
            replies.blocks[block.id] = word
        case (.told(let asked), .enter), (.told(let asked), .character("n")): replies.told[asked.key] = false
        case (.told(let asked), .character("y")): replies.told[asked.key] = true
        case (.became, .enter), (.became, .character("n")): replies.became = nil
        case (.became, .character("s")): replies.became = .init(.stands)
        case (.became, .character("g")): replies.became = .init(.gone)
        case (.became, .character("w")), (.candidate, .character("k")):
            isTypingReply = true
            return true
        case (.candidate, .enter), (.candidate, .character("n")): replies.candidate = nil
        case (.candidate(let candidate), .character("s")): replies.candidate = .init(candidate.key, .strike)
        case (.candidate(let candidate), .character("l")): replies.candidate = .init(candidate.key, .later)
        case (.anythingElse, .enter): break
        case (.anythingElse, .character(let character)):
            guard let line = ReviewReplies.Prompt.allCases.first(where: { $0.key == character }) else { return false }
            typing = line
            return true
        default: return false
        }
        place += 1
        return true
    }

    /// Takes the line that was asked for; an empty one removes the earlier line, or keeps a candidate in its own words.
    package mutating func type(_ text: String) {
        let clean = text.trimmed
        if isTypingReply {
            switch step {
            case .becameLine:
                replies.became =
                    clean.isEmpty ? nil : .init(.said, String(clean.prefix(ReviewReplies.longestLine)))
            case .candidateLine(let candidate): replies.candidate = .init(candidate.key, .keep(clean))
            default: break
            }
            isTypingReply = false
            place += 1
            return
        }
        guard let line = typing else { return }
        replies.lines[line] = clean.isEmpty ? nil : String(clean.prefix(ReviewReplies.longestLine))
        typing = nil
    }

    /// Goes back to the keys of the question without a line.
    package mutating func leaveLine() { isTypingReply = false }

    /// Takes one line of text as an answer where there are no single keys: its first letter is the key, and
    /// text after a letter that opens a line becomes that line.
    @discardableResult
    package mutating func answer(_ text: String) -> Bool {
        if typing != nil || isTypingReply {
            type(text)
            return true
        }
        let clean = text.trimmed
        guard let first = clean.first else { return press(.enter) }
        guard press(.character(Character(first.lowercased()))) else { return false }
        let rest = String(clean.dropFirst())
        if typing != nil || isTypingReply, rest.first == " " { type(rest) }
        return true
    }

    private static let words: [(key: String, word: BlockWord)] = [
        ("f", .forMe), ("g", .gave), ("t", .taken), ("d", .unknown),
    ]

    private static func word(_ key: Character) -> BlockWord? { words.first { $0.key == String(key) }?.word }

    /// The keys that mean something now, with their meanings.
    package var keys: [(key: String, meaning: String)] {
        switch step {
        case .week(let week):
            Self.words.map { ($0.key, $0.word.label) }
                + (week.blocks.count > 1 ? [("e", "each by itself")] : []) + [("Enter", "later")]
        case .block: Self.words.map { ($0.key, $0.word.label) } + [("Enter", "later")]
        case .told: [("y", "yes"), ("Enter", "not yet")]
        case .became:
            [
                ("s", Became.Word.stands.label), ("g", Became.Word.gone.label), ("w", Became.Word.said.label),
                ("Enter", "not now"),
            ]
        case .candidate: [("k", "keep, in your words"), ("s", "strike"), ("l", "later"), ("Enter", "not now")]
        case .anythingElse:
            ReviewReplies.Prompt.allCases.map { (String($0.key), $0.short) } + [("Enter", "finish")]
        case .line, .becameLine, .candidateLine, .finished: []
        }
    }
}

/// What only the person can say about a week. Anything missing is not known.
package struct ReviewReplies: Sendable, Hashable {
    /// What became of the blocks of the week.
    package var week: BlockWord?
    /// What became of single blocks.
    package var blocks: [PublicID: BlockWord] = [:]
    /// Told or not, by the key of what was asked.
    package var told: [String: Bool] = [:]
    /// What became of the result that was asked about; `nil` for not now.
    package var became: BecameReply?
    /// What was said of the candidate that was asked about; `nil` for not now.
    package var candidate: CandidateReply?
    /// Lines in the person's own words.
    package var lines: [Prompt: String] = [:]

    package init() {}

    package struct BecameReply: Sendable, Hashable {
        package var word: Became.Word
        /// The person's own words; empty for another answer.
        package var text: String

        package init(_ word: Became.Word, _ text: String = "") { (self.word, self.text) = (word, text) }
    }

    package struct CandidateReply: Sendable, Hashable {
        /// The key of the candidate: of another one nothing was said.
        package var key: String
        package var answer: CandidateAnswer

        package init(_ key: String, _ answer: CandidateAnswer) { (self.key, self.answer) = (key, answer) }
    }

    package enum CandidateAnswer: Sendable, Hashable {
        /// In these words; in its own if they are empty.
        case keep(String)
        case strike, later
    }

    /// Optional additions.
    package enum Prompt: String, Sendable, CaseIterable {
        case challenged, helped, smile, result

        package var question: String {
            switch self {
            case .challenged: "Whom did you challenge?"
            case .helped: "Whom did you help?"
            case .smile: "Whom did you make smile?"
            case .result: "What made the result?"
            }
        }

        /// A short name.
        package var short: String {
            switch self {
            case .challenged: "challenged"
            case .helped: "helped"
            case .smile: "made smile"
            case .result: "what made the result"
            }
        }

        /// The one key that opens it.
        package var key: Character {
            switch self {
            case .challenged: "c"
            case .helped: "h"
            case .smile: "s"
            case .result: "r"
            }
        }

        /// What was done for someone is time for relationships.
        package var arena: Arena? { self == .result ? nil : .relationships }
    }

    /// Longest line, in characters.
    package static let longestLine = 500
}
