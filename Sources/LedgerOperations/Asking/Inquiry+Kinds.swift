import Attribution
package import LedgerModel
import LedgerStore
package import Questions

/// The kind of work of pieces of which neither hand nor rule says it.
extension Inquiry {
    /// The pieces of a period whose kind of work is unknown, most hours first; those of one title together, at most
    /// `limit` titles.
    ///
    /// Meetings of a series and what is personal are left out: Sort asks about series, and nobody about private life.
    package func kindSheet(_ period: Period, limit: Int = 200) throws -> KindSheet {
        let reader = try kindReader()
        return try kindSheet(period, limit: limit) { reader?.read($0.facts) }
    }

    /// - Parameter read: What a piece probably was.
    func kindSheet(
        _ period: Period, limit: Int, _ read: (StoredTrace) throws -> LearnedKind?
    ) throws -> KindSheet {
        let inputs = try inputs(period, by: [])
        var (traced, open): (Int64, [Int64: Int64]) = (0, [:])
        for item in try inputs.cells.segments(inputs.base.range) where item.segment.grade != .possible {
            traced += item.segment.interval.seconds
            guard item.meaning.worth == nil, item.meaning.arena != .personal, !item.title.isEmpty else { continue }
            open[item.segment.row, default: 0] += item.segment.interval.seconds
        }
        let all = try snapshot.traces(of: open.keys.sorted(), needs: .init(bodies: false, paths: false, people: false))
            .filter { $0.trace.flags.isDisjoint(with: [.isPrivate, .recurring]) }
        let groups = Self.byTitle(all, open)
        let largest = groups.prefix(limit)
        let needs = Snapshot.TraceNeeds(bodies: false, paths: true, people: false)
        let traces = try Dictionary(
            uniqueKeysWithValues: snapshot.traces(of: largest.map(\.first.trace.row).sorted(), needs: needs).map {
                ($0.trace.row, $0)
            })
        let pieces = try largest.compactMap { group -> OpenKind? in
            guard let found = traces[group.first.trace.row] else { return nil }
            return OpenKind(
                id: found.trace.id, others: group.others, title: found.facts.title,
                at: shown(found.trace.at, found.trace.flags), kind: found.trace.kind, project: found.facts.project,
                seconds: group.seconds, learned: try read(found))
        }
        return KindSheet(
            base: inputs.base, traced: traced, open: groups.reduce(0) { $0 + $1.seconds }, openPieces: all.count,
            openTitles: groups.count, pieces: pieces)
    }

    /// Pieces with one title, the largest first.
    private struct SameTitle {
        var first: StoredTrace
        var others: [PublicID]
        var seconds: Int64
    }

    /// The groups with most seconds first.
    private static func byTitle(_ all: [StoredTrace], _ open: [Int64: Int64]) -> [SameTitle] {
        Dictionary(grouping: all) { SameWords(kind: $0.trace.kind, title: $0.facts.title) }.values.map { pieces in
            let sorted = pieces.map { (piece: $0, seconds: open[$0.trace.row] ?? 0) }
                .sorted { ($1.seconds, $0.piece.trace.id) < ($0.seconds, $1.piece.trace.id) }
            return SameTitle(
                first: sorted[0].piece, others: sorted.dropFirst().map(\.piece.trace.id),
                seconds: sorted.reduce(0) { $0 + $1.seconds })
        }.sorted { ($1.seconds, $0.first.trace.id) < ($0.seconds, $1.first.trace.id) }
    }

    private struct SameWords: Hashable {
        var kind: EvidenceKind
        var title: String
    }

    /// What is said of a piece of which nobody has said the kind of work, by what was learned. It stays outside the
    /// reading, so that no figure counts it.
    func learnedKind(_ trace: StoredTrace, _ reading: Reading) throws -> LearnedKind? {
        guard reading.worth.value == nil, trace.trace.flags.isDisjoint(with: [.isPrivate, .byOther]) else { return nil }
        let reader = try kindReader()
        var learned = reader?.read(trace.facts)
        if let worth = learned?.worth {
            learned?.like = reader?.like(trace.facts, worth).map { .init(id: $0.id, title: $0.subject) } ?? []
        }
        return learned
    }
}

extension Asking {
    /// The pieces of a period whose kind of work is unknown, most hours first.
    package func kindSheet(_ period: Period, limit: Int = 200) throws(LedgerError) -> KindSheet {
        try inquire(.period(period)) { try $0.kindSheet(period, limit: limit) }
    }
}
