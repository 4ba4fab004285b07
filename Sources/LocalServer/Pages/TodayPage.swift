import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The week in one sentence, the one thing to do, and the week drawn.
enum TodayPage {
    static func show(_ visit: Visit) throws -> String {
        let ledger = visit.ledger
        guard let week = try ledger.asking.weekNow() else { return visit.page(try firstRun(ledger), .today) }
        let zones = week.base.zones
        let today = zones.day(of: week.base.now)
        let timeline = try ledger.asking.timeline(Period("week", today: today))
        var drawn: [Document.Block] = [.picture(.week(WeekPictures.make(timeline)))]
        if let timer = week.timer {
            drawn.append(.paragraph([.text("Running: \(timer.text), since \(zones.civil(timer.at).clock).")]))
        }
        if let ended = week.ended {
            drawn.append(.paragraph([.text("\(ended.words): "), .way(.quarter(ended.name)), .text(".")]))
        }
        drawn.append(.paragraph([.soft(lastRead(week))]))
        let document = Document(
            title: PageEntry.today.label, period: "\(today.weekday.name) \(Period.date(today))",
            headline: [.text("This week: ")] + week.scope.document(week.base).headline,
            sections: [
                .init(toDo, [.paragraph(spans(week.step, zones))]), .init("This week", drawn),
            ])
        return visit.page(document, .today, actions: action(week.step))
    }

    private static let toDo = "One thing to do"

    /// What is told or agreed can be kept where it is read.
    private static func action(_ step: NextStep) -> [PageAction] {
        switch step {
        case .tell(let item):
            [PageAction(told: item, label: "I told \(item.person)", section: toDo, isMain: true)]
        case .agree(let item, let person):
            [PageAction(agreed: item, with: person, label: "We agreed it", section: toDo, isMain: true)]
        default: []
        }
    }

    /// Where to begin, and what one ought to know before.
    private static func firstRun(_ ledger: Ledger) throws(LedgerError) -> Document {
        let steps = FirstSteps.all.map { [.way($0.way), .soft(": " + $0.why)] as [Document.Span] }
        return Document(
            title: PageEntry.today.label, headline: ["Nothing is here yet. Ten minutes give you a first answer."],
            sections: [
                .init("Begin where you like", [.list(steps), .empty("Or look around first:", .lookAround)]),
                .init(
                    "What is read, and where it lies",
                    [
                        .list(
                            ledger.keeping.whereItLies().lines.map { line in
                                [.strong(line.title + ": "), .text(line.text)]
                                    + (line.command.isEmpty ? [] : [.text(" "), .code(line.command)])
                            })
                    ]),
            ])
    }

    private static func lastRead(_ week: WeekNow) -> String {
        guard let latest = week.lastRead else {
            return "No source is read yet; what stands here was written by hand."
        }
        let civil = week.base.zones.civil(latest)
        return "Sources last read \(Period.date(civil.day)), \(civil.clock)."
    }

    private static func spans(_ step: NextStep, _ zones: ZoneHistory) -> [Document.Span] {
        guard let way = step.way else { return [.text(step.words(zones))] }
        return [.text(step.words(zones) + ": "), .way(way)]
    }
}
