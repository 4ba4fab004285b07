import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *Results from my notes*: lines of notes, with a box to tick for each.
enum NoteLinesPage {
    /// The most lines on one page.
    static let most = 50

    static func show(_ visit: Visit) throws -> String { try page(visit, visit.query["q"] ?? "", nil, nil) }

    /// - Parameters:
    ///   - typed: the form as it was sent, if it could not be saved.
    ///   - error: why it could not.
    static func page(_ visit: Visit, _ query: String, _ typed: Fields?, _ error: LedgerError?) throws -> String {
        let lines = try lines(visit, query)
        let shown = lines.prefix(most).enumerated().map { index, line in
            NoteLinesView.Line(
                id: line.id, note: line.note, text: typed?["text-\(index + 1)"] ?? line.text, date: line.span.text,
                becomes: line.becomes, isKept: typed?["keep-\(index + 1)"] != nil)
        }
        var view = NoteLinesView(
            csrf: visit.csrf, here: PagePath.noteLines(query.isEmpty ? nil : query), lines: shown, total: lines.count)
        view.problem = error.map { ($0.notice.title, $0.notice.message) }
        return visit.page(view.fragment, "Results from my notes", .value)
    }

    /// Without a query those of the last twelve months.
    static func lines(_ visit: Visit, _ query: String) throws -> [Results.NoteLine] {
        try visit.ledger.results.noteLines(query, query.isEmpty ? visit.ledger.asking.lastTwelveMonths() : nil)
    }

    /// The notes of one source.
    static func query(_ source: Source) -> String {
        SearchQuery(filters: [.init(.source, source.id.description)]).text
    }
}

/// Keeps the ticked lines. The others are not offered again.
enum NoteLinesForm {
    static let form: Form = {
        var form = Form(path: PagePath.noteLines, isUndoable: true, longest: 1 << 20, reply: act)
        form.fieldLimit = 2 * NoteLinesPage.most + 16
        return form
    }()

    /// A result is one sentence, and its box has two rows.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        let ids = (fields["lines"] ?? "").split(separator: " ").prefix(NoteLinesPage.most).map(String.init)
        let notes = ids.compactMap { PublicID(String($0.prefix { $0 != "/" })) }
        let open = try visit.ledger.results.noteLines(of: notes)
        var answers: [(line: Results.NoteLine, answer: Results.NoteLineAnswer)] = []
        for (index, id) in ids.enumerated() {
            guard let line = open.first(where: { $0.id == id }) else { continue }
            let isKept = fields["keep-\(index + 1)"] != nil
            answers.append((line, isKept ? .keep(oneLine(fields["text-\(index + 1)"] ?? "")) : .no))
        }
        do throws(LedgerError) {
            let kept = try visit.ledger.results.keep(answers)
            return .said(kept.sentence, at: nil)
        } catch {
            guard [.usage, .tooLarge, .changedMeanwhile].contains(error.code) else { throw error }
            let query = visit.here.split(separator: "?", maxSplits: 1).dropFirst().first.map { Fields($0)["q"] ?? "" }
            return .again(try NoteLinesPage.page(visit, query ?? "", fields, error), error.status)
        }
    }
}
