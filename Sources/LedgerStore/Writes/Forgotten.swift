import GRDB
import LedgerModel

/// What the person had forgotten: salted hashes, so that the next import does not bring it back.
enum Forgotten {
    static let mark = "[forgotten]"
    /// Names of more words than this are not looked for.
    private static let longestName = 4

    static func contains(_ db: Database, _ what: String, salt: String) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM forgotten WHERE hash = ?)"),
            arguments: [contentHash(what, salt: salt)]) ?? false
    }

    static func add(_ db: Database, _ what: String, salt: String) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO forgotten (hash) VALUES (?)", arguments: [contentHash(what, salt: salt)])
    }

    /// Replaces `needle` without regard to case.
    static func replacing(_ needle: String, in text: String) -> String {
        let lower = Array(text.lowercased())
        let original = Array(text)
        let wanted = Array(needle.lowercased())
        guard !wanted.isEmpty, lower.count == original.count else { return mark }
        var result = ""
        var index = 0
        while index < original.count {
            if index + wanted.count <= lower.count, Array(lower[index..<index + wanted.count]) == wanted {
                result += mark
                index += wanted.count
            } else {
                result.append(original[index])
                index += 1
            }
        }
        return result
    }

    /// A draft without the people and names that were forgotten.
    static func scrub(_ db: Database, _ draft: EvidenceDraft, salt: String) throws -> EvidenceDraft {
        var draft = draft
        draft.people = try draft.people.filter { person in
            try !contains(db, person.identity.lowercased(), salt: salt)
                && (person.name.isEmpty || !contains(db, person.name.lowercased(), salt: salt))
        }
        draft.title = try scrub(db, draft.title, salt: salt)
        draft.body = try scrub(db, draft.body, salt: salt)
        return draft
    }

    /// Looks at every run of one to four words, since only hashes of the names are known.
    private static func scrub(_ db: Database, _ text: String, salt: String) throws -> String {
        let words = text.split {
            $0 == " " || $0.isNewline || $0 == "," || $0 == "<" || $0 == ">" || $0 == ":" || $0 == ";"
        }
        var found: Set<String> = []
        for start in words.indices {
            for length in 1...longestName where start + length <= words.count {
                let run = words[start..<start + length].joined(separator: " ").lowercased()
                if try contains(db, run, salt: salt) { found.insert(run) }
            }
        }
        return found.sorted { $0.count > $1.count }.reduce(text) { replacing($1, in: $0) }
    }
}
