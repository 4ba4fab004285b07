import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

struct ScopeAgree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree", abstract: "Remember that a measure was agreed with somebody who decides.",
        discussion: """
            The responsibility is named by its key or its label. Without --with it is the
            first of those who decide about you, whom the answer names. Take it back with `limelight undo`.

            EXAMPLES
              limelight scope agree restores
              limelight scope agree "Restores that work" --with Maria --on yesterday
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "The responsibility.") var responsibility: [String]
    @Option(name: .customLong("with"), help: ArgumentHelp("With whom.", valueName: "name")) var person: String?
    @Option(help: ArgumentHelp("The day; today when left out.", valueName: "day")) var on: String?

    func run() throws {
        let ledger = try globals.open()
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        let day = try on.map { (text: String) throws(LedgerError) in try spoken.readDay(text) }
        let agreed = try ledger.myJob.agree(responsibility.joined(separator: " "), with: person, on: day)
        Console.say(
            "“\(agreed.responsibility)” is agreed with \(agreed.person), \(Period.date(agreed.day)). "
                + "Take it back with: limelight undo")
    }
}
