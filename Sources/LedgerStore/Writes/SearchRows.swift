import GRDB
import LedgerModel

/// The full-text rows: one for each current, visible piece of evidence, written by the named writes.
enum SearchRows {
    static func add(_ db: Database, _ row: Int64) throws { try add(db, row...row) }

    /// Adds those of a run of rows that were written in this transaction and have none yet.
    static func add(_ db: Database, _ rows: ClosedRange<Int64>) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO search (rowid, title, body, people, tags)
                SELECT e.id, e.title, e.body,
                  coalesce((SELECT group_concat(i.name || ' ' || i.value, ' ') FROM evidence_person p
                    JOIN identity i ON i.id = p.identity_id WHERE p.evidence_id = e.id), ''),
                  coalesce((SELECT group_concat(tag, ' ') FROM evidence_tag WHERE evidence_id = e.id), '')
                    || ' ' || coalesce((SELECT name FROM project WHERE id = e.project_id), '')
                FROM evidence e WHERE e.id BETWEEN ? AND ? AND e.flags & ? = 0
                """
        ).execute(arguments: [
            rows.lowerBound, rows.upperBound, EvidenceFlags([.withdrawn, .sourceRemoved, .isPrivate]).rawValue,
        ])
    }

    static func remove(_ db: Database, _ row: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [row])
    }
}
