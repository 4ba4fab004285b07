import GRDB
import LedgerModel

/// The pieces and people that the person had forgotten or made private, as salted hashes.
///
/// The problem: the ledger must recognise a forgotten name in the next import, but must not keep the name.
///
/// So it keeps `hash(salt + name)` and the number of words in the name. To scrub a text, every run of that many words
/// is hashed and looked up. With “Otto Quandt” forgotten (two words), the title “Call Otto Quandt today” is tried as
/// “Call Otto”, “Otto Quandt” and “Quandt today”; the second is found and becomes “[forgotten]”.
///
/// The invariants:
/// - Longer names are tried first, so that a name that is part of another does not leave a rest.
/// - Single words of a name are hashed together with the stand-in, so that they can be looked up only where that person
///   was the only other one (`scrubAlone`). The “Will” of “Will Carter” is never removed from other texts.
/// - Nothing in the table tells a name. Only someone who guesses the name and has the ledger's salt can test the guess.
struct Forgotten {
    static let mark = "[forgotten]"
    /// The name of everyone who was forgotten; counts stay under it.
    static let name = PersonSummary.forgottenName

    private let salt: String
    /// From a hash to the stand-in of the person; empty for a piece.
    private let standIns: [String: String]
    /// The numbers of words that the names have, largest first.
    private let lengths: [Int]
    /// The person's own addresses and names.
    private let mine: Set<String>

    /// `nil` if nothing was forgotten.
    init?(_ db: Database) throws { try self.init(db, adding: []) }

    /// The same with `more` keys, as if those had been forgotten too.
    init?(_ db: Database, adding more: [Key]) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT hash, stands, words FROM forgotten")
        guard !rows.isEmpty || !more.isEmpty else { return nil }
        let salt = try Meta.get(db, .salt) ?? ""
        self.salt = salt
        standIns = Dictionary(
            rows.map { ($0[0], $0[1]) } + more.map { (contentHash($0.text, salt: salt), $0.stands) }
        ) { $1 }
        lengths = Set(rows.map { $0[2] as Int } + more.map(\.words)).subtracting([0]).sorted(by: >)
        mine = Set(
            try String.fetchAll(
                db, sql: "SELECT i.value FROM identity i JOIN person p ON p.id = i.person_id WHERE p.is_me"))
    }

    /// Something to be saved as a hash.
    struct Key {
        let text: String
        let stands: String
        /// The number of words; 0 if it is not searched for in texts.
        let words: Int

        static func piece(_ id: PublicID) -> Key { Key(text: id.description, stands: "", words: 0) }

        /// All pieces of a series, those of later imports too.
        static func series(_ uid: String) -> Key { Key(text: "series\u{1F}\(uid)", stands: "", words: 0) }

        /// A piece that keeps its time only.
        static func wordless(_ id: String) -> Key { Key(text: "private\u{1F}\(id)", stands: "", words: 0) }

        /// All pieces of a series that keep their times only.
        static func wordless(series uid: String) -> Key {
            Key(text: "private series\u{1F}\(uid)", stands: "", words: 0)
        }

        /// A name or address of the person whom `standIn` replaces; `nil` if it has no word.
        static func name(_ name: String, standIn: String) -> Key? {
            let words = WholeWords(name)
            return words.key.map { Key(text: $0, stands: standIn, words: words.words.count) }
        }

        /// A single word of their names, which is searched for only in pieces with nobody else.
        static func part(_ word: some StringProtocol, of standIn: String) -> Key {
            Key(text: "\(standIn)\u{1F}\(word.folded)", stands: standIn, words: 0)
        }
    }

    /// The number of hashes. It changes with every forgetting.
    var count: Int { standIns.count }

    /// Whether the piece with this id was forgotten.
    func holds(_ id: String) -> Bool { standIns[contentHash(id, salt: salt)] != nil }

    /// Whether all of a series was forgotten.
    func holds(series uid: String) -> Bool { holds(Key.series(uid).text) }

    /// Whether the person said that a piece, or all of its series, keeps its time only.
    func isWordless(_ id: String, series uid: String?) -> Bool {
        holds(Key.wordless(id).text) || uid.map { holds(Key.wordless(series: $0).text) } == true
    }

    static func add(_ db: Database, _ keys: [Key]) throws {
        let salt = try Meta.get(db, .salt) ?? ""
        for key in keys {
            try db.execute(
                sql: "INSERT OR IGNORE INTO forgotten (hash, stands, words) VALUES (?, ?, ?)",
                arguments: [contentHash(key.text, salt: salt), key.stands, key.words])
        }
    }

    /// The stand-in of the person who had this name or address.
    func standIn(for name: String) -> String? {
        WholeWords(name).key.flatMap { standIns[contentHash($0, salt: salt)] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether it is a single word of the names of the person whom `standIn` replaces.
    func isPart(_ word: some StringProtocol, of standIn: String) -> Bool {
        standIns[contentHash(Key.part(word, of: standIn).text, salt: salt)] != nil
    }

    func isMine(_ identity: String) -> Bool { mine.contains(identity) }

    /// The text without forgotten names, and without any name before a forgotten address.
    func scrubbed(_ original: String) -> String {
        let text = withoutMailboxes(original)
        let words = WholeWords(text)
        var result = ""
        var copied = text.startIndex
        var start = 0
        while start < words.words.count {
            let length = lengths.first { length in
                start + length <= words.words.count
                    && standIns[contentHash(words.key(start..<start + length), salt: salt)] != nil
            }
            guard let length else {
                start += 1
                continue
            }
            let found = words.span(start..<start + length)
            result += text[copied..<found.lowerBound] + Self.mark
            copied = found.upperBound
            start += length
        }
        return copied == text.startIndex ? text : result + text[copied...]
    }

    /// The draft with forgotten names removed from its words. `Names` handles its people.
    func scrub(_ draft: EvidenceDraft) -> EvidenceDraft {
        var draft = draft
        draft.title = scrubbed(draft.title)
        draft.body = scrubbed(draft.body)
        draft.project = draft.project.map(scrubbed)
        draft.tags = draft.tags.map(scrubbed)
        draft.paths = draft.paths.map(scrubbed)
        return draft
    }
}

extension Forgotten {
    /// The draft without single words of a name, if a forgotten person was the only other one. They are removed from
    /// its title and tags, and from its text if they begin with a capital letter.
    func scrubAlone(_ draft: EvidenceDraft) -> EvidenceDraft {
        guard draft.kind != .commit, let standIn = onlyOther(draft.people) else { return draft }
        return scrub(draft, partsOf: standIn)
    }

    func scrub(_ draft: EvidenceDraft, partsOf standIn: String) -> EvidenceDraft {
        var draft = draft
        draft.title = scrubbed(draft.title, partsOf: standIn)
        draft.body = scrubbed(draft.body, partsOf: standIn, isText: true)
        draft.tags = draft.tags.map { scrubbed($0, partsOf: standIn) }
        return draft
    }

    /// The stand-in of the only other person who did not decline; `nil` if there were several, or the one was not
    /// forgotten.
    func onlyOther(_ people: [PersonMention]) -> String? {
        var found: Set<String> = []
        for person in people where !isMine(person.identity) {
            if isStandIn(person.identity) {
                found.insert(person.identity)
            } else if person.participation != "declined" {
                return nil
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The text without single words of a forgotten person's names.
    ///
    /// - Parameter isText: Whether to remove only words with a capital letter, since in a text a name may be a common
    ///   word.
    func scrubbed(_ text: String, partsOf standIn: String, isText: Bool = false) -> String {
        var result = ""
        var copied = text.startIndex
        for word in WholeWords(text).words
        where (!isText || text[word].first?.isLowercase == false) && isPart(text[word], of: standIn) {
            result += text[copied..<word.lowerBound] + Self.mark
            copied = word.upperBound
        }
        return copied == text.startIndex ? text : result + text[copied...]
    }

    func isStandIn(_ identity: String) -> Bool { identity.hasPrefix(Self.name + "-") }
}

/// The words of a text, so that names are found only as whole words: `signal` does not contain `Al`.
///
/// A word is a run of letters and digits of any script. Everything else separates words, hyphens and apostrophes too.
struct WholeWords {
    let text: String
    let words: [Range<String.Index>]

    init(_ text: String) {
        self.text = text
        var words: [Range<String.Index>] = []
        var start: String.Index?
        for index in text.indices {
            let character = text[index]
            if character.isLetter || character.isNumber {
                if start == nil { start = index }
            } else if let begin = start {
                words.append(begin..<index)
                start = nil
            }
        }
        if let begin = start { words.append(begin..<text.endIndex) }
        self.words = words
    }

    /// The range from the start of the first word of a run to the end of the last.
    func span(_ run: Range<Int>) -> Range<String.Index> {
        words[run.lowerBound].lowerBound..<words[run.upperBound - 1].upperBound
    }

    /// A key that is equal for runs of words with the same name. Case, the width of gaps and the kind of apostrophe do
    /// not matter.
    func key(_ run: Range<Int>) -> String {
        var key = ""
        for character in text[span(run)] {
            if character.isWhitespace {
                if key.last != " " { key.append(" ") }
            } else {
                key.append(character == "’" ? "'" : character)
            }
        }
        return key.lowercased()
    }

    /// The key of the whole text; `nil` if it has no word.
    var key: String? { words.isEmpty ? nil : key(0..<words.count) }
}
