package import Questions

/// The weekly review: the four questions, one form for what only the person knows, and what to do next.
package struct ReviewView: Sendable {
    package var document: Document
    package var next: [Document.Section]
    /// The questions; `nil` once the week is reviewed.
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

    /// One question with its choices; the last applies if nothing is chosen.
    package struct Ask: Sendable {
        package var question: [Document.Span]
        package var name: String
        package var choices: [(value: String, label: String)]
        /// A line to type instead of a choice.
        package var line: Line?

        package struct Line: Sendable {
            package var name: String
            package var label: String
            /// What is in it already.
            package var text: String

            package init(_ name: String, _ label: String, _ text: String = "") {
                (self.name, self.label, self.text) = (name, label, text)
            }
        }

        package init(
            _ question: [Document.Span], name: String, choices: [(value: String, label: String)],
            line: Line? = nil
        ) {
            self.question = question
            self.name = name
            self.choices = choices
            self.line = line
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
                "line": line.map { ["id": $0.name, "label": $0.label, "text": $0.text] as Any } ?? false,
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
                        ? "There are no questions about this week. Add what you like."
                        : "Add what you like; all of it is optional.",
                    "lines": lines.map { ["id": $0.name, "label": $0.label] },
                    "undo": "You can undo each answer on the page Ledger, the last one first.",
                ] as [String: Any]
        }
        return Templates.render(
            .review, ["above": view.fragment.html, "below": view.sections(next).html, "form": form])
    }
}
