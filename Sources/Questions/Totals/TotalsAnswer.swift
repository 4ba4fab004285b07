package import LedgerModel

/// Hours by one dimension; the rows of a single-valued one add up to the total.
package struct TotalsAnswer: PeriodAnswer {
    package enum By: String, Sendable, CaseIterable {
        case day, week, month, responsibility, objective, arena, worth, source, project, skill, person

        /// Whether hours can count in several rows, as with skills and people.
        package var overlaps: Bool { self == .skill || self == .person }

        /// Whether its rows are stretches of time, which stand in their order.
        package var isOfTime: Bool { self == .day || self == .week || self == .month }

        /// The days of a row that is a stretch of time.
        fileprivate func span(_ key: String) -> Period? {
            let name: ChosenPeriod.Name? =
                switch self {
                case .day: .day
                case .week: .week
                case .month: .month
                default: nil
                }
            return name.flatMap { name in CivilDay(iso: self == .month ? key + "-01" : key).map(name.period) }
        }

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
            case .day, .week, .month: .day
            case .responsibility: [.arena, .responsibility]
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
        /// As it is shown. Rows that overlap are rounded each by itself.
        package var shown: PlacedHours.Shown

        package init(key: String, name: String, spent: Spent, ref: EvidenceRef) {
            self.key = key
            self.name = name
            self.spent = spent
            self.ref = ref
            shown = PlacedHours.Shown(tenths: Apportionment.tenths(spent.seconds))
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
        var rows = Dictionary(grouping: base.cells) { Self.key($0, by, base) }.map { key, cells in
            Row(
                key: key, name: labels.name(key, by), spent: cells.spent,
                ref: EvidenceRef(count: cells.pieces, query: Self.query(key, by, base)))
        }.filter { $0.spent.high > 0 || $0.ref.count > 0 }
        if by.isOfTime {
            rows.sort { $0.key < $1.key }
        } else {
            rows.sort { $0.spent.seconds != $1.spent.seconds ? $0.spent.seconds > $1.spent.seconds : $0.key < $1.key }
        }
        self.rows = Self.rounded(rows, by, base)
    }

    /// Rounds the rows so that they sum to the total, and their shares to 100 %.
    private static func rounded(_ rows: [Row], _ by: By, _ base: AnswerBase) -> [Row] {
        let seconds = rows.map(\.spent.seconds)
        var tenths = Apportionment.tenths(seconds, of: Apportionment.tenths(base.total.seconds))
        if by == .arena || by == .responsibility {
            let placed = PlacedHours(base.cells, judgedOn: Set(base.myJob.responsibilities.map(\.key)))
            tenths = rows.map { row in
                by == .arena
                    ? placed.arenas[Arena(rawValue: row.key)]?.tenths ?? 0
                    : placed.everywhere[row.key == "unknown" ? "" : row.key] ?? 0
            }
        }
        return zip(rows, zip(tenths, Apportionment.percents(seconds))).map { row, shown in
            var row = row
            row.shown = PlacedHours.Shown(tenths: shown.0, percent: shown.1)
            return row
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
        case .week: cell.day.monday.iso
        case .month: String(cell.day.iso.prefix(7))
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
        if let span = by.span(key) {
            // Only what of it is in the period.
            let since = max(span.since, base.period.since)
            let until = min(span.until, base.period.until)
            return SearchQuery(filters: [.init(.since, since.iso), .init(.until, until.iso), .init(.isA, "work")]).text
        }
        return base.query([.init(SearchQuery.Key(rawValue: by.rawValue) ?? .project, key)])
    }
}

extension MyJobLabels {
    package func name(_ key: String, _ by: TotalsAnswer.By) -> String {
        if let label = labels["\(by.rawValue)/\(key)"] { return label }
        if by == .source, key == "hand" { return "by hand" }
        if by == .arena { return Arena(rawValue: key)?.label ?? key }
        if by == .worth { return Worth(rawValue: key)?.label ?? key }
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
        if by.overlaps, !rows.isEmpty {
            headline.append(
                .soft(" An hour with several \(by == .skill ? "skills" : "people") counts for each of them."))
        }
        let columns: [Document.Table.Column] = [
            .init(by == .arena ? "For" : by.label.sentence), .number("Hours"), .number("Range"),
            .number("Share"), .number("Pieces"),
        ]
        let table = Document.Table(
            columns: columns,
            rows: rows.map { row in
                [
                    [.text(name(row))], [.figure(Hours.column(tenths: row.shown.tenths), row.ref)],
                    [.soft(Hours.range(row.spent))], [.text(share(row))],
                    [.text(String(row.ref.count))],
                ]
            })
        return Document(
            title: by == .person ? "My hours with" : "Totals by \(by.label)", period: base.period.text,
            headline: headline, base: base.onRecord,
            sections: [
                Document.Section(
                    by == .person ? "My hours with" : "Hours by \(by.label)", id: .totals,
                    [rows.isEmpty ? Self.nobody(by) : .table(table)] + openKinds)
            ])
    }

    /// Where kinds of work are unknown, how to say them.
    private var openKinds: [Document.Block] {
        guard by == .worth, rows.contains(where: { $0.key == "unknown" }) else { return [] }
        return [.paragraph([.soft("To say what the unknown was, one key each: "), .offer(.kinds), .soft(".")])]
    }

    /// In place of a table without rows: only what overlaps can have hours and no row.
    private static func nobody(_ by: By) -> Document.Block {
        by == .skill
            ? .empty("No rule has said yet which skills the work took. Rules in My job can.", .editJob)
            : .empty("Nobody is named in what is on record. A calendar with guests names people.", .calendar)
    }

    private func name(_ row: Row) -> String {
        guard let span = by.span(row.key) else { return row.name }
        return switch by {
        case .week: "from \(Period.date(span.since))"
        case .month: span.text
        default: "\(span.since.weekday.short) \(Period.date(span.since))"
        }
    }

    private func share(_ row: Row) -> String {
        guard !by.overlaps, total.seconds > 0 else { return Hours.percent(row.spent.seconds, of: total.seconds) }
        return Hours.percent(Double(row.spent.seconds) / Double(total.seconds), shown: row.shown.percent)
    }
}
