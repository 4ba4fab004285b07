package import LedgerModel
package import Questions

/// Candidates for results, each with a box for its words, what can be said of it, and its pieces.
package struct CandidatesView: Sendable {
    package struct Piece: Sendable {
        package var id: PublicID
        package var day: String
        package var title: String

        package init(id: PublicID, day: String, title: String) { (self.id, self.day, self.title) = (id, day, title) }
    }

    package var found: Candidates
    /// `1 January to 31 March 2026, the quarter before this one`
    package var heading: String
    package var pieces: [PublicID: Piece]
    /// What could not be saved.
    package var problem: Problem?

    package struct Problem: Sendable {
        package var notice: (message: String, hint: Advice)
        /// The candidate that it was about.
        package var key: String
        package var typed: String?
        package var ticked: Set<PublicID>

        package init(_ notice: (message: String, hint: Advice), key: String, typed: String?, ticked: Set<PublicID>) {
            (self.notice, self.key, self.typed, self.ticked) = (notice, key, typed, ticked)
        }
    }

    package init(_ found: Candidates, heading: String, pieces: [PublicID: Piece]) {
        (self.found, self.heading, self.pieces) = (found, heading, pieces)
    }

    /// The name of the box of a piece that leaves.
    package static func name(_ piece: PublicID) -> String { "out-\(piece)" }

    package func fragment(in layout: PageLayout) -> Fragment {
        let rest = [found.emptySection, found.causeSection].compactMap { $0 }
        return Templates.render(
            .candidates,
            [
                "range": RangeView(period: heading, links: layout.period).fragment.html,
                "headline": SpanValues.all(found.headline) { PagePath.evidence($0.query) },
                "problem": problem.map(values) ?? false, "some": !found.list.isEmpty,
                "candidates": layout.csrf.map { csrf in
                    found.list.indices.map { values($0, csrf, PageLink.local(layout.here)) }
                } ?? [],
                "rest": DocumentView(Document(title: "", headline: []), in: layout).sections(rest).html,
            ])
    }

    private func values(_ problem: Problem) -> Any {
        let isGone = !found.list.contains { $0.key == problem.key }
        return [
            "message": problem.notice.message, "hint": filled(problem.notice.hint),
            "lost": filled(isGone ? problem.typed : nil),
        ] as [String: Any]
    }

    private func values(_ place: Int, _ csrf: String, _ here: String) -> [String: Any] {
        let candidate = found.list[place]
        let said = problem.flatMap { $0.key == candidate.key ? $0 : nil }
        let ticked = said?.ticked ?? []
        let split: Any =
            candidate.pieces.count < 2
            ? false
            : [
                "total": "\(candidate.pieces.count)", "open": !ticked.isEmpty,
                "pieces": candidate.pieces.compactMap { id in
                    pieces[id].map { piece in
                        [
                            "name": Self.name(id), "day": piece.day, "title": piece.title,
                            "checked": ticked.contains(id),
                        ] as [String: Any]
                    }
                },
            ] as [String: Any]
        return [
            "number": "\(place + 1)", "count": "\(found.list.count)", "main": place == 0, "csrf": csrf, "here": here,
            "action": PagePath.candidates, "since": found.period.since.iso, "until": found.period.until.iso,
            "key": candidate.key, "above": filled(place > 0 ? found.list[place - 1].key : nil),
            "text": Markup.area(said?.typed ?? candidate.wording).html,
            "blocks": BlockValues().values(candidate.blocks), "split": split,
        ]
    }
}
