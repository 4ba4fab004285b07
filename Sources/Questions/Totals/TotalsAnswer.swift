package import LedgerModel

/// Hours by one dimension; the rows of a single-valued one add up to the total.
package struct TotalsAnswer: PeriodAnswer {
    package enum By: String, Sendable, CaseIterable {
        case day, responsibility, objective, arena, worth, source, project, skill, person

        /// Whether hours can count in several rows, as with skills and people.
        package var overlaps: Bool { self == .skill || self == .person }

        /// The words for people; flags and JSON use the raw value.
        package var label: String {
            switch self {
            case .arena: "what it was for"
            case .worth: "kind of work"
            default: rawValue
            }
        }

        /// The dimensions that cells need for these rows.
        package var grain: CellGrain {
            switch self {
            case .day: .day
            case .responsibility: .responsibility
            case .objective: .objective
            case .arena: .arena
            case .worth: .worth
            case .source: .source
            case .project: .project
            case .skill, .person: []
            }
        }
    }

    package struct Row: Sendable, Hashable {
        package var key: String
        package var name: String
        package var spent: Spent
        package var ref: EvidenceRef

        package init(key: String, name: String, spent: Spent, ref: EvidenceRef) {
            self.key = key
            self.name = name
            self.spent = spent
            self.ref = ref
        }
    }

    package var by: By
    package var total: Spent
    package var workingSeconds: Int64
    package var untracedSeconds: Int64
    package var rows: [Row]

    /// The rows of a single-valued dimension, most time first; days by date.
    package init(_ base: AnswerBase, by: By) {
        self.by = by
        total = base.total
        workingSeconds = base.workingSeconds
        untracedSeconds = base.untracedSeconds
        let labels = MyJobLabels(base.myJob)
        rows = Dictionary(grouping: base.cells) { Self.key($0, by, base) }.map { key, cells in
            Row(
                key: key, name: labels.name(key, by), spent: cells.spent,
                ref: EvidenceRef(count: cells.pieces, query: Self.query(key, by, base)))
        }.filter { $0.spent.high > 0 || $0.ref.count > 0 }
        if by == .day {
            rows.sort { $0.key < $1.key }
        } else {
            rows.sort { $0.spent.seconds != $1.spent.seconds ? $0.spent.seconds > $1.spent.seconds : $0.key < $1.key }
        }
    }

    /// The rows of a dimension that overlaps: seconds touched.
    package init(_ base: AnswerBase, by: By, touched: [Row]) {
        self.by = by
        total = base.total
        workingSeconds = base.workingSeconds
        untracedSeconds = base.untracedSeconds
        rows = touched.sorted {
            $0.spent.seconds != $1.spent.seconds ? $0.spent.seconds > $1.spent.seconds : $0.key < $1.key
        }
    }

    private static func key(_ cell: DayCell, _ by: By, _ base: AnswerBase) -> String {
        func known(_ text: String) -> String { text.isEmpty ? "unknown" : text }
        return switch by {
        case .day: cell.day.iso
        case .responsibility: known(cell.meaning.responsibility)
        case .objective: known(cell.meaning.objective)
        case .arena: known(cell.meaning.arena?.rawValue ?? "")
        case .worth: known(cell.meaning.worth?.rawValue ?? "")
        case .source: cell.source == 0 ? "hand" : base.sourceNames[cell.source] ?? "unknown"
        case .project: known(cell.project)
        case .skill, .person: "unknown"
        }
    }

    private static func query(_ key: String, _ by: By, _ base: AnswerBase) -> String {
        if by == .day {
            let day = CivilDay(iso: key) ?? base.period.since
            return SearchQuery(filters: [.init(.since, day.iso), .init(.until, (day + 1).iso), .init(.isA, "work")])
                .text
        }
        return base.query([.init(SearchQuery.Key(rawValue: by.rawValue) ?? .project, key)])
    }
}

extension MyJobLabels {
    package func name(_ key: String, _ by: TotalsAnswer.By) -> String {
        if let label = labels["\(by.rawValue)/\(key)"] { return label }
        if by == .source, key == "hand" { return "by hand" }
        if by == .arena { return Arena(rawValue: key)?.label ?? key }
        return key
    }
}

extension TotalsAnswer {
    package func document(_ base: AnswerBase) -> Document {
        guard total.high > 0 || !rows.isEmpty else {
            return Empty.nothingSeen(
                "Totals", base, "Your hours, every minute counted once, by day, project or what they were for.")
        }
        let all = base.ref(base.cells)
        var headline: [Document.Span] = [
            .figure(Hours.text(total), all), .text(" on record."),
        ]
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
            sections: [
                Document.Section(by == .person ? "My hours with" : "Hours by \(by.label)", id: .totals, [.table(table)])
            ])
    }

    private func name(_ row: Row) -> String {
        guard by == .day, let day = CivilDay(iso: row.key) else { return row.name }
        return "\(day.weekday.short) \(row.key)"
    }
}
