import LedgerModel
package import Questions

/// Charts as SVG inside a little HTML. Positions are percentages, so that text keeps its size on a phone;
/// colours are classes, so that pages need no inline style.
package struct SVGDrawing: Sendable {
    /// Whether each span links to its evidence; not in a self-contained file.
    package var linksEvidence: Bool
    /// Also writes colours as attributes, for programs that make PDFs and do not style inline SVG.
    package var paintsItself: Bool

    package init(linksEvidence: Bool = true, paintsItself: Bool = false) {
        self.linksEvidence = linksEvidence
        self.paintsItself = paintsItself
    }

    package func draw(_ chart: Chart) -> Fragment {
        switch chart {
        case .week(let week): draw(week)
        case .bars(let bars): draw(bars)
        case .slots(let slots): draw(slots)
        case .lines(let course): draw(course)
        }
    }

    /// `fill` for programs that do not read the style sheet.
    func paint(_ tone: Tone) -> [(String, String)] {
        paintsItself ? [("fill", tone.paint)] : []
    }

    func paint(_ name: String, _ value: String) -> [(String, String)] {
        paintsItself ? [(name, value)] : []
    }

    /// `part` of `whole` as a percentage with two decimals, kept between 0 and 100.
    static func percent(_ part: Double, of whole: Double) -> String {
        guard whole > 0, part.isFinite, whole.isFinite else { return "0%" }
        let hundredths = Int((min(1, max(0, part / whole)) * 10_000).rounded())
        let rest = hundredths % 100
        return rest == 0 ? "\(hundredths / 100)%" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

extension Tone {
    /// A letter that says what a span is without colour; the job has none.
    var sign: String {
        switch self {
        case .job: ""
        case .growth: "G"
        case .relationships: "R"
        case .side: "S"
        case .personal: "P"
        case .taken: "×"
        case .unknown: "?"
        }
    }

    /// The colour in the light style sheet.
    var paint: String {
        switch self {
        case .job: "#c9c6bb"
        case .growth: "#5c7a00"
        case .relationships: "#a85a26"
        case .side: "#3d6f8e"
        case .personal: "#7d5a86"
        case .taken: "#b3372f"
        case .unknown: "#e9e6dc"
        }
    }
}

extension SVGDrawing {
    /// A table: label, bar, text; a line marks the intended length.
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
