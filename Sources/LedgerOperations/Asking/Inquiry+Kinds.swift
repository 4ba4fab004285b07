import Attribution
package import LedgerModel
import LedgerStore
package import Questions

/// The kind of work of pieces of which neither hand nor rule says it.
extension Inquiry {
    /// The pieces of a period whose kind of work is unknown, most hours first; at most `limit`.
    ///
    /// Meetings of a series and what is personal are left out: Sort asks about series, and nobody about private life.
    package func kindSheet(_ period: Period, limit: Int = 200) throws -> KindSheet {
        let inputs = try inputs(period, by: [])
        var (traced, open): (Int64, [Int64: Int64]) = (0, [:])
        for item in try inputs.cells.segments(inputs.base.range) where item.segment.grade != .possible {
            traced += item.segment.interval.seconds
            guard item.meaning.worth == nil, item.meaning.arena != .personal, !item.title.isEmpty else { continue }
            open[item.segment.row, default: 0] += item.segment.interval.seconds
        }
        let needs = Snapshot.TraceNeeds(bodies: false, paths: true, people: false)
        let all = try snapshot.traces(of: open.keys.sorted(), needs: .init(bodies: false, paths: false, people: false))
            .filter { $0.trace.flags.isDisjoint(with: [.isPrivate, .recurring]) }
        let largest = all.map { (row: $0.trace.row, id: $0.trace.id, seconds: open[$0.trace.row] ?? 0) }
            .sorted { ($1.seconds, $0.id) < ($0.seconds, $1.id) }.prefix(limit)
        let traces = try Dictionary(
            uniqueKeysWithValues: snapshot.traces(of: largest.map(\.row).sorted(), needs: needs).map {
                ($0.trace.row, $0)
            })
        let pieces = largest.compactMap { item -> OpenKind? in
            guard let found = traces[item.row] else { return nil }
            return OpenKind(
                id: item.id, title: found.facts.title, at: shown(found.trace.at, found.trace.flags),
                kind: found.trace.kind, project: found.facts.project, seconds: item.seconds,
                learned: KindModel.builtIn?.read(found.facts))
        }
        return KindSheet(
            base: inputs.base, traced: traced, open: all.reduce(0) { $0 + (open[$1.trace.row] ?? 0) },
            openPieces: all.count, pieces: pieces)
    }

    /// What the model says of a piece of which nobody has said the kind of work. It stays outside the reading, so that
    /// no figure counts it.
    func learnedKind(_ trace: StoredTrace, _ reading: Reading) -> LearnedKind? {
        guard reading.worth.value == nil, trace.trace.flags.isDisjoint(with: [.isPrivate, .byOther]) else { return nil }
        return KindModel.builtIn?.read(trace.facts)
    }
}

extension Asking {
    /// The pieces of a period whose kind of work is unknown, most hours first.
    package func kindSheet(_ period: Period, limit: Int = 200) throws(LedgerError) -> KindSheet {
        try inquire(.period(period)) { try $0.kindSheet(period, limit: limit) }
    }
}
