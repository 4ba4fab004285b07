import GRDB
package import LedgerModel

extension Snapshot {
    /// The person's own pieces with a sign, as stored, oldest first. Private ones are left out, since no search finds
    /// them.
    package func signed(in range: Interval) throws -> [SignedPiece] {
        let meanings = try Self.meanings(db)
        let projects = try Self.projects(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, r.sign, r.at, coalesce(c.span_until - c.span_from, e.until - e.at, 0), e.title,
                  e.project_id, r.source_id, r.meaning_id
                FROM reading r INDEXED BY reading_sign JOIN evidence e ON e.id = r.evidence_id
                LEFT JOIN correction c ON c.evidence_id = e.id
                WHERE r.sign <> 0 AND r.at >= ? AND r.at < ? AND e.flags & ? = 0
                ORDER BY r.at, e.public_id
                """,
            arguments: [range.start.seconds, range.end.seconds, EvidenceFlags([.withdrawn, .isPrivate]).rawValue]
        ).compactMap { row in
            guard let id = PublicID(row[0]), let sign = WorkSign(rawValue: row[1]) else { return nil }
            return SignedPiece(
                id: id, sign: sign, at: Instant(row[2]), seconds: row[3], title: row[4],
                project: (row[5] as Int64?).flatMap { projects[$0] } ?? "", source: row[6],
                meaning: meanings[row[7]] ?? Meaning())
        }
    }

    /// When the newest of the pieces that the person wrote was; `nil` without any.
    package func newestByHand(until end: Instant) throws -> Instant? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT e.at FROM evidence e INDEXED BY evidence_at
                WHERE e.at <= ? AND e.kind IN ('note', 'timer') AND e.flags & ? = 0
                  AND NOT EXISTS (SELECT 1 FROM sighting WHERE evidence_id = e.id) ORDER BY e.at DESC LIMIT 1
                """, arguments: [end.seconds, EvidenceFlags.gone.rawValue]
        ).map { Instant($0) }
    }
}
