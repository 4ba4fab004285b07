import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The largest unexplained hours, one question at a time.
///
/// What was put off and what is asked in parts stand in the address, so that a page works without a
/// script, in two tabs, and with the browser's own way back.
enum SortPage {
    static let answerPath = "/sort/answer"
    static let undoPath = "/sort/undo"

    static func show(_ visit: Visit) throws -> String {
        let place = try SortPlace(
            visit.query, today: visit.ledger.asking.today(), default: visit.ledger.asking.lastTwelveMonths())
        let sheet = try visit.ledger.asking.sortSheet(place.period, split: place.split)
        let group = place.group.flatMap(sheet.group) ?? sheet.next(after: place.later)
        let view = SortView(
            period: sheet.base.period.text, standing: sheet.traced > 0 ? sheet.standing + [.text(".")] : [],
            share: sheet.share, asked: try group.map { try asked($0, sheet, place, visit) },
            next: next(sheet, after: group, place), more: more(sheet, after: group), closing: closing(sheet, place),
            canUndo: try visit.ledger.keeping.canUndoSort())
        // An answer leads to the group that is then the largest.
        let layout = visit.elsewhere(place.with { $0.group = nil }.path).layout(PageEntry.sort.label, .sort)
        return HTMLPage.render(
            view.fragment(in: layout, answer: answerPath, undo: undoPath), in: layout)
    }

    /// Groups that are listed below the one that is asked about.
    private static let shown = 12

    private static func asked(
        _ group: SortGroup, _ sheet: SortSheet, _ place: SortPlace, _ visit: Visit
    ) throws -> SortView.Asked {
        let open = sheet.groups.filter { !place.later.contains($0.id) || $0.id == group.id }
        let index = open.firstIndex { $0.id == group.id } ?? 0
        func path(to other: Int) -> String {
            open.indices.contains(other) ? place.with { $0.group = open[other].id }.path : ""
        }
        let choices = SortChoice.all(sheet.base.myJob, on: try visit.ledger.asking.today())
        return SortView.Asked(
            question: group.question, about: "\(group.what.sentence); \(group.size).",
            parts: group.canSplit ? group.partsText : "",
            examples: group.examples.map {
                .init(id: $0.id, date: Period.date(sheet.base.zones.day(of: $0.at)), title: $0.title)
            },
            fields: place.fields(for: group),
            choices: SortChoice.Section.allCases.map { section in
                .init(
                    title(of: section),
                    choices.filter { $0.section == section }.map {
                        .init(key: $0.key, label: $0.label, value: $0.value)
                    })
            },
            later: place.with {
                $0.later.insert(group.id)
                $0.group = nil
            }.path,
            split: group.canSplit
                ? place.with {
                    $0.split.insert(group.id)
                    $0.group = nil
                }.path : "",
            previous: path(to: index - 1), following: path(to: index + 1))
    }

    private static func title(of section: SortChoice.Section) -> String {
        switch section {
        case .responsibilities: "What I am measured on"
        case .job: "The job"
        case .desk: "Not my job"
        case .beside: "Beside the job"
        case .off: "Off the timeline"
        }
    }

    private static func next(_ sheet: SortSheet, after group: SortGroup?, _ place: SortPlace) -> [SortView.Entry] {
        sheet.groups.filter { $0.id != group?.id }.prefix(shown).map { other in
            .init(
                title: other.title, what: place.later.contains(other.id) ? "later" : other.what,
                hours: Hours.text(other.seconds), path: place.with { $0.group = other.id }.path)
        }
    }

    private static func more(_ sheet: SortSheet, after group: SortGroup?) -> String {
        let rest = sheet.groups.filter { $0.id != group?.id }.dropFirst(shown)
        guard !rest.isEmpty else { return "" }
        let hours = Hours.text(rest.reduce(0) { $0 + $1.seconds })
        return "And \(Words.digits(rest.count, "smaller one")), \(hours) together."
    }

    private static func closing(_ sheet: SortSheet, _ place: SortPlace) -> String {
        if sheet.traced == 0 { return "Nothing was traced in this time, so there is nothing to explain." }
        return sheet.groups.isEmpty ? "Everything traced is explained." : "The rest is left for later."
    }
}
