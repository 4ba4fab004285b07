import ArgumentParser
import LedgerModel
import LedgerOperations
import LocalFiles
import Questions
import Renderings

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "A page for someone who decides.",
        discussion:
            "EXAMPLES\n  limelight report value --for \"Maria Keller\" --in quarter -o results.html\n  limelight report value -o results.md",
        subcommands: [ReportValue.self])
}

struct ReportValue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "value", abstract: "What changed, in the reader’s words, as HTML, Markdown or JSON.",
        discussion: """
            EXAMPLES
              limelight report value --for "Maria Keller" --in quarter -o results.html
              limelight report value --without baseline -o results.md
            """)
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @Option(name: .customLong("for"), help: ArgumentHelp("Who will read it.", valueName: "name")) var reader: String?
    @Option(help: ArgumentHelp("Leave a part out: baseline, what ran as expected.", valueName: "part"))
    var without: String?
    @Option(name: .short, help: ArgumentHelp("FILE.html, FILE.md or FILE.json.", valueName: "file")) var output: String

    func validate() throws {
        guard let without, without != "baseline" else { return }
        throw ValidationError("Only baseline can be left out.")
    }

    func run() throws {
        let ledger = try globals.open()
        let chosen = try period.choose(ledger, isExact: output.lowercased().hasSuffix(".json")).period
        let hasResults = try ReportFile.write(
            ledger, chosen, for: reader, isWithBaseline: without == nil, to: output)
        Console.say("Written to \(output).")
        guard !hasResults else { return }
        let days = chosen.clipped(to: try ledger.asking.today()).text
        Console.say(Advice("It has no result, since none is dated \(days). Add one: \(offer: .addResult)").words)
        throw ExitCode(1)
    }
}

/// A report as a file; the ending of its name says which kind.
enum ReportFile {
    /// Writes the report and returns whether it has a result.
    @discardableResult
    static func write(
        _ ledger: Ledger, _ period: Period, for reader: String?, isWithBaseline: Bool = true, to output: String
    ) throws -> Bool {
        let text: String
        let paper = try ledger.results.valueReport(period, for: reader, isWithBaseline: isWithBaseline)
        switch output.split(separator: ".").last.map({ $0.lowercased() }) {
        case "html", "htm":
            let items = paper.cited.map { hit in
                EvidenceItem(
                    id: hit.id, time: Period.date(hit.day), source: hit.source?.text ?? "", kind: hit.kind.rawValue,
                    title: hit.title.text)
            }
            text = ReportHTML.render(paper.document, for: .others, appendix: items)
        case "md", "markdown":
            let titles = Dictionary(paper.cited.map { ($0.id, $0.title.text) }, uniquingKeysWith: { first, _ in first })
            text = MarkdownText.render(paper.document, for: .others, evidence: true, titles: titles)
        case "json":
            text = AnswerJSON(paper.base) { $0.ids }.valueReport(paper.report).text() + "\n"
        default:
            throw LedgerError(
                .usage, "a report is a .html, .md or .json file", location: output,
                hint: "Give the file one of these endings.")
        }
        try PrivateFile.write(Array(text.utf8), to: output, sparing: Keeping.files(of: ledger.path))
        return !paper.report.lines.isEmpty
    }
}
