import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions

struct PeopleRest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rest", abstract: "No advice about somebody, until a day or for good.",
        discussion: """
            They stay in every list and count. limelight undo takes it back.

            EXAMPLES
              limelight people rest Helen
              limelight people rest Helen --until 2026-09-01
              limelight people rest Helen --end
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "A name, an address or an id.") var name: String
    @Option(parsing: .unconditional, help: ArgumentHelp("The day on which it is over.", valueName: "day"))
    var until: String?
    @Flag(help: "Give advice about them again.") var end = false

    func validate() throws {
        guard !end || until == nil else { throw ValidationError("Give --until or --end, not both.") }
    }

    func run() throws {
        let ledger = try globals.open()
        guard !end else {
            return Console.say("There is advice about \(try ledger.people.wake(name).name) again.")
        }
        let spoken = SpokenTime(now: ledger.now, zones: try ledger.asking.zones())
        let day = try until.map { (text: String) throws(LedgerError) in try spoken.readDay(text) }
        let person = try ledger.people.rest(name, until: day)
        let span = day.map { " until \(Period.date($0))" } ?? ""
        Console.say("No advice about \(person.name)\(span). To undo: limelight undo")
    }
}
