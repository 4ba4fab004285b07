import ICalendar
import LedgerModel

extension ReadingBuilder {
    /// How many dates of a series are read: fewer if a rule is finer than daily or each date takes much room.
    mutating func limit(of parts: [SeriesPart]) -> Int {
        var limit = options.limits.occurrences
        var left = instancesLeft
        for part in parts where part.event.isRecurring || part.event.isThisAndFuture {
            if part.event.rules.contains(where: { $0.frequency < .daily }) {
                limit = min(limit, options.limits.fineOccurrences)
            }
            limit = min(limit, options.limits.room / max(1, part.room))
            left = min(left, roomLeft / max(1, part.room))
        }
        if left < limit { reading.isBounded = true }
        return max(0, min(limit, left))
    }

    /// The occurrences of one event up to the horizon: its start, rules and dates, without the excepted ones. If there
    /// are more than `limit`, the latest.
    mutating func expand(_ part: SeriesPart, part index: Int, limit: Int) -> [Occurrence] {
        let event = part.event
        guard let start = event.start else { return [] }
        let clock = part.clock
        // The end of the day of the horizon, in the person's zone.
        let end = options.zones.start(of: options.horizon + 1)
        let localEnd = clock.local(end)
        var locals: Set<Int64> = []
        var isStartNamed = event.rules.isEmpty
        var isCut = false
        var isTooLong = false
        for rule in event.rules {
            let bound = self.bound(rule, clock: clock, before: localEnd)
            // A rule that ends before it begins has no dates left.
            if start.time.local < bound { isStartNamed = true }
            let expansion = run(counted(rule, from: start.time), start.time, before: bound, limit: limit)
            isTooLong = isTooLong || expansion.isCut && expansion.starts.count < limit
            isCut = isCut || expansion.isCut
            locals.formUnion(expansion.starts)
        }
        // DTSTART counts as the first date even if the rule does not name it.
        if isStartNamed { locals.insert(start.time.local) }
        var spans: [Int64: Span] = [:]
        for extra in event.extraDates {
            guard let local = local(of: extra.start, clock: clock, sameTimeAs: start) else { continue }
            locals.insert(local)
            switch extra.end {
            case .none: break
            case .at(let time):
                spans[local] = span(from: extra.start, clock: clockOf(extra.start), to: time, line: time.line)
            case .after(let duration): spans[local] = .duration(days: duration.days, seconds: duration.seconds)
            }
        }
        // Extra dates are excepted too (RFC 2445, section 4.8.5.2).
        for rule in event.exceptRules { except(rule, start.time, clock: clock, before: localEnd, from: &locals) }
        remove(event.exceptDates, from: &locals, clock: clock)
        if isTooLong {
            warnings.warn(event.line, "a rule of the series takes too long; not all of its dates were read")
        } else if isCut || locals.count > limit {
            warnings.warn(event.line, "the series has too many dates; only the latest \(limit) were read")
        }
        return locals.sorted().suffix(limit).map {
            Occurrence(key: clock.key($0), local: $0, part: index, span: spans[$0])
        }
    }

    /// The rule with a COUNT that is one less if DTSTART is not among the dates that it names.
    private mutating func counted(_ rule: RecurrenceRule, from start: CalendarTime) -> RecurrenceRule {
        guard let count = rule.count, run(rule, start, before: start.local + 1, limit: 1).starts.isEmpty else {
            return rule
        }
        var rule = rule
        rule.count = count - 1
        return rule
    }

    /// Removes the dates that a rule excepts, one by one: the rule may name more than can be written out.
    private mutating func except(
        _ rule: RecurrenceRule, _ start: CalendarTime, clock: WallClock, before end: Int64,
        from locals: inout Set<Int64>
    ) {
        let bound = self.bound(rule, clock: clock, before: end)
        guard rule.count == nil else {
            return locals.subtract(run(rule, start, before: bound, limit: options.limits.occurrences).starts)
        }
        let width: Int64 = start.isDate ? 86_400 : 1
        for local in locals where local < bound {
            let named = run(rule, start, notBefore: local, before: min(bound, local + width), limit: 1)
            if !named.starts.isEmpty { locals.remove(local) }
        }
    }

    private mutating func clockOf(_ time: ZonedTime) -> WallClock { zones.clock(time, warnings: &warnings) }

    private mutating func run(
        _ rule: RecurrenceRule, _ start: CalendarTime, notBefore: Int64 = .min, before bound: Int64, limit: Int
    ) -> Expansion {
        guard stepsLeft > 0 else {
            var expansion = Expansion()
            expansion.isCut = true
            return expansion
        }
        var expansion = Recurrence.expand(
            rule, from: start.local, notBefore: notBefore, isDate: start.isDate, before: bound, limit: limit,
            steps: min(Recurrence.stepLimit, stepsLeft))
        stepsLeft -= expansion.steps
        if start.isDate, rule.frequency < .daily {
            // Whole days with a rule in hours: each day counts once.
            var days: [Int64] = []
            for local in expansion.starts {
                let day = floorDivision(local, 86_400) * 86_400
                if days.last != day { days.append(day) }
            }
            expansion.starts = days
        }
        return expansion
    }

    /// UNTIL on the clock of the series, as the first second after it.
    ///
    /// A UTC time in a series of whole days means its day in the person's zone; `T000000Z` and `T235959Z`
    /// mean a plain date, since programs write one that way.
    private func bound(_ rule: RecurrenceRule, clock: WallClock, before end: Int64) -> Int64 {
        guard let until = rule.until else { return end }
        if clock.isDays {
            let isPlain = until.isDate || !until.isUTC || [0, 86_399].contains(until.secondOfDay)
            let local = isPlain ? until.local : WallClock.floating(options.zones).local(Instant(until.local))
            return min(end, (floorDivision(local, 86_400) + 1) * 86_400)
        }
        if until.isDate { return min(end, until.local + 86_400) }
        return min(end, (until.isUTC ? clock.local(Instant(until.local)) : until.local) + 1)
    }

    /// An extra or recurrence date on the clock of the series. A plain date in a series with times of day means
    /// the time of `start` on that day.
    mutating func local(of time: ZonedTime, clock: WallClock, sameTimeAs start: ZonedTime) -> Int64? {
        if clock.isDays { return dayLocal(of: time) }
        if time.time.isDate { return time.time.local + start.time.secondOfDay }
        let own = clockOf(time)
        return own.isAbsolute ? clock.local(own.instant(time.time.local)) : time.time.local
    }

    /// The day of a time: in its own zone, or in the person's zone if it is in UTC.
    private mutating func dayLocal(of time: ZonedTime) -> Int64 {
        let local =
            time.time.isUTC && time.time.secondOfDay != 0
            ? WallClock.floating(options.zones).local(Instant(time.time.local)) : time.time.local
        return floorDivision(local, 86_400) * 86_400
    }

    /// The original start that a RECURRENCE-ID names.
    mutating func key(of id: ZonedTime, reference: WallClock, master: CalendarEvent?) -> Int64 {
        guard let start = master?.start else {
            // Without its series it is the instant that it names, whatever zone it is told in.
            let own = clockOf(id)
            return own.isAbsolute && reference.isAbsolute
                ? own.instant(id.time.local).seconds : reference.key(id.time.local)
        }
        return reference.key(local(of: id, clock: reference, sameTimeAs: start) ?? id.time.local)
    }

    /// Whether the event itself excepts that original start.
    mutating func isExcepted(_ key: Int64, by part: SeriesPart) -> Bool {
        var locals: Set = [part.clock.isAbsolute ? part.clock.local(Instant(key)) : key]
        remove(part.event.exceptDates, from: &locals, clock: part.clock)
        return locals.isEmpty
    }

    private mutating func remove(_ dates: [ZonedTime], from locals: inout Set<Int64>, clock: WallClock) {
        guard !dates.isEmpty else { return }
        var days: Set<Int64> = []
        var instants: Set<Instant> = []
        for date in dates {
            if clock.isDays {
                locals.remove(dayLocal(of: date))
            } else if date.time.isDate {
                days.insert(date.time.day)
            } else {
                let own = clockOf(date)
                // Programs often except dates of a floating series in UTC but mean its own clock.
                if !clock.isAbsolute { locals.remove(date.time.local) }
                instants.insert(own.isAbsolute ? own.instant(date.time.local) : clock.instant(date.time.local))
            }
        }
        guard !days.isEmpty || !instants.isEmpty else { return }
        // By instant, since a time skipped by a clock change can be written in more than one way.
        locals = locals.filter { !days.contains(floorDivision($0, 86_400)) && !instants.contains(clock.instant($0)) }
    }
}
