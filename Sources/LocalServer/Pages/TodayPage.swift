import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The week in one sentence, the one thing to do, and the week drawn.
enum TodayPage {
    static func show(_ visit: Visit) throws -> String {
        let ledger = visit.ledger
        let lines = try ledger.glance()
        let today = try ledger.today()
        let week = try Period("week", today: today)
        guard try ledger.revision() > 0, let step = lines.last(where: { $0.hasPrefix(arrow) }) else {
            return visit.page(empty(lines), .today)
        }
        let (answer, base) = try ledger.scope(week)
        let timeline = try ledger.timeline(week)
        var drawn: [Document.Block] = [.picture(.week(WeekPictures.make(timeline)))]
        if let timer = lines.first(where: { $0.hasPrefix("Running: ") }) { drawn.append(.paragraph([.text(timer)])) }
        drawn.append(.paragraph([.soft(try lastSynced(ledger))]))
        let document = Document(
            title: PageEntry.today.label, period: "\(today.weekday.name) \(Period.date(today))",
            headline: answer.document(base).headline,
            sections: [
                .init("One thing to do", [.paragraph(spans(String(step.dropFirst(arrow.count))))]),
                .init("This week", drawn),
            ])
        return visit.page(document, .today, actions: try action(ledger, step))
    }

    /// A telling that is due can be marked where it is read.
    private static func action(_ ledger: Ledger, _ step: String) throws(LedgerError) -> [PageAction] {
        guard step.hasPrefix(arrow + "Tell "),
            let due = try ledger.value(ledger.currentQuarter()).0.inTheDark.first
        else { return [] }
        return [PageAction(told: due, label: "I told \(due.person)", section: "One thing to do", isMain: true)]
    }

    private static let arrow = "→ "

    /// What to do first, as a bare `limelight` says it.
    private static func empty(_ lines: [String]) -> Document {
        Document(
            title: PageEntry.today.label, headline: [.text(lines.first ?? "This ledger is empty.")],
            sections: [.init("Begin", [.list(lines.dropFirst().map(spans))])])
    }

    private static func lastSynced(_ ledger: Ledger) throws(LedgerError) -> String {
        let latest = try ledger.sourceSummaries().compactMap(\.source.lastImport).max()
        guard let latest else { return "No source is read yet; what stands here was written by hand." }
        let civil = try ledger.zones(ledger.frame()).civil(latest)
        return "Sources last read \(Period.date(civil.day)), \(civil.clock)."
    }

    /// A command at the end of a line is set as one.
    private static func spans(_ line: String) -> [Document.Span] {
        guard let command = line.ranges(of: "limelight ").first?.lowerBound, command > line.startIndex else {
            return [.text(line)]
        }
        let words = String(line[..<command]).trimmed
        return [.text(words + " "), .code(String(line[command...]))]
    }
}
