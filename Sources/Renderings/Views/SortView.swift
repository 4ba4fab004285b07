package import LedgerModel
package import Questions

/// The largest unexplained hours, and a key for each thing they may have been for.
package struct SortView: Sendable {
    package var period: String
    /// `54 % of 933 h explained`, and the share from 0 to 1.
    package var standing: [Document.Span]
    package var share: Double
    /// The group that is asked about; `nil` if nothing is left.
    package var asked: Asked?
    /// The groups that follow it, and the line below them.
    package var next: [Entry]
    package var more: String
    /// The heading if nothing is asked.
    package var closing: String
    /// Whether the last action by hand was an answer.
    package var canUndo: Bool
    /// The path that takes back *later* or *in parts*; empty if an answer came after it.
    package var unstep: String
    /// The question what kind of work the last answer was about; `nil` if it was answered, or not about the job.
    package var kinds: Kinds?

    package init(
        period: String, standing: [Document.Span], share: Double, asked: Asked? = nil, next: [Entry] = [],
        more: String = "", closing: String = "", canUndo: Bool = false, unstep: String = "", kinds: Kinds? = nil
    ) {
        self.period = period
        self.standing = standing
        self.share = share
        self.asked = asked
        self.next = next
        self.more = more
        self.closing = closing
        self.canUndo = canUndo
        self.unstep = unstep
        self.kinds = kinds
    }

    package struct Kinds: Sendable {
        /// What the answer was about.
        package var title: String
        package var path: String
        /// The id of the answer.
        package var action: String
        package var choices: [Choice]

        package init(title: String, path: String, action: String, choices: [Choice]) {
            self.title = title
            self.path = path
            self.action = action
            self.choices = choices
        }
    }

    package struct Asked: Sendable {
        package var question: [Document.Span]
        /// `Meeting in Work; 46 pieces, usually with four others.`
        package var about: String
        /// `86 % of what is decided in “apollo” is Restores that work.`, and the answer; empty if nothing is suggested.
        package var suggestion: String
        package var suggested: Choice?
        package var parts: String
        package var examples: [Example]
        /// The fields that each form sends besides the answer.
        package var fields: [(name: String, value: String)]
        /// A heading and its buttons.
        package var choices: [Choices]
        /// A category that can name what the person is judged on there; empty if there is none.
        package var category: String
        package var later: String
        /// The path that asks about the group in parts; empty if it has none.
        package var split: String
        package var previous: String
        package var following: String

        package init(
            question: [Document.Span], about: String, suggestion: String = "", suggested: Choice? = nil,
            parts: String = "", examples: [Example] = [],
            fields: [(name: String, value: String)] = [], choices: [Choices] = [], category: String = "",
            later: String = "/sort", split: String = "", previous: String = "", following: String = ""
        ) {
            self.question = question
            self.about = about
            self.suggestion = suggestion
            self.suggested = suggested
            self.parts = parts
            self.examples = examples
            self.fields = fields
            self.choices = choices
            self.category = category
            self.later = later
            self.split = split
            self.previous = previous
            self.following = following
        }
    }

    package struct Example: Sendable {
        package var id: PublicID
        package var date: String
        package var title: String

        package init(id: PublicID, date: String, title: String) {
            self.id = id
            self.date = date
            self.title = title
        }
    }

    package struct Choices: Sendable {
        package var title: String
        package var choices: [Choice]

        package init(_ title: String, _ choices: [Choice]) {
            self.title = title
            self.choices = choices
        }
    }

    package struct Choice: Sendable {
        package var key: String
        package var label: String
        package var value: String

        package init(key: String, label: String, value: String) {
            self.key = key
            self.label = label
            self.value = value
        }
    }

    package struct Entry: Sendable {
        package var title: String
        package var what: String
        package var hours: String
        package var path: String

        package init(title: String, what: String, hours: String, path: String) {
            self.title = title
            self.what = what
            self.hours = hours
            self.path = path
        }
    }

    /// - Parameter undo: the path that undoes the last answer.
    package func fragment(in layout: PageLayout, answer: String, undo: String) -> Fragment {
        let spans = { (spans: [Document.Span]) in SpanValues.all(spans) { PagePath.evidence($0.query) } }
        return Templates.render(
            .sort,
            [
                "range": RangeView(period: period, links: layout.period).fragment.html,
                "standing": spans(standing), "some": !standing.isEmpty,
                "bar": Self.bar(share).html, "asked": asked.map { values($0, layout, answer) as Any } ?? false,
                "next": next.map {
                    [
                        "title": $0.title, "what": $0.what, "hours": $0.hours, "href": PageLink.local($0.path),
                    ]
                },
                "follows": !next.isEmpty, "more": filled(more), "closing": filled(closing),
                "csrf": filled(layout.csrf), "unstep": Self.way(unstep),
                "undo": filled(canUndo && unstep.isEmpty ? PageLink.local(undo) : nil),
                "kinds": kinds.map(Self.values) as Any? ?? false,
                "here": PageLink.local(layout.here), "sources": PageEntry.sources.path,
                "single": PagePath.kinds,
                "demo": DemoOffer(layout).fragment.html,
            ])
    }

    private func values(_ asked: Asked, _ layout: PageLayout, _ answer: String) -> [String: Any] {
        [
            "question": SpanValues.all(asked.question) { PagePath.evidence($0.query) }, "about": asked.about,
            "parts": filled(asked.parts), "suggestion": filled(asked.suggestion),
            "suggested": asked.suggested.map {
                ["key": $0.key, "label": $0.label, "value": $0.value] as Any
            } ?? false,
            "examples": asked.examples.map {
                ["href": PagePath.show($0.id), "date": $0.date, "title": $0.title]
            },
            "action": PageLink.local(answer), "fields": asked.fields.map { ["name": $0.name, "value": $0.value] },
            "choices": asked.choices.filter { !$0.choices.isEmpty }.map { group in
                [
                    "label": group.title,
                    "buttons": group.choices.map {
                        ["key": filled($0.key), "label": $0.label, "value": $0.value] as [String: Any]
                    },
                ] as [String: Any]
            },
            "category": filled(asked.category),
            "later": PageLink.local(asked.later), "split": Self.way(asked.split),
            "previous": Self.way(asked.previous), "following": Self.way(asked.following),
        ]
    }

    private static func values(_ kinds: Kinds) -> [String: Any] {
        [
            "about": kinds.title, "path": PageLink.local(kinds.path), "id": kinds.action,
            "buttons": kinds.choices.map { ["key": $0.key, "label": $0.label, "value": $0.value] },
        ]
    }

    /// A path of ours, or nothing.
    private static func way(_ path: String) -> Any { path.isEmpty ? false : PageLink.local(path) }

    private static func bar(_ share: Double) -> Fragment {
        let width = "\(Int((min(1, max(0, share)) * 1000).rounded()))"
        let tenths = width.count > 1 ? "\(width.dropLast()).\(width.suffix(1))" : "0.\(width)"
        return Markup.element(
            "svg", [("class", "share"), ("aria-hidden", "true"), ("width", "100%"), ("height", "6")],
            Markup.element(
                "rect", [("class", "whole"), ("width", "100%"), ("height", "6"), ("rx", "3")])
                + Markup.element(
                    "rect", [("class", "tone growth"), ("width", "\(tenths)%"), ("height", "6"), ("rx", "3")]))
    }
}
