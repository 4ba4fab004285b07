import GRDB
package import LedgerModel

/// Until when the events of each calendar are taken as having happened (`Source.speaksUntil`).
struct CalendarHorizons {
    /// By row of the source. Sources without a bound are not in it.
    private var until: [Int64: Instant] = [:]
    /// The earliest bound. Nearly all pieces begin before it, so they need no further lookup.
    let earliest: Instant

    init(_ sources: [Source]) {
        for source in sources { until[source.rowID] = source.speaksUntil }
        earliest = until.values.min() ?? .last
    }

    init(_ db: Database) throws {
        self.init(try Snapshot.sources(db, whereSQL: "kind = ?", [SourceKind.calendar.rawValue], isWhole: false))
    }

    /// Whether a piece is later than the bound of each source that has it. False if the person wrote it.
    func layAhead(_ at: Instant, of sources: [Int64]) -> Bool {
        guard at > earliest else { return false }
        return Unconfirmed.layAhead(at, speaking: sources.map { until[$0] })
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
        return Unconfirmed.holds(layAhead: true, said)
    }
}

extension Snapshot {
    /// The number of meetings and plans of a calendar that should have begun by `now` but are unconfirmed, because the
    /// calendar has not been read since.
    package func foretold(by source: Source, now: Instant) throws -> Int {
        guard let until = source.speaksUntil, until < now else { return 0 }
        let horizons = try CalendarHorizons(db)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.id, e.at FROM evidence e INDEXED BY evidence_at
                WHERE e.at > ? AND e.at <= ? AND e.kind = 'event' AND e.flags & ? = 0
                  AND e.standing NOT IN (\(Standing.declined.rawValue), \(Standing.cancelled.rawValue),
                    \(Standing.transparent.rawValue), \(Standing.others.rawValue))
                  AND EXISTS (SELECT 1 FROM sighting s WHERE s.evidence_id = e.id AND s.source_id = ?)
                """,
            arguments: [
                until.seconds, now.seconds, EvidenceFlags.gone.union(.allDay).rawValue, source.rowID,
            ])
        return try rows.count { try horizons.isForetold(db, $0[0], at: Instant($0[1])) }
    }
}
