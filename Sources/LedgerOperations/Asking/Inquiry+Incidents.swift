import Attribution
import LedgerModel
import LedgerStore
import Questions

extension Inquiry {
    /// What sources show of incidents from a year before a period until a year after it, or now.
    ///
    /// - Parameter claims: Results of which it has to be known to which systems their evidence belongs.
    func incidents(around period: Period, citedBy claims: [Claim]) throws -> IncidentHistory {
        let span = IncidentHistory.span(around: period, today: today).interval(zones)
        let range = Interval(span.start, min(span.end, max(span.start, now + 1)))
        let pieces = try cellReader(range).signed(range)
        guard !pieces.isEmpty else { return .none }
        var until: [Int64: Instant] = [:]
        for source in try snapshot.sources() {
            until[source.rowID] = min(now, source.asOf ?? source.lastImport ?? now)
        }
        until[0] = try snapshot.newestByHand(until: now)
        var history = IncidentHistory(pieces: pieces, tellsUntil: until, systems: try systems(of: claims))
        history.improvements = try history.last.compactMap { system, last in
            try improvement(of: system, after: zones.day(of: last))
        }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        return history
    }

    private func improvement(
        of system: WorkSystem, after day: CivilDay
    ) throws -> IncidentHistory.Improvement? {
        let range = Interval(
            zones.start(of: day), min(now, zones.start(of: day + 1 + IncidentHistory.afterLast)))
        let query = SearchQuery(
            filters: system.filters + [.init(.worth, Worth.improvement.rawValue), .init(.isA, "work")])
        let hits = try snapshot.search(
            query, range: range, limit: Self.mostImprovements, isCounted: false, readings: readings(for: query, range)
        ).hits
        return hits.min { ($0.at, $0.id) < ($1.at, $1.id) }.map {
            .init(system: system, id: $0.id, at: $0.at, title: $0.title)
        }
    }

    private static let mostImprovements = 1_000

    private func systems(of claims: [Claim]) throws -> [PublicID: WorkSystem] {
        let ids = claims.flatMap(\.evidence)
        guard !ids.isEmpty else { return [:] }
        let engine = try compiledJob().engine
        let inherited = try inherited(nil)
        var systems: [PublicID: WorkSystem] = [:]
        for item in try snapshot.traces(of: ids) {
            let reading = engine.read(item.facts, correction: item.correction)
            let meaning = inherited.meaning(reading.meaning, of: item.facts.project, at: item.trace.at)
            systems[item.trace.id] = WorkSystem(meaning, project: item.facts.project)
        }
        return systems
    }
}

extension RequiredShards {
    /// A period, and what is looked at for the incidents before and after it.
    static func value(_ period: Period) -> RequiredShards {
        RequiredShards { inquiry in
            let span = IncidentHistory.span(around: period, today: inquiry.today)
            return Shard.covering(span.interval(inquiry.zones)).map { Shards(range: $0) }
        }
    }
}
