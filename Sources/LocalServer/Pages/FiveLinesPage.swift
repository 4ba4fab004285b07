import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *Five lines for someone who decides*.
enum FiveLinesPage {
    static let path = PageEntry.fiveLines.path

    static func show(_ visit: Visit) throws -> String { try page(visit, [], reader: nil, author: nil, nil) }

    /// - Parameters:
    ///   - lines: as they were typed; missing rows are empty.
    ///   - error: why they were not saved.
    static func page(
        _ visit: Visit, _ lines: [Results.ResultLine], reader: String?, author: String?, _ error: LedgerError?
    ) throws -> String {
        let deciders = try visit.ledger.results.deciders()
        let typed = lines.map { [$0.whatChanged, $0.forWhom, $0.plan, $0.figure, $0.knownBy, $0.when] }
        let rest = Array(repeating: [String](), count: max(0, Results.mostResultLines - typed.count))
        var view = FiveLinesView(
            csrf: visit.csrf, action: path, reader: reader ?? deciders.first ?? "",
            author: try author ?? visit.ledger.myJob.current().name, plan: try visit.ledger.results.planItems(),
            deciders: deciders,
            lines: typed + rest)
        view.problem = error.map { ($0.notice.title, $0.notice.message) }
        return visit.page(view.fragment, PageEntry.fiveLines.label, .fiveLines)
    }
}

/// The results of a period for one reader, ready to be printed.
enum ReportPage {
    static func show(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let reader = (visit.query["for"] ?? "").trimmed
        guard reader.count <= 200 else { throw LedgerError(.usage, "the name is too long") }
        var document = try visit.ledger.results.valueReport(
            choice.period, for: reader.isEmpty ? nil : reader, isWithBaseline: visit.query["without"] != "baseline"
        ).document
        document.sections.removeAll(where: \.onlyForYou)
        // Whose results, and for whom: a printed page says so nowhere else.
        document.period = "\(document.title) · \(document.period)"
        if document.sections.isEmpty {
            document.sections = [
                .init("", [.empty("Your results will appear here, in the words of the reader.", .fiveLines)])
            ]
        }
        return HTMLPage.render(
            document, in: visit.layout(document.title, .value),
            below: PrintingView(reader: reader, period: choice.period).fragment)
    }
}

/// Saves five lines as results and opens the page made from them, or returns the form as it was typed.
enum FiveLinesForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        let lines = (1...Results.mostResultLines).map { number in
            var line = Results.ResultLine()
            line.whatChanged = fields["what-\(number)"] ?? ""
            line.forWhom = fields["whom-\(number)"] ?? ""
            line.plan = fields["plan-\(number)"] ?? ""
            line.figure = fields["figure-\(number)"] ?? ""
            line.knownBy = fields["known-\(number)"] ?? ""
            line.when = fields["when-\(number)"] ?? ""
            return line
        }
        let reader = (fields["reader"] ?? "").trimmed
        let author = fields["author"] ?? ""
        do throws(LedgerError) {
            guard reader.count <= 200, author.count <= 200 else {
                throw LedgerError(.tooLarge, "a name is longer than 200 characters", hint: "Nothing was saved.")
            }
            try visit.ledger.results.checkReader(reader)
            let kept = try visit.ledger.results.keep(lines, author: author)
            let period = name(of: kept, in: try visit.ledger.asking.currentQuarter())
            let report = PagePath.report(for: reader, in: period)
            let evidence = try CiteEvidencePage.path(kept.claims, reader: reader, in: period, visit)
            return .said(kept.sentence, at: evidence ?? report)
        } catch {
            guard [.usage, .tooLarge, .changedMeanwhile, .notFound, .ambiguousID, .badTime].contains(error.code) else {
                throw error
            }
            let html = try FiveLinesPage.page(visit, lines, reader: reader, author: author, error)
            return .again(html, error.status)
        }
    }

    /// The quarter, or the year where a line is of an earlier quarter of it.
    private static func name(of kept: Results.SavedResultLines, in quarter: Period) -> String {
        let whole = kept.period(quarter)
        guard whole != quarter, whole.since.firstOfYear == quarter.since.firstOfYear else {
            return QuarterAnswer.name(quarter)
        }
        return String(quarter.since.components.year)
    }
}
