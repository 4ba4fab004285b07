import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Questions whose page is their document.
enum AnswerPages {
    static func scope(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.asking.scope(choice.period)
        return visit.page(answer.document(base), .scope, period: choice.links)
    }

    static func time(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.asking.guardAnswer(choice.period)
        return visit.page(answer.document(base), .guard, period: choice.links)
    }

    static func backstage(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.asking.backstage(choice.period)
        return visit.page(answer.document(base), .backstage, period: choice.links)
    }

    static func oneOnOnes(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.asking.oneOnOnes(choice.period)
        return visit.page(
            answer.document(base), .oneOnOnes, period: answer.meetings.isEmpty ? nil : choice.links)
    }
}
