extension PeriodExpander {
    /// HOURLY, MINUTELY and SECONDLY: days, hours and minutes that cannot match are leapt over.
    mutating func runWithinDays() {
        let unit: Int64 =
            switch rule.frequency {
            case .hourly: 3600
            case .minutely: 60
            default: 1
            }
        let stride = rule.interval * unit
        // The first period holds the start; its own smaller parts come from the start or the rule.
        var period = start - CivilDate.remainder(start, unit)
        /// The first period of the interval at or after `time`.
        func aligned(_ time: Int64, _ period: Int64) -> Int64 {
            period + max(0, CivilDate.quotient(time - period + stride - 1, stride)) * stride
        }
        while step(), period < end {
            let day = CivilDate.quotient(period, CivilDate.secondsPerDay)
            let second = Int(period - day * CivilDate.secondsPerDay)
            guard matchesWeekday(day), matchesDate(day) else {
                period = aligned((day + 1) * CivilDate.secondsPerDay, period)
                continue
            }
            guard rule.byHour.isEmpty || rule.byHour.contains(second / 3600) else {
                period = aligned(period - Int64(second % 3600) + 3600, period)
                continue
            }
            guard rule.frequency == .hourly || rule.byMinute.isEmpty || rule.byMinute.contains(second / 60 % 60) else {
                period = aligned(period - Int64(second % 60) + 60, period)
                continue
            }
            if rule.frequency == .secondly, !rule.bySecond.isEmpty, !rule.bySecond.contains(second % 60) {
                let next = rule.bySecond.first { $0 > second % 60 } ?? 60 + rule.bySecond[0]
                period = aligned(period - Int64(second % 60) + Int64(next), period)
                continue
            }
            if !emit([day], instants(second)) { return }
            period += stride
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
