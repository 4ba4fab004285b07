import Attribution
import LedgerModel
import LedgerStore
import Questions

extension Inquiry {
    /// Planned events of the person alone of the last half year and the next four weeks of which nobody has said
    /// whether they are time for the person.
    func blockCandidates() throws -> [BlockCandidate] {
        let compiledJob = try compiledJob()
        let sources = try snapshot.sources()
        // There a meeting looks like an event of the person alone.
        let unlisted = Set(
            sources.filter { $0.traits.unlisted > 0 && $0.answers.busyWereMeetings != false }.map(\.name))
        // What is personal or a side project has been said already.
        let beside = Set(sources.filter { $0.arena == .personal || $0.arena == .side }.map(\.name))
        let range = Interval(zones.start(of: today - Survival.days), zones.start(of: today + 29))
        let plans = try snapshot.plans(in: range).compactMap { plan -> BlockCandidate.Plan? in
            guard plan.standing == .alone, plan.flags.isDisjoint(with: .gone), plan.word == nil,
                plan.birth.seconds <= myJob.settings.longestEvent, beside.isDisjoint(with: plan.calendars)
            else { return nil }
            let facts = EvidenceFacts(
                kind: .event, at: plan.birth.start, title: plan.title, tags: plan.tags, sources: plan.sources,
                calendars: plan.calendars)
            guard !compiledJob.isBlock(facts, on: zones.day(of: plan.birth.start)),
                compiledJob.engine.rules(matching: facts).allSatisfy({ $0.set.arena == nil && $0.set.drop != true })
            else { return nil }
            return BlockCandidate.Plan(
                id: plan.id, title: plan.title, at: plan.birth.start, isRecurring: plan.flags.contains(.recurring),
                tags: plan.tags, calendars: plan.calendars, mayBeMeeting: !unlisted.isDisjoint(with: plan.calendars))
        }
        return BlockCandidate.find(plans, zones: zones)
    }

    /// The titles of the events that took time from blocks, without private ones.
    func titles(of parts: [GuardAnswer.TakenPart]) throws -> [PublicID: String] {
        let ids = parts.filter { $0.kind == .event }.map(\.piece).unique()
        let shown = try snapshot.traces(of: ids).filter { !$0.trace.flags.contains(.isPrivate) }
        return Dictionary(shown.map { ($0.trace.id, $0.facts.title) }, uniquingKeysWith: { first, _ in first })
    }
}
