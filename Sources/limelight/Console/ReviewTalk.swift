import LedgerModel
import LocalFiles
import Questions
import Renderings

/// Runs the conversation of a review: single keys at a terminal, lines elsewhere.
struct ReviewTalk {
    private let answer: ReviewAnswer
    private let zones: ZoneHistory

    init(_ answer: ReviewAnswer, _ zones: ZoneHistory) {
        self.answer = answer
        self.zones = zones
    }

    /// The replies; `nil` if the person left before the end.
    func hold() -> ReviewReplies? {
        var dialogue = ReviewDialogue(answer)
        while dialogue.step != .finished {
            if case .line(let line) = dialogue.step {
                ask(line.question)
                guard let text = typed() else { return nil }
                dialogue.type(text)
                continue
            }
            switch dialogue.step {
            case .becameLine:
                guard let text = typed() else { return nil }
                dialogue.type(text)
                continue
            case .candidateLine(let candidate):
                guard Console.canAsk else {
                    guard let text = typed() else { return nil }
                    dialogue.type(text)
                    continue
                }
                let text = Console.edit(candidate.wording) ?? ""
                if text.trimmed.isEmpty { dialogue.leaveLine() } else { dialogue.type(text) }
                continue
            default: break
            }
            ask(question(dialogue.step))
            Console.whisper("  " + hint(dialogue.keys) + " ")
            guard Console.canAsk else {
                guard let text = typed() else {
                    Console.whisper("\n")
                    return nil
                }
                if !dialogue.answer(text) { Console.note("  “\(shown(text))” is not one of the answers.") }
                continue
            }
            guard let key = key() else {
                Console.whisper("\n")
                return nil
            }
            Console.whisper(dialogue.press(key) ? echo(key) + "\n" : "\n")
        }
        return dialogue.replies
    }

    /// One line; `nil` at the end of input.
    private func typed() -> String? {
        if Console.canAsk { Console.whisper("  ") }
        return readLine()
    }

    /// The next key that means something; `nil` at the end of input.
    private func key() -> ReviewDialogue.Key? {
        while true {
            switch KeyReader.next() {
            case .character(let character): return .character(character)
            case .enter: return .enter
            case .back: return .back
            case .escape: continue
            case .end: return nil
            }
        }
    }

    private func question(_ step: ReviewDialogue.Step) -> String {
        switch step {
        case .week(let week): week.question(zones).plain
        case .block(let block): block.question(zones).plain
        case .told(let asked): answer.question(asked, zones).plain
        case .became(let question): question.spans.plain
        case .candidate(let candidate): candidate.question.plain
        case .anythingElse: "Anything to add that only you know?"
        case .line, .becameLine, .candidateLine, .finished: ""
        }
    }

    private func ask(_ text: String) { Console.whisper("\n" + inert(text) + "\n") }

    private func hint(_ keys: [(key: String, meaning: String)]) -> String {
        let text = keys.map { "\($0.key) \($0.meaning)" }.joined(separator: " · ")
        return inert(text) + (Console.speaksUnicode ? "  ›" : "  >")
    }

    /// Made safe for the terminal.
    private func inert(_ text: String) -> String {
        let document = Document(title: "", headline: [.text(text)])
        let lines = TerminalText.render(document, width: min(Console.width, 100), unicode: Console.speaksUnicode)
        return lines.trimmed
    }

    private func echo(_ key: ReviewDialogue.Key) -> String {
        if case .character(let character) = key { String(character) } else { "" }
    }

    private func shown(_ text: String) -> String { inert(String(text.prefix(20))) }
}
