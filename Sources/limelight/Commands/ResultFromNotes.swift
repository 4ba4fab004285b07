import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct ResultFromNotes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "from-notes", abstract: "Keep lines of your notes as results, one key each.",
        discussion: """
            Shows each line of your notes of the last twelve months that could be a
            result, newest first, and asks: y keeps it, e changes its words first, n
            leaves it out for good, Enter asks again another time, u goes back, q stops.
            A result keeps the day of its note and cites it. Lines of goals go to what
            you want next in My job. All of it is one action that limelight undo takes
            back.

            Without a terminal it reads one answer per line: y, n, "e NEW WORDS", an
            empty line, u or q. The ids of lines, or of whole notes, keep those without
            asking; --json lists them.

            EXAMPLES
              limelight result from-notes
              limelight result from-notes --since 2026-01-01 --search restore
              limelight result from-notes n7t2k3/1 n9c4d5
              limelight result from-notes --in Q1 --all
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "Ids of lines or of notes to keep.") var ids: [String] = []
    @Option(help: ArgumentHelp("Which notes, as `limelight search` takes it.", valueName: "query"))
    var search: String?
    @Flag(help: "Keep all of them without asking.") var all = false

    func validate() throws {
        guard ids.isEmpty || !all else { throw ValidationError("Give ids, or --all.") }
    }

    func run() throws {
        let ledger = try globals.open()
        // Which notes are meant is said by ids or a search; without either it is the last year.
        let asked =
            try period.isUnsaid
            ? (ids.isEmpty && search == nil ? ledger.asking.lastTwelveMonths() : nil) : period.choose(ledger).period
        let lines = try ledger.results.noteLines(search ?? "", asked)
        if ids.isEmpty, !all {
            guard !output.json else { return Console.print(["lines": .array(lines.map(Self.json))]) }
            guard !lines.isEmpty else {
                Console.say("No line of these notes waits to be a result.")
                throw ExitCode(1)
            }
            return try NoteLinesTalk(ledger).hold(lines)
        }
        let chosen = all ? lines : try ledger.results.noteLines(named: ids, among: lines)
        let kept = try ledger.results.keep(chosen.map { ($0, .keep($0.text)) })
        if output.json {
            Console.print(["ids": .array(kept.claims.map { .string($0.description) }), "wanted": JSON(kept.wanted)])
        } else {
            NoteLinesTalk.say(kept)
        }
        if chosen.isEmpty { throw ExitCode(1) }
    }

    private static func json(_ line: Results.NoteLine) -> JSON {
        [
            "id": .string(line.id), "note": .string(line.note.description), "text": .string(line.text),
            "date": .string(line.span.text), "first": .string(line.span.first.iso), "last": .string(line.span.last.iso),
            "becomes": .string(line.isWanted ? "next" : "result"),
        ]
    }
}
