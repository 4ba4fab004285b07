package import Questions

/// The weekly review: the four questions, what only the person knows as one form, and what comes next.
package struct ReviewView: Sendable {
    package var document: Document
    package var next: [Document.Section]
    /// What is asked; nil once the week is reviewed.
    package var asks: [Ask]?
    /// The first day of the week, as the form sends it.
    package var week: String
    package var lines: [(name: String, label: String)]

    package init(
        document: Document, next: [Document.Section], asks: [Ask]?, week: String,
        lines: [(name: String, label: String)] = []
    ) {
        self.document = document
        self.next = next
        self.asks = asks
        self.week = week
        self.lines = lines
    }

    /// One question with its choices; the last is what stands when nothing is chosen.
    package struct Ask: Sendable {
        package var question: [Document.Span]
        package var name: String
        package var choices: [(value: String, label: String)]

        package init(_ question: [Document.Span], name: String, choices: [(value: String, label: String)]) {
            self.question = question
            self.name = name
            self.choices = choices
        }

        fileprivate var values: [String: Any] {
            [
                "question": SpanValues.all(question) { PagePath.evidence($0.query) },
                "choices": choices.enumerated().map { index, choice in
                    [
                        "name": name, "value": choice.value, "label": choice.label,
                        "checked": index == choices.count - 1,
                    ] as [String: Any]
                },
            ]
        }
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        let view = DocumentView(document, in: layout)
        var form: Any = false
        if let asks, let csrf = layout.csrf {
            form =
                [
                    "action": PagePath.finishReview, "csrf": csrf, "here": PageLink.local(layout.here), "week": week,
                    "asks": asks.map(\.values),
                    "hint": asks.isEmpty
                        ? "Nothing of this week needs your word. What you like may be added."
                        : "What you like may be added; none of it is needed.",
                    "lines": lines.map { ["id": $0.name, "label": $0.label] },
                    "undo": "Each answer can be taken back on the page Ledger, the last one first.",
                ] as [String: Any]
        }
        return Templates.render(
            .review, ["above": view.fragment.html, "below": view.sections(next).html, "form": form])
    }
}
