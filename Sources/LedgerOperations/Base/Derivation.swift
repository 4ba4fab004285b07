import Attribution
import LedgerModel
import LedgerStore
import Timeline

/// Brings the stored timeline up to its evidence. A question never needs the write lock: what could
/// not be stored is handed back and laid over what is.
struct Derivation {
    let store: LedgerStore
    let reckoning: Reckoning
    /// What is stored was derived by the key of `reckoning`; else nothing of it holds, and nothing is added to it.
    var isSettled = true

    /// The most shards that are derived in one go.
    private static let longestChunk: Int64 = 31
    /// What one transaction may take: a capture waits for no longer.
    private static let longestTransaction = Duration.milliseconds(50)

    /// Derived shards that are not in the store, and the evidence they speak of.
    struct Overlay {
        var shards: [Int64: DerivedShard] = [:]
        var traces: [Int64: StoredTrace] = [:]
        var isEmpty: Bool { shards.isEmpty }
    }

    /// Derives every dirty shard in `range`, or everywhere. With `waiting` it waits for other writers,
    /// as an import does; a question does not.
    func bringUpToDate(
        _ range: ClosedRange<Int64>? = nil, waiting: Bool, progress: ((Int, Int) -> Void)? = nil
    ) throws(LedgerError) -> Overlay {
        var overlay = Overlay()
        let dirty = try isSettled ? store.dirtyShards(in: range) : store.shards(in: range)
        var index = 0
        var chunk: Int64 = 8
        while index < dirty.count {
            let first = dirty[index].shard.number
            var end = index
            while end < dirty.count, dirty[end].shard.number < first + chunk { end += 1 }
            let batch = Array(dirty[index..<end])
            let (derived, traces, days) = try derive(batch)
            let began = ContinuousClock.now
            let left = isSettled ? try store.store(derived, days: days, waiting: waiting) : derived
            if !left.isEmpty {
                for shard in left { overlay.shards[shard.shard.number] = shard }
                overlay.traces.merge(traces) { _, new in new }
            }
            // Days that hold much are stored in smaller parts.
            let took = ContinuousClock.now - began
            if took > Self.longestTransaction {
                chunk = max(1, chunk / 2)
            } else if took < Self.longestTransaction / 4 {
                chunk = min(Self.longestChunk, chunk * 2)
            }
            index = end
            progress?(index, dirty.count)
        }
        return overlay
    }

    /// Lays a piece that is not in the store over the shards it meets, and stores nothing.
    func lay(_ extra: StoredTrace, over overlay: inout Overlay) throws(LedgerError) {
        guard let span = extra.trace.span, let range = Shard.covering(span) else { return }
        let (derived, traces, _) = try derive(range.map { (Shard($0), 0) }, extra: extra)
        for shard in derived { overlay.shards[shard.shard.number] = shard }
        overlay.traces.merge(traces) { _, new in new }
    }

    private func derive(
        _ batch: [(shard: Shard, seq: Int64)], extra: StoredTrace? = nil
    ) throws(LedgerError) -> ([DerivedShard], [Int64: StoredTrace], [DayBounds]) {
        let whole = Interval(batch[0].shard.interval.start, batch[batch.count - 1].shard.interval.end)
        let window = Interval(
            reckoning.sweep.window(of: batch[0].shard).start,
            reckoning.sweep.window(of: batch[batch.count - 1].shard).end)
        let working = try reckoning.workingHours(in: whole, store)
        var traces = try store.traces(in: window, needs: reckoning.needs)
        if let extra { traces.append(extra) }
        reckoning.takeOff(&traces)
        let byRow = Dictionary(traces.map { ($0.trace.row, $0) }, uniquingKeysWith: { first, _ in first })
        var derived: [DerivedShard] = []
        for (shard, seq) in batch {
            let near = self.near(shard, traces)
            let segments = reckoning.sweep.segments(
                of: shard, evidence: near, working: working.intervals(in: shard.interval))
            var rows = Set(segments.map(\.row))
            for trace in near where shard.interval.contains(trace.at) { rows.insert(trace.row) }
            let readings = rows.sorted().compactMap { byRow[$0].map(reading) }
            derived.append(DerivedShard(shard: shard, dirtySeq: seq, segments: segments, readings: readings))
        }
        var days: [DayBounds] = []
        for (shard, _) in batch {
            for day in reckoning.days(meeting: shard.interval, working)
            where !days.contains(where: { $0.day == day.day }) {
                days.append(day)
            }
        }
        return (derived, byRow, days)
    }

    private func near(_ shard: Shard, _ traces: [StoredTrace]) -> [TraceEvidence] {
        let window = reckoning.sweep.window(of: shard)
        var near: [TraceEvidence] = []
        for index in traces.indices {
            // Looked at in place: a copy of each for every shard took longer than the sweep.
            let isNear =
                window.contains(traces[index].trace.at)
                || (traces[index].trace.span.map { $0.overlaps(shard.interval) } ?? false)
            if isNear { near.append(traces[index].trace) }
        }
        return near
    }

    private func reading(_ item: StoredTrace) -> StoredReading {
        let reading = reckoning.reader.read(item.facts, correction: item.correction)
        return StoredReading(
            row: item.trace.row, at: item.trace.at, meaning: reading.meaning, sourceRow: item.sourceRow,
            skills: reading.skills.compactMap(\.value), isWork: reckoning.sweep.rules.isWork(item.trace))
    }
}
