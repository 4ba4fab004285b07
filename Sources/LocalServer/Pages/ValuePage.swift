import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *What I changed*, with a button for each telling that is due.
enum ValuePage {
    static func show(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.asking.value(choice.period)
        let actions = answer.inTheDark.prefix(AnswerPages.mostActions).enumerated().map { index, item in
            let what = answer.inTheDark.count == 1 ? "" : " of “\(shortened(item.claim.text))”"
            return PageAction(
                told: item, label: "I told \(item.person)\(what)", section: ValueAnswer.inTheDarkTitle,
                isMain: index == 0)
        }
        var document = answer.document(base)
        // The page has buttons where the document names a command.
        document.dropCommands(in: ValueAnswer.inTheDarkTitle)
        return visit.page(document, .value, period: choice.links, actions: actions)
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > 40 else { return text }
        let head = text.prefix(40)
        return "\(head.lastIndex(of: " ").map { head[..<$0] } ?? head)…"
    }
}
