package import LedgerModel
import LedgerStore
import Questions
import Timeline

extension Inquiry {
    /// How much the job left of the hours that could be the person's own; `nil` if they named none.
    func survival(_ inputs: AnswerInputs) throws -> Survival? {
        let possible = inputs.base.myJob.settings.possibleHours
        guard !possible.isEmpty else { return nil }
        let today = inputs.base.zones.day(of: now)
        let days = try daysOfPossible(Period(since: today - Survival.days, until: today + 1), inputs)
        return Survival(possible: possible, days: days, zones: inputs.base.zones, today: today)
    }

    /// The past days of a period, with the time that the job took of each.
    private func daysOfPossible(_ period: Period, _ inputs: AnswerInputs) throws -> [Survival.Day] {
        let zones = inputs.base.zones
        let whole = period.interval(zones)
        // Leave out today, because what is free now may be taken later.
        let range = Interval(whole.start, max(whole.start, min(whole.end, zones.start(of: zones.day(of: now)))))
        guard !range.isEmpty else { return [] }
        return Survival.days(
            try openReader(range).plainSegments(range), in: range,
            working: try inputs.compiledJob.workingHours(in: range, snapshot), zones: zones)
    }

    /// The job's pieces in some hours of a weekday, given as in `hours:` of a query: `Fri 8:00-8:30`.
    func pieces(inHours text: String, _ period: Period) throws -> [PublicID] {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let weekday = Weekday(parts[0]), let hours = ClockRange(String(parts[1])),
            hours.start < hours.end
        else {
            throw LedgerError(
                .badTime, "hours: takes a weekday and hours", hint: "Write for example hours:\"Fri 8:00-8:30\".")
        }
        let inputs = try inputs(period, by: GuardAnswer.grain)
        return Survival.takers(
            weekday, hours.start..<hours.end, try daysOfPossible(period, inputs), zones: inputs.base.zones)
    }

    /// The last week of the period with its blocks; `nil` if there is none.
    func week(_ inputs: AnswerInputs, _ blocks: [BlockInput]) throws -> WeekChart? {
        let zones = inputs.base.zones
        let monday = max(inputs.base.period.since, inputs.base.period.until - 1).monday
        let range = Period(since: monday, until: monday + 7).interval(zones)
        let promised = blocks.filter { !$0.isCancelled && $0.promise.overlaps(range) }
        guard !promised.isEmpty else { return nil }
        let seen = Interval(range.start, max(range.start, min(range.end, now)))
        return WeekCharts.make(
            try openReader(seen).segments(seen),
            days: inputs.compiledJob.days(meeting: range, try inputs.compiledJob.workingHours(in: range, snapshot)),
            blocks: promised, zones: zones)
    }
}

extension RequiredShards {
    /// A period, and the weeks before today on which the judgement of hours rests.
    package static func guarding(_ period: Period) -> RequiredShards {
        .periods { [period, Period(since: $0.today - Survival.days, until: $0.today + 1)] }
    }
}
