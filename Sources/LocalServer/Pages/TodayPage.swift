import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The week in one sentence, one thing to do, and a chart of the week.
enum TodayPage {
    static func show(_ visit: Visit) throws -> String {
        let ledger = visit.ledger
        guard let week = try ledger.asking.weekNow() else { return visit.page(try firstRun(ledger), .today) }
        let zones = week.scope.base.zones
        let today = zones.day(of: week.scope.base.now)
        let timeline = try ledger.asking.timeline(ChosenPeriod.Name.week.period(around: today))
        var drawn: [Document.Block] = [.chart(.week(WeekCharts.make(timeline)))]
        if let timer = week.timer {
            drawn.append(.paragraph([.text("Running: \(timer.text), since \(zones.civil(timer.at).clock).")]))
        }
        if let ended = week.ended {
            drawn.append(.paragraph([.text("\(ended.words): "), .offer(.quarter(ended.name)), .text(".")]))
        }
        drawn.append(.paragraph([.soft(lastRead(week))]))
        let base = week.scope.base
        let ahead = Document.Section("The next days", [.list(week.ahead.map { $0.spans(base) })])
        let document = Document(
            title: PageEntry.today.label, period: "\(today.weekday.name) \(Period.date(today))",
            headline: [.text("\(week.name): ")] + week.scope.answer.opening(base), base: base.onRecord,
            sections: [.init("One thing to do", [.paragraph(spans(week.step, zones)), .offers(offers(week.step))])]
                + (week.ahead.isEmpty ? [] : [ahead]) + [.init("This week", drawn)]
                + timeForMe(week))
        return visit.page(document, .today)
    }

    /// What became of this week's blocks, and the question about the latest week that is open.
    private static func timeForMe(_ week: WeekNow) -> [Document.Section] {
        var sections: [Document.Section] = []
        // Where nothing of the week is known, the question below says so.
        if week.mine.promised > week.mine.noTrace {
            let said = week.mine.becameOfIt(week.scope.base)
            sections.append(.init(PageEntry.guard.label, id: .blocks, onlyForYou: true, [.paragraph(said)]))
        }
        return sections + (week.open.map { [$0.section(week.scope.base.zones)] } ?? [])
    }

    /// Buttons that record a telling or an agreement on the spot, or leave it so.
    private static func offers(_ step: NextStep) -> Document.Offers {
        let leave = step.leave.map { [$0] } ?? []
        return switch step {
        case .tell(let item): .init([.tell(item.telling)], leads: true)
        case .agree(let item, let person): .init([.agree(.init(item, with: person))] + leave, leads: true)
        default: .init(leave)
        }
    }

    /// Where to start, and what to know first.
    private static func firstRun(_ ledger: Ledger) throws(LedgerError) -> Document {
        let steps = FirstSteps.all.map { [.offer($0.offer), .soft(": " + $0.why)] as [Document.Span] }
        return Document(
            title: PageEntry.today.label, headline: ["There is nothing here yet. A first answer takes ten minutes."],
            sections: [
                .init("Begin where you like", [.list(steps), .empty("Or look around first:", .lookAround)]),
                .init(
                    "What is read, and where it is stored",
                    [
                        .list(
                            ledger.keeping.privacyFacts().lines.map { line in
                                [.strong(line.title + ": ")] + line.text.spans
                                    + (line.offer.map { [.text(" "), .offer($0)] } ?? [])
                            })
                    ]),
            ])
    }

    private static func lastRead(_ week: WeekNow) -> String {
        guard let latest = week.lastRead else {
            return "No source has been read yet; everything here was written by hand."
        }
        let civil = week.scope.base.zones.civil(latest)
        return "Sources last read \(Period.date(civil.day)), \(civil.clock)."
    }

    private static func spans(_ step: NextStep, _ zones: ZoneHistory) -> [Document.Span] {
        guard let offer = step.offer else { return [.text(step.words(zones))] }
        return [.text(step.words(zones) + ": "), .offer(offer)]
    }
}
