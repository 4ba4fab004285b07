import LedgerModel
package import Questions

extension SVGDrawing {
    static let laneHeight = 34

    /// Days as rows, hours as columns; at most the two days from midnight on that minutes can name.
    package func draw(_ chart: WeekChart) -> Fragment {
        let from = max(0, chart.startMinute / 60 * 60)
        let to = min(48 * 60, (chart.endMinute + 59) / 60 * 60)
        guard from < to, !chart.days.isEmpty else { return .empty }
        let scale = Scale(minutes: from..<to)
        let rows = chart.days.map { day in
            Markup.element(
                "div", [("class", "row")],
                Markup.element("span", [("class", "day")], Markup.text(day.label)) + lane(day, scale))
        }
        return Markup.element(
            "div", [("class", "week")], hours(scale) + rows.joined() + legend(chart))
    }

    struct Scale {
        let minutes: Range<Int>

        func x(_ minute: Int) -> String {
            SVGDrawing.percent(Double(minute - minutes.lowerBound), of: Double(minutes.count))
        }

        func width(_ span: Range<Int>) -> String {
            SVGDrawing.percent(Double(span.count), of: Double(minutes.count))
        }

        /// Where lines and labels stand: at most seven, at whole hours.
        var hours: [Int] {
            let step = [1, 2, 3, 4, 6, 8, 12].first { minutes.count / 60 / $0 <= 6 } ?? 24
            return Array(stride(from: minutes.lowerBound, through: minutes.upperBound, by: step * 60))
        }
    }

    private func hours(_ scale: Scale) -> Fragment {
        let labels = scale.hours.map { minute in
            Markup.element(
                "text",
                [("x", scale.x(minute)), ("y", "12"), ("text-anchor", "middle")] + paint("fill", "#66645a")
                    + paint("font-size", "11") + paint("font-family", "sans-serif"),
                Markup.text("\(minute / 60 % 24):00"))
        }
        let svg = Markup.element(
            "svg", [("class", "hours"), ("aria-hidden", "true"), ("width", "100%"), ("height", "18")], labels.joined())
        return Markup.element("div", [("class", "row")], Markup.element("span", [("class", "day")], .empty) + svg)
    }

    private func legend(_ chart: WeekChart) -> Fragment {
        let spans = chart.days.flatMap(\.spans)
        var entries: [Fragment] = Tone.allCases.filter { tone in spans.contains { $0.tone == tone } }.map { tone in
            swatch("tone \(tone.rawValue)", paint(tone), sign: tone) + Markup.text(tone.label)
        }
        if spans.contains(where: { $0.grade == .possible }) {
            entries.append(
                swatch("tone job possible", paint(.job) + paint("opacity", "0.4")) + Markup.text("pale: possible"))
        }
        if chart.days.contains(where: { !$0.planned.isEmpty }) {
            entries.append(swatch("planned", outline) + Markup.text("dashed: planned"))
        }
        if chart.days.contains(where: { !$0.working.isEmpty }) {
            entries.append(swatch("working", paint("fill", "#f1eee4")) + Markup.text("working hours"))
        }
        return Markup.element("ul", [("class", "legend")], entries.map { Markup.element("li", [], $0) }.joined())
    }

    var outline: [(String, String)] {
        paint("fill", "none") + paint("stroke", "#8d8a7d") + paint("stroke-dasharray", "3 3")
    }

    private func swatch(_ name: String, _ paint: [(String, String)], sign tone: Tone? = nil) -> Fragment {
        let shape = Markup.element(
            "rect",
            [("class", name), ("x", "0.5"), ("y", "0.5"), ("width", "15"), ("height", "12"), ("rx", "2")] + paint)
        let letter = tone.map { sign($0, x: "8", y: 10) } ?? Fragment.empty
        return Markup.element(
            "svg", [("class", "swatch"), ("aria-hidden", "true"), ("width", "16"), ("height", "13")], shape + letter)
    }

    func sign(_ tone: Tone, x: String, y: Int, possible: Bool = false) -> Fragment {
        guard !tone.sign.isEmpty else { return .empty }
        let ink = tone == .unknown || possible ? "#1d1c18" : "#ffffff"
        return Markup.element(
            "text",
            [
                ("class", "sign \(tone.rawValue)\(possible ? " possible" : "")"), ("x", x), ("y", "\(y)"),
                ("text-anchor", "middle"),
            ]
                + paint("fill", ink) + paint("font-size", "10") + paint("font-family", "sans-serif"),
            Markup.text(tone.sign))
    }
}
