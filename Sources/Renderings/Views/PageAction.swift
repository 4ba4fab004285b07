/// A button below a section: one thing to do next.
package struct PageAction: Sendable {
    /// The title of the section it belongs to.
    package var section: String
    package var label: String
    /// Where the form is sent, by POST.
    package var path: String
    package var fields: [(name: String, value: String)]
    package var isMain: Bool

    package init(
        section: String, label: String, path: String, fields: [(name: String, value: String)] = [], isMain: Bool = false
    ) {
        self.section = section
        self.label = label
        self.path = path
        self.fields = fields
        self.isMain = isMain
    }

    var values: [String: Any] {
        [
            "label": label, "href": PageLink.local(path), "main": isMain,
            "fields": fields.map { ["name": $0.name, "value": $0.value] },
        ]
    }
}
