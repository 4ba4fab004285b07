import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Questions whose page is their document.
enum AnswerPages {
    static func scope(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.scope(choice.period)
        return visit.page(asked.document, .scope, period: choice.links)
    }

    static func time(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.guardAnswer(choice.period)
        return visit.page(asked.document, .guard, period: choice.links)
    }

    static func backstage(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.backstage(choice.period)
        return visit.page(asked.document, .backstage, period: choice.links)
    }

    static func oneOnOnes(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let asked = try visit.ledger.asking.oneOnOnes(choice.period)
        return visit.page(
            asked.document, .oneOnOnes, period: asked.answer.meetings.isEmpty ? nil : choice.links)
    }
}

/// *What I changed*, with a button for each telling that is due.
enum ValuePage {
    static func show(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        return visit.page(try visit.ledger.asking.value(choice.period).document, .value, period: choice.links)
    }
}
