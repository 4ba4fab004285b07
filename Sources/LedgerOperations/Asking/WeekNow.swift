package import LedgerModel
import LedgerStore
package import Questions

/// This week, and the step that would help most now. `limelight` without a command and the page Today share it.
package struct WeekNow: Sendable {
    /// This week, or until Monday afternoon the one before.
    package var week: ChosenPeriod
    package var scope: Answered<ScopeAnswer>
    package var step: NextStep
    /// The time that was set aside this week.
    package var mine: GuardAnswer
    /// The latest week in which nobody knows what became of some blocks.
    package var open: BlockWeek?
    package var timer: OpenTimer?
    /// When a source was last read.
    package var lastRead: Instant?
    /// In the first two weeks of a quarter, the quarter that ended, if it had results.
    package var ended: EndedQuarter?

    /// The days to come on which calendars have something, at most three of the next seven.
    package var ahead: [DayAhead]

    /// `This week` or `Last week`
    package var name: String { week.aside.isEmpty ? "This week" : "Last week" }

    package struct EndedQuarter: Sendable, Hashable {
        /// `2026-Q1`
        package var name: String
        package var results: Int

        /// `Three results in the quarter that ended`
        package var words: String { "\(Words.count(results, "result").sentence) in the quarter that ended" }
    }
}

extension Inquiry {
    /// `nil` while the ledger is empty.
    ///
    /// - Parameter isExact: Whether a program asks, for which this week is always this week.
    package func weekNow(isExact: Bool = false) throws -> WeekNow? {
        let isEmpty = try snapshot.ids(SearchQuery(), range: nil, limit: 1).isEmpty
        let claims = try snapshot.claims()
        guard !isEmpty || !myJob.responsibilities.isEmpty || !claims.isEmpty else { return nil }
        let week =
            isExact
            ? ChosenPeriod(ChosenPeriod.Name.week.period(around: today))
            : ChosenPeriod(present: .week, now: now, zones: zones)
        let asked = try scopeFigures(week.period)
        let sources = try snapshot.sources()
        let ended = try quarterThatEnded(asked.base)
        let mine = try guardFigures(week.period)
        return WeekNow(
            week: week, scope: asked, step: try nextStep(asked.base, asked.answer, sources, ended), mine: mine,
            open: BlockWeek.remembered(try guardFigures(.recent(today)).blocks, zones: zones, now: now).first,
            timer: try snapshot.openTimer(), lastRead: sources.compactMap(\.lastImport).max(),
            ended: ended.flatMap { quarter in
                let results = quarter.value.claims.count
                return results == 0 ? nil : .init(name: QuarterAnswer.name(quarter.period), results: results)
            }, ahead: try daysAhead())
    }

    /// What is known of the rest of today and of the seven days after it.
    private func daysAhead() throws -> [DayAhead] {
        let view = try timeline(Period(since: today, until: today + 8))
        let coming = view.plans.filter { $0.interval.end > now }
        return Dictionary(grouping: coming) { max(zones.day(of: $0.interval.start), today) }
            .map { day, plans in
                DayAhead(day: day, plans: plans.map { .init(id: $0.id, at: $0.interval.start, title: $0.title) })
            }
            .sorted { $0.day < $1.day }.prefix(3).map { $0 }
    }

    /// The quarter that ended, for as long as people are likely to talk about it.
    private func quarterThatEnded(_ base: AnswerBase) throws -> (period: Period, value: ValueAnswer)? {
        let today = base.zones.day(of: base.now)
        guard today - today.firstOfQuarter < 14 else { return nil }
        let period = QuarterAnswer.around(today.firstOfQuarter - 1)
        return (period, try results(period).answer)
    }

    private func nextStep(
        _ base: AnswerBase, _ scope: ScopeAnswer, _ sources: [Source], _ ended: (period: Period, value: ValueAnswer)?
    ) throws -> NextStep {
        if base.myJob.responsibilities.isEmpty { return .setUp }
        let old = try outdatedSources(sources).filter { $0.weeks <= Self.longestReminder }
        // Renew an outdated calendar first, or the review would look back on an empty week.
        if let missing = old.first(where: { $0.passed > 0 && $0.offer == .drop }) { return .renew(missing) }
        let gain = sources.filter(gainsByReading)
        // Where anything was read since, a dropped calendar too, the sources are not old.
        let days = gain.isEmpty ? 0 : sources.compactMap(\.lastImport).max().map { (now - $0) / 86_400 } ?? 0
        if days > Self.staleAfter, !base.fine.contains(.sync) { return .sync(days: days) }
        if let missing = old.first(where: { $0.passed > 0 }) { return .renew(missing) }
        let isUnsorted = !base.fine.contains(.sort) && scope.unknown.spent.seconds * 2 > scope.base.seconds
        // Sort before the first review, because there is little to look back on until hours are explained.
        if isUnsorted, base.myJob.rules.isEmpty { return .sort }
        if !base.fine.contains(.review), let week = try reviewThatWaits(base) { return .review(week) }
        if isUnsorted { return .sort }
        if let old = old.first { return .renew(old) }
        let named = try naming(base)
        let untold = try results(currentQuarter()).answer.notTold + (ended?.value.notTold ?? [])
        if let untold = untold.first(where: { !named.rests($0.person) }) {
            return .tell(untold)
        }
        if let first = scope.unagreed.first {
            return ScopeAnswer.decider(base).map { .agree(first, with: $0.label) } ?? .nameDecider
        }
        return sources.isEmpty ? .readSource : .note
    }

    /// The number of days after which the sources count as old.
    private static let staleAfter: Int64 = 14
    /// The number of weeks after which an old source is no longer mentioned, because it probably ended on purpose.
    private static let longestReminder: Int64 = 26

    /// The week whose review is due, from Friday to Monday. After that it is not asked for any more.
    private func reviewThatWaits(_ base: AnswerBase) throws -> Period? {
        let today = base.zones.day(of: base.now).weekday
        guard today >= .friday || today == .monday else { return nil }
        let state = try reviewState()
        return state.isDue ? state.week : nil
    }
}

extension RequiredShards {
    /// This week, this quarter and the one before it.
    package static let weekNow = RequiredShards.periods { inquiry in
        try [Period("week", today: inquiry.today), inquiry.currentQuarter(), .recent(inquiry.today)]
    }
}
