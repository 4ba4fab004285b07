import Attribution
import LedgerModel
import LedgerStore
import Questions

extension Inquiry {
    /// Planned events of the person alone of the last half year and the next four weeks of which nobody has said
    /// whether they are time for the person.
    func blockCandidates() throws -> [BlockCandidate] {
        let sources = try snapshot.sources()
        // There a meeting looks like an event of the person alone.
        let unlisted = Set(
            sources.filter { $0.traits.unlisted > 0 && $0.answers.busyWereMeetings != false }.map(\.name))
        let range = Interval(zones.start(of: today - Survival.days), zones.start(of: today + 29))
        let plans = try undecidedPlans(in: range, sources).map { plan in
            BlockCandidate.Plan(
                id: plan.id, title: plan.title, at: plan.birth.start, isRecurring: plan.flags.contains(.recurring),
                tags: plan.tags, calendars: plan.calendars, mayBeMeeting: !unlisted.isDisjoint(with: plan.calendars))
        }
        return BlockCandidate.find(plans, zones: zones)
    }

    /// The events of the person alone that took place in `range`, as far as anybody knows, and count as plans: those of
    /// the calendar that has most of them. `nil` if there are none.
    func alone(in range: Interval) throws -> ScopeAnswer.Alone? {
        let sources = try snapshot.sources().filter { !$0.plansCount }
        let plans = try undecidedPlans(in: range, sources).filter {
            !$0.isForetold && !$0.namesOthers && $0.birth.end <= now
        }
        let found = sources.compactMap { source -> ScopeAnswer.Alone? in
            let own = plans.filter { $0.calendars.contains(source.name) }
            guard !own.isEmpty else { return nil }
            return ScopeAnswer.Alone(
                calendar: source.name, source: source.id, pieces: own.map(\.id),
                seconds: own.reduce(0) { $0 + $1.birth.seconds })
        }
        return found.max { ($0.seconds, $1.source) < ($1.seconds, $0.source) }
    }

    /// The events of the person alone of which neither the person nor a rule or a source has said what they are.
    private func undecidedPlans(in range: Interval, _ sources: [Source]) throws -> [Snapshot.PlanRow] {
        let compiledJob = try compiledJob()
        // What is personal or a side project has been said already.
        let beside = Set(sources.filter { $0.arena == .personal || $0.arena == .side }.map(\.name))
        return try snapshot.plans(in: range).filter { plan in
            guard plan.standing == .alone, plan.flags.isDisjoint(with: .gone), plan.word == nil,
                plan.birth.seconds <= myJob.settings.longestEvent, beside.isDisjoint(with: plan.calendars)
            else { return false }
            let facts = EvidenceFacts(
                kind: .event, at: plan.birth.start, title: plan.title, tags: plan.tags, sources: plan.sources,
                calendars: plan.calendars)
            return !compiledJob.isBlock(facts, on: zones.day(of: plan.birth.start))
                && compiledJob.engine.rules(matching: facts).allSatisfy { $0.set.arena == nil && $0.set.drop != true }
        }
    }

    /// The titles of the events that took time from blocks, without private ones.
    func titles(of parts: [GuardAnswer.TakenPart]) throws -> [PublicID: String] {
        let ids = parts.filter { $0.kind == .event }.map(\.piece).unique()
        let shown = try snapshot.traces(of: ids).filter { !$0.trace.flags.contains(.isPrivate) }
        return Dictionary(shown.map { ($0.trace.id, $0.facts.title) }, uniquingKeysWith: { first, _ in first })
    }
}
