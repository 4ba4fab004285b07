import LedgerModel
import LedgerOperations
import Renderings

/// How much is held, the newest of it, and the way to take back the last action.
enum LedgerPage {
    /// Pieces that show at once.
    private static let length = 20

    static func show(_ visit: Visit) throws -> String {
        let holdings = try visit.ledger.asking.holdings()
        let times = TimeLabels(zones: try visit.ledger.asking.zones())
        // What is planned is held too, but it is not the newest.
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
