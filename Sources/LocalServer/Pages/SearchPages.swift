import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The results of a search, and the evidence behind a figure: the same list under two headings.
enum SearchPages {
    /// Pieces on one page.
    static let length = 50

    static func search(_ visit: Visit) throws -> String {
        let text = visit.query["q"] ?? ""
        let found = text.isEmpty ? Found(visit) : try Found(visit, text, path: PagePath.search(text))
        let filters = SearchQuery.Key.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
        let view = SearchView(
            query: text, items: found.items, total: found.total, more: found.more,
            hint: "Words, \"a phrase\" in quotation marks, and filters: \(filters)")
        return visit.page(view.fragment, PageEntry.search.label, .search)
    }

    static func evidence(_ visit: Visit) throws -> String {
        let text = visit.query["q"] ?? ""
        if let claim = try ResultPage.result(of: text, visit) { return try ResultPage.show(visit, claim, text) }
        let found = try Found(visit, text, path: PagePath.evidence(text))
        let title = found.total == 1 ? "One piece of evidence" : "\(found.total) pieces of evidence"
        let view = EvidenceListView(
            title: title, query: text, items: found.items, total: found.total, more: found.more)
        return visit.page(view.fragment, "Evidence", .ledger)
    }

    /// The most names on one line.
    private static let mostPeople = 5

    /// One page of a list.
    struct Found {
        var items: [EvidenceItem] = []
        var total = 0
        var more: PageLink?

        init(_ visit: Visit) {}

        init(_ visit: Visit, _ text: String, path: String) throws(LedgerError) {
            let from = visit.query["from"].flatMap { Int($0) }.map { min(max(0, $0), 10_000_000) } ?? 0
            let result = try visit.ledger.asking.search(text, limit: SearchPages.length, offset: from)
            let myJob = try visit.ledger.myJob.current()
            let times = TimeLabels(zones: try visit.ledger.asking.zones())
            let readings = try visit.ledger.asking.readings(of: result.hits.map(\.id))
            let labels = MyJobLabels(myJob)
            items = result.hits.map { hit in
                var item = EvidenceItem(hit, times)
                if let reading = readings[hit.id] {
                    item.people = Words.list(Array(PersonMention.shown(reading.people).prefix(mostPeople)))
                    item.reading = EvidenceReadings.summary(reading, labels)
                }
                return item
            }
            total = result.total
            let next = from + result.hits.count
            if next < total, !result.hits.isEmpty {
                let rest = min(SearchPages.length, total - next)
                more = PageLink("the next \(rest)", "\(path)&from=\(next)")
            }
        }
    }
}

/// How much the ledger holds, the newest pieces, and a button to undo the last action.
enum LedgerPage {
    /// Pieces on one page.
    private static let length = 20

    static func show(_ visit: Visit) throws -> String {
        let holdings = try visit.ledger.asking.holdings()
        let times = TimeLabels(zones: try visit.ledger.asking.zones())
        // Planned events are in the ledger too, but they are not the newest.
        let query = SearchQuery(filters: [.init(.until, (try visit.ledger.asking.today() + 1).iso)]).text
        let found = try visit.ledger.asking.search(query, limit: length + 1, isCounted: false).hits
        let view = LedgerView(
            headline: headline(holdings, times), items: found.prefix(length).map { EvidenceItem($0, times) },
            more: found.count > length ? PageLink("Older", PagePath.evidence(query) + "&from=\(length)") : nil,
            canUndo: holdings.hasHandRows)
        let layout = visit.layout(PageEntry.ledger.label, .ledger)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }

    private static func headline(_ holdings: Holdings, _ times: TimeLabels) -> String {
        let total = holdings.evidence
        guard total > 0, let first = holdings.first, let last = holdings.last else { return "This ledger is empty." }
        let days = Period(since: times.zones.day(of: first), until: times.zones.day(of: last) + 1)
        let sources = holdings.sources == 1 ? "one source" : "\(holdings.sources) sources"
        return "\(total) \(total == 1 ? "piece" : "pieces") of evidence, \(days.text), from \(sources) and by hand."
    }
}
