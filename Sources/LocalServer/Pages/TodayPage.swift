import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The week in one sentence, the one thing to do, and the week drawn.
enum TodayPage {
    static func show(_ visit: Visit) throws -> String {
        let ledger = visit.ledger
        guard let week = try ledger.weekNow() else { return visit.page(empty(try ledger.glance()), .today) }
        let zones = week.base.zones
        let today = zones.day(of: week.base.now)
        let timeline = try ledger.timeline(Period("week", today: today))
        var drawn: [Document.Block] = [.picture(.week(WeekPictures.make(timeline)))]
        if let timer = week.timer {
            drawn.append(.paragraph([.text("Running: \(timer.text), since \(zones.civil(timer.at).clock).")]))
        }
        drawn.append(.paragraph([.soft(lastRead(week))]))
        let document = Document(
            title: PageEntry.today.label, period: "\(today.weekday.name) \(Period.date(today))",
            headline: [.text("This week: ")] + week.scope.document(week.base).headline,
            sections: [
                .init(toDo, [.paragraph(spans(week.step.text(zones)))]), .init("This week", drawn),
            ])
        return visit.page(document, .today, actions: action(week.step))
    }

    private static let toDo = "One thing to do"

    /// A telling that is due can be marked where it is read.
    private static func action(_ step: NextStep) -> [PageAction] {
        guard case .tell(let item) = step else { return [] }
        return [PageAction(told: item, label: "I told \(item.person)", section: toDo, isMain: true)]
    }

    /// What to do first, as a bare `limelight` says it.
    private static func empty(_ lines: [String]) -> Document {
        Document(
            title: PageEntry.today.label, headline: [.text(lines.first ?? "This ledger is empty.")],
            sections: [.init("Begin", [.list(lines.dropFirst().map(spans))])])
    }

    private static func lastRead(_ week: WeekNow) -> String {
        guard let latest = week.lastRead else {
            return "No source is read yet; what stands here was written by hand."
        }
        let civil = week.base.zones.civil(latest)
        return "Sources last read \(Period.date(civil.day)), \(civil.clock)."
    }

    /// A command at the end of a line is set as one.
    private static func spans(_ line: String) -> [Document.Span] {
        guard let command = line.ranges(of: "limelight ").first?.lowerBound, command > line.startIndex,
            line[..<command].trimmed.hasSuffix(":")
        else { return [.text(line)] }
        return [.text(line[..<command].trimmed + " "), .code(String(line[command...]))]
    }
}
