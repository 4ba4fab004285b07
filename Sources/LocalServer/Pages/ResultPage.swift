import HTTPTypes
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// A result: the pieces that it cites, how it is known without any, and the forms to change it and to cite more.
enum ResultPage {
    /// The result that a query is about; `nil` for any other query.
    static func result(of query: String, _ visit: Visit) throws -> Claim? {
        let read = SearchQuery(query)
        guard read.words.isEmpty, read.filters.count == 1, let id = read.values(.claim).first else { return nil }
        return try visit.ledger.asking.claims().first { $0.id.description == id }
    }

    static func show(_ visit: Visit, _ claim: Claim, _ query: String, found: ResultView.Found? = nil) throws -> String {
        let pieces = try SearchPages.Found(visit, query, path: PagePath.evidence(query))
        var list = EvidenceListView(
            title: claim.text, query: query, items: pieces.items, total: pieces.total, more: pieces.more)
        list.isQuiet = true
        let layout = visit.layout("Result", .value)
        return HTMLPage.render(try list.fragment + view(visit, claim, found).fragment(in: layout), in: layout)
    }

    private static func view(_ visit: Visit, _ claim: Claim, _ found: ResultView.Found?) throws -> ResultView {
        let myJob = try visit.ledger.myJob.current()
        var aims = myJob.objectives.map { ($0.key, $0.label) }
        // A result can count for a responsibility.
        if let key = claim.objective, !aims.contains(where: { $0.0 == key }) {
            aims.append((key, MyJobLabels(myJob).objective(key)))
        }
        var view = ResultView(
            id: claim.id,
            boxes: [
                ("text", "What changed", claim.text), ("for", "For whom", claim.forWhom ?? ""),
                ("figure", "Which figure", claim.figure ?? ""), ("known", "How you know", claim.knownBy ?? ""),
                ("when", "When", try when(claim, visit)),
            ], objectives: aims.map { .init($0.0, $0.1, isSelected: $0.0 == claim.objective) },
            worths: Worth.allCases.map { .init($0.rawValue, $0.label, isSelected: $0 == claim.worth) },
            known: claim.evidence.isEmpty ? claim.known : "", csrf: visit.csrf, found: found,
            became: BecameView(
                id: claim.id, section: try visit.ledger.asking.became(claim.id.description).section, csrf: visit.csrf,
                here: PagePath.result(claim.id)))
        if found == nil, claim.restsOnWord { view.likely = try CiteEvidencePage.view(of: claim, visit) }
        return view
    }

    /// The day of a result, or the span that it is known by: `2026-03-17`, `Q1 2026`.
    static func when(_ claim: Claim, _ visit: Visit) throws(LedgerError) -> String {
        let span = claim.span(try visit.ledger.asking.zones())
        return span.unit == .day ? span.first.iso : span.text
    }
}

/// What is changed on the page of a result.
enum ResultForms {
    static let all: [Form] = [
        Form(path: PagePath.editResult, isUndoable: true, act: edit),
        citing,
        Form(path: PagePath.sayBecame, isUndoable: true, act: became),
    ]

    private static let citing: Form = {
        var form = Form(path: PagePath.citeForResult, isUndoable: true, reply: cite)
        // Five results with ten pieces each.
        form.fieldLimit = 96
        return form
    }()

    private static func became(_ visit: Visit, _ fields: Fields) throws -> String {
        let reply = BecameForm.reply(fields["word"], fields["line"]) ?? .init(.said)
        guard let id = fields["result"].flatMap(PublicID.init) else { throw Self.gone }
        let claim = try visit.ledger.results.sayBecame(id.description, reply.word, reply.text)
        return "Kept of “\(claim.text)”."
    }

    private static func edit(_ visit: Visit, _ fields: Fields) throws -> String {
        let claim = try result(visit, fields)
        var edit = Results.ClaimEdit()
        (edit.text, edit.forWhom, edit.figure, edit.knownBy) = (
            fields["text"], fields["for"], fields["figure"], fields["known"]
        )
        (edit.objective, edit.worth) = (fields["objective"], fields["worth"])
        // The time of day is kept while the day stays, and so is a span.
        if let when = fields["when"]?.trimmed, when != (try ResultPage.when(claim, visit)) { edit.when = when }
        return "Changed: “\(try visit.ledger.results.edit(claim.id.description, edit).text)”."
    }

    /// Cites the ticked pieces, or shows what a search finds and cites it once that was seen.
    private static func cite(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        if fields["search"] == nil {
            let ticked = CiteEvidencePage.ticked(fields)
            try visit.ledger.results.cite(ticked)
            let pieces = Words.count(ticked.reduce(0) { $0 + $1.pieces.count }, "piece")
            // After five lines comes the page that is made of them.
            let report = fields["period"].map { PagePath.report(for: fields["reader"] ?? "", in: $0) }
            return .said("Cited \(pieces).", at: report)
        }
        let claim = try result(visit, fields)
        let search = (fields["search"] ?? "").trimmed
        let found = try visit.ledger.results.citable(claim.id.description, search: search)
        guard fields["cite"] == "yes" else {
            let zones = try visit.ledger.asking.zones()
            let first = found.hits.prefix(5).map { (day: Period.date(zones.day(of: $0.at)), title: $0.title) }
            let page = visit.elsewhere(PagePath.result(claim.id))
            return .again(
                try ResultPage.show(
                    page, claim, SearchQuery(filters: [.init(.claim, claim.id.description)]).text,
                    found: .init(search: search, count: found.hits.count, first: first)), .ok)
        }
        try visit.ledger.results.cite(claim.id.description, found.hits.map(\.id.description))
        return .said("Cited \(Words.count(found.hits.count, "piece")).", at: nil)
    }

    private static func result(_ visit: Visit, _ fields: Fields) throws -> Claim {
        guard let id = fields["result"],
            let claim = try visit.ledger.asking.claims().first(where: { $0.id.description == id })
        else { throw Self.gone }
        return claim
    }

    private static var gone: LedgerError {
        LedgerError(.notFound, "this result is no longer there", hint: "Load the page again.")
    }
}

/// What a form says became of a result.
enum BecameForm {
    /// Own words come first; `nil` for not now.
    static func reply(_ word: String?, _ line: String?) -> ReviewReplies.BecameReply? {
        let line = (line ?? "").trimmed
        if !line.isEmpty { return .init(.said, line) }
        return word.flatMap(Became.Word.init).map { .init($0) }
    }
}
