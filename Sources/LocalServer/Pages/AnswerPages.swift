import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Questions whose page is their document.
enum AnswerPages {
    static func scope(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.asking.scope(choice.period)
        let decider = ScopeAnswer.decider(base)?.label
        let actions = answer.unagreed.prefix(mostActions).compactMap { item in
            decider.map {
                PageAction(
                    agreed: item, with: $0, label: "We agreed “\(item.label)”", section: ScopeAnswer.agreementTitle)
            }
        }
        var document = answer.document(base)
        if decider != nil { document.dropCommands(in: ScopeAnswer.agreementTitle) }
        return visit.page(document, .scope, period: choice.links, actions: actions)
    }

    /// As many buttons as one can choose from.
    static let mostActions = 5

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
        let actions = answer.meetings.flatMap { meeting in
            meeting.unagreed.map {
                PageAction(
                    agreed: $0, with: meeting.pair.name, label: "We agreed “\($0.label)”", section: meeting.title)
            }
        }
        return visit.page(
            answer.document(base), .oneOnOnes, period: answer.meetings.isEmpty ? nil : choice.links, actions: actions)
    }
}
