import ArgumentParser
import LedgerModel
import LedgerOperations
import Questions
import Renderings

struct ResultShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A result, what it rests on, and what became of it.",
        discussion: """
            Who has changed its files or named it since, whether its commits still stand,
            what people said, and incidents before and after where a source shows them.

            EXAMPLES
              limelight result show k3k9
              limelight result show "nine of twelve" --json
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Argument(help: "Its id, or some of its words in quotes.") var result: [String]

    private static let most = 10

    func run() throws {
        let ledger = try globals.open()
        let became = try ledger.asking.became(result.joined(separator: " "))
        guard !output.json else {
            let base = try ledger.asking.base(ledger.asking.currentQuarter())
            return Console.print(AnswerJSON(base) { $0.ids }.became(became))
        }
        let zones = try ledger.asking.zones()
        var document = became.document(zones)
        let shown = became.claim.evidence.prefix(Self.most)
        let pieces = try ledger.asking.glimpses(shown)
        let lines = shown.compactMap { pieces[$0] }.filter { !$0.title.isEmpty }.map { piece -> [Document.Span] in
            [.text(piece.title), .soft(", \(Period.date(zones.day(of: piece.at)))")]
        }
        if !lines.isEmpty { document.sections.insert(.init("What it rests on", [.list(lines)]), at: 0) }
        Console.print(document)
    }
}

struct ResultBecame: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "became", abstract: "Say what became of a result, as a dated note.",
        discussion: """
            Also of a decision, a handbook or a tool without a result, by the id of its
            piece. The weekly review asks after three and after twelve months. limelight
            undo takes an answer back.

            EXAMPLES
              limelight result became k3k9 stands
              limelight result became k3k9 gone
              limelight result became k3k9 "two more teams use it"
              limelight result became n3k9 stands
            """)
    @OptionGroup var globals: Globals
    @Argument(help: "Its id, or some words of a result in quotes.") var result: String
    @Argument(help: ArgumentHelp("stands, gone, or your own words.", valueName: "answer")) var answer: [String]

    func run() throws {
        let text = answer.joined(separator: " ").trimmed
        let word = [Became.Word.stands, .gone].first { $0.rawValue == text.lowercased() }
        let claim = try globals.open().results.sayBecame(result, word ?? .said, word == nil ? text : "")
        Console.say("Kept of “\(TerminalText.line(claim.text))”. To undo: limelight undo")
    }
}
