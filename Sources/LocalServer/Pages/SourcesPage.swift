import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// What is read and since when, and the ways to read more.
enum SourcesPage {
    static func show(_ visit: Visit) throws -> String {
        let setup = try visit.ledger.myJob.current()
        let times = TimeLabels(zones: try visit.ledger.asking.zones())
        let summaries = try visit.ledger.asking.sourceSummaries()
        let remarks = try SourceRemarks(visit.ledger, summaries.map(\.source))
        var view = SourcesView(
            sources: summaries.map { summary in
                var source = SourcesView.Source(summary, times)
                source.remark = remarks[summary.source]
                return source
            },
            work: try WorkView(visit))
        view.found = visit.tasks.found().map { FoundView($0.id, $0.folder, $0.plan, times) }
        view.asked = AskedView(
            try visit.ledger.importing.questions().flatMap { asked in
                asked.questions.map { .init(asked.source, $0, isNamed: true) }
            })
        view.arenas = setup.settings.arenas
        view.takesMore = visit.takesSources
        view.identities = try visit.ledger.importing.me()
        view.alsoMine = try visit.ledger.importing.alsoMine()
        view.largest = Importing.largestDrop >> 20
        let layout = visit.layout(PageEntry.sources.label, .sources)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }
}

extension SourcesView.Source {
    init(_ summary: SourceSummary, _ times: TimeLabels) {
        self.init(
            id: summary.source.id.description, name: summary.source.name, kind: summary.source.kind.descriptor.label,
            locator: summary.source.place, arena: summary.source.arena?.rawValue ?? "", pieces: summary.evidence,
            span: summary.span(times), lastImport: summary.source.lastRead(times),
            isPrivate: summary.source.isPrivate, warnings: summary.warnings.count)
    }
}

extension SourceSummary {
    /// `12 January to 17 March 2026`
    func span(_ times: TimeLabels) -> String {
        guard let first, let last else { return "nothing yet" }
        return Period(since: times.zones.day(of: first), until: times.zones.day(of: last) + 1).text
    }
}

extension Source {
    /// `21 November 2026`; for a calendar older than its last reading `today 8:05, true as of 21 November 2026`.
    func lastRead(_ times: TimeLabels) -> String {
        guard let lastImport else { return "–" }
        let day = times.zones.day(of: lastImport)
        guard let asOf = asOf.map({ times.zones.day(of: $0) }), asOf < day else { return times.date(lastImport) }
        return "\(times.date(lastImport)), true as of \(Period.date(asOf))"
    }

    /// Where it is, without anything secret.
    var place: String { droppedName == nil ? shownLocator : "dropped as a file" }
}

/// The most important remark on a source: it has brought nothing new for a long time, or it is left out.
struct SourceRemarks {
    private var remarks: [PublicID: String] = [:]

    init(_ ledger: Ledger, _ sources: [Source]) throws(LedgerError) {
        for old in try ledger.asking.outdatedSources(sources) { remarks[old.source.id] = old.words + "." }
        for source in try ledger.importing.leftOutSources() {
            remarks[source.id] = "Left out of this ledger: it is no longer read, and stays here until you remove it."
        }
    }

    subscript(_ source: Source) -> String { remarks[source.id] ?? "" }
}

/// One source: what it holds, its warnings, and what can be done with it.
enum SourcePage {
    static func show(_ visit: Visit) throws -> String {
        let source = try find(visit)
        let ledger = visit.ledger
        let times = TimeLabels(zones: try ledger.asking.zones())
        guard let summary = try ledger.asking.sourceSummaries(only: source.id).first else { throw Refusal.noSuchPage }
        let isDropped = source.droppedName != nil
        var shown = SourcesView.Source(summary, times)
        shown.remark = try SourceRemarks(ledger, ledger.asking.sources())[source]
        var view = SourceView(
            source: shown,
            countsPlans: source.kind.descriptor.isForetelling ? source.plansCount : nil,
            warnings: summary.warnings.map { (place: $0.location, message: $0.message) },
            files: isDropped ? ledger.importing.keptFiles(of: source).count : nil,
            openTo: source.kind == .git && !source.isPrivate ? source.openTo : nil,
            arenas: try ledger.myJob.current().settings.arenas)
        view.asked = AskedView(
            try ledger.importing.questions(of: source).map { .init(source, $0.question, said: $0.said) })
        let layout = visit.layout(source.name, .sources)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }

    static func find(_ visit: Visit) throws -> Source {
        try Refusal.finding { () throws(LedgerError) in try source(visit, visit.id) }
    }

    /// The source with exactly this id.
    static func source(_ visit: Visit, _ text: String?) throws(LedgerError) -> Source {
        guard let id = text.flatMap({ PublicID($0.lowercased()) }), id.kind == .source else {
            throw LedgerError(.notFound, "there is no such source", hint: "It may have been removed.")
        }
        return try visit.ledger.asking.source(named: id.description)
    }
}

/// Asks before something that cannot be undone: says what goes and what stays.
enum SourceConfirmation {
    static func remove(_ visit: Visit) throws -> String {
        let (source, sentences) = try visit.ledger.importing.beforeRemoving(try SourcePage.find(visit).id.description)
        return page(visit, "Remove \(source.name)?", sentences, "Remove it", "/sources/remove", source)
    }

    static func makePrivate(_ visit: Visit) throws -> String {
        let (source, sentences) = try visit.ledger.importing.beforeMakingPrivate(
            try SourcePage.find(visit).id.description)
        let later = "You can make it public again later. Its titles are then read again, if its source still has them."
        return page(
            visit, "Keep only the times of \(source.name)?", sentences + [later], "Keep only times",
            "/sources/private", source)
    }

    private static func page(
        _ visit: Visit, _ title: String, _ points: [String], _ button: String, _ path: String, _ source: Source
    ) -> String {
        let view = ConfirmationView(
            title: title, points: points, button: button, path: path, fields: [("source", source.id.description)],
            back: PageLink("Cancel", "/sources/\(source.id)"))
        let layout = visit.elsewhere("/sources/work").layout(title, .sources)
        return HTMLPage.render(view.fragment(in: layout), in: layout)
    }
}
