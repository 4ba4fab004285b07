import GRDB
package import LedgerModel

/// Until when each calendar's events are taken for what was (`Source.speaksUntil`).
struct CalendarHorizons {
    /// By row of the source; calendars without a bound, and what is no calendar, are not in it.
    private var until: [Int64: Instant] = [:]
    /// What begins no later lay ahead of no calendar: nearly everything.
    let earliest: Instant

    init(_ sources: [Source]) {
        for source in sources { until[source.rowID] = source.speaksUntil }
        earliest = until.values.min() ?? .last
    }

    init(_ db: Database) throws {
        self.init(try Snapshot.sources(db, whereSQL: "kind = ?", [SourceKind.calendar.rawValue]))
    }

    /// Whether a piece lay ahead of all the sources that say it. What no source says is the person's own.
    func layAhead(_ at: Instant, of sources: [Int64]) -> Bool {
        guard at > earliest else { return false }
        return Foretold.layAhead(at, speaking: sources.map { until[$0] })
    }

    /// Whether a stored piece is only foretold.
    func isForetold(_ db: Database, _ row: Int64, at: Instant) throws -> Bool {
        guard at > earliest else { return false }
        let sources = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT source_id FROM sighting WHERE evidence_id = ?"), arguments: [row])
        guard layAhead(at, of: sources) else { return false }
        let said = try String.fetchOne(
            db.cachedStatement(sql: "SELECT content FROM correction WHERE evidence_id = ?"), arguments: [row]
        ).map { try Content.read(Correction.self, $0) }
        return Foretold.holds(layAhead: true, said)
    }
}

extension Snapshot {
    /// How many meetings and plans of a calendar have begun by `now` of which nobody knows whether they were, since
    /// nothing fresher is there.
    package func foretold(by source: Source, now: Instant) throws -> Int {
        guard let until = source.speaksUntil, until < now else { return 0 }
        let horizons = try CalendarHorizons(db)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.id, e.at FROM evidence e INDEXED BY evidence_at
                WHERE e.at > ? AND e.at <= ? AND e.kind = 'event' AND e.flags & ? = 0
                  AND e.standing NOT IN (\(Standing.declined.rawValue), \(Standing.cancelled.rawValue),
                    \(Standing.transparent.rawValue))
                  AND EXISTS (SELECT 1 FROM sighting s WHERE s.evidence_id = e.id AND s.source_id = ?)
                """,
            arguments: [
                until.seconds, now.seconds, EvidenceFlags.gone.union(.allDay).rawValue, source.rowID,
            ])
        return try rows.count { try horizons.isForetold(db, $0[0], at: Instant($0[1])) }
    }
}
