import LedgerModel

/// The days of the year before now, and which of them are work.
struct DemoDays: Sendable {
    let now: Instant
    let zone: Zone
    let today: CivilDay
    let start: CivilDay
    /// The last planned day.
    let horizon: CivilDay
    let holidays: [DemoHoliday]
    let leave: [DemoLeave]
    private let off: Set<Int64>

    init(now: Instant, zone: Zone) {
        self.now = now
        self.zone = zone
        today = zone.civil(now).day
        start = today.adding(months: -12)
        horizon = today + 42
        let years = start.components.year...horizon.components.year
        let range = start...horizon
        holidays = years.flatMap(DemoHoliday.all).filter { range.contains($0.day) }
        // Keep leave out of the days around today, so that a demo never shows an empty week.
        let busy = (today - 21)...(today + 14)
        leave = years.flatMap(DemoLeave.all).filter { span in
            range.contains(span.first) && range.contains(span.last)
                && !busy.overlaps(span.first...span.last)
        }
        off = Set(holidays.map(\.day.number)).union(leave.flatMap { $0.first.number...$0.last.number })
    }

    func at(_ day: CivilDay, _ minute: Int) -> Instant { zone.instant(day, seconds: Int64(minute) * 60) }

    func isFree(_ day: CivilDay) -> Bool { off.contains(day.number) }

    func isWorkday(_ day: CivilDay) -> Bool { day.weekday <= .friday && !isFree(day) }

    /// The quarter of the year, from 0 to 3.
    func part(of day: CivilDay) -> Int { min(3, max(0, Int((day - start) * 4 / max(1, today - start)))) }

    /// The first workday from Monday to Thursday at or after `share` percent of the year.
    func workday(at share: Int) -> CivilDay {
        workday(from: start + (today - start) * Int64(share) / 100)
    }

    func workday(from first: CivilDay) -> CivilDay {
        var day = first
        while !isWorkday(day) || day.weekday == .friday { day = day + 1 }
        return day
    }

    /// The days from the first to today.
    var past: [CivilDay] { days(from: start, to: today) }

    func days(from first: CivilDay, to last: CivilDay) -> [CivilDay] {
        first > last ? [] : (first.number...last.number).map { CivilDay(number: $0) }
    }
}
