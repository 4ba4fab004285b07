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
        return IncidentHistory(pieces: pieces, tellsUntil: until, systems: try systems(of: claims))
    }

    private func systems(of claims: [Claim]) throws -> [PublicID: WorkSystem] {
        let ids = claims.flatMap(\.evidence)
        guard !ids.isEmpty else { return [:] }
        let engine = try compiledJob().engine
        var systems: [PublicID: WorkSystem] = [:]
        for item in try snapshot.traces(of: ids) {
            let reading = engine.read(item.facts, correction: item.correction)
            systems[item.trace.id] = WorkSystem(reading.meaning, project: item.facts.project)
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
