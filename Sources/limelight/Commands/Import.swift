import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read a source into the ledger; after the first time, only what is new.",
        discussion: """
            EXAMPLES
              limelight import git ~/work/runbooks ~/work/network --arena job
              limelight import calendar work.ics --arena job
              limelight import calendar https://example.org/me.ics
              limelight import inbox ~/Sync/notes.txt
              limelight import notes brag.md
              limelight import auto ~/work
            """,
        subcommands: [ImportGit.self, ImportCalendar.self, ImportInbox.self, ImportNotes.self, ImportAuto.self])
}

struct ImportOptions: ParsableArguments {
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "What it is for.", valueName: "arena"))
    var arena: Arena?

    func run(_ kind: SourceKind, _ paths: [String]) async throws {
        let ledger = try globals.open(mayBegin: true)
        let progress = ProgressLine()
        let report = try await ledger.importing.importAll(kind, paths, arena: arena, progress: progress.callback)
        progress.finish()
        defer { if !output.json { QuestionPrinter.ask(report, ledger) } }
        try await ImportPrinter.print(report, json: output.json, of: ledger)
    }
}

struct ImportGit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "git", abstract: "Repositories: work trees, bare ones, worktrees, partial and shallow clones.",
        discussion: "EXAMPLES\n  limelight import git ~/work/runbooks --arena job")

    @OptionGroup var options: ImportOptions
    @Argument(help: ArgumentHelp("Folders of repositories.", valueName: "path")) var paths: [String]

    func run() async throws { try await options.run(.git, paths) }
}

struct ImportCalendar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Calendars: .ics files, folders or a .zip of them, or addresses.",
        discussion:
            "EXAMPLES\n  limelight import calendar work.ics --arena job\n  limelight import calendar ~/.calendars\n  limelight import calendar export.zip"
    )

    @OptionGroup var options: ImportOptions
    @Argument(help: ArgumentHelp("Files, folders, archives or addresses.", valueName: "path")) var paths: [String]

    func run() async throws { try await options.run(.calendar, paths) }
}

struct ImportInbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "A synced text file, one note per line.",
        discussion: """
            EXAMPLES
              limelight import inbox ~/Sync/notes.txt

            A line may begin with a date and a time, and end with a length, #tags and
            @people: 2026-03-17 9:30 restore drill done 50m #resilience @Maria_Keller
            """)

    @OptionGroup var options: ImportOptions
    @Argument(help: ArgumentHelp("Text files.", valueName: "path")) var paths: [String]

    func run() async throws { try await options.run(.inbox, paths) }
}

/// Prints what an import did.
enum ImportPrinter {
    static func print(_ report: ImportReport, json: Bool, of ledger: Ledger) async throws {
        if json {
            Console.print(Self.json(report))
        } else {
            for outcome in report.outcomes { print(outcome) }
            if try AlsoYours.ask(report.alsoMine, ledger) {
                let progress = ProgressLine()
                let again = try await ledger.importing.readRepositoriesAgain(progress: progress.callback)
                progress.finish()
                try await print(again, json: false, of: ledger)
            }
        }
        for failure in report.failures { Console.report(failure.error) }
        if !report.failures.isEmpty { throw ExitCode(2) }
    }

    private static func print(_ outcome: ImportOutcome) {
        Console.say(outcome.sentence)
        let shown = outcome.diagnostics.list.prefix(5)
        for warning in shown { Console.note("  warning: \(warning.location): \(warning.message)") }
        if outcome.diagnostics.total > shown.count {
            Console.note("  and \(outcome.diagnostics.total - shown.count) more warnings; see `limelight sources list`")
        }
        for remark in outcome.remarks { Console.note("  \(remark.words)") }
        if outcome.isAskedBefore {
            Console.note("  It still asks something: limelight sources answer \(outcome.source.id)")
        } else {
            for question in outcome.questions { QuestionPrinter.note(question, outcome.source, indent: "  ") }
        }
    }

    private static func json(_ report: ImportReport) -> JSON {
        var total = (read: 0, added: 0, unchanged: 0, updated: 0, withdrawn: 0, skipped: 0)
        let imports = report.outcomes.map { outcome -> JSON in
            let count = outcome.count
            total.read += outcome.read
            total.added += count.added
            total.unchanged += count.unchanged
            total.updated += count.updated
            total.withdrawn += count.withdrawn
            total.skipped += outcome.skipped
            return [
                "source": .string(outcome.source.id.description), "kind": .string(outcome.source.kind.rawValue),
                "read": JSON(outcome.read), "added": JSON(count.added), "unchanged": JSON(count.unchanged),
                "updated": JSON(count.updated), "withdrawn": JSON(count.withdrawn), "skipped": JSON(outcome.skipped),
                "warnings": .array(
                    outcome.diagnostics.list.map { ["where": .string($0.location), "message": .string($0.message)] }),
                "seconds": .integer(outcome.seconds),
            ]
        }
        return [
            "imports": .array(imports), "read": JSON(total.read), "added": JSON(total.added),
            "unchanged": JSON(total.unchanged), "updated": JSON(total.updated), "withdrawn": JSON(total.withdrawn),
            "skipped": JSON(total.skipped), "also_yours": AlsoYours.json(report.alsoMine),
        ]
    }
}

struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Read what is new in every source.",
        discussion: "EXAMPLES\n  limelight sync")

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let progress = ProgressLine()
        let ledger = try globals.open()
        let report = try await ledger.importing.sync(progress: progress.callback)
        progress.finish()
        if report.outcomes.isEmpty, report.failures.isEmpty, !output.json {
            Console.say("There are no sources yet. Add one with: limelight import auto ~")
            throw ExitCode(1)
        }
        try await ImportPrinter.print(report, json: output.json, of: ledger)
    }
}
