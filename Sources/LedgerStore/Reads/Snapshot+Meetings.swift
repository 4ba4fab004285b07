import GRDB
package import LedgerModel

extension Snapshot {
    /// One person at one meeting.
    package struct MeetingRow: Sendable, Hashable {
        package var name: String
        /// Their address or name in the source.
        package var identity: String
        package var title: String
        package var at: Instant
        package var evidence: PublicID
    }

    /// Meetings with their people in `range`, earliest first.
    ///
    /// - Parameter held: Whether to leave out unconfirmed meetings.
    package func meetings(in range: Interval, held: Bool = false) throws -> [MeetingRow] {
        let horizons = try CalendarHorizons(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT p.name, e.title, e.at, e.public_id, i.value, e.id
                FROM evidence e INDEXED BY evidence_at JOIN evidence_person ep ON ep.evidence_id = e.id
                JOIN identity i ON i.id = ep.identity_id JOIN person p ON p.id = i.person_id
                WHERE e.at >= ? AND e.at < ? AND e.kind = 'event' AND e.head_count BETWEEN 1 AND 12
                  AND e.standing IN (\(Standing.organised.rawValue), \(Standing.accepted.rawValue))
                  AND p.is_me = 0 AND e.flags & ? = 0
                ORDER BY e.at, e.public_id LIMIT 2000
                """,
            arguments: [
                range.start.seconds, range.end.seconds,
                EvidenceFlags([.withdrawn, .sourceRemoved, .isPrivate, .allDay]).rawValue,
            ]
        ).compactMap { row in
            let at = Instant(row[2])
            guard let id = PublicID(row[3]), try !held || !horizons.isForetold(db, row[5], at: at) else {
                return nil
            }
            return MeetingRow(name: row[0], identity: row[4], title: row[1], at: at, evidence: id)
        }
    }
}
