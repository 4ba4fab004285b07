import LedgerModel
import Questions

/// An offer that a page fulfils at once: a form of one button.
struct OfferButton {
    var label: String
    /// Where the form is sent, by POST.
    var path: String
    var fields: [(name: String, value: String)] = []
    var isMain = false

    /// Nil for what a page does not do at once.
    ///
    /// - Parameter isAlone: no other of its kind stands beside it, so that it need not say which.
    init?(_ offer: Offer, isAlone: Bool = true) {
        switch offer {
        case .tell(let item):
            label = "I told \(item.person)" + (isAlone ? "" : " of “\(Self.shortened(item.text))”")
            path = PagePath.tell
            fields = [("claim", item.result.description), ("person", item.person)]
        case .agree(let item):
            guard let person = item.person else { return nil }
            label = "We agreed “\(item.label)”"
            path = PagePath.agree
            fields = [("responsibility", item.key), ("with", person)]
        case .undo:
            label = "Take back the last thing written by hand"
            path = PagePath.undo
        default: return nil
        }
    }

    /// As many as one can choose from.
    private static let most = 5

    /// The buttons of a page that may write; none for a page that may not.
    static func form(_ offers: Document.Offers, in frame: PageFrame) -> Fragment {
        guard let csrf = frame.csrf else { return .empty }
        var buttons = offers.list.prefix(most).compactMap { OfferButton($0, isAlone: offers.list.count == 1) }
        guard !buttons.isEmpty else { return .empty }
        buttons[0].isMain = offers.leads
        return Templates.render(
            .actions, ["actions": buttons.map(\.values), "csrf": csrf, "here": frame.here])
    }

    private var values: [String: Any] {
        [
            "label": label, "href": PageLink.local(path), "main": isMain,
            "fields": fields.map { ["name": $0.name, "value": $0.value] },
        ]
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > 40 else { return text }
        let head = text.prefix(40)
        return "\(head.lastIndex(of: " ").map { head[..<$0] } ?? head)…"
    }
}
