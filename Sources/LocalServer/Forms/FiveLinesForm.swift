import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Keeps five lines as results and opens the page made of them, or gives them back as they were typed.
enum FiveLinesForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        let lines = (1...Results.mostResultLines).map { number in
            var line = Results.ResultLine()
            line.whatChanged = fields["what-\(number)"] ?? ""
            line.forWhom = fields["whom-\(number)"] ?? ""
            line.plan = fields["plan-\(number)"] ?? ""
            line.figure = fields["figure-\(number)"] ?? ""
            line.knownBy = fields["known-\(number)"] ?? ""
            return line
        }
        let reader = (fields["reader"] ?? "").trimmed
        let author = fields["author"] ?? ""
        do throws(LedgerError) {
            guard reader.count <= 200, author.count <= 200 else {
                throw LedgerError(.tooLarge, "a name is longer than 200 characters", hint: "Nothing was kept.")
            }
            let kept = try visit.ledger.results.keep(lines, author: author)
            let quarter = QuarterAnswer.name(try visit.ledger.asking.currentQuarter())
            return .said(kept.sentence, at: PagePath.report(for: reader, in: quarter))
        } catch {
            guard [.usage, .tooLarge, .changedMeanwhile].contains(error.code) else { throw error }
            let html = try FiveLinesPage.page(visit, lines, reader: reader, author: author, error)
            return .again(html, error.status)
        }
    }
}
