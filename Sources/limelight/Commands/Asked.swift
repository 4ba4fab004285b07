import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct Asked: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "asked", abstract: "What somebody asked of you, until it is answered.",
        discussion: """
            It stands open with that person in My 1:1s. So do lines of notes that begin
            with promised:, asked:, they promised: or I asked:, as in
              limelight log "promised: the runbook by Friday" --with Jonas

            Without a name, it lists what stands open.

            EXAMPLES
              limelight asked
              limelight asked Jonas "a second reviewer"
              limelight asked answered n3k9
              limelight asked declined n3k9 --line 2
            """,
        subcommands: [AskedAdd.self, AskedAnswered.self, AskedDeclined.self], defaultSubcommand: AskedAdd.self)
}

struct AskedAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keep what somebody asked of you.",
        discussion: "EXAMPLES\n  limelight asked add Jonas \"a second reviewer\"")
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Who asked: a name, an address or an id.") var person: String?
    @Argument(help: "What they asked for.") var words: [String] = []

    func validate() throws {
        guard person == nil || !words.isEmpty else { throw ValidationError("Say what they asked for.") }
    }

    func run() throws {
        let ledger = try globals.open()
        guard let person else { return try list(ledger) }
        let kept = try ledger.capture.keep(
            lines: ["\(OpenLine.Kind.asked.rawValue): \(words.joined(separator: " "))"], with: person)
        for note in kept { Captured.print(note, json: output.json, verb: "Noted") }
    }
}

extension AskedAdd {
    private func list(_ ledger: Ledger) throws {
        let open = try ledger.asking.openLines()
        let zones = try ledger.asking.zones()
        guard !output.json else { return Console.print(["open": PeopleOutput.json(open, zones)]) }
        Console.print(open.document(ledger.now, zones))
    }
}

/// Which open line is meant.
struct OpenLineOptions: ParsableArguments {
    @OptionGroup var globals: Globals
    @Argument(help: "The id of its note.") var id: String
    @Option(help: ArgumentHelp("Which of its lines, if several are open.", valueName: "number")) var line: Int?

    func tick(isDeclined: Bool) throws {
        let line = try globals.open().capture.tick(id, line: line, isDeclined: isDeclined)
        let what = isDeclined ? "Turned down" : "Done"
        Console.say("\(what): “\(TerminalText.line(line.words))”. To undo: limelight undo")
    }
}

struct AskedAnswered: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answered", abstract: "Say that what was asked or promised is done.",
        discussion: "EXAMPLES\n  limelight asked answered n3k9")
    @OptionGroup var options: OpenLineOptions

    func run() throws { try options.tick(isDeclined: false) }
}

struct AskedDeclined: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declined", abstract: "Say that what was asked or promised is turned down.",
        discussion: "EXAMPLES\n  limelight asked declined n3k9 --line 2")
    @OptionGroup var options: OpenLineOptions

    func run() throws { try options.tick(isDeclined: true) }
}
