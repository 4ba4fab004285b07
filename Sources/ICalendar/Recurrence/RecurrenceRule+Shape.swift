extension RecurrenceRule {
    /// A rule of everyday calendars, which libical 3.0.16 expands rightly, and never steps on for centuries
    /// without finding a day.
    ///
    /// Everything else goes to `PeriodExpander`.
    func isEveryday(from start: Int64) -> Bool {
        let (year, _, day) = CivilDate.components(CivilDate.quotient(start, CivilDate.secondsPerDay))
        guard LibicalRecurrence.years.contains(year), byPosition.allSatisfy({ abs($0) == 1 }) else { return false }
        guard !isShapeLibicalGetsWrong, !limitsTimes, byYearDay.isEmpty, byWeek.isEmpty, interval <= 1000 else {
            return false
        }
        switch frequency {
        case .secondly, .minutely, .hourly: return false
        case .daily, .weekly: return byMonthDay.isEmpty && byMonth.isEmpty
        case .monthly:
            return byMonth.isEmpty && byDay.allSatisfy { abs($0.ordinal) <= 5 }
                && byMonthDay.allSatisfy { abs($0) <= 28 } && (byMonthDay.isEmpty || byDay.isEmpty)
        case .yearly:
            guard !byMonth.isEmpty else { return byDay.isEmpty && byMonthDay.isEmpty }
            if byDay.isEmpty, byMonthDay.isEmpty { return day <= 28 }
            return byMonthDay.allSatisfy { abs($0) <= 28 } && byDay.allSatisfy { abs($0.ordinal) <= 4 }
                && (byMonthDay.isEmpty || byDay.isEmpty)
        }
    }

    /// A shape that libical 3.0.16 gets wrong, by its own later test suite.
    package var isShapeLibicalGetsWrong: Bool {
        !byPosition.isEmpty && frequency != .monthly
            || !byWeek.isEmpty
            || frequency == .daily && byMonthDay.contains { $0 < 0 }
            || frequency == .daily && interval > 1 && (limitsDays || limitsTimes)
            || frequency < .daily && (limitsDays || limitsTimes)
            || !byYearDay.isEmpty
    }
}
