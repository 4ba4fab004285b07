import LedgerModel
package import Questions

extension SVGDrawing {
    /// A table of tinted cells; each says its share in figures too.
    package func draw(_ chart: SlotChart) -> Fragment {
        let head = chart.columns.map { start in
            Markup.element("th", [("scope", "col")], Markup.text(ClockRange.clock(start)))
        }
        let rows = chart.rows.map { row in
            Markup.element(
                "tr", [],
                Markup.element("th", [("scope", "row")], Markup.text(row.label))
                    + chart.columns.map { start in
                        row.cells.first { $0.start == start }.map(cell) ?? Markup.element("td", [], .empty)
                    }.joined())
        }
        return Markup.element(
            "table", [("class", "slots")],
            Markup.element(
                "thead", [],
                Markup.element("tr", [], Markup.element("td", [], .empty) + head.joined()))
                + Markup.element("tbody", [], rows.joined()))
    }

    private func cell(_ cell: SlotChart.Cell) -> Fragment {
        let text = Markup.text(cell.text)
        let said =
            linksEvidence && cell.ref.count > 0
            ? Markup.element(
                "a",
                [
                    ("href", PagePath.evidence(cell.ref.query)), ("class", "open"),
                    ("title", "\(SpanValues.pieces(cell.ref.count)) of the job fell into it"),
                ], text) : text
        return Markup.element("td", [("class", cell.share.map { "s\(Self.tenth($0))" } ?? "unknown")], said)
    }

    /// The depth of the tint, 0 to 10: style sheets have a class for each.
    private static func tenth(_ share: Double) -> Int { Int((min(1, max(0, share)) * 10).rounded()) }
}
