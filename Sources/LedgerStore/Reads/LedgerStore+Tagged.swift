import GRDB
package import LedgerModel

extension LedgerStore {
    /// A note with its tags.
    package struct TaggedNote: Sendable, Hashable {
        package var id: PublicID
        package var at: Instant
        package var title: String
        package var tags: [String]
    }

    /// Notes of a tag whose time lies in `range`, in the order in which they were written.
    package func notes(tagged tag: String, in range: Interval) throws(LedgerError) -> [TaggedNote] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT e.public_id, e.at, e.title,
                      (SELECT group_concat(tag, char(10)) FROM evidence_tag WHERE evidence_id = e.id)
                    FROM evidence e INDEXED BY evidence_at
                    WHERE e.at >= ? AND e.at < ? AND e.kind = 'note' AND e.flags & ? = 0
                      AND EXISTS (SELECT 1 FROM evidence_tag t WHERE t.evidence_id = e.id AND t.tag = ?)
                    ORDER BY e.id
                    """,
                arguments: [
                    range.start.seconds, range.end.seconds, EvidenceFlags([.withdrawn, .isPrivate]).rawValue, tag,
                ]
            ).compactMap { row in
                PublicID(row[0]).map {
                    TaggedNote(
                        id: $0, at: Instant(row[1]), title: row[2],
                        tags: (row[3] as String? ?? "").split(separator: "\n").map(String.init))
                }
            }
        }
    }
}
