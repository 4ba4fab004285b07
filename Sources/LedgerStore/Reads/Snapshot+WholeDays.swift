import GRDB
package import LedgerModel

extension Snapshot {
    /// All-day events that meet `range`, in time order: leave, travel, holidays.
    package func allDayEvents(
        in range: Interval
    ) throws -> [(interval: Interval, title: String, calendars: [String], standing: Standing)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT e.at, e.until, e.title, e.standing,
                      (SELECT group_concat(s.name, char(10)) FROM sighting g JOIN source s ON s.id = g.source_id
                       WHERE g.evidence_id = e.id)
                    FROM \(WholeDays.meeting) AND e.kind = 'event' AND e.flags & :gone = 0 ORDER BY e.at, e.id
                    """),
            arguments: [
                "from": range.start.seconds, "to": range.end.seconds, "gone": EvidenceFlags.gone.rawValue,
            ]
        ).map { row in
            (
                Interval(Instant(row[0]), Instant(row[1])), row[2],
                (row[4] as String? ?? "").split(separator: "\n").map(String.init),
                Standing(rawValue: row[3]) ?? .none
            )
        }
    }
}
