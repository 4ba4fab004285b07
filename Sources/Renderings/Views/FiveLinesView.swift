package import LedgerModel

/// *Five lines for someone who decides*: five rows of five boxes.
package struct FiveLinesView: Sendable {
    package var csrf: String
    package var action: String
    package var reader: String
    package var author: String
    /// Items of the plan to choose from; the person may type another.
    package var plan: [String]
    package var deciders: [String]
    /// What changed, for whom, which item of the plan, which figure, how you know, when.
    package var lines: [[String]]
    /// Why it could not be saved, and what to do about it.
    package var problem: (message: String, hint: Advice)?

    package init(
        csrf: String, action: String, reader: String, author: String, plan: [String], deciders: [String],
        lines: [[String]]
    ) {
        self.csrf = csrf
        self.action = action
        self.reader = reader
        self.author = author
        self.plan = plan
        self.deciders = deciders
        self.lines = lines
    }

    package var fragment: Fragment {
        Templates.render(
            .fiveLines,
            [
                "csrf": csrf, "action": PageLink.local(action), "reader": reader, "author": author, "plan": plan,
                "deciders": deciders,
                "problem": problem.map { ["message": $0.message, "hint": filled($0.hint)] as Any } ?? false,
                "lines": lines.enumerated().map { index, parts in
                    func part(_ place: Int) -> String { parts.indices.contains(place) ? parts[place] : "" }
                    return [
                        "number": "\(index + 1)", "first": index == 0, "what": part(0), "whom": part(1),
                        "plan": part(2), "figure": part(3), "known": part(4), "when": part(5),
                    ] as [String: Any]
                },
            ])
    }
}

/// The section below a page that is made to be handed over; it shows on the screen only.
package struct PrintingView: Sendable {
    private let command: String

    /// - Parameter reader: empty if the page is for nobody in particular.
    package init(reader: String, period: Period) {
        command = Offer.report(for: reader.isEmpty ? nil : reader, in: period.options).command
    }

    package var fragment: Fragment {
        Templates.render(
            .printing,
            ["command": command, "fiveLines": PageEntry.fiveLines.path, "value": PageEntry.value.path])
    }
}
