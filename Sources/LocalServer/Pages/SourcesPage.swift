import LedgerModel
import LedgerOperations
import Renderings

/// What is read, and since when.
enum SourcesPage {
    static func show(_ visit: Visit) throws -> String {
        let moments = Moments(zones: try visit.ledger.zones(visit.ledger.frame()))
        let sources = try visit.ledger.sourceSummaries().map { summary in
            SourcesView.Source(
                id: summary.source.id.description, kind: summary.source.kind.rawValue,
                locator: summary.source.shownLocator,
                arena: summary.source.arena?.label ?? "", pieces: summary.evidence, span: span(summary, moments),
                lastImport: summary.source.lastImport.map(moments.date) ?? "–", isPrivate: summary.source.isPrivate)
        }
        return visit.page(SourcesView(sources: sources).fragment, PageEntry.sources.label, .sources)
    }

    private static func span(_ summary: SourceSummary, _ moments: Moments) -> String {
        guard let first = summary.first, let last = summary.last else { return "nothing yet" }
        return Period(since: moments.zones.day(of: first), until: moments.zones.day(of: last) + 1).text
    }
}
