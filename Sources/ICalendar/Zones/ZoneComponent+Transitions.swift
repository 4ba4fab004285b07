/// A zone as the moments at which its offset changes; a neutral value for the caller to map.
package struct ZoneTransitions: Hashable, Sendable {
    /// Seconds east of UTC before the first change.
    package var initial: Int32
    /// Seconds since 1970 in UTC, strictly ascending, and the offset from each on.
    package var times: [Int64]
    package var offsets: [Int32]
}

extension ZoneComponent {
    /// The changes from 1970 to `end` (seconds since 1970 in UTC); nil when no part can be read.
    ///
    /// A part begins at its local start less its TZOFFSETFROM. Where two begin at once the later in the
    /// file holds, but a daylight part that changes nothing gives way.
    package func transitions(before end: Int64) -> ZoneTransitions? {
        // Real zones need a few hundred steps.
        var steps = 200_000
        var onsets: [(time: Int64, to: Int32, from: Int32)] = []
        for part in observances {
            guard let start = part.start, let to = part.to else { continue }
            let from = part.from ?? to
            var locals: Set<Int64> = [start.local]
            for date in part.dates { locals.insert(date.isUTC ? date.local + Int64(from) : date.local) }
            for rule in part.rules {
                locals.formUnion(
                    instances(of: rule, start: start.local, from: from, before: end + 86_400, steps: &steps))
            }
            onsets += locals.map { ($0 - Int64(from), to, from) }
        }
        // Parts of one moment that change something come last, so that they hold.
        onsets.sort { ($0.time, $0.to == $0.from ? 0 : 1, $0.to) < ($1.time, $1.to == $1.from ? 0 : 1, $1.to) }
        guard let first = onsets.first else { return nil }
        var result = ZoneTransitions(initial: first.from, times: [], offsets: [])
        for onset in onsets where onset.time < end {
            if onset.time < 0 {
                result.initial = onset.to
                continue
            }
            if result.times.last == onset.time {
                result.offsets[result.offsets.count - 1] = onset.to
            } else if result.offsets.last ?? result.initial != onset.to {
                result.times.append(onset.time)
                result.offsets.append(onset.to)
            }
        }
        return result
    }

    private func instances(
        of rule: RecurrenceRule, start: Int64, from: Int32, before end: Int64, steps: inout Int
    ) -> [Int64] {
        var bound = end
        if let until = rule.until {
            bound = min(bound, until.isDate ? until.local + 86_400 : until.local + (until.isUTC ? Int64(from) : 0) + 1)
        }
        // A yearly rule of 1601 has nothing to say before 1968 that is still asked for.
        var begin = start
        let horizon = CivilDate.days(year: 1968, month: 1, day: 1)
        if rule.frequency == .yearly, rule.interval == 1, rule.count == nil, start < horizon * 86_400,
            !rule.byMonth.isEmpty
        {
            begin = horizon * 86_400 + CivilDate.remainder(start, 86_400)
            if rule.byDay.isEmpty, rule.byMonthDay.isEmpty { begin = start }
        }
        let expansion = Recurrence.expand(
            rule, from: begin, isDate: false, before: bound, limit: 2000, steps: steps)
        steps -= expansion.steps
        return expansion.starts
    }
}
