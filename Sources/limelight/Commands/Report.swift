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
        discussion:
            "EXAMPLES\n  limelight report value --for \"Maria Keller\" --in quarter -o results.html\n  limelight report value -o results.md"
    )
    @OptionGroup var globals: Globals
    @OptionGroup var period: PeriodOptions
    @Option(name: .customLong("for"), help: ArgumentHelp("Who will read it.", valueName: "name")) var reader: String?
    @Option(name: .short, help: ArgumentHelp("FILE.html, FILE.md or FILE.json.", valueName: "file")) var output: String

    func run() throws {
        let ledger = try globals.open()
        try ReportFile.write(
            ledger, period.choose(ledger, isExact: output.lowercased().hasSuffix(".json")).period, for: reader,
            to: output)
        Console.say("Written to \(output).")
    }
}

/// A report as a file; the ending of its name says which kind.
enum ReportFile {
    static func write(_ ledger: Ledger, _ period: Period, for reader: String?, to output: String) throws {
        let text: String
        switch output.split(separator: ".").last.map({ $0.lowercased() }) {
        case "html", "htm":
            let paper = try ledger.results.valueReport(period, for: reader)
            let items = paper.cited.map { hit in
                EvidenceItem(
                    id: hit.id, time: Period.date(hit.day), source: hit.source?.text ?? "", kind: hit.kind.rawValue,
                    title: hit.title.text)
            }
            text = ReportHTML.render(paper.document, for: .others, appendix: items)
        case "md", "markdown":
            text = MarkdownText.render(
                try ledger.results.valueReport(period, for: reader).document, for: .others, evidence: true)
        case "json":
            let paper = try ledger.results.valueReport(period, for: reader)
            text = AnswerJSON(paper.base) { $0.ids }.valueReport(paper.report).text() + "\n"
        default:
            throw LedgerError(
                .usage, "a report is a .html, .md or .json file", location: output,
                hint: "Give the file one of these endings.")
        }
        try PrivateFile.write(Array(text.utf8), to: output, sparing: Keeping.files(of: ledger.path))
    }
}
