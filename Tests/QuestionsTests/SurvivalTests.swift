import LedgerModel
import TestSupport
import Testing

@testable import Questions

@Suite("Hours that could be one's own")
struct SurvivalTests {
    @Test("Those over a night are looked at on both days, and proposed")
    func nights() throws {
        let possible = [DayHours(weekday: 7, spans: [ClockRange(start: 1380, end: 60)])]
        let zones = ReviewWorld.zones
        let monday = try #require(CivilDay(iso: "2026-03-16"))
        let days = (0..<5).flatMap { week in
            [Survival.Day(day: monday - 7 * week, taken: []), Survival.Day(day: monday - 7 * week - 1, taken: [])]
        }
        let slots = Survival(possible: possible, days: days, zones: zones, today: monday + 1).slots
        #expect(slots.contains { $0.weekday == .sunday && $0.minutes == 1380..<1440 && $0.n == 5 })
        #expect(slots.contains { $0.weekday == .monday && $0.minutes == 0..<60 && $0.n == 5 })
    }
}
