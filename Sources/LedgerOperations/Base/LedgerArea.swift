import Attribution
package import LedgerModel
import LedgerStore
import Questions

/// One area of use cases, as a small value over the store and the world.
///
/// An area that needs another one creates it in a property, so that the dependencies can be read from the code.
protocol LedgerArea: Sendable {
    var store: LedgerStore { get }
    var world: World { get }
    init(store: LedgerStore, world: World)
}

extension LedgerArea {
    /// This area for the ledger of another area.
    init(_ other: some LedgerArea) { self.init(store: other.store, world: other.world) }

    var now: Instant { world.now() }

    /// Writes with the present My job as context.
    func write<Value>(_ work: (Transaction) throws -> Value) throws(LedgerError) -> Value {
        try store.write(at: now, nil, work)
    }

    func ulid() -> ULID { world.ulid(now) }

    /// The context of an import.
    func context(_ myJob: MyJob) -> WriteContext {
        WriteContext(
            now: now, reach: myJob.settings.reach, leavesPeopleOut: myJob.settings.leavesOut.contains(.people),
            machines: Machines(myJob.settings.machines))
    }

    /// The context of an import of a source, with the private rules of My job.
    func context(_ myJob: MyJob, of source: Source) throws(LedgerError) -> WriteContext {
        var context = context(myJob)
        let rules = try PrivateRules(myJob, zones: ownZones(myJob))
        if !rules.isEmpty { context.hides = { rules.hides(EvidenceFacts($0, from: [source])) } }
        return context
    }

    func myJob() throws(LedgerError) -> MyJob { try store.read { try $0.myJob() } }

    func ownZones(_ myJob: MyJob) throws(LedgerError) -> ZoneHistory {
        try store.read { try world.ownZones(myJob, $0) }
    }

    func zones(_ myJob: MyJob) throws(LedgerError) -> ZoneHistory { try store.read { try world.zones(myJob, $0) } }

    func today() throws(LedgerError) -> CivilDay {
        try store.read { try world.zones($0.myJob(), $0).day(of: now) }
    }
}

extension World {
    /// The zones of the ledger: that of `--zone`, else the history in My job, else that of the first write, else the
    /// machine’s.
    func zones(_ myJob: MyJob, _ snapshot: Snapshot) throws -> ZoneHistory {
        if let zone = zoneOverride { return ZoneHistory(zone) }
        return try ownZones(myJob, snapshot)
    }

    /// The same without `--zone`. Stored cells use these zones.
    func ownZones(_ myJob: MyJob, _ snapshot: Snapshot) throws -> ZoneHistory {
        guard myJob.settings.zones.isEmpty else {
            return ZoneHistory(try myJob.settings.zones.map { ($0.from, try zone(named: $0.zone)) })
        }
        if let home = try snapshot.homeZone, let zone = zoneNamed(home) { return ZoneHistory(zone) }
        return ZoneHistory(zoneOverride ?? machineZone)
    }

    private func zone(named name: String) throws(LedgerError) -> Zone {
        guard let zone = zoneNamed(name) else {
            throw LedgerError(.badZone, "there is no time zone “\(name)”", hint: "Write a name such as Europe/Berlin.")
        }
        return zone
    }

    /// Stores the zone with the first write, so that days keep their meaning.
    func settleZone(_ transaction: Transaction) throws {
        let snapshot = transaction.snapshot
        guard try snapshot.homeZone == nil, try transaction.myJob().settings.zones.isEmpty else { return }
        try transaction.setHomeZone((zoneOverride ?? machineZone).name)
    }
}

extension LedgerArea {
    /// The key of the item that `text` names by its key or label; empty for `unknown`.
    func namedKey(_ text: String, _ what: String, _ known: [(key: String, label: String)]) throws(LedgerError)
        -> String
    {
        let wanted = text.trimmed.lowercased()
        if wanted == "unknown" { return "" }
        if let match = known.first(where: { $0.key.lowercased() == wanted || $0.label.lowercased() == wanted }) {
            return match.key
        }
        let suggestion = nearest(to: wanted, among: known.map(\.key))
        let list: Advice =
            known.isEmpty
            ? "none yet; add them with \(offer: .editJob)" : Advice(known.map(\.key).joined(separator: ", "))
        throw LedgerError(
            .notFound, "there is no \(what) “\(text)”\(suggestion.map { "; did you mean “\($0)”?" } ?? "")",
            hint: "Known: \(list).")
    }
}

/// What the use cases need from outside the ledger. Tests use a fixed one.
package struct World: Sendable {
    package var now: @Sendable () -> Instant
    /// The machine's zone, for a ledger that has none.
    package var machineZone: Zone
    /// `--zone`: the zone for reading and writing, whatever the ledger says.
    package var zoneOverride: Zone?
    package var zoneNamed: @Sendable (String) -> Zone?
    /// Called once if something is written to a ledger in a place where it can be damaged.
    package var remark: @Sendable (String) -> Void
    /// The longest wait for a document from the web, in seconds.
    package var fetchTimeout: Int64 = 60
    /// How long git may be silent before the repository is skipped.
    package var gitTimeout: Duration = .seconds(60)
    let candidateMemory = CandidateMemory()
    /// Draws the id of what is written at a moment.
    package var ulid: @Sendable (Instant) -> ULID = { instant in
        var random = SystemRandomNumberGenerator()
        return ULID(at: instant, using: &random)
    }

    package init(
        now: @escaping @Sendable () -> Instant, machineZone: Zone, zoneOverride: Zone? = nil,
        zoneNamed: @escaping @Sendable (String) -> Zone?, remark: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.now = now
        self.machineZone = machineZone
        self.zoneOverride = zoneOverride
        self.zoneNamed = zoneNamed
        self.remark = remark
    }
}
