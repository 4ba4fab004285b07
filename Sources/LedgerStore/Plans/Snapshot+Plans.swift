import GRDB
package import LedgerModel

extension Snapshot {
    /// A plan as it was first seen, and what became of its event.
    package struct PlanRow: Sendable, Hashable {
        package var id: PublicID
        package var title: String
        package var birth: Interval
        package var current: Interval
        package var flags: EvidenceFlags
        package var standing: Standing
        package var happened: Bool?
        package var tags: [String]
        package var sources: [String]
        package var calendars: [String]
        /// It lay ahead when its calendars were last true; nobody said since whether it was.
        package var isForetold: Bool
    }

    /// Plans born into `range`.
    package func plans(in range: Interval) throws -> [PlanRow] {
        let horizons = try CalendarHorizons(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, e.title, b.at, b.until, e.at, coalesce(e.until, e.at), e.flags, e.standing,
                  c.content,
                  (SELECT group_concat(tag, char(10)) FROM evidence_tag WHERE evidence_id = e.id),
                  (SELECT group_concat(s.name, char(10)) FROM sighting g JOIN source s ON s.id = g.source_id
                   WHERE g.evidence_id = e.id), e.id
                FROM plan_birth b JOIN evidence e ON e.id = b.evidence_id
                LEFT JOIN correction c ON c.evidence_id = e.id
                WHERE b.at >= ? AND b.at < ? AND e.flags & ? = 0 ORDER BY b.at, e.public_id
                """, arguments: [range.start.seconds, range.end.seconds, EvidenceFlags.isPrivate.rawValue]
        ).compactMap { row in
            guard let id = PublicID(row[0]) else { return nil }
            let names = (row[10] as String? ?? "").split(separator: "\n").map(String.init)
            return PlanRow(
                id: id, title: row[1], birth: Interval(Instant(row[2]), Instant(row[3])),
                current: Interval(Instant(row[4]), Instant(row[5])), flags: EvidenceFlags(rawValue: row[6]),
                standing: Standing(rawValue: row[7]) ?? .none,
                happened: try (row[8] as String?).map { try Content.read(Correction.self, $0) }?.happened,
                tags: (row[9] as String? ?? "").split(separator: "\n").map(String.init), sources: names,
                calendars: names, isForetold: try horizons.isForetold(db, row[11], at: Instant(row[4])))
        }
    }
}
