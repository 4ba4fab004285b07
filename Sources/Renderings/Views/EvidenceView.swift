package import LedgerModel

/// One piece of evidence: what its source said, what it was read as and why.
package struct EvidenceView: Sendable {
    package var item: EvidenceItem
    /// `withdrawn`, `private`, `source removed`
    package var marks: [String]
    /// Project, length, measures, paths: everything that the source gave.
    package var fields: [(label: String, value: String)]
    package var body: String
    package var people: [(name: String, role: String)]
    package var readings: [Reading]
    /// Results and reports that cite it.
    package var citedBy: [PageLink]
    package var correction: CorrectionForm?

    package init(
        item: EvidenceItem, marks: [String] = [], fields: [(label: String, value: String)] = [], body: String = "",
        people: [(name: String, role: String)] = [], readings: [Reading] = [], citedBy: [PageLink] = [],
        correction: CorrectionForm? = nil
    ) {
        self.item = item
        self.marks = marks
        self.fields = fields
        self.body = body
        self.people = people
        self.readings = readings
        self.citedBy = citedBy
        self.correction = correction
    }

    package struct Reading: Sendable {
        /// As pages say it: *for*, *responsibility*, *kind of work*.
        package var dimension: String
        package var value: String
        package var decidedBy: String
        package var because: String
        /// The piece that the reason names.
        package var from: PublicID?
        /// The kind of work that one press would confirm.
        package var confirms: Worth?
        /// Whether it is a kind of work that nobody has said.
        package var isOpenKind: Bool

        package init(
            dimension: String, value: String, decidedBy: String, because: String, from: PublicID? = nil,
            confirms: Worth? = nil, isOpenKind: Bool = false
        ) {
            self.dimension = dimension
            self.value = value
            self.decidedBy = decidedBy
            self.because = because
            self.from = from
            self.confirms = confirms
            self.isOpenKind = isOpenKind
        }
    }

    package var fragment: Fragment {
        var values = item.values
        values["marks"] = marks
        values["fields"] = fields.filter { !$0.value.isEmpty }.map { ["label": $0.label, "value": $0.value] }
        values["lines"] = lines
        values["people"] = people.map { ["name": $0.name, "role": filled($0.role)] as [String: Any] }
        values["hasPeople"] = !people.isEmpty
        values["readings"] = readings.map {
            [
                "dimension": $0.dimension, "value": $0.value,
                "by": filled($0.decidedBy == $0.value ? "" : $0.decidedBy), "because": filled($0.because),
                "from": $0.from.map { PagePath.show($0) as Any } ?? false,
                "confirm": confirmation($0) ?? false, "kinds": filled($0.isOpenKind ? PagePath.kinds : nil),
            ]
                as [String: Any]
        }
        values["hasReadings"] = !readings.isEmpty
        values["cited"] = citedBy.map(\.values)
        values["isCited"] = !citedBy.isEmpty
        values["correction"] = correction?.fragment(for: item.id).html ?? ""
        return Templates.render(.evidence, values)
    }

    /// The form that makes the person's own what was learned; none where nothing was.
    private func confirmation(_ reading: Reading) -> [String: Any]? {
        guard let worth = reading.confirms, let correction else { return nil }
        return [
            "href": PagePath.correct(item.id), "csrf": correction.csrf, "here": PageLink.local(correction.here),
            "stamp": correction.stamp, "worth": worth.rawValue,
        ]
    }

    /// At most 400 lines of the body, and how many were left out.
    private var lines: [String] {
        let all = body.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        guard !body.isEmpty else { return [] }
        guard all.count > 400 else { return all }
        return all.prefix(400) + ["… \(all.count - 400) more lines"]
    }
}

/// One piece of evidence on one line of a list.
package struct EvidenceItem: Sendable {
    package var id: PublicID
    /// `Tue 17 March 2026, 13:00–15:00`
    package var time: String
    package var source: String
    package var kind: String
    package var title: String
    package var snippet: String
    /// Who else was there.
    package var people: String = ""
    /// What it was read as and why; `nil` in lists that do not show it.
    package var reading: (read: String, why: String)?

    package init(
        id: PublicID, time: String, source: String, kind: String, title: String, snippet: String = ""
    ) {
        self.id = id
        self.time = time
        self.source = source
        self.kind = kind
        self.title = title
        self.snippet = snippet
    }

    var values: [String: Any] {
        [
            "href": PagePath.show(id), "id": "\(id)", "time": time, "source": filled(source), "what": filled(kind),
            "title": title.isEmpty ? "(private)" : Arrows.printed(title), "snippet": filled(Arrows.printed(snippet)),
            "with": filled(people), "says": reading != nil, "reads": filled(reading?.read),
            "why": filled(reading?.why), "correct": PagePath.show(id) + "?correct=yes",
        ]
    }
}

/// The form that corrects a piece of evidence.
package struct CorrectionForm: Sendable {
    package var csrf: String
    /// The page to come back to.
    package var here: String
    package var responsibilities: [Choice]
    package var objectives: [Choice]
    package var worths: [Choice]
    package var arenas: [Choice]
    /// Whether to ask if it took place.
    package var asksHappened: Bool
    /// Whether the form is open at first.
    package var isOpen: Bool
    /// Identifies the correction that the form was made from, to notice one made in another tab since.
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

    /// One entry of a select; its value is what the form sends. Select only what was set by hand before: a
    /// selected entry is sent, and would turn the reading of a rule into the person's own.
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
