@testable import ICalendar

/// Looks at every day, hour, minute or second by itself and asks whether the rule names it, by the table of
/// RFC 5545, section 3.3.10: slow, and too simple to be wrong in the way of something clever.
struct SlowExpander {
    let rule: RecurrenceRule
    let start: Int64

    private static let day: Int64 = 86_400
    private var startDay: Int64 { CivilDate.quotient(start, Self.day) }
    private var startSecond: Int { Int(start - startDay * Self.day) }

    func starts(before end: Int64) -> [Int64] {
        var found: [(period: Int64, local: Int64)] = []
        if rule.frequency < .daily {
            let unit: Int64 = rule.frequency == .hourly ? 3600 : rule.frequency == .minutely ? 60 : 1
            for number in CivilDate.quotient(start, unit)...CivilDate.quotient(end, unit) {
                guard (number - CivilDate.quotient(start, unit)) % rule.interval == 0 else { continue }
                guard names(number * unit) else { continue }
                for second in seconds { found.append((number, number * unit + second)) }
            }
        } else {
            // From before the first period to behind the last, for BYSETPOS counts in whole ones.
            for day in startDay - 400...CivilDate.quotient(end, Self.day) + 400 {
                guard (period(day) - period(startDay)) % rule.interval == 0, namesDay(day) else { continue }
                for time in times { found.append((period(day), day * Self.day + time)) }
            }
        }
        var chosen: [Int64] = []
        for group in Dictionary(grouping: found, by: \.period).values {
            let set = group.map(\.local).sorted()
            guard !rule.byPosition.isEmpty else {
                chosen += set
                continue
            }
            for (index, local) in set.enumerated()
            where rule.byPosition.contains(index + 1) || rule.byPosition.contains(index - set.count) {
                chosen.append(local)
            }
        }
        return Array(chosen.filter { $0 >= start && $0 < end }.sorted().prefix(rule.count ?? .max))
    }

    private func period(_ day: Int64) -> Int64 {
        let (year, month, _) = CivilDate.components(day)
        switch rule.frequency {
        case .yearly: return Int64(rule.byWeek.isEmpty ? year : CivilDate.weekYear(day, weekStart: rule.weekStart))
        case .monthly: return Int64(year * 12 + month)
        // A week is known by its first day.
        case .weekly: return (day - CivilDate.remainder(Int64(CivilDate.weekday(day) - rule.weekStart), 7) + 3) / 7
        default: return day
        }
    }

    /// Whether an hour, minute or second is named that begins at `local`: what is not smaller than it limits.
    private func names(_ local: Int64) -> Bool {
        let day = CivilDate.quotient(local, Self.day)
        let second = Int(local - day * Self.day)
        return isInDateParts(day) && (rule.byDay.isEmpty || isWeekday(day))
            && (rule.byHour.isEmpty || rule.byHour.contains(second / 3600))
            && (rule.frequency == .hourly || rule.byMinute.isEmpty || rule.byMinute.contains(second / 60 % 60))
            && (rule.frequency > .secondly || rule.bySecond.isEmpty || rule.bySecond.contains(second % 60))
    }

    /// What of an hour, minute or second is named: of what is smaller the values that the rule lists, or that of DTSTART.
    private var seconds: [Int64] {
        let seconds = rule.bySecond.isEmpty ? [startSecond % 60] : rule.bySecond
        let minutes = rule.byMinute.isEmpty ? [startSecond / 60 % 60] : rule.byMinute
        switch rule.frequency {
        case .secondly: return [0]
        case .minutely: return seconds.map { Int64($0) }
        default: return minutes.flatMap { minute in seconds.map { Int64(minute * 60 + $0) } }
        }
    }

    private var times: [Int64] {
        let hours = rule.byHour.isEmpty ? [startSecond / 3600] : rule.byHour
        let minutes = rule.byMinute.isEmpty ? [startSecond / 60 % 60] : rule.byMinute
        let seconds = rule.bySecond.isEmpty ? [startSecond % 60] : rule.bySecond
        return hours.flatMap { hour in
            minutes.flatMap { minute in seconds.map { Int64(hour * 3600 + minute * 60 + $0) } }
        }
    }

    private func namesDay(_ day: Int64) -> Bool {
        guard isInDateParts(day) else { return false }
        let (_, month, date) = CivilDate.components(day)
        let (_, startMonth, startDate) = CivilDate.components(startDay)
        let isOwnWeekday = CivilDate.weekday(day) == CivilDate.weekday(startDay)
        switch rule.frequency {
        case .daily: return rule.byDay.isEmpty || isWeekday(day)
        case .weekly: return rule.byDay.isEmpty ? isOwnWeekday : isWeekday(day)
        case .monthly:
            if rule.byDay.isEmpty { return !rule.byMonthDay.isEmpty || date == startDate }
            return isNthWeekday(day, ofMonth: true)
        default:
            if !rule.byWeek.isEmpty || !rule.byYearDay.isEmpty {
                // What the rule does not say of the day comes from DTSTART: of a week the weekday.
                let isSaid = !rule.byMonthDay.isEmpty || !rule.byYearDay.isEmpty
                return rule.byDay.isEmpty ? isSaid || isOwnWeekday : isWeekday(day)
            }
            // A day of the month without a month is one of that of DTSTART.
            let isOwnMonth = !rule.byMonth.isEmpty || month == startMonth
            if rule.byDay.isEmpty { return isOwnMonth && (!rule.byMonthDay.isEmpty || date == startDate) }
            if !rule.byMonthDay.isEmpty { return isOwnMonth && isWeekday(day) }
            return isNthWeekday(day, ofMonth: !rule.byMonth.isEmpty)
        }
    }

    private func isInDateParts(_ day: Int64) -> Bool {
        let (year, month, date) = CivilDate.components(day)
        let number = Int(day - CivilDate.days(year: year, month: 1, day: 1)) + 1
        let weekYear = CivilDate.weekYear(day, weekStart: rule.weekStart)
        let firstDay = CivilDate.firstWeek(of: weekYear, weekStart: rule.weekStart)
        let nextYear = CivilDate.firstWeek(of: weekYear + 1, weekStart: rule.weekStart)
        return contains(rule.byMonth, month, of: 12)
            && contains(rule.byMonthDay, date, of: CivilDate.length(ofMonth: month, year: year))
            && contains(rule.byYearDay, number, of: CivilDate.length(ofYear: year))
            && contains(rule.byWeek, Int(day - firstDay) / 7 + 1, of: Int(nextYear - firstDay) / 7)
    }

    /// Among the numbers of a part, of which negative ones count from the end; a part that is not there has all.
    private func contains(_ list: [Int], _ value: Int, of length: Int) -> Bool {
        list.isEmpty || list.contains(value) || list.contains(value - length - 1)
    }

    private func isWeekday(_ day: Int64) -> Bool { rule.byDay.contains { $0.weekday == CivilDate.weekday(day) } }

    private func isNthWeekday(_ day: Int64, ofMonth: Bool) -> Bool {
        let (year, month, _) = CivilDate.components(day)
        let first = CivilDate.days(year: year, month: ofMonth ? month : 1, day: 1)
        let length = ofMonth ? CivilDate.length(ofMonth: month, year: year) : CivilDate.length(ofYear: year)
        let index = Int(day - first) / 7
        let count = index + 1 + (length - 1 - Int(day - first)) / 7
        return rule.byDay.contains {
            $0.weekday == CivilDate.weekday(day)
                && ($0.ordinal == 0 || contains([$0.ordinal], index + 1, of: count))
        }
    }
}
