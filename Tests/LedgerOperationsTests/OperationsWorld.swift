import LedgerModel
import LedgerOperations
import LedgerStore
import Synchronization
import TestSupport

/// A ledger in a folder of its own, with a clock that a test sets.
final class OperationsWorld: Sendable {
    let folder = TemporaryFolder()
    let ledger: Ledger

    let world: World

    init(
        zone: Zone = FixedWorld.berlin, now: Instant = FixedWorld.now,
        zones: [Zone] = [FixedWorld.berlin, FixedWorld.newYork, .utc], silence: Duration = .seconds(900)
    ) throws {
        let clock = SharedClock(now)

        var world = World(
            now: { clock.now }, machineZone: zone,
            zoneNamed: { name in zones.first { $0.name == name } })
        // Beside other tests a thread may have to wait for long.
        world.fetchTimeout = 900
        world.gitTimeout = silence
        // The same ids in every run: what a seeded test does depends on their order.
        let ids = SharedIDs()
        world.ulid = { ids.next(at: $0) }
        self.world = world
        shared = clock
        ledger = try Ledger(path: folder.file("ledger.sqlite"), world: world)
    }

    private let shared: SharedClock

    func set(_ now: Instant) { shared.set(now) }

    /// The same ledger, opened once more.
    func reopened() throws -> Ledger { try Ledger(path: ledger.path, world: world) }

    func at(_ clock: String, _ day: String = "2026-03-17") -> Instant { FixedWorld.at(day, clock) }

    @discardableResult
    func note(
        _ text: String, at: Instant, minutes: Int64? = nil, with: [String] = [], tags: [String] = [],
        arena: Arena? = nil
    ) throws -> PublicID {
        var request = Capture.NoteRequest(text: text)
        request.at = at
        request.length = minutes.map { $0 * 60 }
        request.with = with
        request.tags = tags
        request.arena = arena
        return try ledger.capture.log(request).id
    }

    static let silent: ImportProgress = { _, _, _ in }

    /// Writes a calendar of these events and imports it.
    @discardableResult
    func importCalendar(_ name: String, _ events: [String], arena: Arena? = nil) async throws -> ImportReport {
        let text =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:\(name)\r\n"
            + events.map { "BEGIN:VEVENT\r\n\($0.replacing("\n", with: "\r\n"))\r\nEND:VEVENT\r\n" }.joined()
            + "END:VCALENDAR\r\n"
        let file = folder.write("\(name).ics", text)
        return try await ledger.importing.importAll(.calendar, [file], arena: arena, progress: Self.silent)
    }

    /// The demo year as it is imported, with everything in My job but the rules, which it has never had.
    func fillWithUnsortedDemo() async throws {
        _ = try await ledger.keeping.fillWithDemo(seed: 17, progress: Self.silent)
        try dropRules()
    }

    /// As if there had never been a rule: leaving one out of My job only ends it.
    private func dropRules() throws {
        let store = try LedgerStore(path: ledger.path)
        var myJob = try store.read({ try $0.myJob() })
        myJob.rules = []
        let action = world.ulid(world.now())
        try store.write(at: world.now()) { try $0.save(myJob, action: action, verb: "job") }
    }

    var march: Period { Period(since: CivilDay(iso: "2026-03-01")!, until: CivilDay(iso: "2026-04-01")!) }
}

final class SharedIDs: Sendable {
    private let random = Mutex(SeededGenerator(seed: 17))
    func next(at instant: Instant) -> ULID { random.withLock { ULID(at: instant, using: &$0) } }
}

final class SharedClock: Sendable {
    private let value: Mutex<Instant>
    init(_ now: Instant) { value = Mutex(now) }
    var now: Instant { value.withLock { $0 } }
    func set(_ now: Instant) { value.withLock { $0 = now } }
}
