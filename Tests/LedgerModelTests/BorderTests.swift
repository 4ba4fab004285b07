import LedgerModel
import TestSupport
import Testing

@Suite("Dates at the ends of the calendar")
struct BorderTests {
    /// Numbers of every size and sign, those around the ends of the calendar and of the machine among them.
    private static func number(_ random: inout SeededGenerator) -> Int64 {
        let ends: [Int64] = [
            0, CivilDay.first.number, CivilDay.last.number, Instant.first.seconds, Instant.last.seconds, .min, .max,
        ]
        let near = ends[Int.random(in: ends.indices, using: &random)]
        return switch Int.random(in: 0..<3, using: &random) {
        case 0: near.addingReportingOverflow(Int64.random(in: -800...800, using: &random)).partialValue
        case 1: Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random)
        default: Int64.random(in: CivilDay.first.number...CivilDay.last.number, using: &random)
        }
    }

    private static let zones = [
        FixedWorld.berlin, FixedWorld.newYork, .utc, .fixed(14 * 3600), .fixed(-12 * 3600),
        Zone(name: "Moved", initial: 0, transitions: [.min, 0, .max], offsets: [3600, 7200, -3600]),
    ]

    @Test("The first and the last day, and nothing beyond them")
    func ends() {
        #expect(CivilDay.first.iso == "0001-01-01")
        #expect(CivilDay.last.iso == "9999-12-31")
        #expect(CivilDay.first - 1 == .first)
        #expect(CivilDay.last + 1 == .last)
        #expect(CivilDay.last + .max == .last)
        #expect(CivilDay.first - .max == .first)
        #expect(CivilDay.first - .min == .last)
        #expect(CivilDay.last.adding(months: 1) == .last)
        #expect(CivilDay.last.adding(months: .max) == .last)
        #expect(CivilDay.first.adding(months: .min) == .first)
        #expect(Array(CivilDay.last.through(.last)) == [.last])
        #expect(Array((CivilDay.last - 1).days(5)) == [.last - 1, .last])
        #expect(Array(CivilDay.last.days(0)).isEmpty)
        #expect(Array(CivilDay.last.through(.first)).isEmpty)
        #expect(Instant.last + 1 == .last)
        #expect(Instant.first - .max == .first)
        #expect(Zone.utc.civil(.last).rfc3339 == "9999-12-31T23:59:59Z")
        #expect(Zone.utc.civil(.first).rfc3339 == "0001-01-01T00:00:00Z")
        #expect(Shard.covering(Interval(.first, .last))?.count == 3_652_059)
    }

    @Test("Sums of days are the exact day, or the end that it lies beyond", arguments: 1...8 as ClosedRange<UInt64>)
    func days(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let (day, count) = (CivilDay(number: Self.number(&random)), Self.number(&random))
            let exact = Int128(day.number) + Int128(count)
            let clamped = min(max(exact, Int128(CivilDay.first.number)), Int128(CivilDay.last.number))
            #expect((day + count).number == Int64(clamped), "seed \(seed): \(day.number) + \(count)")
            let (year, month, date) = day.components
            #expect(CivilDay(year: year, month: month, day: date) == day, "seed \(seed): \(day.number)")
            let months = day.adding(months: Int(count))
            #expect(count > 0 ? months >= day : months <= day, "seed \(seed): \(day.iso), \(count) months")
            #expect(day.firstOfYear <= day.firstOfQuarter && day.firstOfQuarter <= day.firstOfMonth)
            #expect(day.firstOfMonth <= day && day.monday <= day)
            #expect(day.monday.weekday == .monday, "seed \(seed): \(day.iso)")
        }
    }

    @Test("Every moment has a time on every wall, later ones no earlier", arguments: 1...8 as ClosedRange<UInt64>)
    func walls(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let instant = Instant(Self.number(&random)) + Self.number(&random)
            #expect(Instant.first <= instant && instant <= .last)
            for zone in Self.zones {
                let civil = zone.civil(instant)
                #expect((0..<86_400).contains(civil.secondOfDay), "seed \(seed): \(instant.seconds), \(zone.name)")
                #expect(zone.civil(instant + 86_400).day >= civil.day, "seed \(seed): \(instant.seconds), \(zone.name)")
                let day = CivilDay(number: Self.number(&random))
                let start = zone.instant(day, seconds: Self.number(&random))
                #expect(Instant.first <= start && start <= .last)
            }
        }
    }

    @Test("A history of zones gives every moment one day, and comes to an end")
    func history() {
        let moved = ZoneHistory([(.first, FixedWorld.berlin), (FixedWorld.day, FixedWorld.newYork)])
        for zones in [moved] + Self.zones.map({ ZoneHistory($0) }) {
            for instant in [Instant.first, .first + 1, FixedWorld.now, .last - 1] {
                let day = zones.day(of: instant)
                #expect(zones.interval(of: day).contains(instant), "\(zones.zone(on: day).name), \(instant.seconds)")
            }
            #expect(zones.day(of: .last) == .last || zones.day(of: .last) == .last - 1)
            #expect(Array(zones.days(meeting: Interval(.last - 86_400, .last))).count <= 2)
            #expect(Array(zones.days(meeting: Interval(.last, .last))).isEmpty)
        }
    }
}

@Suite("Periods, as they are asked for")
struct PeriodTests {
    @Test(
        "Periods reach from the year 1 to 9998",
        arguments: [
            ("0001", "0001-01-01", "0002-01-01"), ("9998", "9998-01-01", "9999-01-01"),
            ("9998-Q4", "9998-10-01", "9999-01-01"), ("9998-12", "9998-12-01", "9999-01-01"),
            ("9998-12-31", "9998-12-31", "9999-01-01"), ("0001-01-01", "0001-01-01", "0001-01-02"),
            ("2026-Q1", "2026-01-01", "2026-04-01"), ("2d", "2026-03-16", "2026-03-18"),
            ("36600d", "1926-01-02", "2026-03-18"),
        ])
    func reach(text: String, since: String, until: String) throws {
        let period = try Period(text, today: FixedWorld.day)
        #expect(period.since.iso == since)
        #expect(period.until.iso == until)
    }

    @Test(
        "What lies beyond is refused, and what is none",
        arguments: [
            "9999", "9999-Q1", "9999-Q4", "9999-12", "9999-01-01", "9999-12-31", "0000", "10000", "2026-13", "2026-Q5",
            "2026-Q0", "+999", "2026-+3", "2026-Q+3", "0d", "-1d", "+5d", "36601d", "99999999999999999999d", "d", "",
            "someday",
        ])
    func refused(text: String) {
        let error = #expect(throws: LedgerError.self) { try Period(text, today: FixedWorld.day) }
        #expect(error?.code == .badPeriod)
    }

    @Test("An end alone reaches back to the beginning of its quarter, a beginning alone up to today")
    func halves() throws {
        func asked(_ since: String?, _ until: String?) throws -> Period {
            try Period(in: "year", since: since, until: until, today: FixedWorld.day)
        }
        #expect(try asked("monday", nil).since.iso == "2026-03-16")
        #expect(try asked("2026-01-07", nil).until.iso == "2026-03-18")
        #expect(try asked(nil, "2025-02-11").since.iso == "2025-01-01")
        #expect(try asked(nil, "2100-01-01").since.iso == "2026-01-01")
        #expect(try asked(nil, nil).text == "1 January to 31 December 2026")
        for (since, until) in [
            ("2026-03-01", "2026-02-01"), ("9999-12-31", nil), (nil, "9999-01-02"), ("x", nil), ("1900-01-01", nil),
            (nil, "9999-01-01"),
        ] {
            let error = #expect(throws: LedgerError.self) { try asked(since, until) }
            #expect(error?.code == .badPeriod)
        }
    }

    @Test("Whatever the clock says, a named period is one of the calendar", arguments: 1...8 as ClosedRange<UInt64>)
    func named(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let names = [
            "today", "yesterday", "week", "month", "quarter", "year", "last week", "last month", "last quarter",
            "last year", "36600d",
        ]
        for _ in 0..<200 {
            let isFirst = Bool.random(using: &random)
            let today = (isFirst ? CivilDay.first : .last) + Int64.random(in: -40_000...40_000, using: &random)
            for name in names {
                let period = try Period(name, today: today)
                #expect(.first <= period.since && period.since <= period.until, "seed \(seed): \(today.iso), \(name)")
                #expect(period.until <= Period.end, "seed \(seed): \(today.iso), \(name)")
                #expect(!period.text.isEmpty)
                #expect(period.previous.until <= period.since)
                #expect(period.clipped(to: today).days <= period.days)
                #expect(!period.interval(ZoneHistory(FixedWorld.berlin)).isEmpty || period.days == 0 || isFirst)
            }
        }
    }

    @Test(
        "A moment beyond all periods is refused",
        arguments: [
            "9999-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9998-12-31T23:59:59-00:01", "0000-01-01T00:00:00Z",
        ])
    func moments(text: String) throws {
        let error = #expect(throws: LedgerError.self) { try SpokenTime.exact(text) }
        #expect(error?.code == .badTime)
        let spoken = SpokenTime(now: FixedWorld.now, zones: ZoneHistory(FixedWorld.berlin))
        #expect(throws: LedgerError.self) { try spoken.parse(text) }
        #expect(try SpokenTime.exact("9998-12-31T23:59:59Z") < Instant(Period.end))
        #expect(try SpokenTime.exact("0001-01-01T00:00:00+14:00") == .first)
    }
}
