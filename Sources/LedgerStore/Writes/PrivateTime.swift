import GRDB
import LedgerModel

/// Private pieces keep only their time, even if another source has them too.
enum PrivateTime {
    /// Whether `source`, or any source that has this piece, is private.
    static func covers(_ db: Database, _ row: Int64, and source: Int64?) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM source s WHERE s.private AND (s.id = ?2
                      OR s.id IN (SELECT source_id FROM sighting WHERE evidence_id = ?1)))
                    """), arguments: [row, source]) ?? false
    }

    /// Removes everything but the time from a piece, in every version.
    static func scrub(_ db: Database, _ row: Int64) throws {
        guard var whole = try EvidenceReader.draft(db, row: row) else { return }
        if whole.kind == .event, !whole.flags.contains(.isPrivate) {
            let me = Set(try Snapshot(db).me())
            whole.standing =
                EventJudgement(
                    whole.flags,
                    whole.people.map {
                        .init(
                            isMe: me.contains($0.identity), isOrganizer: $0.role == .organizer,
                            participation: $0.participation)
                    }, in: me.isEmpty ? .unknown : .mine
                ).standing
        }
        let draft = whole.keepingTimeOnly
        try SearchRows.remove(db, row)
        try db.execute(sql: "DELETE FROM evidence_tag WHERE evidence_id = ?", arguments: [row])
        try db.execute(
            sql: """
                UPDATE evidence SET title = '', body = '', paths = NULL, measures = '', project_id = NULL, guests = NULL,
                  head_count = 0, work_key = 0, flags = ?, content_hash = ? WHERE id = ?
                """, arguments: [draft.flags.rawValue, draft.contentHash, row])
        try scrubOlder(db, row)
    }

    /// Deletes older versions. Each source has to state the piece again.
    static func scrubOlder(_ db: Database, _ row: Int64) throws {
        try db.execute(sql: "DELETE FROM evidence_version WHERE evidence_id = ?", arguments: [row])
        try Sighting.forget(db, row)
        try ActionJournal.close(db, evidence: row)
    }
}
