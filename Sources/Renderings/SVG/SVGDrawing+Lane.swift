import LedgerModel
import Questions

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
        // An image hides what is inside it from assistive software; with links it is a group.
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

    /// What the chart says, in words.
    private func spoken(_ day: WeekChart.Day) -> String {
        let (_, month, number) = day.day.components
        var parts = day.spans.prefix(40).map { "\($0.tone.label) \(Self.times($0.minutes))" }
        if day.spans.count > 40 { parts.append("\(day.spans.count - 40) more") }
        parts += day.planned.map { "planned \(Self.times($0))" }
        let said = parts.isEmpty ? "nothing seen" : parts.joined(separator: ", ")
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
