import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

struct Sort: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort", abstract: "Explain the hours: the largest unknown ones first, one key each.",
        discussion: """
            Shows what your time went to that nobody has explained yet, largest first: a
            repository, a meeting, a calendar, a kind of ticket, a tag. One key says what
            it was for, and a rule in My job remembers it, for the past and from now on.

            Without a terminal it reads one answer a line: a key or a word as mine,
            "not mine", growth, relationships, side, personal, ignore, later, parts,
            undo, quit, the name of a responsibility, or "+ NAME" for a new one.

            EXAMPLES
              limelight sort
              limelight sort --in quarter
              limelight sort --json
              printf 'restores\\nmine\\nlater\\n' | limelight sort
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let asked = period.isUnsaid ? try ledger.asking.lastTwelveMonths() : try period.resolve(ledger)
        if output.json {
            Console.print(SortOutput.json(try ledger.asking.sortSheet(asked)))
            return
        }
        var run = SortRun(ledger: ledger, period: asked)
        try run.begin()
    }
}
