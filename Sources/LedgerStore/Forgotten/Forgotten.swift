import GRDB
import LedgerModel

/// What the person had forgotten: salted hashes, so that the next import does not bring it back.
struct Forgotten {
    static let mark = "[forgotten]"
    /// The name of whoever was forgotten: what is counted stays under it.
    static let name = PersonSummary.forgottenName

    private let salt: String
    /// By hash the identity that stands for a person; empty for a piece.
    private let standIns: [String: String]
    /// How many words the names have, longest first.
    private let lengths: [Int]
    /// The addresses and names that are the person's own.
    private let mine: Set<String>

    /// Nil when nothing was forgotten.
    init?(_ db: Database) throws { try self.init(db, adding: []) }

    /// As if these had been forgotten as well.
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

    /// What is kept as a hash.
    struct Key {
        let text: String
        let stands: String
        /// Zero for what is not looked for in texts.
        let words: Int

        static func piece(_ id: PublicID) -> Key { Key(text: id.description, stands: "", words: 0) }

        /// A name or address of a person for whom `standIn` stands from now on; nil where it holds no word.
        static func name(_ name: String, standIn: String) -> Key? {
            let words = WholeWords(name)
            return words.key.map { Key(text: $0, stands: standIn, words: words.words.count) }
        }

        /// One word of their names, which is looked for only where nobody else was.
        static func part(_ word: some StringProtocol, of standIn: String) -> Key {
            Key(text: "\(standIn)\u{1F}\(word.folded)", stands: standIn, words: 0)
        }
    }

    /// Changes with every forgetting.
    var count: Int { standIns.count }

    /// Whether the piece of this id was forgotten.
    func holds(_ id: String) -> Bool { standIns[contentHash(id, salt: salt)] != nil }

    static func add(_ db: Database, piece id: PublicID) throws { try add(db, [.piece(id)]) }

    static func add(_ db: Database, _ keys: [Key]) throws {
        let salt = try Meta.get(db, .salt) ?? ""
        for key in keys {
            try db.execute(
                sql: "INSERT OR IGNORE INTO forgotten (hash, stands, words) VALUES (?, ?, ?)",
                arguments: [contentHash(key.text, salt: salt), key.stands, key.words])
        }
    }

    /// The identity that stands for the person whose name or address this is.
    func standIn(for name: String) -> String? {
        WholeWords(name).key.flatMap { standIns[contentHash($0, salt: salt)] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A single word of the names of whom `standIn` stands for.
    func isPart(_ word: some StringProtocol, of standIn: String) -> Bool {
        standIns[contentHash(Key.part(word, of: standIn).text, salt: salt)] != nil
    }

    func isMine(_ identity: String) -> Bool { mine.contains(identity) }

    /// The text without the names that were forgotten, and without whatever name stands before their addresses.
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

    /// The words of a draft without the names that were forgotten; its people are for `Names` to judge.
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
    /// A draft as it is kept where one of those forgotten was the only other one: without single words of their
    /// names in its title and tags, and in its text where they begin with a capital letter.
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

    /// Who stands for the one other person that was not declining; nil where there were more, or somebody else.
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

    /// Without single words of the names of somebody who was forgotten.
    ///
    /// - Parameter isText: Only words that begin with a capital letter: a name may be a common word as well.
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

/// The words of a text, so that a name is found as whole words only: `Al` is no part of `signal`.
///
/// A word is a run of letters and digits of any script; all else is a boundary, hyphens and
/// apostrophes among it.
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

    /// From the first of some words to the end of the last.
    func span(_ run: Range<Int>) -> Range<String.Index> {
        words[run.lowerBound].lowerBound..<words[run.upperBound - 1].upperBound
    }

    /// What two runs of words have in common when they are the same name: case, width of gaps and kind of
    /// apostrophe do not matter.
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

    /// The key of the whole text; nil when it has no word.
    var key: String? { words.isEmpty ? nil : key(0..<words.count) }
}
