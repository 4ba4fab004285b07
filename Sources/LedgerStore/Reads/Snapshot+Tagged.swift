import GRDB
package import LedgerModel

extension Snapshot {
    /// A note with its tags.
    package struct TaggedNote: Sendable, Hashable {
        package var id: PublicID
        package var at: Instant
        package var title: String
        package var body: String
    }

    /// Notes with all of `tags`, of any time, in the order in which they were written. Removed ones are left out.
    ///
    /// - Parameter tags: Tags with at least one letter or digit; others are not found.
    package func notes(tagged tags: [String]) throws -> [TaggedNote] {
        let words = tags.map { "tags : \"\($0.replacing("\"", with: " "))\"" }.joined(separator: " AND ")
        let bears = tags.map { _ in
            "AND EXISTS (SELECT 1 FROM evidence_tag t WHERE t.evidence_id = e.id AND t.tag = ?)"
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, e.at, e.title, e.body FROM search JOIN evidence e ON e.words = search.rowid
                WHERE search MATCH ? AND e.kind = 'note' AND e.flags & ? = 0 \(bears.joined(separator: " "))
                ORDER BY e.id
                """,
            arguments: [words, EvidenceFlags.gone.union(.isPrivate).rawValue] + StatementArguments(tags)
        ).compactMap { row in
            PublicID(row[0]).map { TaggedNote(id: $0, at: Instant(row[1]), title: row[2], body: row[3]) }
        }
    }

    /// The tags of some pieces.
    package func tags(of ids: [PublicID]) throws -> [PublicID: Set<String>] {
        let list = "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        var tags: [PublicID: Set<String>] = [:]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, t.tag FROM json_each(?) j JOIN evidence e ON e.public_id = j.value
                JOIN evidence_tag t ON t.evidence_id = e.id
                """, arguments: [list])
        for row in rows { if let id = PublicID(row[0]) { tags[id, default: []].insert(row[1]) } }
        return tags
    }
}
