import Attribution
package import LedgerModel
import LedgerStore
import Questions
import Timeline

/// Questions to a single state of the ledger. Figures, lists and the revision that come from one inquiry agree.
///
/// It holds a snapshot and what most answers need of it, each read only once. It is valid only inside the `inquire`
/// that hands it out.
package final class Inquiry {
    let snapshot: Snapshot
    let path: String
    package let isBegun: Bool
    let world: World
    /// The moment of all questions in this inquiry.
    package let now: Instant
    package let myJob: MyJob
    /// The zones in which days are shown.
    package let zones: ZoneHistory
    /// The zones in which days are stored.
    /// Those in which the days of notes and events are kept, whatever `--zone` shows.
    let ownZones: ZoneHistory
    private var compiled: CompiledJob?
    private var everybody: KnownPeople?
    private var compiledByOwn: Derivation?
    private var known: WhoIsWho?
    private var inheritance: (days: ClosedRange<CivilDay>, inherited: Inherited)?

    init(_ snapshot: Snapshot, _ area: some LedgerArea) throws {
        self.snapshot = snapshot
        path = area.store.path
        isBegun = area.store.isBegun
        world = area.world
        now = world.now()
        myJob = try snapshot.myJob()
        ownZones = try world.ownZones(myJob, snapshot)
        zones = world.zoneOverride.map { ZoneHistory($0) } ?? ownZones
    }

    package var today: CivilDay { zones.day(of: now) }

    /// Raised with every change of the ledger.
    package var revision: Int64 { get throws { try snapshot.revision } }

    /// Everybody whom the ledger or My job knows.
    func knownPeople() throws -> KnownPeople {
        if let everybody { return everybody }
        let read = try snapshot.knownPeople()
        everybody = read
        return read
    }

    /// My job compiled for the zones in which days are shown.
    func compiledJob() throws -> CompiledJob {
        if let compiled { return compiled }
        let made = try CompiledJob(myJob, zones: zones)
        compiled = made
        return made
    }

    /// Whom names and addresses mean.
    func who() throws -> WhoIsWho {
        if let known { return known }
        let made = WhoIsWho(myJob, try snapshot.known())
        known = made
        return made
    }

    /// The derivation, which uses the zones of the ledger whatever `--zone` says.
    func derivation() throws -> Derivation {
        if let compiledByOwn { return compiledByOwn }
        let compiledJob = try zones == ownZones ? compiledJob() : CompiledJob(myJob, zones: ownZones)
        let made = Derivation(
            compiledJob: compiledJob, isSettled: try snapshot.derivationKey() == compiledJob.key)
        compiledByOwn = made
        return made
    }

    /// The shards among these that are not stored in their present state, derived from this snapshot. Nearly always
    /// none.
    func overlay(_ shards: ClosedRange<Int64>?) throws -> Derivation.Overlay {
        try derivation().overlay(snapshot, shards)
    }

    /// Everything from which an answer over a period is computed.
    struct AnswerInputs {
        let base: AnswerBase
        let compiledJob: CompiledJob
        let cells: CellReader
    }

    /// - Parameters:
    ///   - grain: The columns by which the question tells cells apart.
    ///   - previous: Whether to include the period before, for comparison.
    func inputs(_ period: Period, by grain: CellGrain = .whole, previous: Bool = false) throws -> AnswerInputs {
        let compiledJob = try compiledJob()
        let passed = period.clipped(to: today)
        let whole = passed.interval(zones)
        let range = Interval(whole.start, min(whole.end, max(whole.start, now)))
        let before = passed.previous.interval(zones)
        let span = Interval(previous ? before.start : range.start, range.end)
        // Days are read for more than the span, so only for questions that tell responsibilities apart.
        let cells = try grain.contains(.responsibility) ? cellReader(span) : openReader(span)
        let working = try compiledJob.workingHours(in: span, snapshot)
        let sources = try snapshot.sources()
        var base = AnswerBase(
            now: now, zones: zones, period: period, myJob: myJob, working: working,
            cells: try cells.cells(range, by: grain),
            previous: previous ? try cells.cells(before, by: grain) : [],
            sourceNames: Dictionary(uniqueKeysWithValues: sources.map { ($0.rowID, $0.name) }),
            sourceKinds: Set(sources.map(\.kind)),
            revision: try revision, heardUntil: heardUntil(sources))
        base.calendarNames = Dictionary(
            uniqueKeysWithValues: sources.filter { $0.kind == .calendar }.map { ($0.rowID, $0.name) })
        base.fine = Set(try snapshot.saidFine().filter { $0.holds(on: today) }.map(\.what))
        base.asking = try OpenQuestions(sources, me: snapshot.me()).first(sources)
        return AnswerInputs(base: base, compiledJob: compiledJob, cells: cells)
    }

    /// A reader of the timeline for a span.
    func cellReader(_ span: Interval) throws -> CellReader {
        let inherited = try inherited(span)
        var reader = try openReader(span)
        reader.inherited = inherited
        return reader
    }

    /// A reader that knows only what hand and rule say.
    func openReader(_ span: Interval) throws -> CellReader {
        let derivation = try derivation()
        var overlay = try Shard.covering(span).map { try derivation.overlay(snapshot, $0) } ?? Derivation.Overlay()
        if let timer = try openTimerTrace() { try derivation.lay(timer, over: &overlay, snapshot) }
        return CellReader(
            snapshot: snapshot, compiledJob: try compiledJob(), overlay: overlay,
            storedDaysFit: derivation.isSettled && zones == ownZones)
    }

    /// What open work inherits in a span, by the days of the person's own zone whatever `--zone` shows. Read once for
    /// spans within each other.
    func inherited(_ span: Interval?) throws -> Inherited {
        guard let days = try inheritanceDays(span) else { return .none }
        if let known = inheritance, known.days.lowerBound <= days.lowerBound, days.upperBound <= known.days.upperBound {
            return known.inherited
        }
        let derivation = try derivation()
        let range = Interval(ownZones.start(of: days.lowerBound), ownZones.start(of: days.upperBound + 1))
        let reader = CellReader(
            snapshot: snapshot, compiledJob: derivation.compiledJob,
            overlay: try Shard.covering(range).map { try derivation.overlay(snapshot, $0) } ?? Derivation.Overlay(),
            storedDaysFit: derivation.isSettled)
        let cells = try reader.cells(range, by: [.day, .project, .arena, .responsibility])
        let inherited = Inheritance(cells).inherited(zones: ownZones)
        inheritance = (days, inherited)
        return inherited
    }

    /// The days that decide what a span inherits: its quarters, and as much before and after as work inherits from.
    /// `nil` if nothing is on record.
    func inheritanceDays(_ span: Interval?) throws -> ClosedRange<CivilDay>? {
        guard let shards = try snapshot.firstAndLastShard() else { return nil }
        let first = ownZones.day(of: max(span?.start ?? .first, Shard(shards.lowerBound).interval.start))
        let until = min(
            span?.end ?? .last, Shard(shards.upperBound).interval.end, ownZones.start(of: ownZones.day(of: now) + 1))
        let last = max(first, ownZones.day(of: until))
        return first.firstOfQuarter - Inheritance.reach...last.firstOfQuarter.adding(months: 3) - 1 + Inheritance.reach
    }

    /// Until when the most recent calendar with meetings is true; `nil` if there is none.
    private func heardUntil(_ sources: [Source]) -> Instant? {
        let holidays = myJob.settings.holidayNames
        return sources.filter { !holidays.contains($0.name.lowercased()) }.compactMap(\.speaksUntil).max()
    }

    /// The open timer as a piece. It counts up to now, at most twelve hours, and has no row in the store.
    private func openTimerTrace() throws -> StoredTrace? {
        guard let timer = try snapshot.openTimer(), timer.at < now else { return nil }
        let end = min(now, timer.at + OpenTimer.longest)
        let trace = TraceEvidence(
            row: 0, id: PublicID(.timer, "open"), source: "", kind: .timer, at: timer.at, until: end,
            headCount: timer.people.count)
        let facts = EvidenceFacts(
            kind: .timer, at: timer.at, title: timer.text, people: timer.people.map(\.name), tags: timer.tags)
        return StoredTrace(trace: trace, facts: facts, correction: nil, sourceRow: 0)
    }
}
