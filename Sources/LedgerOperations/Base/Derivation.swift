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
    let compiledJob: CompiledJob
    /// What is stored was derived by the key of `compiledJob`; else nothing of it holds, and nothing is added to it.
    let isSettled: Bool

    /// The most shards that are derived in one go.
    private static let longestChunk: Int64 = 31
    /// What one transaction may take: a capture waits for no longer.
    private static let longestTransaction = Duration.milliseconds(80)

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
        var next: (batch: [Marked], derived: BackgroundValue<Derived>)?
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
                next = (batch, BackgroundValue { () throws(LedgerError) in try beside.read { try derive(batch, $0) } })
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
            compiledJob.sweep.window(of: batch[0].shard).start,
            compiledJob.sweep.window(of: batch[batch.count - 1].shard).end)
        let working = try compiledJob.workingHours(in: whole, snapshot)
        var traces = try snapshot.traces(in: window, needs: compiledJob.needs)
        if let extra { traces.append(extra) }
        compiledJob.takeOff(&traces)
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
        return StoredReading(
            row: item.trace.row, at: item.trace.at, meaning: reading.meaning, sourceRow: item.sourceRow,
            skills: reading.skills.compactMap(\.value), isWork: compiledJob.sweep.rules.isWork(item.trace))
    }
}

/// Traces in order of time, so that those near a shard are found without looking at all of them for each.
private struct TracesByTime {
    private let traces: [TraceEvidence]
    /// Places of those that reach further from their time than a window does from its shard.
    private let reaching: [Int]

    /// - Parameter lead: How far a window begins before its shard and ends after it, in seconds.
    init(_ traces: [StoredTrace], lead: Int64) {
        // Keys are sorted, since a trace is large to move.
        let order = traces.enumerated().map { (at: $1.trace.at, row: $1.trace.row, place: $0) }
        let sorted = order.sorted { ($0.at, $0.row) < ($1.at, $1.row) }.map { traces[$0.place].trace }
        self.traces = sorted
        reaching = sorted.indices.filter { place in
            guard let span = sorted[place].span else { return false }
            return span.start < sorted[place].at - lead || span.end > sorted[place].at + lead
        }
    }

    /// Those whose time lies in `window` or whose span meets the shard.
    func near(_ shard: Interval, within window: Interval) -> [TraceEvidence] {
        let places = first(from: window.start)..<first(from: window.end)
        var near = Array(traces[places])
        for place in reaching where !places.contains(place) {
            if traces[place].span?.overlaps(shard) == true { near.append(traces[place]) }
        }
        return near
    }

    /// The place of the first at or after `instant`.
    private func first(from instant: Instant) -> Int {
        var (low, high) = (0, traces.count)
        while low < high {
            let middle = (low + high) / 2
            if traces[middle].at < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Bringing the stored timeline up to date.
extension LedgerArea {
    /// Derives what is dirty, waiting for other writers; imports end with it.
    func settleTimeline(progress: ((Int, Int) -> Void)? = nil) throws(LedgerError) {
        // What is derived can be derived again.
        let mode = try ImportMode(store)
        defer { withExtendedLifetime(mode) {} }
        try settle(try ownReckoning(), nil, waiting: true, progress: progress)
    }

    /// Begins the stored timeline anew where My job moved the beginnings of days, and derives nothing yet.
    func settleDays() throws(LedgerError) { _ = try isSettled(try ownReckoning(), waiting: true) }

    private func ownReckoning() throws(LedgerError) -> CompiledJob {
        try store.read { snapshot in
            let myJob = try snapshot.myJob()
            return try CompiledJob(myJob, zones: world.ownZones(myJob, snapshot))
        }
    }

    /// Stores what is not derived yet of some shards, or of all. What is stored is begun anew where its key is another.
    /// Without waiting it gives up while somebody else writes: whoever asks lays over what is missing.
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
