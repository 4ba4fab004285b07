import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "A day or a week, minute by minute.",
        discussion:
            "EXAMPLES\n  limelight timeline\n  limelight timeline --day yesterday\n  limelight timeline --in week")
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("One day: 2026-03-17, yesterday, monday.", valueName: "day")) var day: String?

    func validate() throws {
        guard day == nil || period.isUnsaid else { throw ValidationError("--day goes with no other period.") }
    }

    func run() throws {
        let ledger = try globals.open()
        let named = try day.map { (text: String) throws(LedgerError) in
            ChosenPeriod(try Period(day: text, today: ledger.asking.today()))
        }
        let chosen = try named ?? period.choose(ledger, otherwise: .day, isExact: output.json)
        let view = try ledger.asking.timeline(chosen.period)
        if output.json {
            Console.print(TimelineOutput.json(view))
        } else {
            Console.print(TimelineOutput.document(view).headed(chosen.aside))
        }
        if view.stretches.isEmpty, view.plans.isEmpty { throw ExitCode(1) }
    }
}
