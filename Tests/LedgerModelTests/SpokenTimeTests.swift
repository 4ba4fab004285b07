import LedgerModel
import TestSupport
import Testing

/// Zones that differ from UTC by other than whole hours, with the rules that the database of time zones gives them
/// for 2026 (tzdata, files `northamerica` and `asia`).
enum OddZones {
    /// 3:30 behind UTC, 2:30 in summer: from 8 March to 1 November in 2026.
    static let stJohns = Zone(
        name: "America/St_Johns", initial: -12_600, tail: PosixRule("NST3:30NDT,M3.2.0,M11.1.0"))
    /// 5:45 ahead of UTC all year.
    static let kathmandu = Zone(name: "Asia/Kathmandu", initial: 20_700, tail: PosixRule("<+0545>-5:45"))
}

/// The right moments were worked out by hand: the time on the wall less the offset of the zone on that day.
@Suite("Times as people say them, in zones that are not UTC")
struct SpokenTimeTests {
    private func spoken(_ now: String, _ zone: Zone) throws -> SpokenTime {
        SpokenTime(now: try SpokenTime.exact(now), zones: ZoneHistory(zone))
    }

    private func expect(_ text: String, at now: String, in zone: Zone, is moment: String) throws {
        let read = try spoken(now, zone).parse(text)
        #expect(Zone.utc.civil(read).rfc3339 == moment, "\(text) in \(zone.name) at \(now)")
    }

    @Test(
        "Every form, on Tuesday 17 March 2026 at 9:30 in St. John’s (2:30 behind UTC)",
        arguments: [
            ("now", "2026-03-17T12:00:00Z"), (" NOW ", "2026-03-17T12:00:00Z"), ("9:00", "2026-03-17T11:30:00Z"),
            ("9:30:15", "2026-03-17T12:00:15Z"), ("at 9:00", "2026-03-17T11:30:00Z"), ("5pm", "2026-03-17T19:30:00Z"),
            ("5 pm", "2026-03-17T19:30:00Z"), ("5:45PM", "2026-03-17T20:15:00Z"), ("12am", "2026-03-17T02:30:00Z"),
            ("noon", "2026-03-17T14:30:00Z"), ("midnight", "2026-03-17T02:30:00Z"),
            ("-20m", "2026-03-17T11:40:00Z"), ("-1h30m", "2026-03-17T10:30:00Z"),
            ("20 min ago", "2026-03-17T11:40:00Z"),
            ("1.5h ago", "2026-03-17T10:30:00Z"), ("-1:30", "2026-03-17T10:30:00Z"), ("-2d", "2026-03-15T12:00:00Z"),
            ("today 9:00", "2026-03-17T11:30:00Z"), ("tomorrow 8:00", "2026-03-18T10:30:00Z"),
            ("yesterday 17:45", "2026-03-16T20:15:00Z"), ("yesterday at 17:45", "2026-03-16T20:15:00Z"),
            ("17:45 yesterday", "2026-03-16T20:15:00Z"), ("yesterday noon", "2026-03-16T14:30:00Z"),
            // A day alone is this time of that day.
            ("yesterday", "2026-03-16T12:00:00Z"), ("thu", "2026-03-12T12:00:00Z"),
            ("2026-03-10", "2026-03-10T12:00:00Z"),
            ("mon 5pm", "2026-03-16T19:30:00Z"), ("monday 9:00", "2026-03-16T11:30:00Z"),
            ("last monday 9:00", "2026-03-16T11:30:00Z"), ("9:00 sun", "2026-03-15T11:30:00Z"),
            ("tuesday 9:00", "2026-03-17T11:30:00Z"), ("wed 9:00", "2026-03-11T11:30:00Z"),
            ("sat 12:15am", "2026-03-14T02:45:00Z"),
            ("2026-03-10 9:30", "2026-03-10T12:00:00Z"), ("2026-03-10T09:30", "2026-03-10T12:00:00Z"),
            ("9:30 2026-03-10", "2026-03-10T12:00:00Z"), ("2026-03-10 17:45:30", "2026-03-10T20:15:30Z"),
            ("2026-03-10T09:30:00Z", "2026-03-10T09:30:00Z"), ("2026-03-10T09:30:00+05:45", "2026-03-10T03:45:00Z"),
            ("2026-03-10 09:30:00-02:30", "2026-03-10T12:00:00Z"), ("2024-02-29 9:00", "2024-02-29T12:30:00Z"),
        ])
    func forms(text: String, moment: String) throws {
        try expect(text, at: "2026-03-17T12:00:00Z", in: OddZones.stJohns, is: moment)
    }

    @Test(
        "In Berlin on the days on which clocks change",
        arguments: [
            // 29 March 2026, 12:00 in summer time; from 2:00 to 3:00 there is no time, and it is read as winter time.
            ("2026-03-29T10:00:00Z", "1:59", "2026-03-29T00:59:00Z"),
            ("2026-03-29T10:00:00Z", "2:30", "2026-03-29T01:30:00Z"),
            ("2026-03-29T10:00:00Z", "3:00", "2026-03-29T01:00:00Z"),
            ("2026-03-29T10:00:00Z", "midnight", "2026-03-28T23:00:00Z"),
            ("2026-03-29T10:00:00Z", "yesterday", "2026-03-28T11:00:00Z"),
            ("2026-03-29T10:00:00Z", "yesterday 12:00", "2026-03-28T11:00:00Z"),
            ("2026-03-29T10:00:00Z", "-12h", "2026-03-28T22:00:00Z"),
            ("2026-03-29T10:00:00Z", "-1d", "2026-03-28T10:00:00Z"),
            ("2026-03-29T10:00:00Z", "mon 9:00", "2026-03-23T08:00:00Z"),
            ("2026-03-29T10:00:00Z", "sun 23:00", "2026-03-29T21:00:00Z"),
            ("2026-03-29T10:00:00Z", "tomorrow 9:00", "2026-03-30T07:00:00Z"),
            // 25 October 2026, 13:00 in winter time; 2:30 comes twice and means the first.
            ("2026-10-25T12:00:00Z", "1:59", "2026-10-24T23:59:00Z"),
            ("2026-10-25T12:00:00Z", "2:30", "2026-10-25T00:30:00Z"),
            ("2026-10-25T12:00:00Z", "3:00", "2026-10-25T02:00:00Z"),
            ("2026-10-25T12:00:00Z", "yesterday 13:00", "2026-10-24T11:00:00Z"),
            ("2026-10-25T12:00:00Z", "-24h", "2026-10-24T12:00:00Z"),
        ])
    func changes(now: String, text: String, moment: String) throws {
        try expect(text, at: now, in: FixedWorld.berlin, is: moment)
    }

    @Test(
        "In St. John’s, where an hour is skipped on 8 March and comes twice on 1 November",
        arguments: [
            ("2026-03-07 9:00", "2026-03-07T12:30:00Z"), ("2026-03-08 1:59", "2026-03-08T05:29:00Z"),
            ("2026-03-08 2:30", "2026-03-08T06:00:00Z"), ("2026-03-08 3:00", "2026-03-08T05:30:00Z"),
            ("2026-11-01 0:59", "2026-11-01T03:29:00Z"), ("2026-11-01 1:30", "2026-11-01T04:00:00Z"),
            ("2026-11-01 2:00", "2026-11-01T05:30:00Z"),
        ])
    func halfHours(text: String, moment: String) throws {
        try expect(text, at: "2026-12-01T12:00:00Z", in: OddZones.stJohns, is: moment)
    }

    @Test(
        "In Kathmandu, where it is another day already",
        arguments: [
            // 17 March, 17:45 there.
            ("2026-03-17T12:00:00Z", "9:00", "2026-03-17T03:15:00Z"),
            ("2026-03-17T12:00:00Z", "midnight", "2026-03-16T18:15:00Z"),
            ("2026-03-17T12:00:00Z", "mon 0:00", "2026-03-15T18:15:00Z"),
            ("2026-03-17T12:00:00Z", "2026-03-01 0:00", "2026-02-28T18:15:00Z"),
            ("2026-03-17T12:00:00Z", "2024-03-01 0:00", "2024-02-29T18:15:00Z"),
            // 18 March, 1:45 there, and still the 17th in UTC.
            ("2026-03-17T20:00:00Z", "today 0:00", "2026-03-17T18:15:00Z"),
            ("2026-03-17T20:00:00Z", "yesterday", "2026-03-16T20:00:00Z"),
            ("2026-03-17T20:00:00Z", "wed 1:00", "2026-03-17T19:15:00Z"),
            ("2026-03-17T20:00:00Z", "tue 1:00", "2026-03-16T19:15:00Z"),
        ])
    func anotherDay(now: String, text: String, moment: String) throws {
        try expect(text, at: now, in: OddZones.kathmandu, is: moment)
    }

    @Test("A time alone is of the day that is given, in the zone of that day")
    func givenDay() throws {
        // From Berlin to Kathmandu on 10 March.
        let move = try #require(CivilDay(iso: "2026-03-10"))
        let zones = ZoneHistory([(.first, FixedWorld.berlin), (move, OddZones.kathmandu)])
        func read(_ text: String, _ day: String) throws -> String {
            let spoken = SpokenTime(now: FixedWorld.now, zones: zones, day: CivilDay(iso: day))
            return Zone.utc.civil(try spoken.parse(text)).rfc3339
        }
        #expect(try read("9:15", "2026-03-09") == "2026-03-09T08:15:00Z")
        #expect(try read("9:15", "2026-03-10") == "2026-03-10T03:30:00Z")
        // Words for days are of today, whatever day is given.
        #expect(try read("yesterday 9:15", "2026-03-09") == "2026-03-16T03:30:00Z")
        #expect(try read("2026-03-01 9:15", "2026-03-10") == "2026-03-01T08:15:00Z")
    }

    @Test(
        "What is no time is refused, and quoted",
        arguments: [
            "", " ", "9", "930", "9 30", "24:00", "9:60", "9:30:60", "13pm", "0am", "9:", ":30", "1:2:3:4", "-9:30pm",
            "yesterday yesterday", "9:30 9:30", "monday 25:00", "m 9:00", "t", "someday 9:00", "2026-02-29 9:00",
            "2100-02-29 9:00", "2026-13-01 9:00", "9:30 at yesterday morning", "ago", "x ago", "-",
            "٩:٣٠", "2026-03-10T", "2026-03-10T25:00:00Z", "2026-03-10T09:30:00+99:00", "2026-03-10T09:30:00+24:00",
            "2026-03-10T09:30:00+01:60", "2026-03-10T09:30:00+1:00", "2026-03-10T09:30:00+01",
        ])
    func refused(text: String) throws {
        let error = #expect(throws: LedgerError.self) {
            try spoken("2026-03-17T12:00:00Z", FixedWorld.berlin).parse(text)
        }
        #expect(error?.code == .badTime)
        #expect(error?.message.contains("“\(text)”") == true)
        #expect(error?.hint.isEmpty == false)
    }

    @Test("Of a text without end only its beginning is quoted")
    func quoted() throws {
        let error = #expect(throws: LedgerError.self) {
            try spoken("2026-03-17T12:00:00Z", .utc).parse(String(repeating: "x", count: 10_000))
        }
        #expect(error.map { $0.message.count < 120 } == true)
    }

    @Test(
        "Clocks, in seconds after midnight",
        arguments: [
            ("0:00", 0), ("00:00", 0), ("9:05", 32_700), ("09:05", 32_700), ("23:59:59", 86_399), ("12am", 0),
            ("12:30am", 1_800), ("1am", 3_600), ("12pm", 43_200), ("12:30pm", 45_000), ("11:59:59pm", 86_399),
            ("noon", 43_200), ("midnight", 0), ("24:00", nil), ("13pm", nil), ("0pm", nil), ("9", nil), ("am", nil),
            ("123:00", nil), ("-1:00", nil), ("+1:00", nil), ("1:+5", nil), ("", nil),
        ] as [(String, Int64?)])
    func clock(text: String, seconds: Int64?) {
        #expect(SpokenTime.clock(text) == seconds)
    }

    @Test(
        "Moments of RFC 3339, section 5.8 and beyond",
        arguments: [
            ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50Z"), ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
            ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27Z"), ("2026-03-17t12:00:00z", "2026-03-17T12:00:00Z"),
            ("2026-03-17 12:00:00Z", "2026-03-17T12:00:00Z"), ("2026-03-17T12:00Z", "2026-03-17T12:00:00Z"),
            ("2026-03-17T12:00:00+0545", "2026-03-17T06:15:00Z"), ("2026-03-17T12:00:00-23:59", "2026-03-18T11:59:00Z"),
            ("2026-03-17T12:00:00-00:00", "2026-03-17T12:00:00Z"), ("2024-02-29T23:59:59.999Z", "2024-02-29T23:59:59Z"),
            ("1969-12-31T23:59:59.9Z", "1969-12-31T23:59:59Z"),
        ])
    func exact(text: String, moment: String) throws {
        #expect(Zone.utc.civil(try SpokenTime.exact(text)).rfc3339 == moment)
    }

    @Test(
        "What is no moment is none",
        arguments: [
            "", "now", "12:00", "2026-03-17", "2026-03-17T12:00:00", "2026-02-29T12:00:00Z", "2026-03-17T24:00:00Z",
            "2026-03-17X12:00:00Z", "2026-03-17T12:00:00+24:00", "2026-03-17T12:00:00+00:60", "2026-03-17T12:00:00ZZ",
            "2026-03-17T12:00:00+0100+0100", "é026-03-17T12:00:00Z", "2026-03-17T1é:00:00Z",
        ])
    func notExact(text: String) {
        #expect(throws: LedgerError.self) { try SpokenTime.exact(text) }
    }

    @Test(
        "A day as it is typed",
        arguments: [
            ("today", "2026-03-17"), ("Yesterday", "2026-03-16"), ("tomorrow", "2026-03-18"), ("tue", "2026-03-17"),
            ("monday", "2026-03-16"), ("wed", "2026-03-11"), ("SU", "2026-03-15"), (" 2026-03-01 ", "2026-03-01"),
        ])
    func day(text: String, day: String) throws {
        let spoken = SpokenTime(now: FixedWorld.now, zones: ZoneHistory(FixedWorld.berlin))
        #expect(try spoken.readDay(text).iso == day)
        #expect(throws: LedgerError.self) { try spoken.readDay(text + "x") }
    }
}

@Suite("Lengths of time as people write them")
struct SpokenDurationTests {
    @Test(
        "Every unit, alone and with others",
        arguments: [
            ("30s", 30), ("1 sec", 1), ("2 seconds", 2), ("90m", 5_400), ("1 minute", 60), ("45 mins", 2_700),
            ("2h", 7_200), ("1hr", 3_600), ("3 hrs", 10_800), ("1d", 86_400), ("2 days", 172_800), ("1w", 604_800),
            ("2 weeks", 1_209_600), ("1h30m", 5_400), ("1 h 30 min", 5_400), ("1d2h3m4s", 93_784), ("1H30M", 5_400),
            ("1.25h", 4_500), (".5h", 1_800), ("0.1m", 6), ("0m", 0), ("1:30", 5_400), ("0:05", 300),
            ("100:00", 360_000),
            ("365d", 31_536_000), ("1m1m", 120),
        ])
    func read(text: String, seconds: Int64) {
        #expect(SpokenDuration.parse(text) == seconds)
    }

    @Test(
        "What has no unit, a sign or more than a year is none",
        arguments: [
            "90", "h", "1 fortnight", "1..5h", "1,500h", "1h90", "1h3m5", "366d", "53w", "99999999999999999999h",
            "1:60", "1:5:5",
            "1000:00", ":30", "1:", "-30m", "+30m", "-0:30", "+1:30", "1:+30", "1:-0", "1h-5m", "½h", "٣m", "1e3s",
            "infs",
        ])
    func none(text: String) {
        #expect(SpokenDuration.parse(text) == nil)
    }

    @Test(
        "A length is said in hours and minutes, the nearest",
        arguments: [
            (0, "0 s"), (-5, "0 s"), (59, "59 s"), (60, "1 min"), (89, "1 min"), (90, "2 min"), (3_569, "59 min"),
            (3_570, "1 h"), (3_600, "1 h"), (4_200, "1 h 10 min"), (7_200, "2 h"), (86_400, "24 h"),
            (90_061, "25 h 1 min"),
        ])
    func said(seconds: Int64, text: String) {
        #expect(SpokenDuration.text(seconds) == text)
    }

    @Test("What is said reads back, to the minute")
    func roundTrip() {
        for minutes in Int64(0)...3_000 {
            #expect(SpokenDuration.parse(SpokenDuration.text(minutes * 60)) == minutes * 60)
        }
    }
}
