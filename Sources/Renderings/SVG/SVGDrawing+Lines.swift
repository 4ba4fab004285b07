import LedgerModel
package import Questions

extension SVGDrawing {
    /// A table: the measure, its readings as a line with a dashed target, and the figures in words.
    package func draw(_ chart: LineChart) -> Fragment {
        let rows = chart.lines.map { line in
            Markup.element(
                "tr", [],
                Markup.element("th", [("scope", "row")], Markup.text(line.label))
                    + Markup.element("td", [("class", "bar")], drawing(of: line))
                    + Markup.element(
                        "td", [("class", "n")],
                        Markup.text(line.course)
                            + (line.goal.isEmpty
                                ? .empty : Markup.element("span", [("class", "soft")], Markup.text(" " + line.goal)))))
        }
        return Markup.element("table", [("class", "bars course")], Markup.element("tbody", [], rows.joined()))
    }

    private static let top = 5.0
    private static let height = 34.0

    private func drawing(of line: LineChart.Series) -> Fragment {
        guard let first = line.readings.first, let last = line.readings.last else { return .empty }
        let days = max(1, last.on - first.on)
        func x(_ day: CivilDay) -> Double { 2 + 96 * Double(day - first.on) / Double(days) }
        func y(_ value: Double) -> Double {
            let bounds = line.bounds
            return Self.top + (Self.height - 2 * Self.top)
                * (1 - (value - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound))
        }
        var shapes: [Fragment] = []
        if let target = line.target {
            let at = Self.decimal(y(target))
            shapes.append(
                Markup.element(
                    "line",
                    [("class", "goal"), ("x1", "0"), ("x2", "100%"), ("y1", at), ("y2", at)]
                        + paint("stroke", "#8d8a7d")))
        }
        for (a, b) in zip(line.readings, line.readings.dropFirst()) {
            shapes.append(
                Markup.element(
                    "line",
                    [
                        ("class", "course"), ("x1", Self.decimal(x(a.on)) + "%"), ("x2", Self.decimal(x(b.on)) + "%"),
                        ("y1", Self.decimal(y(a.value))), ("y2", Self.decimal(y(b.value))),
                    ] + paint("stroke", "#1d1c18")))
        }
        for reading in line.readings {
            let said = "\(Period.date(reading.on)): \(LineChart.Series.number(reading.value))"
            shapes.append(
                Markup.element(
                    "circle",
                    [
                        ("class", reading == last ? "reading last" : "reading"),
                        ("cx", Self.decimal(x(reading.on)) + "%"), ("cy", Self.decimal(y(reading.value))), ("r", "3"),
                    ] + paint("fill", "#1d1c18"), Markup.element("title", [], Markup.text(said))))
        }
        return Markup.element(
            "svg",
            [
                ("class", "course"), ("role", "img"), ("aria-label", "\(line.label): \(line.course) \(line.goal)"),
                ("width", "100%"), ("height", "\(Int(Self.height))"),
            ], shapes.joined())
    }

    private static func decimal(_ value: Double) -> String {
        let hundredths = (value * 100).wholeNumber
        return "\(hundredths / 100).\(padded(abs(hundredths) % 100, 2))"
    }
}
