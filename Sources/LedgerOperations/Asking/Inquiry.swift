import Attribution
package import LedgerModel
import LedgerStore
import Questions
import Timeline

/// Questions to one state of the ledger: figure, list and revision of all that is asked through it agree.
///
/// It holds a snapshot and what most answers need of it, each read once. It is good inside the `inquire` that hands it
/// out, and nowhere else.
package final class Inquiry {
    let snapshot: Snapshot
    let path: String
    package let isBegun: Bool
    private let world: World
    /// The one moment at which everything is asked.
    package let now: Instant
    package let myJob: MyJob
    /// The zones that days are told in.
    package let zones: ZoneHistory
    /// The zones that stored days are cut by.
    private let ownZones: ZoneHistory
    private var compiled: CompiledJob?
    private var compiledByOwn: Derivation?

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

    /// My job made ready for reading pieces in the zones that days are told in.
    func compiledJob() throws -> CompiledJob {
        if let compiled { return compiled }
        let made = try CompiledJob(myJob, zones: zones)
        compiled = made
        return made
    }

    /// The same for deriving, by the ledger’s own zones, whatever `--zone` says.
    func derivation() throws -> Derivation {
        if let compiledByOwn { return compiledByOwn }
        let compiledJob = try zones == ownZones ? compiledJob() : CompiledJob(myJob, zones: ownZones)
        let made = Derivation(
            compiledJob: compiledJob, isSettled: try snapshot.derivationKey() == compiledJob.key)
        compiledByOwn = made
        return made
    }

    /// What of these shards is not in the store as it should be, derived from this snapshot; nearly always nothing.
    func overlay(_ shards: ClosedRange<Int64>?) throws -> Derivation.Overlay {
        try derivation().overlay(snapshot, shards)
    }

    /// Everything that an answer over a period is computed from.
    struct AnswerInputs {
        let base: AnswerBase
        let compiledJob: CompiledJob
        let cells: CellReader
    }

    /// - Parameters:
    ///   - grain: what the question tells cells apart by.
    ///   - previous: with the period before, to compare with.
    func inputs(_ period: Period, by grain: CellGrain = .whole, previous: Bool = false) throws -> AnswerInputs {
        let compiledJob = try compiledJob()
        let passed = period.clipped(to: today)
        let whole = passed.interval(zones)
        let range = Interval(whole.start, min(whole.end, max(whole.start, now)))
        let before = passed.previous.interval(zones)
        let span = Interval(previous ? before.start : range.start, range.end)
        let cells = try cellReader(span)
        let working = try compiledJob.workingHours(in: span, snapshot)
        let sources = try snapshot.sources()
        let base = AnswerBase(
            now: now, zones: zones, period: period, myJob: myJob, working: working,
            cells: try cells.cells(range, by: grain),
            previous: previous ? try cells.cells(before, by: grain) : [],
            sourceNames: Dictionary(uniqueKeysWithValues: sources.map { ($0.rowID, $0.name) }),
            sourceKinds: Set(sources.map(\.kind)),
            revision: try revision, heardUntil: heardUntil(sources))
        return AnswerInputs(base: base, compiledJob: compiledJob, cells: cells)
    }

    /// What the timeline holds in a span.
    func cellReader(_ span: Interval) throws -> CellReader {
        let derivation = try derivation()
        var overlay = try Shard.covering(span).map { try derivation.overlay(snapshot, $0) } ?? Derivation.Overlay()
        if let timer = try openTimerTrace() { try derivation.lay(timer, over: &overlay, snapshot) }
        return CellReader(
            snapshot: snapshot, compiledJob: try compiledJob(), overlay: overlay,
            storedDaysFit: derivation.isSettled && zones == ownZones)
    }

    /// Until when the freshest calendar of meetings speaks; `nil` without one.
    private func heardUntil(_ sources: [Source]) -> Instant? {
        let holidays = myJob.settings.holidayNames
        return sources.filter { !holidays.contains($0.name.lowercased()) }.compactMap(\.speaksUntil).max()
    }

    /// An open timer counts up to now, for at most twelve hours, and is nowhere stored.
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
