import Foundation
import LedgerModel
import LedgerOperations
import Synchronization
import TestSupport

/// Three weeks of Mina Weber, who runs restores and patches: a ledger so small that its figures can be added up by
/// hand (`KnownFiguresTests`), made by the use cases that people and sources come in by.
///
/// It is asked on Tuesday 17 March 2026 at 13:00 in Berlin. Every id in it is the same in every run.
final class KnownLedger: Sendable {
    let ledger: Ledger
    let folder = TemporaryFolder()
    private let repositories: [GitFixture]
    private let sourceNames: Mutex<[(id: String, name: String)]>

    /// What is asked about: 2 to 17 March.
    static let period = Period(since: CivilDay(iso: "2026-03-02")!, until: CivilDay(iso: "2026-03-18")!)

    /// One for all tests that run at the same time, since nothing that is asked changes it; its files go with the last.
    static func shared() async throws -> KnownLedger { try await shelf.take() }
    private static let shelf = Shelf()

    private actor Shelf {
        private weak var known: KnownLedger?
        private var making: Task<KnownLedger, any Error>?

        func take() async throws -> KnownLedger {
            if let known { return known }
            if let making { return try await making.value }
            let task = Task { try await KnownLedger() }
            making = task
            defer { making = nil }
            let made = try await task.value
            known = made
            return made
        }
    }

    init() async throws {
        sourceNames = Mutex([])
        repositories = try Self.makeRepositories()
        let held = Held()
        var world = Self.world()
        world.ulid = { held.ulid(at: $0) }
        ledger = try Ledger(path: folder.file("ledger.sqlite"), world: world)

        held.step("my job")
        try ledger.myJob.load(Self.myJob)
        try ledger.importing.addMe("mina@example.org", name: "Mina Weber")
        try await readSources(held)
        try write(held)
    }

    static func world() -> World {
        var world = World(
            now: { FixedWorld.now }, machineZone: FixedWorld.berlin,
            zoneNamed: { $0 == "Europe/Berlin" ? FixedWorld.berlin : nil })
        world.gitTimeout = .seconds(900)
        return world
    }

    /// Draws ids, each step anew, so that one more that is drawn in one of them changes no other.
    private final class Held: Sendable {
        private let random = Mutex(SeededGenerator(seed: 17))

        func step(_ name: String) { random.withLock { $0 = SeededGenerator(seed: 17, stream: name) } }
        func ulid(at instant: Instant) -> ULID { random.withLock { ULID(at: instant, using: &$0) } }
    }

    // MARK: Sources

    private func readSources(_ held: Held) async throws {
        held.step("calendar")
        let file = folder.write("Work.ics", Self.calendar)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: Double(FixedWorld.now.seconds))], ofItemAtPath: file)
        let calendar = try await ledger.importing.importAll(.calendar, [file], arena: .job) { _, _, _ in }
        guard calendar.failures.isEmpty else { throw KnownLedgerError(text: "\(calendar.failures)") }
        // By the program, which can be kept from seeing whom the machine’s own git settings name.
        for (repository, arena) in zip(repositories, ["job", "job", "side"]) {
            _ = try run(["import", "git", repository.path, "--arena", arena])
        }
        let names = try ledger.asking.sources().map { (id: $0.id.description, name: $0.name) }
        sourceNames.withLock { $0 = names }
    }

    /// Commits: restore 27 February and 9 and 10 March, patching 12 March, tides (a side project) 7 March.
    private static func makeRepositories() throws -> [GitFixture] {
        let restore = try GitFixture(name: "restore")
        try add(
            to: restore,
            [
                ("Read snapshots one by one", "2026-02-27T10:00:00+0100"),
                ("Count what is missing", "2026-02-27T10:40:00+0100"),
                ("Read snapshots in parallel", "2026-03-09T08:20:00+0100"),
                ("Stop at the first gap", "2026-03-09T08:50:00+0100"),
                ("Measure each stage", "2026-03-10T14:00:00+0100"),
                ("Restore indexes last", "2026-03-10T15:00:00+0100"),
                ("Write the drill down", "2026-03-10T16:30:00+0100"),
            ])
        try restore.write("omar\n", to: "omar.txt")
        try restore.commit(
            "Name the hosts", by: "Omar Haddad <omar.haddad@example.com>", at: "2026-03-11T09:00:00+0100")
        let patching = try GitFixture(name: "patching")
        try add(
            to: patching,
            [("List what waits", "2026-03-12T09:30:00+0100"), ("Restart in two halves", "2026-03-12T10:10:00+0100")])
        let tides = try GitFixture(name: "tides")
        try add(to: tides, [("Draw the springs", "2026-03-07T10:00:00+0100")])
        return [restore, patching, tides]
    }

    private static func add(to repository: GitFixture, _ commits: [(subject: String, at: String)]) throws {
        for (number, commit) in commits.enumerated() {
            try repository.write("\(number)\n", to: "Sources/step\(number).swift")
            try repository.commit(commit.subject, at: commit.at)
        }
    }

    // MARK: By hand

    private func write(_ held: Held) throws {
        func note(
            _ text: String, _ day: String, _ clock: String, _ minutes: Int64?, with: [String] = [], tags: [String] = [],
            arena: Arena? = nil
        ) throws -> PublicID {
            held.step(text)
            var request = Capture.NoteRequest(text: text)
            request.at = FixedWorld.at("2026-\(day)", clock)
            request.length = minutes.map { $0 * 60 }
            (request.with, request.tags, request.arena) = (with, tags, arena)
            return try ledger.capture.log(request).id
        }
        _ = try note("Course: section 2", "02-23", "8:45", 45, arena: .growth)
        _ = try note("Course: section 3", "03-02", "8:45", 45, arena: .growth)
        let drill = try note("Restore drill with operations", "03-03", "15:30", 150, with: ["Omar"])
        _ = try note("Answered the auditor", "03-05", "9:10", nil)
        _ = try note("Handbook for newcomers", "03-06", "12:30", 90, tags: ["newcomers"])
        _ = try note("Coffee", "03-12", "18:15", 45, with: ["Helen"], arena: .relationships)
        _ = try note("Reading about routing", "03-13", "13:50", 20, arena: .growth)
        _ = try note("Printer queue cleared", "03-16", "15:00", 60)
        _ = try note("Restore report written", "03-17", "12:00", 60)

        held.step("correction")
        guard let pairing = try ledger.asking.search("\"Pairing\"").hits.first?.id,
            let patch = try ledger.asking.search("\"Patch window\"").hits.first?.id
        else { throw KnownLedgerError(text: "no such meeting") }
        var said = Capture.CorrectionRequest()
        said.responsibility = "onboarding"
        _ = try ledger.capture.correct(pairing.description, said)

        held.step("told")
        var told = Results.ClaimRequest(text: "A restore takes 55 minutes instead of eight hours")
        (told.worth, told.objective, told.figure) = ("improvement", "resilience", "480 → 55 min")
        (told.at, told.cite) = (FixedWorld.at("2026-03-10", "17:00"), [drill.description])
        let first = try ledger.results.addClaim(told)
        try ledger.results.tell(first.description, to: "Maria", at: FixedWorld.at("2026-03-10", "17:30"))
        held.step("not told")
        var untold = Results.ClaimRequest(text: "Patch windows need no night shift")
        (untold.worth, untold.objective) = ("improvement", "peak")
        (untold.at, untold.cite) = (FixedWorld.at("2026-03-13", "11:00"), [patch.description])
        _ = try ledger.results.addClaim(untold)
    }

    // MARK: The program

    /// What the built program prints of this ledger, at the fixed moment.
    func run(_ line: [String]) throws -> String {
        guard let program = BuiltProgram.url else { throw KnownLedgerError(text: "the program is not built") }
        let process = Process()
        process.executableURL = program
        process.arguments =
            line + ["--ledger", ledger.path, "--now", "2026-03-17T12:00:00Z", "--zone", "Europe/Berlin"]
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_NOSYSTEM": "1",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw KnownLedgerError(text: "\(line.joined(separator: " ")): ended with \(process.terminationStatus)")
        }
        return steady(String(decoding: printed, as: UTF8.self))
    }

    // MARK: What is no figure

    /// `text` without what differs from run to run: where the ledger lies, ids of sources, which are made of their
    /// places, and how often it was written to.
    func steady(_ text: String) -> String {
        var text = text
        for repository in repositories { text = text.replacing(repository.folder, with: "/home/mina") }
        text = text.replacing(folder.path, with: "/home/mina")
        let names = sourceNames.withLock { $0 }
        for source in names {
            text = text.replacing(source.id, with: "source-\(source.name.lowercased())")
            var when = Condition()
            when.source = [source.id]
            text = text.replacing(SortGroup.id(of: [when]), with: "group-\(source.name.lowercased())")
        }
        text = text.replacing(/\bs[0-9a-hjkmnp-tv-z]{5,16}\b/) { match in
            names.first { $0.id.hasPrefix(match.output) }.map { "source-\($0.name.lowercased())" }
                ?? String(match.output)
        }
        return text.replacing(/"revision": \d+/, with: "\"revision\": …")
    }
}

struct KnownLedgerError: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
}
