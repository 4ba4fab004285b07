import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// What kind of work it was: one title at a time, most hours first.
///
/// The address holds what was put off, so that the page works without a script, in two tabs, and with the browser’s
/// Back button.
enum KindPage {
    static func show(_ visit: Visit) throws -> String {
        if visit.query["learn"] == "yes" { return try learning(visit) }
        let place = KindPlace(visit.query)
        let sheet = try visit.ledger.asking.kindSheet(try visit.ledger.asking.lastTwelveMonths(), limit: 200)
        let piece = sheet.pieces.first { !place.later.contains($0.id.description) }
        var view = KindView(
            closing: closing(sheet), asked: piece.map { asked($0, sheet, place) },
            canUndo: try visit.ledger.keeping.lastKind() ?? "", unstep: place.before?.path ?? "",
            more: Words.digits(max(0, sheet.openTitles - 1), "more title"))
        if piece == nil || sheet.openTitles < 2 { view.more = "" }
        let layout = visit.elsewhere(place.answered.path).layout("Kinds of work", .sort)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }

    private static func asked(_ piece: OpenKind, _ sheet: KindSheet, _ place: KindPlace) -> KindView.Asked {
        KindView.Asked(
            id: piece.id, question: sheet.question(piece), about: sheet.about(piece),
            learned: piece.learned, choices: SortKind.all.map { ($0.key.lowercased(), $0.worth) },
            later: place.putOff(piece.id).path)
    }

    private static func closing(_ sheet: KindSheet) -> String {
        if sheet.traced == 0 {
            return "Nothing is on record in the last twelve months, so there is nothing to ask about."
        }
        return sheet.openTitles == 0
            ? "Nothing is left to ask: series of meetings are asked about in Sort, and the rest has its kind of work."
            : "The rest is left for later."
    }

    /// What would be learned, and the button that does it.
    private static func learning(_ visit: Visit) throws -> String {
        let plan = try visit.ledger.asking.learning()
        let layout = visit.elsewhere(PagePath.kinds).layout("Kinds of work", .sort)
        return HTMLPage.render(plan.document, in: layout, below: KindView.learning(plan, in: layout))
    }
}

/// What was put off, as the address of the page has it.
struct KindPlace {
    private(set) var later: [String]
    /// How many were put off since the last answer.
    private var fresh: Int

    /// An address has to stay short.
    private static let most = 120

    init(_ fields: Fields) {
        later = (fields["later"] ?? "").split(separator: ".").compactMap { PublicID(String($0))?.description }
            .suffix(Self.most)
        fresh = min(later.count, max(0, Int(fields["fresh"] ?? "") ?? 0))
    }

    func putOff(_ id: PublicID) -> KindPlace {
        var copy = self
        copy.later = (later + [id.description]).suffix(Self.most)
        copy.fresh = min(fresh + 1, copy.later.count)
        return copy
    }

    /// The place before the last was put off; `nil` if an answer came after it.
    var before: KindPlace? {
        guard fresh > 0 else { return nil }
        var copy = self
        copy.later.removeLast()
        copy.fresh -= 1
        return copy
    }

    /// The place once an answer is given.
    var answered: KindPlace {
        var copy = self
        copy.fresh = 0
        return copy
    }

    var path: String {
        guard !later.isEmpty else { return PagePath.kinds }
        let query = "?later=" + PagePath.encoded(later.joined(separator: "."))
        return PagePath.kinds + query + (fresh > 0 ? "&fresh=\(fresh)" : "")
    }
}

/// Saying what kind of work it was, undoing that, and learning from it.
enum KindForms {
    static func answer(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let id = fields["piece"], let worth = fields["worth"].flatMap(Worth.init) else {
            throw LedgerError(
                .usage, "the form does not say which kind of work", hint: "Load the page again and answer there.")
        }
        // The pieces of its title as they are now: another tab may have answered.
        let asking = visit.ledger.asking
        let sheet = try asking.kindSheet(try asking.lastTwelveMonths(), limit: 200)
        guard let piece = sheet.pieces.first(where: { $0.id.description == id }) else {
            return "The kind of work of that piece is known already. Nothing was changed."
        }
        _ = try visit.ledger.capture.sayKind(worth, of: piece.all)
        return "\(piece.said(worth))."
    }

    static func undo(_ visit: Visit, _ fields: Fields) throws -> String {
        "Undone: \(try visit.ledger.keeping.undo(only: fields["action"] ?? "").sentence)."
    }

    static func learn(_ visit: Visit, _ fields: Fields) throws -> String {
        let plan = try visit.ledger.asking.learning()
        guard fields["step"] == "\(plan.number)" else {
            return "Something else was learned since the page was loaded. Nothing was changed."
        }
        try visit.ledger.capture.learn(plan)
        return "Learned, step \(plan.number). Nothing counts until you confirm it."
    }
}
