import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *What I changed*, with a button for each telling that is due.
enum ValuePage {
    static func show(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        return visit.page(try visit.ledger.asking.value(choice.period).document, .value, period: choice.links)
    }
}
