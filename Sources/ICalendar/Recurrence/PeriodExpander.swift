/// Expands any rule, period by period: the set of each period, then its positions, then the bounds (RFC 5545,
/// section 3.3.10).
///
/// An endless rule is expanded backwards from the end, so that a series from 1970 costs no more than the dates that
/// are returned. COUNT has to be counted from the start.
struct PeriodExpander {
    let rule: RecurrenceRule
    let start: Int64
    /// No instance before this is needed.
    let floor: Int64
    let end: Int64
    let limit: Int
    let stepLimit: Int
    let startDay: Int64
    let startSecond: Int
    let isBackward: Bool
    /// Seconds after midnight of every instance within a day, for DAILY and above.
    private let times: [Int]
    /// The cost of a period, in days looked at.
    private let weight: Int
    private var found = 0
    private var result = Expansion()

    init(
        _ rule: RecurrenceRule, from start: Int64, notBefore floor: Int64 = .min, isDate: Bool, before end: Int64,
        limit: Int, steps: Int
    ) {
        var rule = rule
        if isDate {
            // A plain date has no time to expand.
            rule.byHour = []
            rule.byMinute = []
            rule.bySecond = []
        }
        self.rule = rule
        self.start = start
        self.floor = max(start, floor)
        self.end = min(end, CivilDate.days(year: 10_000, month: 1, day: 1) * CivilDate.secondsPerDay)
        self.limit = limit
        stepLimit = steps
        isBackward = rule.count == nil
        startDay = CivilDate.quotient(start, CivilDate.secondsPerDay)
        startSecond = Int(start - startDay * CivilDate.secondsPerDay)
        let second = startSecond
        weight = Self.weight(rule)
        let hours = rule.byHour.isEmpty ? [second / 3600] : rule.byHour
        let minutes = rule.byMinute.isEmpty ? [second / 60 % 60] : rule.byMinute
        let seconds = rule.bySecond.isEmpty ? [second % 60] : rule.bySecond
        times =
            rule.frequency < .daily
            ? []
            : hours.flatMap { hour in minutes.flatMap { minute in seconds.map { hour * 3600 + minute * 60 + $0 } } }
    }

    private static func weight(_ rule: RecurrenceRule) -> Int {
        let isOneDay = rule.byDay.isEmpty && rule.byMonthDay.isEmpty && rule.byYearDay.isEmpty && rule.byWeek.isEmpty
        switch rule.frequency {
        case .yearly where isOneDay: return max(1, rule.byMonth.count)
        case .yearly where rule.byMonth.isEmpty || !rule.byWeek.isEmpty || !rule.byYearDay.isEmpty: return 400
        case .yearly: return 32 * rule.byMonth.count
        case .monthly: return isOneDay ? 1 : 32
        case .weekly: return 7
        default: return 1
        }
    }

    mutating func run() -> Expansion {
        guard floor < end, limit > 0, rule.count != 0 else { return result }
        result.steps = times.count / 8
        if rule.frequency < .daily {
            runWithinDays()
        } else {
            runDays()
        }
        if isBackward { result.starts.reverse() }
        if result.starts.count > limit {
            result.isCut = true
            result.starts.removeFirst(result.starts.count - limit)
        }
        return result
    }

    /// Counts one more period; false beyond the limit.
    mutating func step() -> Bool {
        result.steps += weight
        return isWithinSteps()
    }

    private mutating func isWithinSteps() -> Bool {
        if result.steps > stepLimit { result.isCut = true }
        return result.steps <= stepLimit
    }

    private mutating func runDays() {
        guard let periods = self.periods else { return }
        var period = isBackward ? periods.upperBound : periods.lowerBound
        while periods.contains(period), step(), emit(days(in: period), times) {
            period += isBackward ? -rule.interval : rule.interval
        }
    }

    /// Emits the instances of one period; false if nothing more is needed.
    ///
    /// The set of a period is `days` × `times`, in order; it is never written out completely.
    mutating func emit(_ days: [Int64], _ times: [Int]) -> Bool {
        let size = days.count * times.count
        guard size > 0 else { return true }
        func instance(_ index: Int) -> Int64 {
            days[index / times.count] * CivilDate.secondsPerDay + Int64(times[index % times.count])
        }
        var indices: [Int]?
        var range = 0..<size
        if rule.byPosition.isEmpty {
            let after = days.firstIndex { ($0 + 1) * CivilDate.secondsPerDay > floor } ?? days.count
            let last = days.lastIndex { $0 * CivilDate.secondsPerDay < end }
            range = after * times.count..<max(after, last.map { $0 + 1 } ?? 0) * times.count
        } else {
            let chosen = rule.byPosition.map { $0 > 0 ? $0 - 1 : size + $0 }
            indices = Set(chosen.filter(range.contains)).sorted()
            range = 0..<(indices?.count ?? 0)
        }
        for step in range {
            let place = isBackward ? range.upperBound - 1 - (step - range.lowerBound) : step
            if !give(instance(indices?[place] ?? place)) { return false }
        }
        return true
    }

    private mutating func give(_ local: Int64) -> Bool {
        result.steps += 1
        guard isWithinSteps() else { return false }
        if isBackward {
            if local >= end { return true }
            if local < floor { return false }
            result.starts.append(local)
            // One more than the limit shows that there are earlier ones.
            return result.starts.count <= limit
        }
        if local < floor { return true }
        if local >= end { return false }
        result.starts.append(local)
        found += 1
        if result.starts.count > 2 * limit {
            result.starts.removeFirst(limit)
            result.isCut = true
        }
        return found < rule.count ?? .max
    }
}
