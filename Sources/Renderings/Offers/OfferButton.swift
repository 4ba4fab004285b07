import LedgerModel
import Questions

/// An offer that a page fulfils at once: a form of one button.
struct OfferButton {
    var label: String
    /// Where the form is sent, by POST.
    var path: String
    var fields: [(name: String, value: String)]
    var isMain = false

    /// What is added where others of its kind stand beside it.
    var which: String

    init(_ label: String, _ path: String, _ fields: [(name: String, value: String)] = [], which: String = "") {
        self.label = label
        self.path = path
        self.fields = fields
        self.which = which
    }

    /// As many as one can choose from.
    private static let most = 5

    /// The buttons of a page that may write; none for a page that may not.
    static func form(_ offers: Document.Offers, in layout: PageLayout) -> Fragment {
        guard let csrf = layout.csrf else { return .empty }
        var buttons = offers.list.prefix(most).compactMap(\.surfaces.button)
        guard !buttons.isEmpty else { return .empty }
        if offers.list.count > 1 { for index in buttons.indices { buttons[index].label += buttons[index].which } }
        buttons[0].isMain = offers.leads
        return Templates.render(
            .actions, ["actions": buttons.map(\.values), "csrf": csrf, "here": layout.here])
    }

    private var values: [String: Any] {
        [
            "label": label, "href": PageLink.local(path), "main": isMain,
            "fields": fields.map { ["name": $0.name, "value": $0.value] },
        ]
    }

    static func shortened(_ text: String) -> String {
        guard text.count > 40 else { return text }
        let head = text.prefix(40)
        return "\(head.lastIndex(of: " ").map { head[..<$0] } ?? head)…"
    }
}
