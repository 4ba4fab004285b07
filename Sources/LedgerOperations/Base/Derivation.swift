import Attribution
import LedgerModel
import LedgerStore
import Timeline

/// Brings the stored timeline up to date with its evidence.
///
/// The problem: a question must show what was written a moment ago, yet must never wait for another program that
/// writes. Deriving inside the writing transaction would make each note slow; deriving before each question would need
/// the write lock; answering from what is stored would be wrong.
///
/// The invariant: what a question sees of a shard is either stored and not marked since, or derived from the question's
/// own snapshot and laid over it in memory (`overlay`). Stored or not, the figures are the same.
///
/// `settle` stores, `overlay` does not. Both call `derive`, which turns the evidence within reach of some shards into
/// segments and readings and depends on nothing but the snapshot and `compiledJob`.
///
/// Example: while an import holds the write lock, a question derives the marked days for itself, answers, and stores
/// nothing. The next question without an import stores them (`Asking.inquire` has the two steps).
struct Derivation {
    let compiledJob: CompiledJob
    /// Whether the stored timeline has the key of `compiledJob`. If not, nothing stored may be used, and nothing is
    /// added.
    let isSettled: Bool

    /// The largest number of shards that are derived together.
    private static let longestChunk: Int64 = 31
    /// The longest transaction, since a note may have to wait for it.
    private static let longestTransaction = Duration.milliseconds(80)

    /// Derived shards that are not in the store, with their evidence.
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

    /// Shards that were derived together, with what was read for them.
    fileprivate struct Derived: Sendable {
        let shards: [DerivedShard]
        let traces: [StoredTrace]
        let days: [DayBounds]
    }

    /// Derives and stores every marked shard in `range`, or all marked shards. If `waiting`, it waits for other
    /// programs that write, as an import does; else it stops when another program writes.
    func settle(
        _ store: LedgerStore, _ range: ClosedRange<Int64>?, waiting: Bool, progress: ((Int, Int) -> Void)? = nil
    ) throws(LedgerError) {
        let marked = try store.read { try $0.dirtyShards(in: range) }
        // If there is much to do, derive the next shards while these are stored. That is safe, because the next ones
        // are read after `marked`: evidence that changes later marks its shards again, and then they are not stored.
        let beside = waiting && marked.count > Self.longestChunk ? try? store.beside() : nil
        var chunk: Int64 = 8
        var next: (batch: [Marked], derived: BackgroundValue<Derived>)?
        // On an error, wait for the other thread before leaving.
        defer { _ = try? next?.derived.value() }
        var index = 0
        while index < marked.count {
            let batch = next?.batch ?? Self.batch(marked, from: index, chunk)
            let derived = if let next { try next.derived.value() } else { try store.read { try derive(batch, $0) } }
            index += batch.count
            next = nil
            if let beside, index < marked.count {
                let batch = Self.batch(marked, from: index, chunk)
                next = (batch, BackgroundValue { () throws(LedgerError) in try beside.read { try derive(batch, $0) } })
            }
            let began = ContinuousClock.now
            let left = try store.store(derived.shards, days: derived.days, waiting: waiting)
            if !waiting, left.count == derived.shards.count { return }
            // Store smaller batches if days hold much.
            let took = ContinuousClock.now - began
            if took > Self.longestTransaction {
                chunk = max(1, chunk / 2)
            } else if took < Self.longestTransaction / 4 {
                chunk = min(Self.longestChunk, chunk * 2)
            }
            progress?(index, marked.count)
        }
    }

    /// Derives from a snapshot the shards of `range` that it lacks: those that are marked, or all if the stored
    /// timeline has another key.
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

    /// Derives the shards that a piece without a row overlaps, and adds them to the overlay.
    func lay(_ extra: StoredTrace, over overlay: inout Overlay, _ snapshot: Snapshot) throws {
        guard let span = extra.trace.span, let range = Shard.covering(span) else { return }
        overlay.add(try derive(range.map { (Shard($0), 0) }, snapshot, extra: extra))
    }

    /// The next shards to derive together. Neighbours share most of the evidence around them.
    private static func batch(_ marked: [Marked], from index: Int, _ chunk: Int64) -> [Marked] {
        let first = marked[index].shard.number
        return Array(marked[index...].prefix { $0.shard.number < first + chunk })
    }

    private func derive(
        _ batch: [Marked], _ snapshot: Snapshot, extra: StoredTrace? = nil
    ) throws -> Derived {
        let whole = Interval(batch[0].shard.interval.start, batch[batch.count - 1].shard.interval.end)
        let window = Interval(
            compiledJob.sweep.window(of: batch[0].shard).start,
            compiledJob.sweep.window(of: batch[batch.count - 1].shard).end)
        let working = try compiledJob.workingHours(in: whole, snapshot)
        var traces = try snapshot.traces(in: window, needs: compiledJob.needs)
        if let extra { traces.append(extra) }
        compiledJob.takeOff(&traces)
        compiledJob.place(&traces, working)
        let places = Dictionary(
            traces.indices.map { (traces[$0].trace.row, $0) }, uniquingKeysWith: { first, _ in first })
        let byTime = TracesByTime(traces, lead: batch[0].shard.interval.start - window.start)
        var derived: [DerivedShard] = []
        for (shard, seq) in batch {
            let near = byTime.near(shard.interval, within: compiledJob.sweep.window(of: shard))
            let segments = compiledJob.sweep.segments(
                of: shard, evidence: near, working: working.intervals(in: shard.interval))
            var rows = Set(segments.map(\.row))
            for trace in near where shard.interval.contains(trace.at) { rows.insert(trace.row) }
            let readings = rows.sorted().compactMap { places[$0].map { reading(traces[$0]) } }
            derived.append(DerivedShard(shard: shard, dirtySeq: seq, segments: segments, readings: readings))
        }
        var days: [DayBounds] = []
        for (shard, _) in batch {
            for day in compiledJob.days(meeting: shard.interval, working)
            where !days.contains(where: { $0.day == day.day }) {
                days.append(day)
            }
        }
        return Derived(shards: derived, traces: traces, days: days)
    }

    private func reading(_ item: StoredTrace) -> StoredReading {
        let reading = compiledJob.engine.read(item.facts, correction: item.correction)
        let isWork = compiledJob.sweep.rules.isWork(item.trace)
        return StoredReading(
            row: item.trace.row, at: item.trace.at, meaning: reading.meaning, sourceRow: item.sourceRow,
            skills: reading.skills.compactMap(\.value), isWork: isWork,
            sign: isSigned(item.trace, reading.sign, isWork) ? reading.sign : nil)
    }

    /// Whether a piece shows what its sign says: a shift on call is no incident, and neither is the merge of a branch
    /// that is named for one. What a calendar says of an incident counts though nobody else is on it.
    private func isSigned(_ trace: TraceEvidence, _ sign: WorkSign?, _ isWork: Bool) -> Bool {
        guard let sign, (trace.span?.seconds ?? 0) < WorkSign.longest, !trace.flags.contains(.merge) else {
            return false
        }
        return isWork
            || sign == .incident && trace.kind == .event && !trace.isOff && !trace.isForetold && trace.standing.counts
    }
}

/// Evidence in order of time, to find what is near a shard without looking at all of it.
private struct TracesByTime {
    private let traces: [TraceEvidence]
    /// The indices of pieces that reach further from their time than a window from its shard.
    private let reaching: [Int]

    /// - Parameter lead: How far a window reaches beyond its shard on each side, in seconds.
    init(_ traces: [StoredTrace], lead: Int64) {
        // Sort keys, because the values are large to move.
        let order = traces.enumerated().map { (at: $1.trace.at, row: $1.trace.row, place: $0) }
        let sorted = order.sorted { ($0.at, $0.row) < ($1.at, $1.row) }.map { traces[$0.place].trace }
        self.traces = sorted
        reaching = sorted.indices.filter { place in
            guard let span = sorted[place].span else { return false }
            return span.start < sorted[place].at - lead || span.end > sorted[place].at + lead
        }
    }

    /// The pieces whose time is in `window` or whose span overlaps the shard.
    func near(_ shard: Interval, within window: Interval) -> [TraceEvidence] {
        let places = first(from: window.start)..<first(from: window.end)
        var near = Array(traces[places])
        for place in reaching where !places.contains(place) {
            if traces[place].span?.overlaps(shard) == true { near.append(traces[place]) }
        }
        return near
    }

    /// The index of the first piece at or after `instant`.
    private func first(from instant: Instant) -> Int {
        var (low, high) = (0, traces.count)
        while low < high {
            let middle = (low + high) / 2
            if traces[middle].at < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Brings the stored timeline up to date.
extension LedgerArea {
    /// Derives everything that is marked, and waits for other programs that write. Imports end with this.
    func settleTimeline(progress: ((Int, Int) -> Void)? = nil) throws(LedgerError) {
        // Safe for derived data, which can be derived again after a crash.
        let mode = try ImportMode(store)
        defer { withExtendedLifetime(mode) {} }
        try settle(try ownReckoning(), nil, waiting: true, progress: progress)
    }

    /// Starts the stored timeline over if My job has moved the bounds of days. Derives nothing yet.
    func settleDays() throws(LedgerError) { _ = try isSettled(try ownReckoning(), waiting: true) }

    private func ownReckoning() throws(LedgerError) -> CompiledJob {
        try store.read { snapshot in
            let myJob = try snapshot.myJob()
            return try CompiledJob(myJob, zones: world.ownZones(myJob, snapshot))
        }
    }

    /// Derives and stores the marked shards of a range, or all. Starts the stored timeline over first if its key is
    /// another. Without `waiting` it gives up if another program writes; the question then overlays what is missing.
    func settle(
        _ compiledJob: CompiledJob, _ range: ClosedRange<Int64>?, waiting: Bool, progress: ((Int, Int) -> Void)? = nil
    ) throws(LedgerError) {
        guard try isSettled(compiledJob, waiting: waiting) else { return }
        try Derivation(compiledJob: compiledJob, isSettled: true)
            .settle(store, range, waiting: waiting, progress: progress)
    }

    private func isSettled(_ compiledJob: CompiledJob, waiting: Bool) throws(LedgerError) -> Bool {
        guard try store.read({ try $0.derivationKey() }) != compiledJob.key else { return true }
        return try store.beginTimeline(
            compiledJob.key, reach: compiledJob.myJob.settings.reach, waiting: waiting
        ) { local in
            let day = floorDivision(local, 86_400)
            let civil = CivilDay(number: day)
            return compiledJob.zones.zone(on: civil).instant(civil, seconds: local - day * 86_400)
        }
    }
}
