import LedgerModel
import LedgerOperations
import LedgerStore
import Synchronization
import TestSupport

@testable import LocalServer

/// A small ledger in a folder of its own, and the site over it.
final class ServerWorld: Sendable {
    let folder = TemporaryFolder()
    let ledger: Ledger
    let site: Site
    static let secret = String(repeating: "s", count: 50)

    init(demo: Bool = false, now: Instant = FixedWorld.now, silence: Duration = .seconds(900)) throws {
        var world = World(
            now: { now }, machineZone: FixedWorld.berlin,
            zoneNamed: { $0 == "Europe/Berlin" ? FixedWorld.berlin : nil })
        world.fetchTimeout = 900
        world.gitTimeout = silence
        ledger = try Ledger(path: folder.file("ledger.sqlite"), world: world)
        if demo { try LedgerStore(path: ledger.path).write(at: FixedWorld.now) { try $0.markDemo(seed: "17") } }
        let clock = Clock()
        // A small one in place of the made-up year, which takes seconds to make.
        let path = folder.file("demo.sqlite")
        site = try Site(ledger: ledger, secret: Self.secret, clock: { clock.now.withLock { $0 } }) { [world] in
            let demo = try Ledger(path: path, world: world)
            _ = try demo.capture.log(Capture.NoteRequest(text: "a drill that never was"))
            return demo
        }
        self.clock = clock
    }

    private let clock: Clock

    /// What the machine's clock says to links.
    private final class Clock: Sendable {
        let now = Mutex<Int64>(1_773_748_800)
    }

    var now: Int64 {
        get { clock.now.withLock { $0 } }
        set { clock.now.withLock { $0 = newValue } }
    }

    func link() -> String {
        EnterRoute.link(token: OneTimeLinks.token(secret: Self.secret, now: now))
    }

    /// A day of work: a note of an hour, one of a moment, and a result that nobody has heard of.
    func fill() throws {
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "resilience", label: "Resilience", owner: "Maria")]
        myJob.responsibilities = [Responsibility(key: "payments", label: "Payments stay up")]
        myJob.people = [MyJobPerson(key: "maria", label: "Maria", role: .decider)]
        try ledger.myJob.load(myJob)
        let drill = try note("restore drill", at: "10:30", minutes: 60, with: ["Maria"])
        try note("answered Tom", at: "12:10")
        try note("handbook chapter", at: "9:20", minutes: 20, arena: .growth)
        var claim = Results.ClaimRequest(text: "Restore takes an hour instead of a day")
        claim.objective = "resilience"
        claim.cite = [drill.description]
        _ = try ledger.results.addClaim(claim)
    }

    /// The same with a calendar of two meetings.
    func fillWithSource() async throws {
        try fill()
        try await readCalendar(named: "Work")
    }

    func readCalendar(named name: String) async throws {
        let text = Self.calendar(name: name, [("a", "20260316T090000Z"), ("b", "20260317T140000Z")])
        let file = folder.write("\(folder.path.hashValue).ics", text)
        _ = try await ledger.importing.importAll(.calendar, [file], arena: nil) { _, _, _ in }
    }

    /// Meetings of half an hour with Maria.
    static func calendar(name: String, _ events: [(uid: String, start: String)]) -> String {
        let bodies = events.map { event in
            "BEGIN:VEVENT\r\nUID:\(event.uid)\r\nDTSTART:\(event.start)\r\nDURATION:PT30M\r\nSUMMARY:Meeting \(event.uid)\r\n"
                + "ATTENDEE;CN=Maria Keller:mailto:maria@example.org\r\nEND:VEVENT\r\n"
        }
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:\(name)\r\n" + bodies.joined()
            + "END:VCALENDAR\r\n"
    }

    @discardableResult
    func note(
        _ text: String, at clock: String, minutes: Int64? = nil, with: [String] = [], arena: Arena? = nil,
        tags: [String] = []
    ) throws -> PublicID {
        var request = Capture.NoteRequest(text: text)
        request.at = FixedWorld.at("2026-03-17", clock)
        request.length = minutes.map { $0 * 60 }
        request.with = with
        request.arena = arena
        request.tags = tags
        return try ledger.capture.log(request).id
    }

    /// The site without a socket: its port is none, so its name is plain `localhost`.
    func browse<Value>(_ visit: @escaping @Sendable (Browser) async throws -> Value) async throws -> Value {
        try await visit(Browser(client: ResponderClient(site.responder())))
    }

    /// The same, already in.
    func browseInside<Value>(_ visit: @escaping @Sendable (Browser) async throws -> Value) async throws -> Value {
        let link = link()
        return try await browse { browser in try await visit(browser.entering(link)) }
    }
}
