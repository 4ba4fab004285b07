import ArgumentParser
import LedgerModel
import LedgerOperations
import Renderings

struct ResultFive: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "five", abstract: "Five lines for someone who decides, and the page made of them.",
        discussion: """
            Asks for up to five results: what changed, for whom, which item of the plan,
            which figure, how you know. Only the first is needed. Nothing has to be
            imported before. Without a terminal, the parts of a line stand between bars.

            EXAMPLES
              limelight result five --for "Maria Keller" -o results.html
              limelight result five --line "Restores take 50 min | payments | Calm nights"
            """)

    @OptionGroup var globals: Globals
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("One line, its parts between bars; may be repeated.", valueName: "parts"))
    var line: [String] = []
    @Option(name: .customLong("for"), help: ArgumentHelp("Who will read the page.", valueName: "name"))
    var reader: String?
    @Option(help: ArgumentHelp("Your name, as it stands on the page.", valueName: "name")) var name: String?
    @Option(
        name: .customShort("o"),
        help: ArgumentHelp("Write the page: FILE.html, FILE.md or FILE.json.", valueName: "file"))
    var file: String?

    func run() throws {
        guard !line.isEmpty || Console.canAsk else {
            throw LedgerError(
                .usage, "five lines are asked for in a terminal", hint: "Or say them with --line; see --help.")
        }
        let ledger = try globals.open(mayBegin: true)
        let lines = line.isEmpty ? try ask(ledger) : line.map(Self.line)
        let kept = try ledger.results.keep(lines, author: name)
        if output.json {
            Console.print(["ids": .array(kept.claims.map { .string($0.description) })])
        } else {
            Console.say(kept.sentence + " Take it back with: limelight undo")
        }
        if let file {
            try ReportFile.write(ledger, ledger.asking.currentQuarter(), for: reader, to: file)
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
        line.knownBy = parts.dropFirst(4).joined(separator: " | ")
        return line
    }

    /// An empty answer to the first question ends; one to another leaves that part out.
    private func ask(_ ledger: Ledger) throws -> [Results.ResultLine] {
        let plan = try ledger.results.planItems().prefix(6).map(TerminalText.line).joined(separator: ", ")
        Console.note("What changed because of you, in their words. Enter leaves a part out, and at the first ends.")
        var lines: [Results.ResultLine] = []
        while lines.count < Results.mostResultLines {
            var line = Results.ResultLine()
            line.whatChanged = try answer("\n\(lines.count + 1)  What changed?")
            if line.isEmpty { break }
            line.forWhom = try answer("   For whom?")
            line.plan = try answer("   Which item of the plan?" + (plan.isEmpty ? "" : " (\(plan))"))
            line.figure = try answer("   Which figure?")
            line.knownBy = try answer("   How do you know? (empty: on my word)")
            lines.append(line)
        }
        return lines
    }

    private func answer(_ question: String) throws -> String {
        guard let answer = Console.ask(question) else {
            Console.note("\nNothing was kept.")
            throw ExitCode(1)
        }
        return answer.trimmed
    }
}
