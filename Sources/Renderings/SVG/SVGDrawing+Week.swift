import LedgerModel
package import Questions

extension SVGDrawing {
    static let laneHeight = 34

    /// Days as rows, hours as columns. A row covers at most two days from midnight on.
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

        /// The whole hours that have a line and a label, at most seven.
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

extension SVGDrawing {
    /// One day: working hours behind, then hour lines, spans, and plans as outlines.
    func lane(_ day: WeekChart.Day, _ scale: Scale) -> Fragment {
        let height = Self.laneHeight
        var shapes: [Fragment] = []
        for range in day.working.map({ $0.clamped(to: scale.minutes) }) where !range.isEmpty {
            shapes.append(box("working", range, scale, y: 0, height: height, paint("fill", "#f1eee4")))
        }
        for minute in scale.hours {
            let x = scale.x(minute)
            shapes.append(
                Markup.element(
                    "line",
                    [("class", "hour"), ("x1", x), ("x2", x), ("y1", "0"), ("y2", "\(height)")]
                        + paint("stroke", "#e4e1d6")))
        }
        shapes += day.spans.compactMap { self.span($0, scale) }
        for range in day.planned.map({ $0.clamped(to: scale.minutes) }) where !range.isEmpty {
            shapes.append(box("planned", range, scale, y: 3, height: height - 6, outline, rx: 4))
        }
        // An image hides its content from assistive software, so a lane with links is a group.
        return Markup.element(
            "svg",
            [
                ("class", "lane"), ("role", linksEvidence ? "group" : "img"), ("aria-label", spoken(day)),
                ("width", "100%"), ("height", "\(height)"),
            ], shapes.joined())
    }

    private func span(_ span: WeekChart.Span, _ scale: Scale) -> Fragment? {
        let minutes = span.minutes.clamped(to: scale.minutes)
        guard !minutes.isEmpty else { return nil }
        let possible = span.grade == .possible
        let title = Markup.element("title", [], Markup.text(Self.title(of: span)))
        let name = "tone \(span.tone.rawValue)\(possible ? " possible" : "")"
        let rect = box(
            name, minutes, scale, y: 6, height: Self.laneHeight - 12,
            paint(span.tone) + (possible ? paint("opacity", "0.4") : []), rx: 3, content: title)
        // A letter needs about a fiftieth of the width on a phone.
        let letter =
            minutes.count * 36 >= scale.minutes.count
            ? sign(span.tone, x: scale.x((minutes.lowerBound + minutes.upperBound) / 2), y: 21, possible: possible)
            : .empty
        guard linksEvidence else { return rect + letter }
        return Markup.element("a", [("href", PagePath.show(span.evidence))], rect + letter)
    }

    private func box(
        _ name: String, _ minutes: Range<Int>, _ scale: Scale, y: Int, height: Int, _ paint: [(String, String)],
        rx: Int = 0, content: Fragment? = nil
    ) -> Fragment {
        Markup.element(
            "rect",
            [
                ("class", name), ("x", scale.x(minutes.lowerBound)), ("y", "\(y)"), ("width", scale.width(minutes)),
                ("height", "\(height)"),
            ] + (rx > 0 ? [("rx", "\(rx)")] : []) + paint, content)
    }

    /// `13:00–15:00 relationships: 1:1 with Maria (possible)`
    private static func title(of span: WeekChart.Span) -> String {
        let title = span.title.isEmpty ? "" : ": \(span.title)"
        return "\(times(span.minutes)) \(span.tone.label)\(title)\(span.grade == .possible ? " (possible)" : "")"
    }

    /// The chart in words.
    private func spoken(_ day: WeekChart.Day) -> String {
        let (_, month, number) = day.day.components
        var parts = day.spans.prefix(40).map { "\($0.tone.label) \(Self.times($0.minutes))" }
        if day.spans.count > 40 { parts.append("\(day.spans.count - 40) more") }
        parts += day.planned.map { "planned \(Self.times($0))" }
        let said = parts.isEmpty ? "nothing on record" : parts.joined(separator: ", ")
        return "\(day.day.weekday.name) \(number) \(monthNames[month - 1]): \(said)"
    }

    private static func times(_ minutes: Range<Int>) -> String {
        "\(clock(minutes.lowerBound))–\(clock(minutes.upperBound))"
    }

    private static func clock(_ minute: Int) -> String {
        let minute = min(max(0, minute), 48 * 60)
        return "\(minute / 60 == 24 ? 24 : minute / 60 % 24):\(padded(minute % 60, 2))"
    }
}
