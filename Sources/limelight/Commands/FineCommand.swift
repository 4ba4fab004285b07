import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct FineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fine", abstract: "Say that something is fine as it is: no advice about it.",
        discussion: """
            record: little is on record. sort: hours are not placed. review: the week is
            not reviewed. sync: sources are not read again. alone: nobody else could run
            something. agree:KEY: the measure of a responsibility is not agreed. About
            people: limelight people rest NAME.
            Without a word, it lists what is fine. limelight undo takes it back.

            EXAMPLES
              limelight fine record
              limelight fine agree:restores --until 2026-09-01
              limelight fine record --end
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "What is fine.") var what: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("The day on which it is over.", valueName: "day"))
    var until: String?
    @Flag(help: "Give advice about it again.") var end = false

    func validate() throws {
        guard !end || until == nil else { throw ValidationError("Give --until or --end, not both.") }
        guard what != nil || (!end && until == nil) else { throw ValidationError("Say what is fine.") }
    }

    func run() throws {
        let ledger = try globals.open()
        guard let what else { return try list(ledger) }
        guard !end else {
            return Console.say("There is advice again where \(TerminalText.line(try ledger.myJob.advise(what))).")
        }
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        let day = try until.map { (text: String) throws(LedgerError) in try spoken.readDay(text) }
        let words = TerminalText.line(try ledger.myJob.fine(what, until: day))
        Console.say("No advice where \(words)\(Self.span(day)). To undo: limelight undo")
    }

    private func list(_ ledger: Ledger) throws {
        let fine = try ledger.myJob.allFine()
        guard !fine.isEmpty else { return Console.say("Nothing is called fine: there is advice about everything.") }
        for item in fine {
            Console.say(
                "\(item.said.what.id): no advice where \(TerminalText.line(item.words))\(Self.span(item.said.until))")
        }
    }

    private static func span(_ day: CivilDay?) -> String { day.map { ", until \(Period.date($0))" } ?? "" }
}
