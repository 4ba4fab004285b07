import Questions

extension TerminalPage {
    /// `label  ▇▇▇▇▇▇│▇▇  text`, with a line where the bar was meant to end.
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

    /// Cells for `value` of `whole`; at least one when there is anything at all.
    private static func cell(_ value: Double, whole: Double, cells: Int) -> Int {
        guard value > 0, whole > 0, value.isFinite, whole.isFinite else { return 0 }
        return max(1, Int((min(1, value / whole) * Double(cells)).rounded()))
    }
}
