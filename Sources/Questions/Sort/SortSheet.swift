package import LedgerModel

/// What is explained of a period, and the groups that are not.
package struct SortSheet: Sendable {
    package var base: AnswerBase
    /// Sure and likely seconds, as everywhere.
    package var traced: Int64
    package var undecided: Int64
    /// Pieces that won time and are explained, and those that are not.
    package var explainedPieces: Int
    package var undecidedPieces: Int
    /// Most hours first.
    package var groups: [SortGroup]

    package init(
        base: AnswerBase, traced: Int64, undecided: Int64, explainedPieces: Int, undecidedPieces: Int,
        groups: [SortGroup]
    ) {
        self.base = base
        self.traced = traced
        self.undecided = undecided
        self.explainedPieces = explainedPieces
        self.undecidedPieces = undecidedPieces
        self.groups = groups
    }

    package var explained: Int64 { traced - undecided }
    /// 0 to 1; 1 when nothing was traced.
    package var share: Double { traced > 0 ? Double(explained) / Double(traced) : 1 }

    /// The first group that is not put off; the largest first.
    package func next(after later: Set<String> = []) -> SortGroup? {
        groups.first { !later.contains($0.id) && !$0.isWaiting }
    }

    package func group(_ id: String) -> SortGroup? { groups.first { $0.id == id } }

    /// `54 % of 933 h explained, 430 h left`: each figure with what it rests on.
    package var standing: [Document.Span] {
        let all = EvidenceRef(count: base.cells.pieces, query: base.query())
        return [
            .figure(
                Hours.percent(explained, of: traced),
                EvidenceRef(count: explainedPieces, query: query("explained"))),
            .text(" of "), .figure(Hours.text(traced), all), .text(" explained"),
            undecided > 0 ? .text(", ") : .text(""),
            undecided > 0
                ? .figure(
                    Hours.text(undecided), EvidenceRef(count: undecidedPieces, query: query("unexplained")))
                : .text(""),
            undecided > 0 ? .text(" left") : .text(""),
        ]
    }

    private func query(_ kind: String) -> String {
        SearchQuery(
            filters: [
                .init(.since, base.period.since.iso), .init(.until, base.period.until.iso), .init(.isA, kind),
            ]
        ).text
    }
}
