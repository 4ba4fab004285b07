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
        let first = start - CivilDate.remainder(start, unit)
        var period = isBackward ? end - 1 - (end - 1 - first) % stride : first
        /// Out of a span without any match, to the next period of the interval.
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
