extension RecurrenceRule {
    /// A rule of everyday calendars, which libical 3.0.16 expands rightly and quickly.
    ///
    /// Everything else goes to `PeriodExpander`: the shapes that libical gets wrong, and those over which
    /// it steps for seconds without finding a day.
    package var isEveryday: Bool {
        guard !isShapeLibicalGetsWrong, !limitsTimes, byYearDay.isEmpty, byWeek.isEmpty, interval <= 1000 else {
            return false
        }
        switch frequency {
        case .secondly, .minutely, .hourly: return false
        case .daily, .weekly: return byMonthDay.isEmpty && byMonth.isEmpty
        case .monthly:
            return byMonth.isEmpty && byDay.allSatisfy { abs($0.ordinal) <= 5 }
                && (byMonthDay.isEmpty || byDay.isEmpty && byMonthDay.allSatisfy { abs($0) <= 28 || $0 == 31 })
        case .yearly:
            return byPosition.isEmpty && byMonthDay.allSatisfy { abs($0) <= 28 }
                && (byMonthDay.isEmpty || byDay.isEmpty)
                && (byMonth.isEmpty ? byDay.isEmpty && byMonthDay.isEmpty : byDay.allSatisfy { abs($0.ordinal) <= 4 })
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
