package import LedgerModel

/// The agreed working hours, day by day.
package struct WorkingHours: Sendable, Hashable {
    private let weeks: [WorkingWeek]
    private let daysOff: Set<CivilDay>
    private let zones: ZoneHistory
    /// Whether the person has not yet said when they work.
    package let isAssumed: Bool

    /// - Parameter daysOff: Public holidays and days of leave.
    package init(_ settings: MyJobSettings, zones: ZoneHistory, daysOff: Set<CivilDay> = []) {
        isAssumed = settings.workingHours.isEmpty
        weeks = isAssumed ? [.assumed] : settings.workingHours.sorted { $0.from < $1.from }
        self.daysOff = daysOff
        self.zones = zones
    }

    /// Whether it is a public holiday or a day of leave.
    package func isDayOff(_ instant: Instant) -> Bool { daysOff.contains(zones.day(of: instant)) }

    package func isWorkday(_ day: CivilDay) -> Bool { !spans(on: day).isEmpty }

    package func intervals(on day: CivilDay) -> [Interval] {
        let zone = zones.zone(on: day)
        return spans(on: day).map { span in
            let end = span.end > span.start ? span.end : span.end + 1440
            return Interval(
                zone.instant(day, seconds: Int64(span.start) * 60), zone.instant(day, seconds: Int64(end) * 60))
        }
    }

    /// The working hours in `range`, disjoint and in time order.
    package func intervals(in range: Interval) -> [Interval] {
        guard !range.isEmpty else { return [] }
        var result: [Interval] = []
        for day in (zones.day(of: range.start) - 1).through(zones.day(of: range.end)) {
            for interval in intervals(on: day) {
                guard let part = interval.clipped(to: range) else { continue }
                if let previous = result.last, part.start < previous.end {
                    result[result.count - 1] = Interval(previous.start, max(previous.end, part.end))
                } else {
                    result.append(part)
                }
            }
        }
        return result
    }

    private func spans(on day: CivilDay) -> [ClockRange] {
        guard !daysOff.contains(day) else { return [] }
        let week = weeks.last { $0.from <= day } ?? weeks[0]
        return week.days.first { $0.weekday == day.weekday.rawValue }?.spans.sorted { $0.start < $1.start } ?? []
    }
}
