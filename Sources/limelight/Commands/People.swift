import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct People: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "People you work with.",
        discussion:
            "EXAMPLES\n  limelight people\n  limelight people show Maria --all\n  limelight people forget \"Jonas Weber\"",
        subcommands: [
            PeopleList.self, PeopleShow.self, PeopleAsk.self, PeopleMerge.self, PeopleSplit.self, PeopleApart.self,
            PeopleLater.self, PeopleProgram.self, PeopleRest.self, PeopleForget.self,
        ], defaultSubcommand: PeopleList.self)
}

struct PeopleList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "People you work with.",
        discussion: "EXAMPLES\n  limelight people list\n  limelight people list --json")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let people = try ledger.asking.people().filter { !$0.isMe && !$0.isForgotten }
        let zones = try ledger.asking.zones()
        let questions = try ledger.people.questions()
        if output.json {
            Console.print([
                "people": .array(people.map { PeopleOutput.json($0, zones) }),
                "questions": .array(questions.asked.map(PeopleOutput.json)), "put_off": JSON(questions.later),
            ])
        } else {
            let who = try ledger.asking.who()
            let leavesOut = try ledger.myJob.current().settings.leavesOut
            Console.print(
                PeopleOutput.document(people, questions, who, isLeftOut: leavesOut.contains(.people)))
        }
        if people.isEmpty { throw ExitCode(1) }
    }
}

struct PeopleShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Everything held about someone, or the page to hand to them.",
        discussion:
            "EXAMPLES\n  limelight people show Maria\n  limelight people show Maria --all\n  limelight people show Maria --hand-over > maria.txt"
    )
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "A name, an address or an id.") var name: String
    @Flag(help: "All that `people forget` would touch, texts too.") var all = false
    @Flag(help: "Only what may be said to them, and how much else is held.") var handOver = false

    func validate() throws {
        guard !handOver || !output.json else { throw ValidationError("The page to hand over has no JSON.") }
    }

    func run() throws {
        let ledger = try globals.open()
        if handOver { return Console.print(try ledger.asking.handout(about: name).document) }
        let held = try ledger.asking.held(about: name)
        let pieces = try ledger.asking.pieces(
            naming: held.person.id, past: all ? 100_000 : 20, ahead: all ? 100_000 : 5)
        let zones = try ledger.asking.zones()
        let isHeld = all && !held.person.isMe && !held.person.isForgotten
        let texts = isHeld ? try ledger.forgetting.heldTexts(about: held.person.id) : nil
        if output.json {
            Console.print(PeopleOutput.json(held, pieces, texts, zones))
        } else {
            Console.print(held.document(ledger.now, zones, pieces: pieces, texts: texts, rest: .held(held.person.id)))
        }
    }
}
