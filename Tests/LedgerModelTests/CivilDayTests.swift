import LedgerModel
import TestSupport
import Testing

@Suite("Civil days: arithmetic worked out by hand")
struct CivilDayTests {
    private func day(_ iso: String) throws -> CivilDay { try #require(CivilDay(iso: iso)) }

    /// Days of the week as history has them.
    @Test(
        "Days of the week that are known",
        arguments: [
            ("1970-01-01", Weekday.thursday), ("1969-07-20", .sunday), ("2000-01-01", .saturday),
            ("2026-03-17", .tuesday),
            ("1900-01-01", .monday), ("1582-10-15", .friday), ("0001-01-01", .monday), ("9999-12-31", .friday),
            ("2024-02-29", .thursday), ("2100-03-01", .monday),
        ])
    func weekdays(iso: String, weekday: Weekday) throws {
        #expect(try day(iso).weekday == weekday)
        #expect(try day(iso).monday.weekday == .monday || iso == "0001-01-01")
    }

    @Test(
        "Numbers count days from 1970",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("1970-12-31", 364), ("1972-02-29", 789), ("2000-03-01", 11_017),
            ("2026-03-17", 20_529), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ])
    func numbers(iso: String, number: Int64) throws {
        #expect(try day(iso).number == number)
        #expect(CivilDay(number: number).iso == iso)
    }

    @Test(
        "Which years have a 29 February",
        arguments: [
            (2024, true), (2026, false), (2000, true), (1900, false), (2100, false), (2400, true), (4, true),
            (100, false),
            (9996, true),
        ])
    func leapYears(year: Int, isLeap: Bool) throws {
        #expect((CivilDay(year: year, month: 2, day: 29) != nil) == isLeap)
        let first = try #require(CivilDay(year: year, month: 1, day: 1))
        let next = try #require(CivilDay(year: year + 1, month: 1, day: 1))
        #expect(next - first == (isLeap ? 366 : 365))
        let march = try #require(CivilDay(year: year, month: 3, day: 1))
        #expect((march - 1).components.day == (isLeap ? 29 : 28))
    }

    @Test(
        "Months later it is the same day, or the last of its month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"), ("2024-02-29", -1, "2024-01-29"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 1, "2026-06-30"),
            ("2026-03-17", 0, "2026-03-17"), ("2026-03-17", -12, "2025-03-17"), ("2026-01-01", -25, "2023-12-01"),
        ])
    func months(iso: String, months: Int, result: String) throws {
        #expect(try day(iso).adding(months: months).iso == result)
    }

    /// The week of a date is known by its Monday; years begin and end within weeks (ISO 8601).
    @Test(
        "Beginnings of week, month, quarter and year",
        arguments: [
            ("2026-03-17", "2026-03-16", "2026-03-01", "2026-01-01", "2026-01-01"),
            ("2027-01-01", "2026-12-28", "2027-01-01", "2027-01-01", "2027-01-01"),
            ("2024-12-31", "2024-12-30", "2024-12-01", "2024-10-01", "2024-01-01"),
            ("2021-01-03", "2020-12-28", "2021-01-01", "2021-01-01", "2021-01-01"),
            ("2024-02-29", "2024-02-26", "2024-02-01", "2024-01-01", "2024-01-01"),
            ("2026-06-30", "2026-06-29", "2026-06-01", "2026-04-01", "2026-01-01"),
            ("2026-11-08", "2026-11-02", "2026-11-01", "2026-10-01", "2026-01-01"),
        ])
    func beginnings(iso: String, monday: String, month: String, quarter: String, year: String) throws {
        let day = try day(iso)
        #expect(day.monday.iso == monday && day.firstOfMonth.iso == month)
        #expect(day.firstOfQuarter.iso == quarter && day.firstOfYear.iso == year)
    }

    @Test("Days up to a day, with it")
    func through() throws {
        let (from, to) = (try day("2024-02-27"), try day("2024-03-01"))
        #expect(from.through(to).map(\.iso) == ["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01"])
        #expect(Array(from.through(from)) == [from] && Array(to.through(from)).isEmpty)
        #expect(Array(from.days(2)) == [from, from + 1] && Array(from.days(-3)).isEmpty)
        #expect(to - from == 3 && from - to == -3 && to - 3 == from && from < to)
    }

    @Test(
        "Only a date of four, two and two digits is one",
        arguments: [
            "2026-3-17", "26-03-17", "2026-03-7", "02026-03-17", "2026-00-10", "2026-01-00", "2026-01-32", "2026-06-31",
            "0000-01-01", "2026-03-17 ", " 2026-03-17", "2026-03", "2026-03-17-01", "2026/03/17", "-2026-03-17",
            "+026-03-17", "２０２６-03-17", "2026–03–17", "20260317",
        ])
    func none(text: String) {
        #expect(CivilDay(iso: text) == nil)
    }

    @Test("Days of the week are read by their beginnings, from two letters on")
    func weekdayNames() {
        for weekday in Weekday.allCases {
            for length in 2...weekday.name.count {
                #expect(Weekday(String(weekday.name.prefix(length)).uppercased()) == weekday)
            }
            #expect(weekday.short == String(weekday.name.prefix(3)))
        }
        for text in ["", "m", "t", "s", "mond ay", "montag", "mondays", "1"] { #expect(Weekday(text) == nil) }
        #expect(Weekday.monday < .sunday && Weekday.allCases.map(\.rawValue) == Array(1...7))
    }

    @Test("Numbers are padded on the left, and longer ones stay")
    func pads() {
        #expect(padded(7, 2) == "07" && padded(12, 2) == "12" && padded(123, 2) == "123" && padded(0, 4) == "0000")
    }
}

@Suite("Spans of time")
struct IntervalTests {
    private func span(_ start: Int64, _ end: Int64) -> Interval { Interval(Instant(start), Instant(end)) }

    @Test("A span holds its beginning and not its end, and none is negative")
    func bounds() {
        let span = span(10, 20)
        #expect(span.contains(Instant(10)) && span.contains(Instant(19)))
        #expect(!span.contains(Instant(9)) && !span.contains(Instant(20)))
        #expect(self.span(20, 10) == self.span(20, 20) && self.span(20, 10).isEmpty && span.seconds == 10)
        #expect(!self.span(5, 5).contains(Instant(5)))
    }

    @Test(
        "What two spans share",
        arguments: [
            (10, 20, 10), (0, 5, 0), (0, 10, 0), (20, 30, 0), (0, 12, 2), (18, 40, 2), (12, 15, 3), (0, 40, 10),
            (15, 15, 0),
        ])
    func clipped(start: Int64, end: Int64, shared: Int64) {
        let (one, other) = (span(10, 20), span(start, end))
        #expect(one.clipped(to: other)?.seconds ?? 0 == shared)
        #expect(other.clipped(to: one) == one.clipped(to: other))
        #expect(one.overlaps(other) == (shared > 0) || other.isEmpty)
    }

    @Test("Lists of spans share what counting second by second gives", arguments: 0..<20)
    func overlap(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func list() -> [Interval] {
            var spans: [Interval] = []
            var at = random.number(0, 10)
            while at < 100 {
                let end = at + random.number(1, 15)
                spans.append(span(Int64(at), Int64(end)))
                at = end + random.number(0, 10)
            }
            return spans
        }
        let (one, other) = (list(), list())
        let slow = (0..<130).count { second in
            let instant = Instant(Int64(second))
            return one.contains { $0.contains(instant) } && other.contains { $0.contains(instant) }
        }
        #expect(one.overlap(with: other) == Int64(slow), "seed \(seed)")
        #expect(other.overlap(with: one) == Int64(slow), "seed \(seed)")
        #expect(one.overlap(with: one) == one.seconds && one.overlap(with: []) == 0)
    }

    @Test(
        "The days in UTC that a span meets",
        arguments: [
            (0, 1, 0...0), (0, 86_400, 0...0), (0, 86_401, 0...1), (-1, 0, -1 ... -1), (-1, 1, -1...0),
            (86_399, 86_401, 0...1), (5, 5, nil),
        ] as [(Int64, Int64, ClosedRange<Int64>?)])
    func shards(start: Int64, end: Int64, days: ClosedRange<Int64>?) {
        #expect(Shard.covering(span(start, end)) == days)
        #expect(Shard(containing: Instant(start)).interval.contains(Instant(start)))
    }

    @Test("Time is summed by how sure it is")
    func spent() {
        let segments = [
            Segment(interval: span(0, 10), grade: .sure, layer: .stated, row: 1),
            Segment(interval: span(10, 30), grade: .likely, layer: .met, row: 2),
            Segment(interval: span(30, 60), grade: .possible, layer: .point, row: 3),
        ]
        #expect(segments.spent(in: span(0, 60)) == Spent(sure: 10, likely: 20, possible: 30))
        #expect(segments.spent(in: span(5, 35)) == Spent(sure: 5, likely: 20, possible: 5))
        let spent = Spent(sure: 10, likely: 20, possible: 30)
        #expect(spent.low == 10 && spent.seconds == 30 && spent.high == 60)
        #expect(spent - spent == .zero && spent + .zero == spent)
        #expect(Spent(.likely, 7) == Spent(likely: 7) && Spent(.possible, 7) == Spent(possible: 7))
    }
}
