package import LedgerModel
import Questions

/// A result: what it rests on, and the forms to change it and to cite what a search finds.
package struct ResultView: Sendable {
    package var id: PublicID
    /// The name, label and content of each box.
    package var boxes: [(name: String, label: String, value: String)]
    package var objectives: [CorrectionForm.Choice]
    package var worths: [CorrectionForm.Choice]
    /// How it is known while it cites nothing.
    package var known: String
    package var csrf: String
    /// What a search has found, to be cited.
    package var found: Found?
    /// What became of it.
    package var became: BecameView
    /// What may stand behind it.
    package var likely: LikelyEvidenceView?

    package struct Found: Sendable {
        package var search: String
        package var count: Int
        /// The first of them: day and title.
        package var first: [(day: String, title: String)]

        package init(search: String, count: Int, first: [(day: String, title: String)]) {
            (self.search, self.count, self.first) = (search, count, first)
        }
    }

    package init(
        id: PublicID, boxes: [(name: String, label: String, value: String)], objectives: [CorrectionForm.Choice],
        worths: [CorrectionForm.Choice], known: String, csrf: String, found: Found? = nil,
        became: BecameView
    ) {
        (self.id, self.boxes, self.objectives, self.worths) = (id, boxes, objectives, worths)
        (self.known, self.csrf, self.found, self.became) = (known, csrf, found, became)
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        Templates.render(
            .result,
            [
                "became": became.fragment(in: layout).html,
                "id": id.description, "here": PageLink.local(PagePath.result(id)), "csrf": csrf,
                "edit": PagePath.editResult, "cite": PagePath.citeForResult, "known": filled(known),
                "boxes": boxes.map { ["name": $0.name, "label": $0.label, "value": $0.value] },
                "objectives": objectives.isEmpty ? false : ["choices": objectives.map(\.values)] as Any,
                "worths": worths.map(\.values),
                "likely": likely.map(\.values) ?? false as Any,
                "found": found.map { found in
                    [
                        "search": found.search, "count": "\(found.count)",
                        "pieces": found.count == 1 ? "this piece" : "these \(found.count) pieces",
                        "first": found.first.map { ["day": $0.day, "title": $0.title] },
                        "rest": filled(
                            found.count > found.first.count ? "and \(found.count - found.first.count) more" : nil),
                    ] as Any
                } ?? false,
            ])
    }
}
