import Foundation
import TestSupport

/// A ledger in which everything that no surface may show has been read, and copies of it to run commands on.
final class SentinelWorld {
    struct Run {
        var arguments: [String]
        var out: String
        var err: String
        /// Nil when it did not end by itself.
        var code: Int32?

        var said: String { out + err }
    }

    let binary: URL
    let folder = TemporaryFolder()
    private let shared: GitFixture
    private let attic: GitFixture

    init(binary: URL) throws {
        self.binary = binary
        shared = try Sentinels.sharedRepository()
        attic = try Sentinels.privateRepository()
    }

    /// Reads all of it twice, with the private sources marked in between.
    func plant() throws -> [Run] {
        folder.write("work.ics", Sentinels.workCalendar)
        folder.write("home.ics", Sentinels.homeCalendar)
        folder.write("inbox.txt", Sentinels.inbox)
        folder.write("job.yaml", Sentinels.myJob)
        var runs = [try run(["me", "add", "mina@example.org"]), try run(["job", "load", "job.yaml"])]
        for _ in 0..<2 {
            runs.append(try run(["import", "calendar", "work.ics", "home.ics", "--arena", "job"]))
            runs.append(try run(["import", "git", shared.path, attic.path, "--arena", "job"]))
            runs.append(try run(["import", "inbox", "inbox.txt"]))
            for source in try sources() where source.place.hasSuffix("home.ics") || source.place.hasSuffix("Attic") {
                runs.append(try run(["sources", "private", source.id, "--yes"]))
            }
        }
        runs.append(
            try run(
                [
                    "result", "add", "Restore takes an hour instead of a day", "--objective", "resilience", "--cite",
                ] + ids("zqseenreview") + ids("source:Zqownhome") + ids("source:Attic")))
        return runs
    }

    /// Every command, as the program describes itself.
    func commands() throws -> [CommandTree.Leaf] {
        let dump = try run(["--experimental-dump-help"], inWorld: false).out
        return try JSONDecoder().decode(CommandTree.self, from: Data(dump.utf8)).leaves
    }

    /// Id and place of each source.
    func sources() throws -> [(id: String, place: String)] {
        try run(["sources", "--json"]).out
            .matches(of: /"id": "(s[a-z0-9]{16})"[^}]*"locator": "([^"]+)"/)
            .map { (String($0.output.1), String($0.output.2)) }
    }

    /// The ids of what a search finds.
    func ids(_ query: String) throws -> [String] {
        try run(["search", query, "--limit", "200", "--json"]).out
            .matches(of: /"id": "([a-z0-9]{17})"/).map { String($0.output.1) }
    }

    /// Runs a command on the ledger, or on `ledger`, with nobody at the terminal; ended after a minute.
    func run(_ arguments: [String], ledger: String? = nil, inWorld: Bool = true) throws -> Run {
        let process = Process()
        process.executableURL = binary
        process.arguments =
            arguments + (inWorld ? ["--now", "2026-03-17T12:00:00Z", "--zone", "Europe/Berlin"] : [])
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
            "LIMELIGHT_LEDGER": ledger ?? folder.file("ledger.sqlite"), "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null", "EDITOR": "true",
        ]
        let (out, err) = (folder.file(".out"), folder.file(".err"))
        for path in [out, err] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: err)
        try process.run()
        let deadline = Date().addingTimeInterval(60)
        while process.isRunning, Date() < deadline { usleep(2_000) }
        let ended = !process.isRunning
        if !ended { process.terminate() }
        process.waitUntilExit()
        return Run(
            arguments: arguments, out: Self.text(out), err: Self.text(err),
            code: ended ? process.terminationStatus : nil)
    }

    /// The same on a copy that goes afterwards, so that no command meets what another did.
    func runAside(_ arguments: [String]) throws -> Run {
        let copy = folder.file("aside.sqlite")
        for end in ["", "-wal", "-shm"] { folder.removeFile("aside.sqlite" + end) }
        try FileManager.default.copyItem(atPath: folder.file("ledger.sqlite"), toPath: copy)
        return try run(arguments, ledger: copy)
    }

    /// The bytes of a file as text, whatever they are.
    static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    func text(_ name: String) -> String { Self.text(folder.file(name)) }
}
