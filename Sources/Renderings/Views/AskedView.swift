package import LedgerModel
import Questions

/// What calendars ask, with a button for each answer.
package struct AskedView: Sendable {
    package struct Item: Sendable {
        package var source: Source
        package var question: CalendarQuestion
        /// The label of the answer that was given.
        package var said: String?
        /// Whether to name the calendar.
        package var isNamed: Bool

        package init(_ source: Source, _ question: CalendarQuestion, said: String? = nil, isNamed: Bool = false) {
            self.source = source
            self.question = question
            self.said = said
            self.isNamed = isNamed
        }
    }

    private let items: [Item]

    package init(_ items: [Item]) { self.items = items }

    /// As forms; empty if nothing is asked.
    func fragment(csrf: String, here: String) -> Fragment {
        guard !items.isEmpty else { return .empty }
        let questions = items.map { item -> [String: Any] in
            [
                "source": item.source.id.description, "name": filled(item.isNamed ? item.source.name : nil),
                "word": item.question.word,
                "found": item.question.found(item.source.traits) + (item.said == nil ? item.question.meanwhile : ""),
                "asked": item.question.asked, "said": filled(item.said),
                "choices": item.question.choices.map { ["word": $0.word, "label": $0.label] },
            ]
        }
        return Templates.render(
            .asked, ["questions": questions, "csrf": csrf, "here": PageLink.local(here), "path": PagePath.answer])
    }
}
