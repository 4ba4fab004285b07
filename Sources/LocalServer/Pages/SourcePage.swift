import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// One source: what it holds, what it warned about, and what may be done with it.
enum SourcePage {
    static func show(_ visit: Visit) throws -> String {
        let source = try find(visit)
        let ledger = visit.ledger
        let moments = Moments(zones: try ledger.zones(ledger.frame()))
        guard let summary = try ledger.sourceSummaries().first(where: { $0.source.id == source.id }) else {
            throw Refusal.noSuchPage
        }
        let isDropped = source.droppedName != nil
        let view = SourceView(
            source: SourcesView.Source(summary, moments),
            countsPlans: source.kind == .calendar ? source.plansCount : nil,
            warnings: summary.warnings.map { (place: $0.location, message: $0.message) },
            files: isDropped ? ledger.keptFiles(of: source).count : nil, arenas: try ledger.frame().settings.arenas)
        let frame = visit.frame(source.name, .sources)
        return HTMLPage.render(view.fragment(in: frame), in: frame)
    }

    static func find(_ visit: Visit) throws -> Source {
        guard let source = try? SourceForms.source(visit, visit.id) else { throw Refusal.noSuchPage }
        return source
    }
}

/// Before something that cannot be taken back: what goes, and what stays.
enum SourceConfirmation {
    static func remove(_ visit: Visit) throws -> String {
        let source = try SourcePage.find(visit)
        let removal = try visit.ledger.removal(of: source.id.description)
        var points = [
            "\(Words.count(removal.goes, "piece").sentence) that only it saw \(removal.goes == 1 ? "goes" : "go")."
        ]
        if removal.stays > 0 {
            points.append(
                "\(Words.count(removal.stays, "piece").sentence) that you cited or corrected \(removal.stays == 1 ? "stays" : "stay") readable, off the timeline."
            )
        }
        if removal.elsewhere > 0 {
            points.append(
                "\(Words.count(removal.elsewhere, "piece").sentence) that another source sees as well \(removal.elsewhere == 1 ? "stays" : "stay") as \(removal.elsewhere == 1 ? "it is" : "they are")."
            )
        }
        let files = visit.ledger.keptFiles(of: source).count
        points.append(
            files > 0
                ? "The \(files == 1 ? "file" : "files") you dropped for it, kept beside the ledger, \(files == 1 ? "is" : "are") deleted."
                : "The source itself is not touched.")
        points.append("This cannot be taken back. To have it again, read it again.")
        return page(visit, "Remove \(source.name)?", points, "Remove it", "/sources/remove", source)
    }

    static func makePrivate(_ visit: Visit) throws -> String {
        let source = try SourcePage.find(visit)
        var points = [
            "Titles, people, places and files that it gave are erased for good; the times stay.",
            "From then on only its times are read.",
        ]
        if source.droppedName != nil {
            points.append("The file you dropped for it holds more than times, and is deleted.")
        }
        points.append("The mark can be taken off later; for the titles it is then read again.")
        return page(
            visit, "Keep only the times of \(source.name)?", points, "Keep only times", "/sources/private", source)
    }

    private static func page(
        _ visit: Visit, _ title: String, _ points: [String], _ button: String, _ path: String, _ source: Source
    ) -> String {
        let view = ConfirmationView(
            title: title, points: points, button: button, path: path, fields: [("source", source.id.description)],
            back: PageLink("Leave it as it is", "/sources/\(source.id)"))
        let frame = visit.elsewhere("/sources/work").frame(title, .sources)
        return HTMLPage.render(view.fragment(in: frame), in: frame)
    }
}

extension FoundView {
    init(_ id: Int, _ folder: String, _ found: Ledger.Discovered, _ moments: Moments) {
        self.init(
            look: id, folder: folder,
            items: found.found.enumerated().filter { !$1.isKnown }.map { index, item in
                Item(
                    index: index, name: item.name, place: item.path,
                    what: item.kind == .git ? "\(item.own) of \(item.commits) commits are yours" : "calendar file",
                    last: item.last.map(moments.date) ?? "", isLikely: item.isLikely)
            }, known: found.found.count(where: \.isKnown), isCut: found.isCut)
    }
}
