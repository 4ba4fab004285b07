import LedgerModel
import Questions

extension TerminalPage {
    /// One line per day, a letter or a shade for each part of an hour, and a line under plans.
    func lines(_ chart: WeekChart) -> [[Run]] {
        let from = max(0, chart.startMinute / 60 * 60)
        let to = min(48 * 60, (chart.endMinute + 59) / 60 * 60)
        guard from < to, !chart.days.isEmpty else { return [] }
        let labels = chart.days.map { Wrapping.cut([Run(inert($0.label))], width: 12, ellipsis: ellipsis) }
        let labelWidth = labels.map(\.cells).max() ?? 0
        let step = [15, 20, 30, 60, 120].first { (to - from) / $0 <= room - labelWidth - 2 } ?? 240
        let columns = (to - from + step - 1) / step
        let edge = String(repeating: " ", count: labelWidth + 2)

        var lines = [indented([Run(edge), Run(Self.hours(from: from, to: to, step: step), .soft)])]
        for (day, label) in zip(chart.days, labels) {
            let cells = (0..<columns).map { cell(day, from + $0 * step..<from + ($0 + 1) * step) }
            lines.append(indented(label.padded(to: labelWidth) + [Run("  ")] + cells))
            let plans = (0..<columns).map { column in
                let minutes = from + column * step..<from + (column + 1) * step
                return day.planned.contains { $0.overlaps(minutes) && !$0.isEmpty } ? (unicode ? "╌" : "-") : " "
            }
            if plans.contains(where: { $0 != " " }) {
                lines.append(indented([Run(edge), Run(plans.joined(), .soft)]))
            }
        }
        lines += wrapped(legend(chart), indent: Self.indent)
        return lines
    }

    /// Hours above their columns, as many as fit without touching.
    private static func hours(from: Int, to: Int, step: Int) -> String {
        let every = [60, 120, 180, 240, 360, 720].first { $0 / step >= 4 } ?? 1440
        var text = ""
        for minute in stride(from: from, to: to, by: every) {
            let column = (minute - from) / step
            text += String(repeating: " ", count: max(0, column - text.count)) + String(minute / 60 % 24)
        }
        return text
    }

    private func cell(_ day: WeekChart.Day, _ minutes: Range<Int>) -> Run {
        // The span that fills most of the cell; of equal ones, the one whose colour matters more.
        let best = day.spans.map { ($0, $0.minutes.clamped(to: minutes).count) }.filter { $0.1 > 0 }
            .max { ($0.1, $0.0.tone == .job ? 0 : 1) < ($1.1, $1.0.tone == .job ? 0 : 1) }
        guard let span = best?.0 else {
            let works = day.working.contains { $0.clamped(to: minutes).count > 0 }
            return works ? Run(unicode ? "·" : ".", .soft) : Run(" ")
        }
        return Run(sign(span.tone, possible: span.grade == .possible), .tone(span.tone))
    }

    private func sign(_ tone: Tone, possible: Bool = false) -> String {
        let sign =
            switch tone {
            case .job: unicode ? (possible ? "░" : "▒") : "j"
            case .growth: "G"
            case .relationships: "R"
            case .side: "S"
            case .personal: "P"
            case .taken: "X"
            case .unknown: "?"
            }
        return possible ? sign.lowercased() : unicode ? sign : sign.uppercased()
    }

    private func legend(_ chart: WeekChart) -> [Run] {
        let spans = chart.days.flatMap(\.spans)
        let tones = Tone.allCases.filter { tone in spans.contains { $0.tone == tone } }
        var entries = tones.map { [Run(sign($0), .tone($0)), Run("\u{A0}" + held($0.label), .soft)] }
        if spans.contains(where: { $0.grade == .possible }) {
            entries.append([
                Run(unicode ? "░\u{A0}g\u{A0}…" : "j\u{A0}g\u{A0}...", .soft), Run("\u{A0}possible", .soft),
            ])
        }
        if chart.days.contains(where: { !$0.planned.isEmpty }) {
            entries.append([Run(unicode ? "╌" : "-", .soft), Run("\u{A0}planned", .soft)])
        }
        if chart.days.contains(where: { !$0.working.isEmpty }) {
            entries.append([Run(unicode ? "·" : ".", .soft), Run("\u{A0}working\u{A0}hours", .soft)])
        }
        return Array(entries.joined(separator: [Run("\u{A0}\u{A0} ")]))
    }
}

extension TerminalPage {
    /// `label  ▇▇▇▇▇▇│▇▇  text`, with a line at the intended length.
    func lines(_ chart: BarChart) -> [[Run]] {
        let labels = chart.bars.map { Wrapping.cut([Run(inert($0.label))], width: room * 2 / 5, ellipsis: ellipsis) }
        let texts = chart.bars.map { Wrapping.cut([Run(inert($0.text))], width: room / 3, ellipsis: ellipsis) }
        let labelWidth = labels.map(\.cells).max() ?? 0
        let textWidth = texts.map(\.cells).max() ?? 0
        let cells = min(40, room - labelWidth - textWidth - 4)
        var lines = chart.bars.indices.map { index in
            let bar = bar(chart.bars[index], whole: chart.whole, cells: cells)
            return indented(
                labels[index].padded(to: labelWidth) + [Run("  ")] + bar.padded(to: cells) + [Run("  ")]
                    + texts[index].padded(to: textWidth, atStart: true))
        }
        if chart.bars.contains(where: { $0.mark != nil }) {
            lines.append(indented([Run(unicode ? "│ where it was meant to be" : "| where it was meant to be", .soft)]))
        }
        return lines
    }

    private func bar(_ bar: BarChart.Bar, whole: Double, cells: Int) -> [Run] {
        let filled = Self.cell(bar.value, whole: whole, cells: cells)
        let mark = bar.mark.map { min(cells - 1, Self.cell($0, whole: whole, cells: cells)) }
        let fill = unicode ? (bar.tone == .unknown ? "░" : "▇") : (bar.tone == .unknown ? "." : "#")
        return (0..<cells).map { cell in
            if cell == mark { return Run(unicode ? "│" : "|", .soft) }
            return cell < filled ? Run(fill, .tone(bar.tone)) : Run(" ")
        }
    }

    /// Cells for `value` of `whole`; at least one unless `value` is 0.
    private static func cell(_ value: Double, whole: Double, cells: Int) -> Int {
        guard value > 0, whole > 0, value.isFinite, whole.isFinite else { return 0 }
        return max(1, Int((min(1, value / whole) * Double(cells)).rounded()))
    }
}

extension TerminalPage {
    /// Weekdays as rows, half hours as columns, a share in each.
    func lines(_ chart: SlotChart) -> [[Run]] {
        let labels = chart.rows.map { Run(inert($0.label), .soft) }
        let labelWidth = labels.map { CellWidth.of($0.text) }.max() ?? 0
        let columns = chart.columns.prefix(max(1, (room - labelWidth) / Self.slotWidth))
        let head = columns.map { [Run(ClockRange.clock($0), .soft)].padded(to: Self.slotWidth, atStart: true) }
        let rows = zip(labels, chart.rows).map { label, row in
            let cells = columns.map { start -> [Run] in
                let cell = row.cells.first { $0.start == start }
                let text = cell.map { unicode ? $0.text : inert($0.text) } ?? ""
                return [Run(text, cell?.share.map { $0 >= 0.5 } == true ? .tone(.growth) : .soft)]
                    .padded(to: Self.slotWidth, atStart: true)
            }
            return indented([label].padded(to: labelWidth) + cells.flatMap { $0 })
        }
        return [indented([Run(String(repeating: " ", count: labelWidth))] + head.flatMap { $0 })] + rows
    }

    private static let slotWidth = 7

    /// `label  540 → 50 min  target 60`
    func lines(_ chart: LineChart) -> [[Run]] {
        let labels = chart.lines.map { Wrapping.cut([Run(inert($0.label))], width: room / 2, ellipsis: ellipsis) }
        let width = labels.map(\.cells).max() ?? 0
        return zip(labels, chart.lines).map { label, line in
            let course = unicode ? line.course : inert(line.course)
            return indented(
                label.padded(to: width) + [Run("  " + course), Run("  " + inert(line.goal), .soft)])
        }
    }
}
