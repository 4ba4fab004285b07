import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct ResultFive: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "five", abstract: "Five lines for someone who decides, and a page made from them.",
        discussion: """
            Asks for up to five results: what changed, for whom, which item of the plan,
            which figure, how you know, when. Only the first part is needed, and nothing
            has to be imported first. Without a terminal, separate the parts of a line
            with bars.

            EXAMPLES
              limelight result five --for "Maria Keller" -o results.html
              limelight result five --line "Restores take 50 min | payments | Calm nights"
              limelight result five --line "Nights are calm | | | | drill log | 2026-03-10"
            """)

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("One line, its parts separated by bars; may be repeated.", valueName: "parts"))
    var line: [String] = []
    @Option(name: .customLong("for"), help: ArgumentHelp("Who will read the page.", valueName: "name"))
    var reader: String?
    @Option(help: ArgumentHelp("Your name, as the page should show it.", valueName: "name")) var name: String?
    @Option(
        name: .customShort("o"),
        help: ArgumentHelp("Write the page: FILE.html, FILE.md or FILE.json.", valueName: "file"))
    var file: String?

    func run() throws {
        guard !line.isEmpty || Console.canAsk else {
            throw LedgerError(
                .usage, "there is no terminal in which to ask for five lines",
                hint: "Give them with --line; see --help.")
        }
        let ledger = try globals.open(mayBegin: true)
        // Before anything is typed or saved.
        try ledger.results.checkReader(reader)
        let isTyped = line.isEmpty
        let lines = isTyped ? try ask(ledger) : line.map(Self.line)
        let kept = try ledger.results.keep(lines, author: name)
        if output.json {
            Console.print(["ids": .array(kept.claims.map { .string($0.description) })])
        } else {
            Console.say(kept.sentence + " To undo: limelight undo")
            try EvidenceTalk(ledger).offer(kept.claims, asks: isTyped)
        }
        if let file {
            let period = kept.period(try ledger.asking.currentQuarter())
            try ReportFile.write(ledger, period, for: reader, to: file)
            if !output.json { Console.say("Written to \(file).") }
        } else if !output.json {
            Console.say("The page: limelight report value -o results.html")
        }
    }

    private static func line(_ text: String) -> Results.ResultLine {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
        func part(_ place: Int) -> String { parts.indices.contains(place) ? parts[place] : "" }
        var line = Results.ResultLine()
        line.whatChanged = part(0)
        line.forWhom = part(1)
        line.plan = part(2)
        line.figure = part(3)
        line.knownBy = part(4)
        line.when = parts.dropFirst(5).joined(separator: " | ")
        return line
    }

    /// An empty answer to the first question ends the lines; an empty answer to another leaves that part out.
    private func ask(_ ledger: Ledger) throws -> [Results.ResultLine] {
        let plan = try ledger.results.planItems().prefix(6).map(TerminalText.line).joined(separator: ", ")
        Console.note(
            "What changed because of you, in their words. Enter skips a part; at “What changed?” it ends the list.")
        var lines: [Results.ResultLine] = []
        while lines.count < Results.mostResultLines {
            var line = Results.ResultLine()
            line.whatChanged = try answer("\n\(lines.count + 1)  What changed?")
            if line.isEmpty { break }
            line.forWhom = try answer("   For whom?")
            line.plan = try answer("   Which item of the plan?" + (plan.isEmpty ? "" : " (\(plan))"))
            line.figure = try answer("   Which figure?")
            line.knownBy = try answer("   How do you know? (empty: on my word)")
            line.when = try answer("   When? (empty: now)")
            lines.append(line)
        }
        return lines
    }

    private func answer(_ question: String) throws -> String {
        guard let answer = Console.ask(question) else {
            Console.note("\nNothing was saved.")
            throw ExitCode(1)
        }
        return answer.trimmed
    }
}
