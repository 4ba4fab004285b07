/// Expands any rule, period by period: the set of each period, its positions, what lies inside the bounds
/// (RFC 5545, section 3.3.10).
struct PeriodExpander {
    let rule: RecurrenceRule
    let start: Int64
    let end: Int64
    let limit: Int
    let stepLimit: Int
    let startDay: Int64
    let startSecond: Int
    /// Seconds after midnight of every instance within a day, for DAILY and above.
    private let times: [Int]
    /// The days that a period takes to look at.
    private let weight: Int
    private var found = 0
    var result = Expansion()

    init(_ rule: RecurrenceRule, from start: Int64, isDate: Bool, before end: Int64, limit: Int, steps: Int) {
        var rule = rule
        if isDate {
            // A date has no time to expand.
            rule.byHour = []
            rule.byMinute = []
            rule.bySecond = []
        }
        self.rule = rule
        self.start = start
        self.end = end
        self.limit = limit
        stepLimit = steps
        startDay = CivilDate.quotient(start, CivilDate.secondsPerDay)
        startSecond = Int(start - startDay * CivilDate.secondsPerDay)
        weight =
            switch rule.frequency {
            case .yearly:
                rule.byMonth.isEmpty || !rule.byWeek.isEmpty || !rule.byYearDay.isEmpty ? 400 : 32 * rule.byMonth.count
            case .monthly: 32
            case .weekly: 7
            default: 1
            }
        let second = startSecond
        let hours = rule.byHour.isEmpty ? [second / 3600] : rule.byHour
        let minutes = rule.byMinute.isEmpty ? [second / 60 % 60] : rule.byMinute
        let seconds = rule.bySecond.isEmpty ? [second % 60] : rule.bySecond
        times =
            rule.frequency < .daily
            ? []
            : hours.flatMap { hour in minutes.flatMap { minute in seconds.map { hour * 3600 + minute * 60 + $0 } } }
    }

    mutating func run() -> Expansion {
        result.steps = times.count / 8
        if rule.frequency < .daily {
            runWithinDays()
        } else {
            runDays()
        }
        return result
    }

    /// One period more was looked at; false when that was one too many.
    mutating func step() -> Bool {
        result.steps += weight
        if result.steps > stepLimit { result.isCut = true }
        return !result.isCut
    }

    private mutating func runDays() {
        var period = firstPeriod
        while step() {
            guard let days = days(in: period) else { return }
            if !emit(days, times) { return }
            period += rule.interval
        }
    }

    /// Gives out the instances of one period; false when there is nothing more to do.
    ///
    /// The set of a period is `days` × `times`, in order, and is never written out whole.
    mutating func emit(_ days: [Int64], _ times: [Int]) -> Bool {
        guard !days.isEmpty, !times.isEmpty else { return true }
        func instance(_ index: Int) -> Int64 {
            days[index / times.count] * CivilDate.secondsPerDay + Int64(times[index % times.count])
        }
        let size = days.count * times.count
        if rule.byPosition.isEmpty {
            let first = (days.firstIndex { $0 >= startDay } ?? days.count) * times.count
            for index in first..<size where !give(instance(index)) { return false }
            return true
        }
        let chosen = Set(
            rule.byPosition.compactMap { position in
                let index = position > 0 ? position - 1 : size + position
                return (0..<size).contains(index) ? index : nil
            })
        for index in chosen.sorted() where !give(instance(index)) { return false }
        return true
    }

    private mutating func give(_ local: Int64) -> Bool {
        result.steps += 1
        if local < start { return true }
        if local >= end { return false }
        if result.starts.count == limit {
            result.isCut = true
            return false
        }
        result.starts.append(local)
        found += 1
        return found < rule.count ?? .max
    }
}
