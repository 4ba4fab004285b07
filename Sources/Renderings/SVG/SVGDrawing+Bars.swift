import LedgerModel
package import Questions

extension SVGDrawing {
    /// A table: label, bar, text; a line where the bar was meant to end.
    package func draw(_ chart: BarChart) -> Fragment {
        let rows = chart.bars.map { bar in
            Markup.element(
                "tr", [],
                Markup.element("th", [("scope", "row")], Markup.text(bar.label))
                    + Markup.element("td", [("class", "bar")], drawing(of: bar, whole: chart.whole))
                    + Markup.element("td", [("class", "n")], Markup.text(bar.text)))
        }
        let caption =
            chart.bars.contains { $0.mark != nil }
            ? Markup.element("caption", [], Fragment(safe: "<span class=\"mark\">│</span> where it was meant to be"))
            : .empty
        return Markup.element("table", [("class", "bars")], caption + Markup.element("tbody", [], rows.joined()))
    }

    private func drawing(of bar: BarChart.Bar, whole: Double) -> Fragment {
        var shapes = [
            Markup.element(
                "line",
                [("class", "base"), ("x1", "0"), ("x2", "100%"), ("y1", "15.5"), ("y2", "15.5")]
                    + paint("stroke", "#e4e1d6")),
            Markup.element(
                "rect",
                [
                    ("class", "tone \(bar.tone.rawValue)"), ("x", "0"), ("y", "2"), ("height", "13"),
                    ("width", Self.percent(bar.value, of: whole)), ("rx", "2"),
                ] + paint(bar.tone)),
        ]
        if let mark = bar.mark, mark.isFinite {
            let x = Self.percent(mark, of: whole)
            shapes.append(
                Markup.element(
                    "line",
                    [("class", "mark"), ("x1", x), ("x2", x), ("y1", "0"), ("y2", "18")]
                        + paint("stroke", "#1d1c18")))
        }
        return Markup.element(
            "svg",
            [("class", "bar"), ("role", "img"), ("aria-label", spoken(bar)), ("width", "100%"), ("height", "18")],
            shapes.joined())
    }

    private func spoken(_ bar: BarChart.Bar) -> String {
        guard let mark = bar.mark, mark > 0, bar.value >= 0, bar.value / mark < 100 else {
            return "\(bar.label): \(bar.text)"
        }
        return "\(bar.label): \(bar.text), \((bar.value / mark * 100).wholeNumber) % of what was meant"
    }
}
