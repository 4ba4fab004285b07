import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// A quarter by the five questions, on one page that prints.
enum QuarterPage {
    static func show(_ visit: Visit) throws -> String {
        let today = try visit.ledger.asking.today()
        let asked = try visit.query["in"].map { (text: String) throws(LedgerError) in
            try Period(text, today: today).since
        }
        let quarter = try visit.ledger.reviewing.quarter(of: asked)
        func link(_ quarter: Period) -> PageLink {
            let name = QuarterAnswer.name(quarter)
            return PageLink(name, "\(PageEntry.quarter.path)?in=\(name)")
        }
        let next = QuarterAnswer.around(quarter.until)
        let links = PeriodLinks(
            previous: try visit.ledger.asking.holdsAnything(before: quarter.since)
                ? link(QuarterAnswer.around(quarter.since - 1)) : nil,
            next: next.since <= today ? link(next) : nil,
            lengths: [])
        return visit.page(try visit.ledger.reviewing.quarterAnswer(quarter).document(), .quarter, period: links)
    }
}
