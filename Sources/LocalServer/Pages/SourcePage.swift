import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// One source: what it holds, what it warned about, and what may be done with it.
enum SourcePage {
    static func show(_ visit: Visit) throws -> String {
        let source = try find(visit)
        let ledger = visit.ledger
        let times = TimeLabels(zones: try ledger.asking.zones())
        guard let summary = try ledger.asking.sourceSummaries(only: source.id).first else { throw Refusal.noSuchPage }
        let isDropped = source.droppedName != nil
        var shown = SourcesView.Source(summary, times)
        shown.remark = try SourceRemarks(ledger, ledger.asking.sources())[source]
        let view = SourceView(
            source: shown,
            countsPlans: source.kind.descriptor.isForetelling ? source.plansCount : nil,
            warnings: summary.warnings.map { (place: $0.location, message: $0.message) },
            files: isDropped ? ledger.importing.keptFiles(of: source).count : nil,
            arenas: try ledger.myJob.current().settings.arenas)
        let layout = visit.layout(source.name, .sources)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }

    static func find(_ visit: Visit) throws -> Source {
        try Refusal.finding { () throws(LedgerError) in try source(visit, visit.id) }
    }

    /// The source of exactly this id.
    static func source(_ visit: Visit, _ text: String?) throws(LedgerError) -> Source {
        guard let id = text.flatMap({ PublicID($0.lowercased()) }), id.kind == .source else {
            throw LedgerError(.notFound, "there is no such source", hint: "It may have been removed.")
        }
        return try visit.ledger.asking.source(named: id.description)
    }
}

/// Before something that cannot be taken back: what goes, and what stays.
enum SourceConfirmation {
    static func remove(_ visit: Visit) throws -> String {
        let (source, sentences) = try visit.ledger.importing.beforeRemoving(try SourcePage.find(visit).id.description)
        return page(visit, "Remove \(source.name)?", sentences, "Remove it", "/sources/remove", source)
    }

    static func makePrivate(_ visit: Visit) throws -> String {
        let (source, sentences) = try visit.ledger.importing.beforeMakingPrivate(
            try SourcePage.find(visit).id.description)
        let later = "The mark can be taken off later; its titles are then read again, if they are still there."
        return page(
            visit, "Keep only the times of \(source.name)?", sentences + [later], "Keep only times",
            "/sources/private", source)
    }

    private static func page(
        _ visit: Visit, _ title: String, _ points: [String], _ button: String, _ path: String, _ source: Source
    ) -> String {
        let view = ConfirmationView(
            title: title, points: points, button: button, path: path, fields: [("source", source.id.description)],
            back: PageLink("Leave it as it is", "/sources/\(source.id)"))
        let layout = visit.elsewhere("/sources/work").layout(title, .sources)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }
}
