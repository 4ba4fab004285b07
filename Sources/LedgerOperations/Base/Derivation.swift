import Attribution
import LedgerModel
import LedgerStore
import Timeline

/// Brings the stored timeline up to its evidence.
///
/// The problem: a question must show what was written a moment ago, and must never wait for whoever writes. The
/// invariant: what a snapshot shows of a shard is either stored and not marked since, or derived from that very
/// snapshot and laid over it in memory. For example, while an import holds the write lock, a question derives the
/// marked days for itself, answers, and stores nothing; the next one without an import stores them.
struct Derivation {
    let reckoning: Reckoning
    /// What is stored was derived by the key of `reckoning`; else nothing of it holds, and nothing is added to it.
    let isSettled: Bool

    /// The most shards that are derived in one go.
    private static let longestChunk: Int64 = 31
    /// What one transaction may take: a capture waits for no longer.
    private static let longestTransaction = Duration.milliseconds(50)

    /// Derived shards that are not in the store, and the evidence they speak of.
    struct Overlay {
        var shards: [Int64: DerivedShard] = [:]
        var traces: [Int64: StoredTrace] = [:]
        var isEmpty: Bool { shards.isEmpty }

        fileprivate mutating func add(_ derived: Derived) {
            for shard in derived.shards { shards[shard.shard.number] = shard }
            for trace in derived.traces { traces[trace.trace.row] = trace }
        }
    }

    private typealias Marked = (shard: Shard, seq: Int64)

    /// Shards of one go, with what was read for them.
    fileprivate struct Derived: Sendable {
        let shards: [DerivedShard]
        let traces: [StoredTrace]
        let days: [DayBounds]
    }

    /// Derives every marked shard in `range`, or everywhere, and stores it. With `waiting` it waits for other writers,
    /// as an import does; else it stops at the first that writes.
    func settle(
        _ store: LedgerStore, _ range: ClosedRange<Int64>?, waiting: Bool, progress: ((Int, Int) -> Void)? = nil
    ) throws(LedgerError) {
        let marked = try store.read { try $0.dirtyShards(in: range) }
        // Where there is much to do, the next shards are derived while these are stored. What is read for them is no
        // older than the list of those that are marked: what changes after it marks them anew, and they are not stored.
        let beside = waiting && marked.count > Self.longestChunk ? try? store.beside() : nil
        var chunk: Int64 = 8
        var next: (batch: [Marked], derived: Ahead<Derived>)?
        // Nothing goes on behind an error.
        defer { _ = try? next?.derived.value() }
        var index = 0
        while index < marked.count {
            let batch = next?.batch ?? Self.batch(marked, from: index, chunk)
            let derived = if let next { try next.derived.value() } else { try store.read { try derive(batch, $0) } }
            index += batch.count
            next = nil
            if let beside, index < marked.count {
                let batch = Self.batch(marked, from: index, chunk)
                next = (batch, Ahead { () throws(LedgerError) in try beside.read { try derive(batch, $0) } })
            }
            let began = ContinuousClock.now
            let left = try store.store(derived.shards, days: derived.days, waiting: waiting)
            if !waiting, left.count == derived.shards.count { return }
            // Days that hold much are stored in smaller parts.
            let took = ContinuousClock.now - began
            if took > Self.longestTransaction {
                chunk = max(1, chunk / 2)
            } else if took < Self.longestTransaction / 4 {
                chunk = min(Self.longestChunk, chunk * 2)
            }
            progress?(index, marked.count)
        }
    }

    /// What a snapshot lacks of `range`, derived from it: what was marked since it was last stored, or could not be
    /// stored; everything, where what is stored does not hold.
    func overlay(_ snapshot: Snapshot, _ range: ClosedRange<Int64>?) throws -> Overlay {
        var overlay = Overlay()
        let marked = try isSettled ? snapshot.dirtyShards(in: range) : snapshot.shards(in: range)
        var index = 0
        while index < marked.count {
            let batch = Self.batch(marked, from: index, Self.longestChunk)
            overlay.add(try derive(batch, snapshot))
            index += batch.count
        }
        return overlay
    }

    /// Lays a piece that is not in the store over the shards it meets.
    func lay(_ extra: StoredTrace, over overlay: inout Overlay, _ snapshot: Snapshot) throws {
        guard let span = extra.trace.span, let range = Shard.covering(span) else { return }
        overlay.add(try derive(range.map { (Shard($0), 0) }, snapshot, extra: extra))
    }

    /// Neighbours are derived together, since they are near the same evidence.
    private static func batch(_ marked: [Marked], from index: Int, _ chunk: Int64) -> [Marked] {
        let first = marked[index].shard.number
        return Array(marked[index...].prefix { $0.shard.number < first + chunk })
    }

    private func derive(
        _ batch: [Marked], _ snapshot: Snapshot, extra: StoredTrace? = nil
    ) throws -> Derived {
        let whole = Interval(batch[0].shard.interval.start, batch[batch.count - 1].shard.interval.end)
        let window = Interval(
            reckoning.sweep.window(of: batch[0].shard).start,
            reckoning.sweep.window(of: batch[batch.count - 1].shard).end)
        let working = try reckoning.workingHours(in: whole, snapshot)
        var traces = try snapshot.traces(in: window, needs: reckoning.needs)
        if let extra { traces.append(extra) }
        reckoning.takeOff(&traces)
        let places = Dictionary(
            traces.indices.map { (traces[$0].trace.row, $0) }, uniquingKeysWith: { first, _ in first })
        var derived: [DerivedShard] = []
        for (shard, seq) in batch {
            let near = self.near(shard, traces)
            let segments = reckoning.sweep.segments(
                of: shard, evidence: near, working: working.intervals(in: shard.interval))
            var rows = Set(segments.map(\.row))
            for trace in near where shard.interval.contains(trace.at) { rows.insert(trace.row) }
            let readings = rows.sorted().compactMap { places[$0].map { reading(traces[$0]) } }
            derived.append(DerivedShard(shard: shard, dirtySeq: seq, segments: segments, readings: readings))
        }
        var days: [DayBounds] = []
        for (shard, _) in batch {
            for day in reckoning.days(meeting: shard.interval, working)
            where !days.contains(where: { $0.day == day.day }) {
                days.append(day)
            }
        }
        return Derived(shards: derived, traces: traces, days: days)
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
