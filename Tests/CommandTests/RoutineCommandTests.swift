import Foundation
import LedgerModel
import TestSupport
import Testing

/// Runs the built binary in a home of its own, with programs that only pretend to be cron and systemd.
@Suite("The routine comes and goes without a trace")
struct RoutineCommandTests {
    private static let crontab = """
        #!/bin/sh
        T="$HOME/table"
        case "$1" in
        -l) if [ -e "$T" ]; then cat "$T"; else echo "no crontab for me" >&2; exit 1; fi ;;
        -r) rm "$T" ;;
        *) cp "$1" "$T" ;;
        esac

        """

    private static let systemctl = """
        #!/bin/sh
        [ -e "$HOME/no-systemd" ] && exit 1
        W="$HOME/.config/systemd/user/timers.target.wants"
        case "$2" in
        enable) mkdir -p "$W"; ln -s "../$4" "$W/$4" ;;
        disable) rm -f "$W/$4" ;;
        esac
        exit 0

        """

    /// A folder whose name every one of the formats has to escape, with the two programs beside it.
    private final class World {
        let folder = TemporaryFolder()
        let home: String
        let ledger: String

        init(systemd: Bool) throws {
            home = folder.path + "/h 50% o'k \"q\""
            ledger = home + "/l.sqlite"
            try FileManager.default.createDirectory(atPath: home + "/bin", withIntermediateDirectories: true)
            for (name, text) in [
                ("crontab", RoutineCommandTests.crontab), ("systemctl", RoutineCommandTests.systemctl),
            ] {
                let file = home + "/bin/" + name
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
            }
            if !systemd { try "".write(toFile: home + "/no-systemd", atomically: true, encoding: .utf8) }
            #expect(try run("log", "restore drill", "--for", "50m").status == 0)
            #expect(try run("me", "add", "dana@example.com").status == 0)
        }

        func run(_ arguments: String..., now: String = "2026-03-20T16:00:00Z") throws -> (status: Int32, out: String) {
            let process = Process()
            let binary: URL = try #require(TranscriptTests.binary)
            process.executableURL = binary
            process.arguments = arguments + ["--ledger", ledger, "--now", now, "--zone", "Europe/Berlin"]
            process.environment = ["HOME": home, "PATH": home + "/bin:/usr/bin:/bin", "LANG": "C.UTF-8"]
            process.standardInput = FileHandle.nullDevice
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
            let out = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: out, as: UTF8.self))
        }

        /// Every path with its content, but the ledger's own.
        func everything() throws -> [String: Data?] {
            var all: [String: Data?] = [:]
            for path in try FileManager.default.subpathsOfDirectory(atPath: home) where !path.hasPrefix("l.sqlite") {
                all[path] = FileManager.default.contents(atPath: home + "/" + path)
            }
            return all
        }

        func mode(_ path: String) throws -> Int {
            try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        }
    }

    @Test("By systemd: two files and a link come, and go with the folders that were made for them")
    func systemd() throws {
        let world = try World(systemd: true)
        let before = try world.everything()
        let dry = try world.run("routine", "on", "--dry-run")
        #expect(dry.status == 0 && dry.out.hasPrefix("Nothing is changed."))
        #expect(try world.everything() == before)
        let on = try world.run("routine", "on", "--at", "16:30")
        #expect(on.status == 0, "\(on.out)")
        let files = try world.everything().filter { $0.key.hasSuffix(".service") || $0.key.hasSuffix(".timer") }
        #expect(files.keys.filter { !$0.contains("wants") }.count == 2)
        for (path, content) in files where !path.contains("wants") {
            let text = String(decoding: try #require(content), as: UTF8.self)
            #expect(text.split(separator: "\n").allSatisfy { on.out.contains($0) }, "\(path) is shown as it is")
            #expect(try world.mode(world.home + "/" + path) == 0o600)
        }
        #expect(try world.run("routine", "status").out.contains("On, started by systemd."))
        #expect(try world.run("routine", "on").status == 0)
        #expect(try world.run("routine", "off").status == 0)
        #expect(try world.everything() == before)
        #expect(try world.run("routine", "off").status == 1)
    }

    @Test("By systemd: folders that were there stay")
    func keptFolders() throws {
        let world = try World(systemd: true)
        try FileManager.default.createDirectory(
            atPath: world.home + "/.config/systemd/user", withIntermediateDirectories: true)
        let before = try world.everything()
        for _ in 0..<2 { #expect(try world.run("routine", "on").status == 0) }
        #expect(try world.run("routine", "off").status == 0)
        #expect(try world.everything() == before)
    }

    @Test(
        "By cron: the table is the same before and after, byte for byte",
        arguments: [nil, "", "# mine\n5 4 * * * x\n", "5 4 * * * caf\u{E9} without end"] as [String?])
    func cron(table: String?) throws {
        let world = try World(systemd: false)
        let file = world.home + "/table"
        if let table { try table.write(toFile: file, atomically: true, encoding: .isoLatin1) }
        let before = try world.everything()
        let on = try world.run("routine", "on")
        #expect(on.status == 0 && on.out.hasPrefix("On: cron starts it each day at 15:00."), "\(on.out)")
        let line = try #require(String(contentsOfFile: file, encoding: .isoLatin1).split(separator: "\n").last)
        #expect(line.hasPrefix("0 15 * * * ") && on.out.contains(line))
        #expect(try world.run("routine").out.contains("On, started by cron."))
        #expect(try world.run("routine", "on", "--at", "7:05").status == 0)
        #expect(try world.run("routine", "off").status == 0)
        #expect(try world.everything() == before)
    }

    @Test("What cron runs is the routine of this ledger, whatever its path")
    func started() throws {
        let world = try World(systemd: false)
        #expect(try world.run("routine", "on").status == 0)
        let table = try String(contentsOfFile: world.home + "/table", encoding: .utf8)
        // As cron does it: the fields go, and a backslash before a percent sign.
        let command = table.split(separator: " ", maxSplits: 5)[5].replacing("\\%", with: "%").dropLast()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", String(command)]
        process.environment = ["HOME": world.home, "PATH": "/usr/bin:/bin"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(FileManager.default.fileExists(atPath: world.ledger + ".reviews/.last-run"))
    }

    @Test("It writes what is due once, for the person alone; off leaves what it wrote")
    func written() throws {
        let world = try World(systemd: true)
        let folder = world.ledger + ".reviews"
        #expect(try world.run("routine", "run").out.isEmpty)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == [".last-run", "week-of-2026-03-16.eml", "week-of-2026-03-16.html"])
        #expect(try world.mode(folder) == 0o700)
        for name in names { #expect(try world.mode(folder + "/" + name) == 0o600) }
        let first = try Data(contentsOf: URL(fileURLWithPath: folder + "/week-of-2026-03-16.html"))
        _ = try world.run("log", "another thing", "--for", "20m")
        // The next day nothing is due; what was written stays, and is still named.
        #expect(try world.run("routine", "run", now: "2026-03-21T16:00:00Z").status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/week-of-2026-03-16.html")) == first)
        #expect(
            try world.run("routine").out.contains("It last wrote week-of-2026-03-16.eml and week-of-2026-03-16.html"))
        _ = try world.run("routine", "run", now: "2026-04-01T16:00:00Z")
        #expect(FileManager.default.fileExists(atPath: folder + "/quarter-2026-Q1.html"))
        _ = try world.run("routine", "on")
        #expect(try world.run("routine", "off").out.contains("What it wrote stays in"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/.last-run"))
    }

    @Test("Forgetting writes the reviews that hold a name anew, and leaves the others as they are")
    func forgotten() throws {
        let world = try World(systemd: true)
        let folder = world.ledger + ".reviews"
        func page(_ name: String) throws -> String {
            try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        for day in ["2026-03-12T10:00", "2026-03-19T10:00"] {
            let guest = day.hasPrefix("2026-03-19") ? "Jonas O'Neil" : "Maria Keller"
            #expect(try world.run("log", "planning", "--at", day, "--for", "30m", "--with", guest).status == 0)
        }
        _ = try world.run("routine", "run", now: "2026-03-13T16:00:00Z")
        _ = try world.run("routine", "run")
        try page("week-of-2026-03-16.html").write(toFile: folder + "/copy.html", atomically: true, encoding: .utf8)
        #expect(try page("week-of-2026-03-16.html").contains("Jonas O"))
        let before = try (page("week-of-2026-03-09.html"), page("week-of-2026-03-16.eml"))
        let refused = try world.run("people", "forget", "Jonas O'Neil")
        #expect(refused.out.contains("hold it and are rewritten without it: week-of-2026-03-16."))
        #expect(refused.out.contains("may contain it and stay: copy."))
        #expect(try page("week-of-2026-03-16.html").contains("Jonas O"))
        let done = try world.run("people", "forget", "Jonas O'Neil", "--yes")
        #expect(done.out.contains("Rewritten beside the ledger: week-of-2026-03-16."))
        #expect(done.out.contains("Not written by the routine, and may still contain it: \(folder)/copy.html"))
        #expect(try !page("week-of-2026-03-16.html").contains("Jonas"))
        #expect(try page("week-of-2026-03-09.html") == before.0)
        #expect(try page("week-of-2026-03-16.eml") != before.1)
        #expect(try world.mode(folder + "/week-of-2026-03-16.html") == 0o600)
    }

    @Test("A review as a file is for the person alone, and its mail to nobody else")
    func files() throws {
        let world = try World(systemd: true)
        for name in ["r.html", "r.eml", "q.html"] {
            let more = name.hasPrefix("q") ? "--quarter" : "--week=2026-03-16"
            #expect(try world.run("review", more, "-o", world.home + "/" + name).status == 0)
            #expect(try world.mode(world.home + "/" + name) == 0o600)
        }
        let mail = try String(contentsOfFile: world.home + "/r.eml", encoding: .utf8)
        #expect(mail.hasPrefix("X-Unsent: 1\r\n") && mail.contains("dana@example.com"))
        #expect(mail.prefix { $0 != "\u{0}" }.ranges(of: "@").count == 2)
        #expect(try world.run("me", "remove", "dana@example.com").status == 0)
        let refused = try world.run("review", "-o", world.home + "/n.eml")
        #expect(refused.status == 2 && refused.out.contains("limelight me add ADDRESS"))
        #expect(try world.run("review", "-o", world.home + "/n.txt").status == 2)
    }
}
