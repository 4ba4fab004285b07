import LedgerModel
import TestSupport
import Testing

/// Bounds were read off a calendar.
@Suite("Periods, on the days on which they are hard")
struct PeriodFormTests {
    private func period(_ text: String, on today: String) throws -> Period {
        try Period(text, today: try #require(CivilDay(iso: today)))
    }

    @Test(
        "Named periods around leap days and the ends of years",
        arguments: [
            // Thursday 29 February 2024
            ("2024-02-29", "today", "2024-02-29", "2024-03-01"),
            ("2024-02-29", "yesterday", "2024-02-28", "2024-02-29"),
            ("2024-02-29", "month", "2024-02-01", "2024-03-01"),
            ("2024-02-29", "last year", "2023-01-01", "2024-01-01"),
            ("2024-02-29", "366d", "2023-03-01", "2024-03-01"), ("2024-03-01", "yesterday", "2024-02-29", "2024-03-01"),
            ("2024-03-31", "last month", "2024-02-01", "2024-03-01"),
            ("2026-03-01", "yesterday", "2026-02-28", "2026-03-01"),
            // Thursday 31 December 2026 and Friday 1 January 2027, both in week 53 of 2026 (ISO 8601)
            ("2026-12-31", "week", "2026-12-28", "2027-01-04"), ("2027-01-01", "week", "2026-12-28", "2027-01-04"),
            ("2027-01-03", "week", "2026-12-28", "2027-01-04"), ("2027-01-04", "week", "2027-01-04", "2027-01-11"),
            ("2027-01-04", "last week", "2026-12-28", "2027-01-04"),
            ("2027-01-01", "last week", "2026-12-21", "2026-12-28"),
            // Monday 30 December 2024 is in week 1 of 2025.
            ("2024-12-31", "week", "2024-12-30", "2025-01-06"),
            ("2026-12-31", "quarter", "2026-10-01", "2027-01-01"),
            ("2027-01-01", "quarter", "2027-01-01", "2027-04-01"),
            ("2027-01-01", "last quarter", "2026-10-01", "2027-01-01"),
            ("2027-01-01", "last month", "2026-12-01", "2027-01-01"),
            ("2027-01-01", "last year", "2026-01-01", "2027-01-01"), ("2026-12-31", "year", "2026-01-01", "2027-01-01"),
            ("2026-05-15", "last quarter", "2026-01-01", "2026-04-01"),
            ("2026-07-01", "quarter", "2026-07-01", "2026-10-01"),
            ("2026-06-30", "quarter", "2026-04-01", "2026-07-01"), ("2027-01-01", "1d", "2027-01-01", "2027-01-02"),
        ])
    func named(today: String, text: String, since: String, until: String) throws {
        let period = try period(text, on: today)
        #expect(period.since.iso == since && period.until.iso == until)
        #expect(try self.period("  \(text.uppercased())\n", on: today) == period)
    }

    @Test(
        "Periods by number are the same on every day",
        arguments: [
            ("2024", "2024-01-01", "2025-01-01", 366), ("2026", "2026-01-01", "2027-01-01", 365),
            ("1900", "1900-01-01", "1901-01-01", 365), ("2000", "2000-01-01", "2001-01-01", 366),
            ("2024-02", "2024-02-01", "2024-03-01", 29), ("2026-02", "2026-02-01", "2026-03-01", 28),
            ("2026-12", "2026-12-01", "2027-01-01", 31), ("2024-Q1", "2024-01-01", "2024-04-01", 91),
            ("2026-Q1", "2026-01-01", "2026-04-01", 90), ("2026-q2", "2026-04-01", "2026-07-01", 91),
            ("2026-Q3", "2026-07-01", "2026-10-01", 92), ("2026-Q4", "2026-10-01", "2027-01-01", 92),
            ("2024-02-29", "2024-02-29", "2024-03-01", 1), ("2026-12-31", "2026-12-31", "2027-01-01", 1),
        ])
    func numbered(text: String, since: String, until: String, days: Int64) throws {
        for today in ["2024-02-29", "2026-12-31", "2027-01-01"] {
            let period = try period(text, on: today)
            #expect(period.since.iso == since && period.until.iso == until && period.days == days)
        }
    }

    @Test(
        "What is nearly a period is none",
        arguments: [
            "2026-Q", "2026-Q12", "2026-W54", "26", "20 26", "2026-02-30", "2026-02-29", "2026-Q1-Q2", "two weeks",
            "last", "last day", "90", "90m", "-90d", "1.5d", "２０２６",
        ])
    func refused(text: String) throws {
        let error = #expect(throws: LedgerError.self) { try period(text, on: "2026-03-17") }
        #expect(error?.code == .badPeriod)
        #expect(error?.message.contains("“\(text)”") == true)
        #expect(error?.hint.description.contains("2026-") == true)
    }

    @Test(
        "A period is said as short as it can be",
        arguments: [
            ("2026-03-17", "17 March 2026"), ("2026-03", "March 2026"), ("2026", "1 January to 31 December 2026"),
            ("2026-Q1", "1 January to 31 March 2026"), ("week", "16 to 22 March 2026"),
            ("last week", "9 to 15 March 2026"), ("90d", "18 December 2025 to 17 March 2026"),
            ("20d", "26 February to 17 March 2026"), ("2024-02", "February 2024"),
        ])
    func said(text: String, words: String) throws {
        #expect(try period(text, on: "2026-03-17").text == words)
        #expect(Period(since: FixedWorld.day, until: FixedWorld.day).text == "17 March 2026")
    }

    @Test("The period before is as long, and what has not passed is cut off")
    func around() throws {
        let quarter = try period("2026-Q1", on: "2026-03-17")
        #expect(quarter.previous.since.iso == "2025-10-03" && quarter.previous.until == quarter.since)
        #expect(quarter.previous.days == 90)
        let passed = quarter.clipped(to: FixedWorld.day)
        #expect(passed.until.iso == "2026-03-18" && passed.since == quarter.since)
        #expect(quarter.clipped(to: quarter.until) == quarter)
        // Of what lies ahead nothing has passed; of its first day one day has.
        #expect(try period("2026-Q2", on: "2026-03-17").clipped(to: FixedWorld.day).days == 0)
        #expect(quarter.clipped(to: quarter.since).days == 1)
        #expect(Period(since: FixedWorld.day, until: FixedWorld.day - 9).days == 0)
    }

    @Test(
        "A week has 168 hours, but where clocks change",
        arguments: [
            (FixedWorld.berlin, "2026-03-29", 167), (FixedWorld.berlin, "2026-10-25", 169),
            (FixedWorld.berlin, "2026-03-17", 168), (OddZones.stJohns, "2026-03-08", 167),
            (OddZones.stJohns, "2026-11-01", 169), (OddZones.stJohns, "2026-03-29", 168),
            (OddZones.kathmandu, "2026-03-29", 168), (.utc, "2026-10-25", 168),
        ])
    func hours(zone: Zone, day: String, hours: Int64) throws {
        #expect(try period("week", on: day).interval(ZoneHistory(zone)).seconds == hours * 3600)
    }

    @Test("A day begins when clocks in its zone show midnight")
    func begins() throws {
        let day = try period("2026-03-17", on: "2026-03-17")
        for (zone, start) in [
            (FixedWorld.berlin, "2026-03-16T23:00:00Z"), (OddZones.stJohns, "2026-03-17T02:30:00Z"),
            (OddZones.kathmandu, "2026-03-16T18:15:00Z"),
        ] {
            let interval = day.interval(ZoneHistory(zone))
            #expect(Zone.utc.civil(interval.start).rfc3339 == start)
            #expect(interval.seconds == 86_400)
        }
    }

    @Test("Since and until are the beginnings of their days, and one of them is enough")
    func bounds() throws {
        let today = FixedWorld.day
        func asked(_ since: String?, _ until: String?) throws -> [String] {
            let period = try Period(in: nil, since: since, until: until, today: today)
            return [period.since.iso, period.until.iso]
        }
        #expect(try asked("2026-02-01", "2026-03-01") == ["2026-02-01", "2026-03-01"])
        #expect(try asked("yesterday", "today") == ["2026-03-16", "2026-03-17"])
        #expect(try asked("today", nil) == ["2026-03-17", "2026-03-18"])
        #expect(try asked("tomorrow", "tomorrow") == ["2026-03-18", "2026-03-18"])
        // An end alone reaches back to the beginning of the quarter of its last day.
        #expect(try asked(nil, "2026-01-01") == ["2025-10-01", "2026-01-01"])
        #expect(try asked(nil, "2026-01-02") == ["2026-01-01", "2026-01-02"])
        #expect(try Period(day: "monday", today: today).text == "16 March 2026")
        let long = Period(since: today, until: today + Period.longest)
        #expect(try long.bounded() == long)
        #expect(throws: LedgerError.self) { try Period(since: today, until: today + Period.longest + 1).bounded() }
    }
}
