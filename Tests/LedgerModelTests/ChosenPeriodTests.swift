import LedgerModel
import TestSupport
import Testing

/// Bounds were read off a calendar; a tenth of a week ends on Monday at 16:48.
@Suite("The period that nobody named")
struct ChosenPeriodTests {
    private let zones = ZoneHistory(.utc)

    private func at(_ text: String) throws -> Instant { try SpokenTime.exact(text) }

    @Test(
        "Until a tenth of a period has passed, the one before is shown",
        arguments: [
            ("week", "2026-03-16T08:38:00Z", "2026-03-09", ", the week before this one"),
            ("week", "2026-03-16T16:47:59Z", "2026-03-09", ", the week before this one"),
            ("week", "2026-03-16T16:48:00Z", "2026-03-16", ""),
            ("week", "2026-03-22T23:59:59Z", "2026-03-16", ""),
            ("quarter", "2026-01-04T08:38:00Z", "2025-10-01", ", the quarter before this one"),
            // Nine of ninety days.
            ("quarter", "2026-01-09T23:59:59Z", "2025-10-01", ", the quarter before this one"),
            ("quarter", "2026-01-10T00:00:00Z", "2026-01-01", ""),
            ("day", "2026-03-16T02:23:59Z", "2026-03-15", ", the day before this one"),
            ("day", "2026-03-16T02:24:00Z", "2026-03-16", ""),
            ("year", "2026-02-06T11:59:59Z", "2025-01-01", ", the year before this one"),
            ("year", "2026-02-06T12:00:00Z", "2026-01-01", ""),
            ("month", "2026-03-03T12:00:00Z", "2026-02-01", ", the month before this one"),
        ])
    func looksBack(name: String, now: String, since: String, aside: String) throws {
        let name = try #require(ChosenPeriod.Name(rawValue: name))
        let chosen = ChosenPeriod(present: name, now: try at(now), zones: zones)
        #expect(chosen.period.since.iso == since && chosen.aside == aside)
        #expect(chosen.period == name.period(around: chosen.period.since), "it is whole")
    }

    @Test("What is asked for is shown as it was asked, however new it is")
    func named() throws {
        let now = try at("2026-03-16T08:38:00Z")
        let week = try ChosenPeriod(in: "week", since: nil, until: nil, now: now, zones: zones, otherwise: .quarter)
        #expect(week.period.since.iso == "2026-03-16" && week.aside.isEmpty)
        let since = try ChosenPeriod(
            in: nil, since: "2026-03-16", until: nil, now: now, zones: zones, otherwise: .week)
        #expect(since.period.since.iso == "2026-03-16" && since.aside.isEmpty)
        let none = try ChosenPeriod(in: nil, since: nil, until: nil, now: now, zones: zones, otherwise: .week)
        #expect(none.period.since.iso == "2026-03-09")
    }

    @Test(
        "A period is named to a command so that it means the same on any day",
        arguments: [
            ("2026", "--in 2026"), ("2026-Q3", "--in 2026-Q3"), ("2026-02", "--in 2026-02"),
            ("2026-02-28", "--since 2026-02-28 --until 2026-03-01"), ("week", "--since 2026-03-16 --until 2026-03-23"),
            ("quarter", "--in 2026-Q1"), ("90d", "--since 2025-12-18 --until 2026-03-18"),
        ])
    func options(text: String, options: String) throws {
        let period = try Period(text, today: FixedWorld.day)
        #expect(period.options == options)
        if options.hasPrefix("--in ") {
            let later = FixedWorld.day + 5000
            #expect(try Period(String(options.dropFirst(5)), today: later) == period)
        }
    }
}
