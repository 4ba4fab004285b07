extension PeriodExpander {
    /// The first and last period that can have an instance, counted by INTERVAL from that of DTSTART; `nil` if there
    /// is none.
    var periods: ClosedRange<Int64>? {
        // The days of a year of weeks reach into the years before and after.
        let slack: Int64 = rule.frequency == .yearly && !rule.byWeek.isEmpty ? 1 : 0
        let last = period(of: CivilDate.quotient(end - 1, CivilDate.secondsPerDay)) + slack
        let begin = period(of: CivilDate.quotient(floor, CivilDate.secondsPerDay)) - slack
        let first = rule.frequency == .yearly ? Int64(firstYear) : period(of: startDay)
        guard first <= last, begin <= last else { return nil }
        let aligned = last - (last - first) % rule.interval
        return max(first, begin) <= aligned ? max(first, begin)...aligned : nil
    }

    /// The number of the period of a day: a year, a month since year 0, a week since 1970, or a day since 1970.
    private func period(of day: Int64) -> Int64 {
        let (year, month, _) = CivilDate.components(day)
        switch rule.frequency {
        case .yearly: return Int64(year)
        case .monthly: return Int64(year * 12 + month - 1)
        case .weekly: return CivilDate.quotient(day + 3 - Int64(rule.weekStart - 1), 7)
        default: return day
        }
    }

    /// With week numbers, a year is a year of weeks. INTERVAL counts from the one of DTSTART if DTSTART is an
    /// instance, otherwise from its calendar year.
    private var firstYear: Int {
        let year = CivilDate.components(startDay).year
        guard !rule.byWeek.isEmpty else { return year }
        let weekYear = CivilDate.weekYear(startDay, weekStart: rule.weekStart)
        return rule.interval == 1 ? min(year, weekYear) : weekDays(weekYear).contains(startDay) ? weekYear : year
    }

    /// The days of a period, ascending.
    func days(in period: Int64) -> [Int64] {
        switch rule.frequency {
        case .yearly: return yearDays(Int(period))
        case .monthly:
            let (year, month) = (Int(period / 12), Int(period % 12) + 1)
            return rule.byMonth.isEmpty || rule.byMonth.contains(month) ? monthDays(year, month) : []
        case .weekly:
            let first = period * 7 - 3 + Int64(rule.weekStart - 1)
            let week = (0..<7).map { first + $0 }
            let own = CivilDate.weekday(startDay)
            return week.filter { day in
                (rule.byDay.isEmpty ? CivilDate.weekday(day) == own : matchesWeekday(day)) && matchesDate(day)
            }
        default: return matchesWeekday(period) && matchesDate(period) ? [period] : []
        }
    }

    func matchesWeekday(_ day: Int64) -> Bool {
        rule.byDay.isEmpty || rule.byDay.contains { $0.weekday == CivilDate.weekday(day) }
    }

    /// Whether a day matches the months, days of the month, days of the year and weeks of the rule.
    func matchesDate(_ day: Int64) -> Bool {
        if rule.byMonth.isEmpty && rule.byMonthDay.isEmpty && rule.byYearDay.isEmpty && rule.byWeek.isEmpty {
            return true
        }
        let (year, month, date) = CivilDate.components(day)
        if !rule.byMonth.isEmpty, !rule.byMonth.contains(month) { return false }
        if !rule.byMonthDay.isEmpty {
            let length = CivilDate.length(ofMonth: month, year: year)
            if !rule.byMonthDay.contains(where: { $0 == date || $0 == date - length - 1 }) { return false }
        }
        if !rule.byYearDay.isEmpty {
            let number = Int(day - CivilDate.days(year: year, month: 1, day: 1)) + 1
            let length = CivilDate.length(ofYear: year)
            if !rule.byYearDay.contains(where: { $0 == number || $0 == number - length - 1 }) { return false }
        }
        if !rule.byWeek.isEmpty {
            let year = CivilDate.weekYear(day, weekStart: rule.weekStart)
            let (first, weeks) = weeks(of: year)
            let week = Int(day - first) / 7 + 1
            if !rule.byWeek.contains(where: { $0 == week || $0 == week - weeks - 1 }) { return false }
        }
        return true
    }

    private func monthDays(_ year: Int, _ month: Int) -> [Int64] {
        let first = CivilDate.days(year: year, month: month, day: 1)
        let length = CivilDate.length(ofMonth: month, year: year)
        if rule.byDay.isEmpty, rule.byMonthDay.isEmpty {
            let date = CivilDate.components(startDay).day
            let day = first + Int64(date - 1)
            return date <= length && (rule.byYearDay.isEmpty || matchesDate(day)) ? [day] : []
        }
        return (0..<Int64(length)).map { first + $0 }.filter { day in
            matchesDate(day) && (rule.byDay.isEmpty || matchesNth(day, from: first, length: length))
        }
    }

    private func yearDays(_ year: Int) -> [Int64] {
        if !rule.byWeek.isEmpty { return weekDays(year) }
        guard year > 0 else { return [] }
        let (_, startMonth, startDate) = CivilDate.components(startDay)
        if !rule.byYearDay.isEmpty {
            let first = CivilDate.days(year: year, month: 1, day: 1)
            return (0..<Int64(CivilDate.length(ofYear: year))).map { first + $0 }.filter {
                matchesDate($0) && matchesWeekday($0)
            }
        }
        let isNthOfYear = rule.byMonth.isEmpty && rule.byMonthDay.isEmpty
        if !rule.byDay.isEmpty, isNthOfYear {
            let first = CivilDate.days(year: year, month: 1, day: 1)
            let length = CivilDate.length(ofYear: year)
            return (0..<Int64(length)).map { first + $0 }.filter { matchesNth($0, from: first, length: length) }
        }
        return (rule.byMonth.isEmpty ? [startMonth] : rule.byMonth).flatMap { month -> [Int64] in
            let first = CivilDate.days(year: year, month: month, day: 1)
            let length = CivilDate.length(ofMonth: month, year: year)
            if rule.byDay.isEmpty, rule.byMonthDay.isEmpty {
                return startDate <= length ? [first + Int64(startDate - 1)] : []
            }
            return (0..<Int64(length)).map { first + $0 }.filter { day in
                matchesDate(day) && (rule.byDay.isEmpty || matchesNth(day, from: first, length: length))
            }
        }
    }

    /// The days of a year of weeks: in each week of the rule, its weekdays or that of DTSTART.
    private func weekDays(_ year: Int) -> [Int64] {
        let (first, weeks) = weeks(of: year)
        let own = CivilDate.weekday(startDay)
        return (0..<Int64(weeks * 7)).map { first + $0 }.filter { day in
            (rule.byDay.isEmpty && rule.byMonthDay.isEmpty && rule.byYearDay.isEmpty
                ? CivilDate.weekday(day) == own : matchesWeekday(day)) && matchesDate(day)
        }
    }

    private func weeks(of year: Int) -> (first: Int64, count: Int) {
        let first = CivilDate.firstWeek(of: year, weekStart: rule.weekStart)
        return (first, Int(CivilDate.firstWeek(of: year + 1, weekStart: rule.weekStart) - first) / 7)
    }

    /// Whether the rule has the weekday of the day, and the right ordinal within the span if it has one.
    private func matchesNth(_ day: Int64, from first: Int64, length: Int) -> Bool {
        let weekday = CivilDate.weekday(day)
        let index = Int(day - first)
        return rule.byDay.contains {
            $0.weekday == weekday
                && ($0.ordinal == 0 || $0.ordinal == index / 7 + 1 || $0.ordinal == -((length - 1 - index) / 7 + 1))
        }
    }
}

extension PeriodExpander {
    /// HOURLY, MINUTELY and SECONDLY: skips days, hours and minutes that cannot match.
    mutating func runWithinDays() {
        let unit: Int64 =
            switch rule.frequency {
            case .hourly: 3600
            case .minutely: 60
            default: 1
            }
        let stride = rule.interval * unit
        // The first period contains the start; smaller units come from the start or the rule.
        let first = start - CivilDate.remainder(start, unit)
        var period = isBackward ? end - 1 - (end - 1 - first) % stride : first
        /// Skips a span without a match, to the next period of the interval.
        func leave(_ from: Int64, _ to: Int64) {
            period +=
                isBackward
                ? -((period - from) / stride + 1) * stride : (to - period + stride - 1) / stride * stride
        }
        while period < end, period > floor - unit, step() {
            let day = CivilDate.quotient(period, CivilDate.secondsPerDay)
            let second = Int(period - day * CivilDate.secondsPerDay)
            if !matchesWeekday(day) || !matchesDate(day) {
                leave(day * CivilDate.secondsPerDay, (day + 1) * CivilDate.secondsPerDay)
                continue
            }
            if !rule.byHour.isEmpty, !rule.byHour.contains(second / 3600) {
                let hour = period - Int64(second % 3600)
                leave(hour, hour + 3600)
                continue
            }
            let minute = period - Int64(second % 60)
            if rule.frequency < .hourly, !rule.byMinute.isEmpty, !rule.byMinute.contains(second / 60 % 60) {
                leave(minute, minute + 60)
                continue
            }
            if rule.frequency == .secondly, !rule.bySecond.isEmpty, !rule.bySecond.contains(second % 60) {
                let before = rule.bySecond.last { $0 < second % 60 } ?? rule.bySecond[rule.bySecond.count - 1] - 60
                let after = rule.bySecond.first { $0 > second % 60 } ?? rule.bySecond[0] + 60
                leave(minute + Int64(before) + 1, minute + Int64(after))
                continue
            }
            if !emit([day], instants(second)) { return }
            period += isBackward ? -stride : stride
        }
    }

    /// The seconds after midnight of the instances of the period that begins at `second`.
    private func instants(_ second: Int) -> [Int] {
        let seconds = rule.bySecond.isEmpty ? [startSecond % 60] : rule.bySecond
        switch rule.frequency {
        case .hourly:
            let minutes = rule.byMinute.isEmpty ? [startSecond / 60 % 60] : rule.byMinute
            return minutes.flatMap { minute in seconds.map { second + minute * 60 + $0 } }
        case .minutely: return seconds.map { second + $0 }
        default: return [second]
        }
    }
}
