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
            try Period(day: text, today: ledger.asking.today())
        }
        let view = try ledger.asking.timeline(named ?? period.resolve(ledger, default: "today"))
        if output.json {
            Console.print(TimelineOutput.json(view))
        } else {
            Console.print(TimelineOutput.document(view))
        }
        if view.stretches.isEmpty, view.plans.isEmpty { throw ExitCode(1) }
    }
}

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find evidence by words and filters.",
        discussion: """
            EXAMPLES
              limelight search restore drill
              limelight search project:runbooks since:2026-01-01
              limelight search responsibility:unknown arena:job

            FILTERS
              since: until:                     days, as 2026-03-17
              arena: responsibility: objective: worth: skill:
                                                what it was read as, or unknown
              project: source: kind: tag:       where it is from, and what it is
              person: contact:                  who took part
              claim: id:                        what a claim rests on; one piece
              hours: is:                        hours:"Fri 8:00-8:30"; is:work, is:kept,
                                                is:after-hours and others
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Words and filters.") var query: [String]
    @Option(help: ArgumentHelp("Show at most so many.", valueName: "number")) var limit: Int = 20

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number from 1.") }
    }

    func run() throws {
        let ledger = try globals.open()
        let text = query.map { $0.contains(" ") && !$0.contains(":") ? "\"\($0)\"" : $0 }.joined(separator: " ")
        let result = try ledger.asking.search(text, limit: min(limit, 10_000))
        let zones = try ledger.asking.zones()
        if output.json {
            Console.print([
                "total": JSON(result.total),
                "hits": .array(
                    result.hits.map { hit in
                        [
                            "id": .string(hit.id.description), "at": .string(zones.civil(hit.at).rfc3339),
                            "source": .string(hit.source), "kind": .string(hit.kind.rawValue),
                            "title": .string(hit.title), "snippet": .string(hit.snippet),
                        ]
                    }),
            ])
        } else {
            Console.print(SearchOutput.document(result, query: text, zones: zones))
        }
        if result.total == 0 { throw ExitCode(1) }
    }
}

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One piece of evidence, and what it was read as.",
        discussion: "EXAMPLES\n  limelight show c3k9")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Its id, or the start of it.") var id: String

    func run() throws {
        let ledger = try globals.open()
        let piece = try ledger.asking.show(id)
        if output.json {
            Console.print(ShowOutput.json(piece))
        } else {
            let frame = try ledger.myJob.frame()
            Console.print(ShowOutput.document(piece, frame: frame, zones: try ledger.asking.zones()))
        }
    }
}

struct People: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Who the ledger knows.",
        discussion:
            "EXAMPLES\n  limelight people\n  limelight people show Maria --all\n  limelight people forget \"Jonas Weber\"",
        subcommands: [PeopleList.self, PeopleShow.self, PeopleForget.self], defaultSubcommand: PeopleList.self)
}

struct PeopleList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everyone, most evidence first.",
        discussion: "EXAMPLES\n  limelight people list\n  limelight people list --json")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try globals.open()
        let people = try ledger.asking.people().filter { !$0.isMe && !$0.isForgotten }
        let zones = try ledger.asking.zones()
        if output.json {
            Console.print([
                "people": .array(people.map { PeopleOutput.json($0, zones) })
            ])
        } else {
            let leavesOut = try ledger.myJob.frame().settings.leavesOut
            Console.print(PeopleOutput.document(people, isLeftOut: leavesOut.contains(.people)))
        }
        if people.isEmpty { throw ExitCode(1) }
    }
}

struct PeopleShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Everything held about someone, on one page that can be handed to them.",
        discussion: "EXAMPLES\n  limelight people show Maria\n  limelight people show Maria --all")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "A name, an address or an id.") var name: String
    @Flag(help: "All of it, not the newest twenty.") var all = false

    func run() throws {
        let ledger = try globals.open()
        let held = try ledger.asking.held(about: name)
        let pieces = try ledger.asking.pieces(
            naming: held.person.id, past: all ? 100_000 : 20, ahead: all ? 100_000 : 5)
        let zones = try ledger.asking.zones()
        if output.json {
            Console.print(PeopleOutput.json(held, pieces, zones))
        } else {
            Console.print(held.document(zones, pieces: pieces, rest: .held(held.person.id)))
        }
    }
}
