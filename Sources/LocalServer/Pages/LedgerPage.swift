import LedgerModel
import LedgerOperations
import Renderings

/// How much is held, the newest of it, and the way to take back the last action.
enum LedgerPage {
    /// Pieces that show at once.
    private static let length = 20

    static func show(_ visit: Visit) throws -> String {
        let holdings = try visit.ledger.asking.holdings()
        let moments = Moments(zones: try visit.ledger.asking.zones())
        // What is planned is held too, but it is not the newest.
        let query = SearchQuery(filters: [.init(.until, (try visit.ledger.asking.today() + 1).iso)]).text
        let found = try visit.ledger.asking.search(query, limit: length + 1, isCounted: false).hits
        let view = LedgerView(
            headline: headline(holdings, moments), items: found.prefix(length).map { EvidenceItem($0, moments) },
            more: found.count > length ? PageLink("Older", PagePath.evidence(query) + "&from=\(length)") : nil,
            canUndo: holdings.hasHandRows)
        let frame = visit.frame(PageEntry.ledger.label, .ledger)
        return HTMLPage.render(view.fragment(in: frame), in: frame)
    }

    private static func headline(_ holdings: Holdings, _ moments: Moments) -> String {
        let total = holdings.evidence
        guard total > 0, let first = holdings.first, let last = holdings.last else { return "This ledger is empty." }
        let days = Period(since: moments.zones.day(of: first), until: moments.zones.day(of: last) + 1)
        let sources = holdings.sources == 1 ? "one source" : "\(holdings.sources) sources"
        return "\(total) \(total == 1 ? "piece" : "pieces") of evidence, \(days.text), from \(sources) and by hand."
    }
}
