import Attribution
package import LedgerModel
import LedgerStore
package import Questions
import Timeline

extension Inquiry {
    /// A week, the questions about it, and what was answered.
    package func review(_ week: Period) throws -> Answered<ReviewAnswer> {
        let base = try naming(base(week))
        let state = try reviewState(of: week)
        let people = try acquaintances()
        let input = ReviewInput(
            week: week, state: state, mine: try guardAnswer(week).answer,
            ties: BackstageAnswer(base, people: people, pairs: []).people, acquaintances: people,
            value: try results(ReviewWeek.fresh(week)).answer,
            held: state.isDone ? [] : try heldOccasions(week), coming: try coming(after: week, base),
            said: try reviewLines(week), became: state.isDone ? nil : try becameQuestion(),
            candidate: state.isDone
                ? nil
                : try candidates(
                    beside: QuarterAnswer.around(week.since), most: Self.mostBesideReview)?.list.first)
        return Answered(ReviewAnswer(base, input), base)
    }

    /// In a ledger with more pieces a year no review asks about a candidate: looking for one takes seconds.
    private static let mostBesideReview = 25_000

    /// The meetings of the week, and earlier ones that no review has asked about yet.
    private func heldOccasions(_ week: Period) throws -> [ValueAnswer.Occasion] {
        var start = zones.start(of: week.since)
        for back in 1...4 as ClosedRange<Int64> {
            let earlier = Period(since: week.since - 7 * back, until: week.until - 7 * back)
            guard let done = try reviewState(of: earlier).doneAt else { continue }
            start = min(done, zones.start(of: week.until))
            break
        }
        let end = min(now, zones.start(of: week.until))
        guard start < end else { return [] }
        return try occasions(in: Interval(start, end), held: true)
    }

    /// The week after the reviewed one, from now on; `nil` if it has passed.
    private func coming(after week: Period, _ base: AnswerBase) throws -> ReviewInput.Coming? {
        let next = Period(since: week.until, until: week.until + 7)
        let whole = next.interval(base.zones)
        let interval = Interval(max(whole.start, now), whole.end)
        guard !interval.isEmpty else { return nil }
        let events = try snapshot.traces(in: interval, needs: .init(bodies: false, paths: false)).filter { item in
            item.trace.kind == .event && item.trace.standing.counts && !item.trace.isOff
        }
        let working = try compiledJob().workingHours(in: interval, snapshot)
        let off = base.zones.days(meeting: interval).map { Period(since: $0, until: $0 + 1).interval(base.zones) }
            .filter { working.isDayOff(max($0.start, interval.start)) }
        return ReviewInput.Coming(
            interval: interval, busy: events.compactMap(\.trace.span) + off,
            hasBlock: try guardAnswer(next).answer.ahead > 0,
            task: try careerTask(events, interval, base))
    }

    /// The earliest of the meetings and plans that touch most of the person's aims. Recurring ones and time that is
    /// already the person's own come last.
    private func careerTask(
        _ events: [StoredTrace], _ interval: Interval, _ base: AnswerBase
    ) throws -> ReviewAnswer.CareerTask? {
        let engine = try RuleEngine(base.myJob, zones: base.zones)
        var best: (item: StoredTrace, weight: Int, at: Instant)?
        for item in events where !item.trace.flags.contains(.isPrivate) && interval.contains(item.trace.at) {
            let reading = engine.read(item.facts, correction: item.correction)
            if reading.arena.value == .growth || reading.arena.value == .personal { continue }
            var weight = (reading.skills.isEmpty ? 0 : 2) + (reading.objective.value == nil ? 0 : 2)
            // A responsibility alone leads nowhere.
            guard weight > 0 else { continue }
            if base.myJob.responsibilities.contains(where: { $0.key == reading.responsibility.value }) { weight += 1 }
            if !item.trace.flags.contains(.recurring) { weight += 1 }
            if let found = best, (found.weight, item.trace.at) >= (weight, found.at) { continue }
            best = (item, weight, item.trace.at)
        }
        guard let best else { return nil }
        return ReviewAnswer.CareerTask(
            title: best.item.facts.title, at: best.at, evidence: best.item.trace.id,
            picture: try taskPicture(best.item.trace.id.description, for: nil))
    }
}

extension ReviewWeek {
    /// The weeks up to the end of a week in which a telling counts as recent.
    fileprivate static func fresh(_ week: Period) -> Period { Period(since: week.until - 91, until: week.until) }
}

extension RequiredShards {
    /// A week, the week after it, and the weeks before it for comparison.
    package static func review(_ week: Period) -> RequiredShards {
        .periods {
            [
                ReviewWeek.fresh(week), Period(since: week.until, until: week.until + 7),
                Period(since: $0.today - Survival.days, until: $0.today + 1),
            ]
        }
    }
}
