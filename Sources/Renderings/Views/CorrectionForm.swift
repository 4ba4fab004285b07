import LedgerModel

/// Where the person says what a piece of evidence really was.
package struct CorrectionForm: Sendable {
    package var csrf: String
    /// Where to come back to.
    package var here: String
    package var responsibilities: [Choice]
    package var objectives: [Choice]
    package var worths: [Choice]
    package var arenas: [Choice]
    /// Whether to ask if it took place.
    package var asksHappened: Bool
    /// Whether it stands open already.
    package var isOpen: Bool
    /// Tells what was said when the form was made from what another tab has said since.
    package var stamp: String = ""

    package init(
        csrf: String, here: String, responsibilities: [Choice], objectives: [Choice], worths: [Choice],
        arenas: [Choice], asksHappened: Bool = false, isOpen: Bool = false
    ) {
        self.csrf = csrf
        self.here = here
        self.responsibilities = responsibilities
        self.objectives = objectives
        self.worths = worths
        self.arenas = arenas
        self.asksHappened = asksHappened
        self.isOpen = isOpen
    }

    /// One entry of a select; its value is what the form sends. Select only what a hand has set before:
    /// an entry that stays selected is sent, and makes a rule's reading the person's own.
    package struct Choice: Sendable {
        package var value: String
        package var label: String
        package var isSelected: Bool

        package init(_ value: String, _ label: String, isSelected: Bool = false) {
            self.value = value
            self.label = label
            self.isSelected = isSelected
        }

        var values: [String: Any] { ["value": value, "label": label, "selected": isSelected] }
    }

    func fragment(for id: PublicID) -> Fragment {
        let choices: [[String: Any]] = [
            ("arena", "For", arenas), ("responsibility", "Responsibility", responsibilities),
            ("objective", "Objective", objectives), ("worth", "Kind of work", worths),
        ].filter { !$0.2.isEmpty }.map { name, label, choices in
            ["name": name, "label": label, "choices": choices.map(\.values)]
        }
        return Templates.render(
            .correction,
            [
                "href": PagePath.correct(id), "csrf": csrf, "here": PageLink.local(here), "selects": choices,
                "happened": asksHappened, "open": isOpen, "stamp": stamp,
            ])
    }
}
