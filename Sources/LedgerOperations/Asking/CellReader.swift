import Attribution
import LedgerModel
import LedgerStore
import Questions
import Timeline

/// Reads day cells for any range up to now, in whatever state the stored timeline is.
struct CellReader {
    let snapshot: Snapshot
    let compiledJob: CompiledJob
    let overlay: Derivation.Overlay
    /// Whether the stored cells have the same days as this question, and so can be used.
    let storedDaysFit: Bool
    /// What open work inherits.
    var inherited = Inherited.none

    /// The shards to use instead of the stored ones.
    var laid: [DerivedShard] { Array(overlay.shards.values) }

    /// The cells of the days in `range`, with the last day clipped at its end. Whole days that the overlay does not
    /// touch come from the store, summed over the columns that `grain` leaves out. Other days are computed from
    /// segments.
    func cells(_ range: Interval, by grain: CellGrain = .whole) throws -> [DayCell] {
        guard !range.isEmpty else { return [] }
        guard storedDaysFit else { return try fromSegments(range) }
        var result: [DayCell] = []
        var run: ClosedRange<CivilDay>?
        for day in compiledJob.zones.days(meeting: range) {
            let bounds = compiledJob.zones.interval(of: day)
            if let part = bounds.clipped(to: range), part != bounds || isOverlaid(bounds) {
                if let stored = run { result += try snapshot.cells(of: stored, by: grain, inherited: inherited) }
                run = nil
                result += try fromSegments(part)
            } else {
                run = (run?.lowerBound ?? day)...day
            }
        }
        if let stored = run { result += try snapshot.cells(of: stored, by: grain, inherited: inherited) }
        return result
    }

    private func isOverlaid(_ day: Interval) -> Bool {
        guard !overlay.isEmpty, let shards = Shard.covering(day) else { return false }
        return shards.contains { overlay.shards[$0] != nil }
    }

    private func fromSegments(_ range: Interval) throws -> [DayCell] {
        struct Key: Hashable {
            var day: CivilDay
            var project: String
            var source: Int64
            var meaning: Meaning
            var kind: EvidenceKind
        }
        let working = try compiledJob.workingHours(in: range, snapshot)
        var cells: [Key: DayCell] = [:]
        func add(_ key: Key, spent: Spent = .zero, outside: Int64 = 0, pieces: Int = 0) {
            var cell =
                cells[key]
                ?? DayCell(day: key.day, project: key.project, source: key.source, meaning: key.meaning, kind: key.kind)
            cell.spent += spent
            cell.outside += outside
            cell.pieces += pieces
            cells[key] = cell
        }
        let segments = try openSegments(range)
        let pieces = try self.pieces(range)
        for bounds in compiledJob.days(meeting: range, working) {
            guard let day = bounds.interval.clipped(to: range) else { continue }
            for item in segments {
                guard let part = item.segment.interval.clipped(to: day) else { continue }
                let seconds = item.segment.grade == .possible ? 0 : part.seconds - [part].overlap(with: bounds.working)
                add(
                    Key(
                        day: bounds.day, project: item.project, source: item.source,
                        meaning: inherited.meaning(item.meaning, of: item.project, at: part.start), kind: item.kind),
                    spent: Spent(item.segment.grade, part.seconds), outside: seconds)
            }
            for piece in pieces where day.contains(piece.at) {
                add(
                    Key(
                        day: bounds.day, project: piece.project, source: piece.source,
                        meaning: inherited.meaning(piece.meaning, of: piece.project, at: piece.at), kind: piece.kind),
                    pieces: 1)
            }
        }
        return cells.values.sorted { $0.day < $1.day }
    }

    /// The same as `segments` without names, which is many times faster.
    func plainSegments(_ range: Interval) throws -> [PlainSegment] {
        overlay.isEmpty ? try snapshot.plainSegments(in: range) : try openSegments(range).map(PlainSegment.init)
    }

    /// The segments in time order, with what they inherit.
    func segments(_ range: Interval) throws -> [ReadSegment] {
        let open = try openSegments(range)
        guard !inherited.isEmpty else { return open }
        return open.map { item in
            var item = item
            item.meaning = inherited.meaning(item.meaning, of: item.project, at: item.segment.interval.start)
            return item
        }
    }

    /// The stored segments with the overlay on top of them, in time order, as hand and rule left them.
    func openSegments(_ range: Interval) throws -> [ReadSegment] {
        let stored = try snapshot.segments(in: range)
        guard !overlay.isEmpty else { return stored }
        var result = stored.filter { overlay.shards[Shard(containing: $0.segment.interval.start).number] == nil }
        for derived in overlay.shards.values {
            let readings = Dictionary(derived.readings.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
            for segment in derived.segments {
                guard let part = segment.interval.clipped(to: range), let trace = overlay.traces[segment.row],
                    let reading = readings[segment.row]
                else { continue }
                var clipped = segment
                clipped.interval = part
                result.append(
                    ReadSegment(
                        segment: clipped, id: trace.trace.id,
                        title: trace.trace.flags.contains(.isPrivate) ? "" : trace.facts.title,
                        project: trace.facts.project, kind: trace.trace.kind, source: reading.sourceRow,
                        meaning: reading.meaning, skills: reading.skills))
            }
        }
        return result.sorted { $0.segment.interval.start < $1.segment.interval.start }
    }

    /// The person's own pieces with a sign, oldest first.
    func signed(_ range: Interval) throws -> [SignedPiece] {
        try openSigned(range).map { piece in
            var piece = piece
            piece.meaning = inherited.meaning(piece.meaning, of: piece.project, at: piece.at)
            return piece
        }
    }

    private func openSigned(_ range: Interval) throws -> [SignedPiece] {
        let stored = try snapshot.signed(in: range)
        guard !overlay.isEmpty else { return stored }
        var result = stored.filter { overlay.shards[Shard(containing: $0.at).number] == nil }
        for derived in overlay.shards.values {
            for reading in derived.readings
            where range.contains(reading.at) && derived.shard.interval.contains(reading.at) {
                guard let sign = reading.sign, let item = overlay.traces[reading.row],
                    item.trace.flags.isDisjoint(with: .isPrivate)
                else { continue }
                result.append(
                    SignedPiece(
                        id: item.trace.id, sign: sign, at: reading.at, seconds: item.trace.span?.seconds ?? 0,
                        title: item.facts.title, project: item.facts.project, source: reading.sourceRow,
                        meaning: reading.meaning))
            }
        }
        return result.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    private typealias Piece = (at: Instant, project: String, source: Int64, meaning: Meaning, kind: EvidenceKind)

    private func pieces(_ range: Interval) throws -> [Piece] {
        var result: [Piece] = try snapshot.pieces(in: range).filter {
            overlay.shards[Shard(containing: $0.at).number] == nil
        }
        for derived in overlay.shards.values {
            for reading in derived.readings
            where reading.isWork && range.contains(reading.at) && derived.shard.interval.contains(reading.at) {
                guard let trace = overlay.traces[reading.row] else { continue }
                result.append((reading.at, trace.facts.project, reading.sourceRow, reading.meaning, trace.trace.kind))
            }
        }
        return result
    }
}
