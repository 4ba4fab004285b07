import LedgerModel
import LedgerOperations
import Renderings

/// What is read and since when, and every way to read more.
enum SourcesPage {
    static func show(_ visit: Visit) throws -> String {
        let setup = try visit.ledger.frame()
        let moments = Moments(zones: try visit.ledger.zones(setup))
        var view = SourcesView(
            sources: try visit.ledger.sourceSummaries().map { SourcesView.Source($0, moments) },
            work: try WorkView(visit))
        view.found = visit.jobs.found().map { FoundView($0.id, $0.folder, $0.2, moments) }
        view.arenas = setup.settings.arenas
        view.takesMore = visit.takesSources
        view.identities = try visit.ledger.me()
        view.largest = Ledger.largestDrop >> 20
        let frame = visit.frame(PageEntry.sources.label, .sources)
        return HTMLPage.render(view.fragment(in: frame), in: frame)
    }
}

extension SourcesView.Source {
    init(_ summary: SourceSummary, _ moments: Moments) {
        self.init(
            id: summary.source.id.description, name: summary.source.name, kind: summary.source.kind.rawValue,
            locator: summary.source.place, arena: summary.source.arena?.rawValue ?? "", pieces: summary.evidence,
            span: summary.span(moments), lastImport: summary.source.lastImport.map(moments.date) ?? "–",
            isPrivate: summary.source.isPrivate, warnings: summary.warnings.count)
    }
}

extension SourceSummary {
    /// `12 January to 17 March 2026`
    func span(_ moments: Moments) -> String {
        guard let first, let last else { return "nothing yet" }
        return Period(since: moments.zones.day(of: first), until: moments.zones.day(of: last) + 1).text
    }
}

extension Source {
    /// Where it lies, as it may be shown.
    var place: String { droppedName == nil ? shownLocator : "dropped as a file" }
}
