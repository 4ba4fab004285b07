import LedgerModel
import TestSupport
import Testing

@Suite("Civil days and zones")
struct TimeTests {
    @Test("Days and dates map onto each other over four centuries")
    func roundTrip() {
        for number in stride(from: Int64(-60_000), through: 90_000, by: 37) {
            let day = CivilDay(number: number)
            #expect(CivilDay(iso: day.iso) == day)
        }
        #expect(CivilDay(iso: "1970-01-01")?.number == 0)
        #expect(CivilDay(iso: "2000-02-29") != nil)
        #expect(FixedWorld.day.weekday == .tuesday)
    }

    @Test(
        "A date that cannot be is none",
        arguments: ["2026-02-29", "2026-13-01", "2026-04-31", "26-03-17", "2026-3-17", ""])
    func impossible(text: String) {
        #expect(CivilDay(iso: text) == nil)
    }

    @Test(
        "Berlin changes its clocks on the last Sundays of March and October",
        arguments: [
            ("2026-03-28", 86_400), ("2026-03-29", 82_800), ("2026-10-25", 90_000), ("2026-10-26", 86_400),
        ])
    func dayLengths(day: String, seconds: Int64) throws {
        let zones = ZoneHistory(FixedWorld.berlin)
        #expect(zones.interval(of: try #require(CivilDay(iso: day))).seconds == seconds)
    }

    @Test("A time that clocks skip is read with the offset before the gap, one shown twice means the first")
    func gapAndOverlap() throws {
        let spring = try #require(CivilDay(iso: "2026-03-29"))
        #expect(FixedWorld.berlin.instant(spring, seconds: 9000) == Instant(spring.number * 86_400 + 9000 - 3600))
        let autumn = try #require(CivilDay(iso: "2026-10-25"))
        #expect(FixedWorld.berlin.instant(autumn, seconds: 9000) == Instant(autumn.number * 86_400 + 9000 - 7200))
    }

    @Test("A move makes one day longer, and every instant belongs to one day")
    func move() throws {
        let arrival = try #require(CivilDay(iso: "2026-03-17"))
        let zones = ZoneHistory([(CivilDay(number: 0), FixedWorld.berlin), (arrival, FixedWorld.newYork)])
        #expect(zones.interval(of: arrival - 1).seconds == 86_400 + 5 * 3600)
        for hour in 0..<72 {
            let instant = zones.start(of: arrival - 1) + Int64(hour) * 3600
            let day = zones.day(of: instant)
            #expect(zones.interval(of: day).contains(instant))
        }
    }

    @Test("Ids are read back as they are written", arguments: ["", "a", "sha", "UID/20260317T080000Z"])
    func ids(external: String) {
        let id = PublicID(.commit, external)
        #expect(id.description.count == 17)
        #expect(PublicID(id.description) == id)
        #expect(PublicID(.event, external) != id)
    }

    @Test("ULIDs sort by time")
    func ulids() {
        var random = SeededGenerator(seed: 3)
        let early = ULID(at: FixedWorld.now, using: &random)
        let late = ULID(at: FixedWorld.now + 1, using: &random)
        #expect(early < late && early.text.count == 26, "seed 3")
    }
}

@Suite("Times, lengths and periods as people say them")
struct WordsTests {
    let spoken = SpokenTime(now: FixedWorld.now, zones: ZoneHistory(FixedWorld.berlin))

    @Test(
        "Times",
        arguments: [
            ("9:30", "2026-03-17", "9:30"), ("yesterday 17:45", "2026-03-16", "17:45"), ("-20m", "2026-03-17", "12:40"),
            ("mon 14:00", "2026-03-16", "14:00"), ("17:45 yesterday", "2026-03-16", "17:45"),
            ("5pm", "2026-03-17", "17:00"),
            ("2026-03-10 8:05", "2026-03-10", "8:05"), ("2026-03-10T08:05", "2026-03-10", "8:05"),
            ("2026-03-10T08:05:00Z", "2026-03-10", "9:05"), ("90 minutes ago", "2026-03-17", "11:30"),
            ("tuesday 9:00", "2026-03-17", "9:00"), ("noon", "2026-03-17", "12:00"),
        ])
    func times(text: String, day: String, clock: String) throws {
        #expect(try spoken.parse(text) == FixedWorld.at(day, clock))
    }

    @Test(
        "What is no time is refused with examples",
        arguments: ["", "soon", "9", "-x", "mon" + "day9"])
    func noTimes(text: String) {
        let error = #expect(throws: LedgerError.self) { try spoken.parse(text) }
        #expect(error?.code == .badTime)
        #expect(error?.hint.description == "Write for example \(SpokenTime.examples).")
    }

    @Test(
        "Lengths",
        arguments: [
            ("90m", 5400), ("1h30m", 5400), ("1.5h", 5400), ("2 hours", 7200), ("1:30", 5400), ("45 min", 2700),
        ])
    func lengths(text: String, seconds: Int64) {
        #expect(SpokenDuration.parse(text) == seconds)
    }

    @Test("What is no length is none", arguments: ["", "m", "2x", "-5m", "1:75", "h1"])
    func noLengths(text: String) {
        #expect(SpokenDuration.parse(text) == nil)
    }

    @Test(
        "Periods",
        arguments: [
            ("today", "2026-03-17", "2026-03-18"), ("week", "2026-03-16", "2026-03-23"),
            ("month", "2026-03-01", "2026-04-01"),
            ("quarter", "2026-01-01", "2026-04-01"), ("2025-Q3", "2025-07-01", "2025-10-01"),
            ("2026-02", "2026-02-01", "2026-03-01"),
            ("2025", "2025-01-01", "2026-01-01"), ("90d", "2025-12-18", "2026-03-18"),
            ("year", "2026-01-01", "2027-01-01"),
        ])
    func periods(text: String, since: String, until: String) throws {
        let period = try Period(text, today: FixedWorld.day)
        #expect(period.since.iso == since && period.until.iso == until)
    }

    @Test("A query is read back as it is written")
    func queries() {
        let query = SearchQuery(
            words: ["restore", "drill"], filters: [.init(.project, "run books"), .init(.since, "2026-03-17")])
        #expect(SearchQuery(query.text) == query)
        #expect(SearchQuery("http://x y:z").words == ["http://x", "y:z"])
    }

    @Test("JSON keeps the order of keys and escapes what is not text")
    func json() {
        let json: JSON = ["b": 1, "a": ["x\u{1B}[31m\"\n", .number(0.5), nil]]
        #expect(json.text(pretty: false) == "{\"b\":1,\"a\":[\"x\\u001b[31m\\\"\\n\",0.5,null]}")
    }
}
