import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *What I changed*, with a button for each telling that is due.
enum ValuePage {
    static func show(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.asking.value(choice.period)
        return visit.page(answer.document(base), .value, period: choice.links)
    }
}
