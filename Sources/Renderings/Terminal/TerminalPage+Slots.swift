import LedgerModel
import Questions

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
