import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The largest unexplained hours, one question at a time.
///
/// The address holds the groups that were put off and those asked about in parts, so that a page works
/// without a script, in two tabs, and with the browser's Back button.
enum SortPage {
    static let answerPath = "/sort/answer"
    static let undoPath = "/sort/undo"
    static let kindPath = "/sort/kind"

    static func show(_ visit: Visit) throws -> String {
        let place = try SortPlace(
            visit.query, today: visit.ledger.asking.today(), default: visit.ledger.asking.lastTwelveMonths())
        let sheet = try visit.ledger.asking.sortSheet(place.period, split: Set(place.split))
        let group = place.group.flatMap(sheet.group) ?? sheet.next(after: Set(place.later))
        let last = try visit.ledger.keeping.lastSorted()
        let view = SortView(
            period: sheet.base.period.text, standing: sheet.traced > 0 ? sheet.standing + [.text(".")] : [],
            share: sheet.share, asked: try group.map { try asked($0, sheet, place, visit) },
            next: next(sheet, after: group, place), more: more(sheet, after: group), closing: closing(sheet, place),
            canUndo: last != nil, unstep: place.before?.path ?? "", kinds: last.flatMap(kinds))
        // After an answer, the page asks about the group that is then the largest.
        let layout = visit.elsewhere(place.answered.path).layout(PageEntry.sort.label, .sort)
        return HTMLPage.render(
            view.fragment(in: layout, answer: answerPath, undo: undoPath), in: layout)
    }

    private static func kinds(_ last: Keeping.LastSorted) -> SortView.Kinds? {
        guard last.awaitsKind else { return nil }
        return SortView.Kinds(
            title: last.title.sentence, path: kindPath, action: last.action,
            choices: SortKind.all.map { .init(key: $0.key, label: $0.worth.label, value: $0.worth.rawValue) })
    }

    /// The most groups listed below the one that is asked about.
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
        let suggested = sheet.suggestion(for: group, among: choices)
        return SortView.Asked(
            question: sheet.question(group), about: "\(group.what.sentence); \(group.size).",
            suggestion: suggested?.words ?? "",
            suggested: suggested.map {
                .init(key: SortChoice.suggested, label: "yes, \($0.choice.label)", value: $0.choice.value)
            },
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
            category: group.category ?? "", later: place.after(.later, group.id).path,
            split: group.canSplit ? place.after(.parts, group.id).path : "",
            previous: path(to: index - 1), following: path(to: index + 1))
    }

    private static func title(of section: SortChoice.Section) -> String {
        switch section {
        case .responsibilities: "What I am judged on"
        case .job: "The job"
        case .desk: "Someone else’s, on my desk"
        case .beside: "Beside the job"
        case .off: "Off the timeline"
        }
    }

    private static func next(_ sheet: SortSheet, after group: SortGroup?, _ place: SortPlace) -> [SortView.Entry] {
        sheet.groups.filter { $0.id != group?.id }.prefix(shown).map { other in
            .init(
                title: other.title, what: what(other, place),
                hours: Hours.text(other.seconds), path: place.with { $0.group = other.id }.path)
        }
    }

    private static func more(_ sheet: SortSheet, after group: SortGroup?) -> String {
        let rest = sheet.groups.filter { $0.id != group?.id }.dropFirst(shown)
        return rest.isEmpty ? "" : "And \(Words.digits(rest.count, "smaller one"))."
    }

    private static func what(_ group: SortGroup, _ place: SortPlace) -> String {
        if place.later.contains(group.id) { return "later" }
        return group.isWaiting ? "\(group.what), asked about in parts first" : group.what
    }

    private static func closing(_ sheet: SortSheet, _ place: SortPlace) -> String {
        if sheet.traced == 0 { return "Nothing is on record for this period, so there is nothing to sort." }
        return sheet.groups.isEmpty ? "Everything that counts is placed." : "The rest is left for later."
    }
}

/// Answering about a group, and undoing that.
enum SortForms {
    static func answer(_ visit: Visit, _ fields: Fields) throws -> String {
        let ledger = visit.ledger
        let today = try ledger.asking.today()
        let place = try SortPlace(fields, today: today, default: ledger.asking.lastTwelveMonths())
        guard let id = place.group, let pieces = fields["pieces"].flatMap({ Int($0) }) else {
            throw LedgerError(
                .usage, "the form does not say which group", hint: "Load the page again and answer there.")
        }
        let choices = SortChoice.all(try ledger.myJob.current(), on: today)
        let choice = fields["answer"].flatMap { value in choices.first { $0.value == value } }
        guard choice != nil || fields["named"] != nil else {
            throw LedgerError(
                .notFound, "My job has changed, and this answer no longer exists",
                hint: "Load the page again and answer there.")
        }
        let asked = JobEditing.SortAsked(id: id, pieces: pieces, period: place.period, split: Set(place.split))
        switch try ledger.myJob.answer(asked, choice?.answer ?? .mine, naming: choice == nil ? fields["named"] : nil) {
        case .kept(let sorted): return "\(sorted.title.sentence): \(sorted.said)."
        case .refused(.decided(let words)): return "It is already decided: \(words). Nothing was changed."
        case .refused(.changed): return "That group has changed since it was shown; nothing was saved."
        }
    }

    /// Says what kind of work the last answer was about.
    static func kind(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let worth = fields["worth"].flatMap(Worth.init), let action = fields["action"] else {
            throw LedgerError(
                .usage, "the form does not say which kind of work", hint: "Load the page again and answer there.")
        }
        let about = try visit.ledger.keeping.lastSorted()?.title ?? ""
        _ = try visit.ledger.myJob.sortKind(worth, of: action)
        return "\(about.sentence): \(worth.label)."
    }

    static func undo(_ visit: Visit, _ fields: Fields) throws -> String {
        "Undone: \(try visit.ledger.keeping.undoSort().sentence)."
    }
}

/// The place in sorting, as the address of the page has it.
struct SortPlace {
    let period: Period
    /// The period as it was asked for; empty for the last twelve months.
    private let asked: String
    /// The group to ask about; `nil` for the largest.
    var group: String?
    /// In the order in which they were put off, or asked about in parts.
    private(set) var later: [String]
    private(set) var split: [String]
    /// What was done since the last answer, a letter each.
    private var steps: [Step]

    /// What is done without an answer. Only the address knows of it, so that it lasts as long as the sitting.
    enum Step: Character {
        case later = "l"
        case parts = "x"
    }

    /// The most groups that can be put off or divided: an address has to stay short.
    private static let most = 120

    /// Throws `.badPeriod`.
    init(_ fields: Fields, today: CivilDay, default fallback: Period) throws(LedgerError) {
        asked = fields["in"] ?? ""
        period = asked.isEmpty ? fallback : try Period(asked, today: today)
        guard period.days <= 36_600 else {
            throw LedgerError(.badPeriod, "the period is longer than a hundred years", hint: "Ask for a year or less.")
        }
        group = fields["group"]
        later = Self.ids(fields["later"])
        split = Self.ids(fields["split"])
        steps = (fields["steps"] ?? "").prefix(Self.most).compactMap(Step.init)
    }

    private static func ids(_ text: String?) -> [String] {
        var seen: Set<String> = []
        let ids = (text ?? "").split(separator: ".").map(String.init)
        return Array(
            ids.filter { $0.utf8.count == 12 && $0.allSatisfy(\.isHexDigit) && seen.insert($0).inserted }.prefix(most))
    }

    /// The place once a group is put off, or asked about in parts.
    func after(_ step: Step, _ id: String) -> SortPlace {
        with { place in
            switch step {
            case .later: place.later = place.later.filter { $0 != id } + [id]
            case .parts: place.split = place.split.filter { $0 != id } + [id]
            }
            place.steps.append(step)
            place.group = nil
        }
    }

    /// The place before the last step; `nil` if there was none since the last answer.
    var before: SortPlace? {
        guard let step = steps.last else { return nil }
        return with { place in
            place.steps.removeLast()
            place.group = nil
            switch step {
            case .later: place.group = place.later.popLast()
            case .parts: place.group = place.split.popLast()
            }
        }
    }

    /// The place once an answer is given.
    var answered: SortPlace {
        with {
            $0.group = nil
            $0.steps = []
        }
    }

    func with(_ change: (inout SortPlace) -> Void) -> SortPlace {
        var copy = self
        change(&copy)
        return copy
    }

    var path: String {
        let list = fields + [("steps", String(steps.map(\.rawValue))), ("group", group ?? "")]
        let query = list.filter { !$0.1.isEmpty }.map { "\($0.0)=\(PagePath.encoded($0.1))" }.joined(separator: "&")
        return PageEntry.sort.path + (query.isEmpty ? "" : "?" + query)
    }

    private var fields: [(String, String)] {
        [
            ("in", asked), ("later", later.suffix(Self.most).joined(separator: ".")),
            ("split", split.suffix(Self.most).joined(separator: ".")),
        ]
    }

    /// The fields that name the group a form was made for.
    func fields(for group: SortGroup) -> [(name: String, value: String)] {
        [("group", group.id), ("pieces", String(group.pieces.count)), ("in", asked), ("split", fields[2].1)]
            .filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }
}
