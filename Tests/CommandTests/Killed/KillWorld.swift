import Foundation
import TestSupport

/// A repository and a calendar to import, and what a ledger holds when nothing disturbs that.
final class KillWorld: CustomStringConvertible {
    let folder = TemporaryFolder()
    let binary: String
    private(set) var reference = LedgerContent()
    /// How long each command takes undisturbed, in seconds.
    private(set) var lengths: [KillCommand: Double] = [:]

    init(binary: String, commits: Int = 400, events: Int = 120) throws {
        self.binary = binary
        try makeRepository(commits)
        makeCalendar(events)
        let ledger = folder.file("reference.sqlite")
        for command in KillCommand.allCases {
            // The first run of a program reads it from the disk.
            if command == .log { _ = try run(ledger, command.arguments("first")) }
            let start = ContinuousClock.now
            _ = try run(ledger, command.arguments("second"))
            let length = start.duration(to: .now).components
            lengths[command] = Double(length.seconds) + Double(length.attoseconds) / 1e18
        }
        reference = try content(ledger)
    }

    var description: String {
        lengths.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key) \(Int($0.value * 1000)) ms" }
            .joined(separator: ", ")
    }

    /// A command to its end. Throws when it does not exit with 0.
    func run(_ ledger: String, _ arguments: [String]) throws -> String {
        let process = start(ledger, arguments)
        try process.run()
        process.waitUntilExit()
        let printed = output
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let complaint = (try? String(contentsOfFile: folder.file(".err"), encoding: .utf8)) ?? ""
            throw Failed(command: arguments.joined(separator: " "), complaint: complaint + printed)
        }
        return printed
    }

    struct Failed: Error, CustomStringConvertible {
        var command: String
        var complaint: String
        var description: String { "\(command): \(complaint)" }
    }

    /// What the last command printed.
    var output: String { (try? String(contentsOfFile: folder.file(".out"), encoding: .utf8)) ?? "" }

    func start(_ ledger: String, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments =
            arguments + ["--ledger", ledger, "--now", "2026-03-17T12:00:00Z", "--zone", "Europe/Berlin"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = emptyFile(".out")
        process.standardError = emptyFile(".err")
        return process
    }

    private func emptyFile(_ name: String) -> FileHandle? {
        _ = FileManager.default.createFile(atPath: folder.file(name), contents: nil)
        return FileHandle(forWritingAtPath: folder.file(name))
    }

    func content(_ ledger: String) throws -> LedgerContent {
        let totals = try run(
            ledger, ["totals", "--by", "project", "--since", "2025-03-01", "--until", "2026-03-01", "--json"])
        return LedgerContent(export: try run(ledger, ["export", "-"]), totals: totals)
    }

    /// Two thirds of the commits are Dana's, on as many days.
    private func makeRepository(_ commits: Int) throws {
        var stream = ""
        for number in 0..<commits {
            let author = number % 3 == 2 ? "Kim <kim@example.org>" : "Dana Ortiz <dana@example.com>"
            let date = "\(1_741_600_000 + number * 61_003) +0100"
            let message = "fix: restore step \(number)\n\nTested-by: Omar Haddad <omar@example.org>\n"
            let text = "step \(number)\n"
            stream += """
                commit refs/heads/main
                author \(author) \(date)
                committer \(author) \(date)
                data \(message.utf8.count)
                \(message)
                M 100644 inline part\(number % 7)/file\(number % 31).txt
                data \(text.utf8.count)
                \(text)

                """
        }
        let fixture = try GitFixture(name: "unused", isBare: true)
        let place = folder.file("runbooks")
        try fixture.git(["init", "-q", "-b", "main", place], at: folder.path)
        try fixture.git(["fast-import", "--quiet"], at: place, input: Data(stream.utf8))
        try fixture.git(["config", "user.email", "dana@example.com"], at: place)
    }

    /// Every fifth event is a series of twelve weeks.
    private func makeCalendar(_ events: Int) {
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:Work\r\n"
        for number in 0..<events {
            let day = 1 + number % 28
            let month = 3 + number / 28 % 9
            let date = "2025\(month < 10 ? "0" : "")\(month)\(day < 10 ? "0" : "")\(day)"
            text += "BEGIN:VEVENT\r\nUID:\(number)@example.org\r\nSUMMARY:Review \(number)\r\n"
            text += "DTSTART:\(date)T\(10 + number % 8)0000Z\r\nDURATION:PT45M\r\n"
            if number % 5 == 0 { text += "RRULE:FREQ=WEEKLY;COUNT=12\r\n" }
            text += "ATTENDEE;CN=Maria Keller:mailto:maria@example.com\r\nEND:VEVENT\r\n"
        }
        folder.write("work.ics", text + "END:VCALENDAR\r\n")
    }
}

/// What is killed, by turns.
enum KillCommand: String, CaseIterable {
    case log, git, calendar

    func arguments(_ note: String) -> [String] {
        switch self {
        case .log: ["log", note]
        case .git: ["import", "git", "runbooks", "--arena", "job"]
        case .calendar: ["import", "calendar", "work.ics", "--arena", "job"]
        }
    }
}
