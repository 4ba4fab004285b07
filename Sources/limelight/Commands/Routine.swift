import ArgumentParser
import LedgerModel
import LedgerOperations
import LocalFiles
import Questions
import Renderings
import Routine

struct RoutineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routine", abstract: "Have this machine read your sources and write your reviews.",
        discussion: """
            Every day it reads your sources again. From Friday on, it writes the week’s
            review to a folder beside the ledger, as HTML and as a draft mail to yourself
            that is not sent. After a quarter, it writes the page of the quarter.

            EXAMPLES
              limelight routine on --dry-run
              limelight routine on --at 16:30
              limelight routine status
              limelight routine off
            """,
        subcommands: [RoutineOn.self, RoutineOff.self, RoutineStatus.self, RoutineRun.self],
        defaultSubcommand: RoutineStatus.self)
}

extension Routine.Starter: ExpressibleByArgument {}

struct RoutineOn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "on", abstract: "Run it every day, and say what was installed.",
        discussion: "EXAMPLES\n  limelight routine on --dry-run\n  limelight routine on --at 16:30")
    @OptionGroup var globals: Globals
    @Option(help: ArgumentHelp("The time of day, by this machine’s clock.", valueName: "time")) var at = "15:00"
    @Option(help: ArgumentHelp("What starts it; by default, what this machine has.", valueName: "what"))
    var using: Routine.Starter?
    @Flag(help: "Only show what would be installed.") var dryRun = false

    func run() async throws {
        let ledger = try globals.open()
        let routine = try RoutinePlace.routine(ledger.path, minute: Self.minute(at))
        let starter: Routine.Starter
        if let using { starter = using } else { starter = try await routine.usualStarter() }
        let done = try await dryRun ? routine.installation(starter) : routine.on(starter)
        let when = starter == .systemd ? ", while you are logged in" : ""
        Console.say(
            dryRun
                ? "Nothing is changed. This would start it each day at \(routine.clock)\(when):"
                : "On: \(starter.rawValue) starts it each day at \(routine.clock)\(when).")
        if starter == .launchd { Console.say("launchd is untested: check that it runs.") }
        for text in done.texts {
            Console.print("\n\(text.place)")
            for line in text.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                Console.print(line.isEmpty ? "" : "  \(line)")
            }
        }
        if !done.commands.isEmpty {
            Console.say("\n\(dryRun ? "It would run" : "It ran")")
            for command in done.commands { Console.print("  \(command.joined(separator: " "))") }
        }
        Console.say(
            """

            It reads your sources again and writes reviews to \(routine.folder).
            Nothing leaves this machine except requests for the calendars that you gave an address for.
            To remove it completely: limelight routine off
            """)
    }

    static func minute(_ text: String) throws -> Int {
        guard let seconds = SpokenTime.clock(text) else {
            throw LedgerError(.badTime, "“\(text)” is not a time of day", hint: "Write, for example, --at 15:00.")
        }
        return Int(seconds / 60)
    }
}

struct RoutineOff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "off", abstract: "Stop it, and remove everything it installed.",
        discussion: "EXAMPLES\n  limelight routine off")
    @OptionGroup var globals: Globals

    func run() async throws {
        let routine = try RoutinePlace.routine(globals.path)
        let gone = try await routine.off()
        RoutineRecord.forget(in: routine.folder)
        guard !gone.isEmpty else {
            Console.say("It is not on.")
            throw ExitCode(1)
        }
        let kept = fileExists(routine.folder) ? " What it wrote stays in \(routine.folder)." : ""
        Console.say("Off. Removed from \(Words.list(gone.map(\.rawValue))).\(kept)")
    }
}

struct RoutineStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Whether it is on, what starts it, and what it wrote last.",
        discussion: "EXAMPLES\n  limelight routine status\n  limelight routine status --json")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let routine = try RoutinePlace.routine(globals.path)
        let starters = try await routine.starters()
        let last = RoutineRecord(in: routine.folder)
        if output.json {
            Console.print(
                try globals.look().asking.envelope("routine") + [
                    "on": .bool(!starters.isEmpty),
                    "using": .array(starters.map { .string($0.rawValue) }), "folder": .string(routine.folder),
                    "last_run": last.map { record in
                        [
                            "at": .string(record.at),
                            "wrote_at": record.wroteAt.isEmpty ? nil : .string(record.wroteAt),
                            "wrote": .array(record.wrote.map { .string($0) }),
                            "problem": .string(record.problem),
                        ]
                    } ?? nil,
                ])
            return
        }
        Console.say(
            starters.isEmpty
                ? "Off. Turn it on with: limelight routine on"
                : "On, started by \(Words.list(starters.map(\.rawValue))).")
        guard let last else {
            if !starters.isEmpty { Console.say("It has not run yet.") }
            return
        }
        Console.say("It last ran \(last.at).")
        if !last.wrote.isEmpty {
            Console.say("It last wrote \(Words.list(last.wrote)), \(last.wroteAt), in \(routine.folder).")
        }
        if !last.problem.isEmpty { Console.say("It met a problem: \(last.problem)") }
    }
}

/// What the machine starts every day. The date decides what is due.
struct RoutineRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Do what is due now.", shouldDisplay: false)
    @OptionGroup var globals: Globals

    func run() async throws {
        let ledger = try globals.open()
        let routine = try RoutinePlace.routine(ledger.path)
        let folder = try ledger.reviewing.reviewFolder(routine.folder)
        var record = RoutineRecord(
            at: try ledger.asking.zones().civil(ledger.now).rfc3339, after: RoutineRecord(in: folder))
        do {
            let report = try await ledger.importing.sync { _, _, _ in }
            if let failure = report.failures.first {
                record.problem = "\(failure.locator): \(failure.error.message)"
            }
            try write(ledger, folder, &record)
        } catch let error as LedgerError {
            record.problem = error.message
            try record.keep(in: folder)
            throw error
        }
        try record.keep(in: folder)
    }

    private func write(_ ledger: Ledger, _ folder: String, _ record: inout RoutineRecord) throws {
        let due = try ledger.reviewing.routineDue { fileExists(folder + "/" + $0) }
        var names: [String] = []
        if let week = due.week { names += try ledger.reviewing.keep(week: week, in: folder, by: ReviewPaper.render) }
        if let quarter = due.quarter {
            names += try ledger.reviewing.keep(quarter: quarter, in: folder, by: ReviewPaper.render)
        }
        for name in names { record.add(name) }
    }
}
