import LedgerModel

extension TotalsAnswer {
    package func document(_ base: AnswerBase) -> Document {
        guard total.high > 0 || !rows.isEmpty else {
            return Empty.nothingSeen(
                "Totals", base, "Your hours, every minute counted once, by day, project or what they were for.")
        }
        let all = base.ref(base.cells)
        var headline: [Document.Span] = [
            .figure(Hours.text(total), all), .text(" traced; "),
        ]
        headline += base.seenOfWorking + [.text(".")] + base.whatWouldShowMore
        if by.overlaps { headline.append(.soft(" Hours touched: they overlap and do not add up.")) }
        let columns: [Document.Table.Column] = [
            .init(by == .arena ? "For" : by.label.sentence), .number("Hours"), .number("Range"),
            .number(by.overlaps ? "Touched" : "Share"),
            .number("Pieces"),
        ]
        let table = Document.Table(
            columns: columns,
            rows: rows.map { row in
                [
                    [.text(name(row))], [.figure(Hours.column(row.spent.seconds), row.ref)],
                    [.soft(Hours.range(row.spent))], [.text(Hours.percent(row.spent.seconds, of: total.seconds))],
                    [.text(String(row.ref.count))],
                ]
            })
        return Document(
            title: "Totals by \(by.label)", period: base.period.text, headline: headline,
            sections: [Document.Section("Hours by \(by.label)", id: .totals, [.table(table)])])
    }

    private func name(_ row: Row) -> String {
        guard by == .day, let day = CivilDay(iso: row.key) else { return row.name }
        return "\(day.weekday.short) \(row.key)"
    }
}
