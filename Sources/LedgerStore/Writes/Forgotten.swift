import GRDB
import LedgerModel

/// What the person had forgotten: salted hashes, so that the next import does not bring it back.
struct Forgotten {
    static let mark = "[forgotten]"
    /// The name of whoever was forgotten: what is counted stays under it.
    static let name = LedgerStore.forgottenName

    private let salt: String
    /// By hash the identity that stands for a person; empty for a piece.
    private let standIns: [String: String]
    /// How many words the names have, longest first.
    private let lengths: [Int]

    /// Nil when nothing was forgotten.
    init?(_ db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT hash, stands, words FROM forgotten")
        guard !rows.isEmpty else { return nil }
        salt = try Meta.get(db, .salt) ?? ""
        standIns = Dictionary(rows.map { ($0[0], $0[1]) }) { $1 }
        lengths = Set(rows.map { $0[2] as Int }).subtracting([0]).sorted(by: >)
    }

    /// Changes with every forgetting.
    var count: Int { standIns.count }

    /// Whether the piece of this id was forgotten.
    func holds(_ id: String) -> Bool { standIns[contentHash(id, salt: salt)] != nil }

    static func add(_ db: Database, piece id: PublicID) throws {
        try add(db, id.description, stands: "", words: 0)
    }

    /// A name or address of a person for whom `standIn` stands from now on.
    static func add(_ db: Database, name: String, standIn: String) throws {
        let words = WholeWords(name)
        guard let key = words.key else { return }
        try add(db, key, stands: standIn, words: words.words.count)
    }

    private static func add(_ db: Database, _ what: String, stands: String, words: Int) throws {
        let salt = try Meta.get(db, .salt) ?? ""
        try db.execute(
            sql: "INSERT OR IGNORE INTO forgotten (hash, stands, words) VALUES (?, ?, ?)",
            arguments: [contentHash(what, salt: salt), stands, words])
    }

    /// The identity that stands for the person whose name or address this is.
    func standIn(for name: String) -> String? {
        WholeWords(name).key.flatMap { standIns[contentHash($0, salt: salt)] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The text without the names that were forgotten.
    func scrubbed(_ text: String) -> String {
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

    /// A calendar's record, in which a line break within a value is written `\n`.
    func scrub(record: String) -> String {
        record.split(separator: "\\n", omittingEmptySubsequences: false).map { scrubbed(String($0)) }
            .joined(separator: "\\n")
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
