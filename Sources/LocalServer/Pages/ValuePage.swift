import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *What I changed*, with a button for each telling that is due.
enum ValuePage {
    /// As many buttons as one can choose from.
    private static let most = 5

    static func show(_ visit: Visit) throws -> String {
        let choice = try PeriodChoice(visit)
        let (answer, base) = try visit.ledger.value(choice.period)
        let actions = answer.inTheDark.prefix(most).enumerated().map { index, item in
            let what = answer.inTheDark.count == 1 ? "" : " of “\(shortened(item.claim.text))”"
            return PageAction(
                told: item, label: "I told \(item.person)\(what)", section: ValueAnswer.inTheDarkTitle,
                isMain: index == 0)
        }
        var document = answer.document(base)
        // The page has buttons where the document names a command.
        if let dark = document.sections.firstIndex(where: { $0.title == ValueAnswer.inTheDarkTitle }) {
            document.sections[dark].blocks.removeAll { block in
                if case .paragraph(let spans) = block {
                    spans.contains { if case .code = $0 { true } else { false } }
                } else {
                    false
                }
            }
        }
        return visit.page(document, .value, period: choice.links, actions: actions)
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > 40 else { return text }
        let head = text.prefix(40)
        return "\(head.lastIndex(of: " ").map { head[..<$0] } ?? head)…"
    }
}

extension PageAction {
    init(told item: ValueAnswer.Untold, label: String, section: String, isMain: Bool) {
        self.init(
            section: section, label: label, path: "/tell",
            fields: [("claim", item.claim.id.description), ("person", item.person)], isMain: isMain)
    }
}
