import Attribution
package import LedgerModel
import LedgerStore
package import Questions

/// Who decided what pieces mean, and how often what was learned is right.
extension Inquiry {
    package func attributionReport(_ period: Period) throws -> AttributionReport {
        let base = try inputs(period, by: []).base
        let engine = try compiledJob().engine
        let needs = try compiledJob().needs
        let span = period.clipped(to: today).interval(zones)
        let all = try snapshot.traces(in: Interval(span.start, min(span.end, now + 1)), needs: needs).filter {
            !$0.trace.isOff && !$0.trace.isForetold && $0.trace.flags.isDisjoint(with: [.isPrivate, .byOther])
        }
        let inherited = try inherited(span)
        var counts: [Dimension: [DecidedBy: Int]] = [:]
        for item in all {
            let reading = engine.read(item.facts, correction: item.correction)
            let inherits = inherited.meaning(reading.meaning, of: item.facts.project, at: item.trace.at).isInherited
            counts[.arena, default: [:]][reading.arena.by, default: 0] += 1
            counts[.responsibility, default: [:]][inherits ? .inherited : reading.responsibility.by, default: 0] += 1
            counts[.objective, default: [:]][reading.objective.by, default: 0] += 1
            counts[.worth, default: [:]][reading.worth.by, default: 0] += 1
        }
        let dimensions: [Dimension] = [.arena, .responsibility, .objective, .worth]
        return AttributionReport(
            base: base, pieces: all.count, deciders: dimensions.map { .init($0, counts[$0] ?? [:]) },
            guesses: try guesses())
    }

    /// Beside what the person said of pieces that were not learned from: a title counts once, and not if it was.
    private func guesses() throws -> [(chance: Double, isRight: Bool)] {
        let known = try snapshot.learned()?.kinds ?? [:]
        var titles = Set(try snapshot.traces(of: Array(known.keys)).map(\.facts.title))
        guard let reader = try kindReader() else { return [] }
        let said = try snapshot.saidKinds(limit: Self.mostSaid)
        let kinds = Dictionary(said.map { ($0.id, $0.worth) }, uniquingKeysWith: { first, _ in first })
        return try snapshot.traces(of: said.map(\.id)).compactMap { item in
            guard let guess = reader.guess(item.facts), titles.insert(item.facts.title).inserted else { return nil }
            return (guess.chance, guess.worth == kinds[item.trace.id])
        }
    }
}

extension Asking {
    /// Who decided what the pieces of the last twelve months mean, and how often what was learned is right.
    package func attributionReport() throws(LedgerError) -> AttributionReport {
        let period = try lastTwelveMonths()
        return try inquire(.period(period)) { try $0.attributionReport(period) }
    }
}
