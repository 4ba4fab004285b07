import Questions

extension TerminalPage {
    private static let gap = 2
    /// A text column narrower than this reads badly; the table is then set as records.
    private static let leastText = 10
    private static let mostLines = 4

    func lines(_ table: Document.Table) -> [[Run]] {
        guard !table.columns.isEmpty else { return [] }
        let titles = table.columns.map { inert($0.title) }
        var rows = table.rows.map { row in
            table.columns.indices.map { $0 < row.count ? runs(row[$0]) : [] }
        }
        let natural = titles.indices.map { column in
            rows.reduce(CellWidth.of(titles[column])) { max($0, $1[column].cells) }
        }
        let columns = table.columns
        var found = widths(natural, isFixed: columns.map { $0.isNumber || $0.isDay })
        if found == nil {
            // With several days too little may be left for words.
            found = widths(natural, isFixed: columns.map(\.isNumber))
        } else {
            for column in columns.indices where columns[column].isDay {
                for row in rows.indices { rows[row][column] = rows[row][column].map(\.held) }
            }
        }
        guard let widths = found else { return records(titles, rows) }
        var lines: [[Run]] = []
        if titles.contains(where: { !$0.isEmpty }) {
            let header = titles.map { [Run($0, .soft)] }
            lines += line(header, widths, table.columns)
            let rule = unicode ? "─" : "-"
            lines.append(join(widths.map { [Run(String(repeating: rule, count: $0), .soft)] }))
        }
        for row in rows { lines += line(row, widths, table.columns) }
        return lines
    }

    /// Numbers and days keep their width; text columns share what is left, and the widest shrinks first.
    /// `nil` if that leaves too little.
    private func widths(_ natural: [Int], isFixed: [Bool]) -> [Int]? {
        let gaps = Self.gap * (natural.count - 1)
        var widths = natural.map { max(1, $0) }
        if widths.reduce(gaps, +) <= room { return widths }
        let texts = natural.indices.filter { !isFixed[$0] }
        // Such a column that holds sentences is treated as text.
        let wide = natural.indices.filter { isFixed[$0] && natural[$0] > 24 }
        let flexible = texts + wide
        let fixed = natural.indices.filter { !flexible.contains($0) }.reduce(gaps) { $0 + widths[$1] }
        var share = room - fixed
        guard !flexible.isEmpty, share >= flexible.count else { return nil }
        var open = flexible.sorted { natural[$0] < natural[$1] }
        while let next = open.first, widths[next] <= share / open.count {
            share -= widths[next]
            open.removeFirst()
        }
        for (index, column) in open.enumerated() {
            // The first ones get the cells that do not divide evenly.
            widths[column] = share / open.count + (index < share % open.count ? 1 : 0)
        }
        return open.allSatisfy { widths[$0] >= Self.leastText } ? widths : nil
    }

    private func line(_ cells: [[Run]], _ widths: [Int], _ columns: [Document.Table.Column]) -> [[Run]] {
        let wrapped = zip(cells, widths).map { cell, width in
            Wrapping.lines(cell, width: width, limit: Self.mostLines, ellipsis: ellipsis)
        }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { row in
            join(
                wrapped.indices.map { column in
                    let part = row < wrapped[column].count ? wrapped[column][row] : []
                    return part.padded(to: widths[column], atStart: columns[column].isNumber)
                })
        }
    }

    private func join(_ cells: [[Run]]) -> [Run] {
        indented(Array(cells.joined(separator: [Run(String(repeating: " ", count: Self.gap))])))
    }

    /// One line per cell, for tables that are too wide.
    private func records(_ titles: [String], _ rows: [[[Run]]]) -> [[Run]] {
        var lines: [[Run]] = []
        for (index, row) in rows.enumerated() {
            if index > 0 { lines.append([]) }
            for (title, cell) in zip(titles, row) where !cell.isEmpty {
                let lead =
                    title.isEmpty ? [] : Wrapping.cut([Run(title + ": ", .soft)], width: room / 2, ellipsis: ellipsis)
                lines += wrapped(cell, indent: Self.indent, lead: lead)
            }
        }
        return lines
    }
}
