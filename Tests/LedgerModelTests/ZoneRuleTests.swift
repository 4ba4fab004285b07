import TestSupport
import Testing

@testable import LedgerModel

@Suite("Zones: rules and files")
struct ZoneRuleTests {
    private func moment(_ text: String) throws -> Instant { try SpokenTime.exact(text) }

    /// Each rule with a moment just before a change and that of the change, and the offsets then; as POSIX.1-2017
    /// (chapter 8.3) and RFC 8536 (section 3.3.1) describe them.
    @Test(
        "A rule changes to the second",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", 3_600, 7_200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", 7_200, 3_600),
            ("NST3:30NDT,M3.2.0,M11.1.0", "2026-03-08T05:30:00Z", -12_600, -9_000),
            ("NST3:30NDT,M3.2.0,M11.1.0", "2026-11-01T04:30:00Z", -9_000, -12_600),
            // South of the equator summer lies around the end of the year.
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-04-04T16:00:00Z", 39_600, 36_000),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-10-03T16:00:00Z", 36_000, 39_600),
            // Half an hour of summer time.
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-04-04T15:00:00Z", 39_600, 37_800),
            // Days by number: J60 is 1 March in every year, 60 is 1 March but 29 February in leap years.
            ("AAA0BBB,J60/0,J300", "2026-03-01T00:00:00Z", 0, 3_600),
            ("AAA0BBB,J60/0,J300", "2024-03-01T00:00:00Z", 0, 3_600),
            ("AAA0BBB,60/0,300", "2026-03-02T00:00:00Z", 0, 3_600),
            ("AAA0BBB,60/0,300", "2024-03-01T00:00:00Z", 0, 3_600),
            // Times before midnight and beyond the day (Nuuk, and a made-up one).
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -7_200, -3_600),
            ("AAA0BBB,M3.5.0/26,M10.5.0", "2026-03-30T02:00:00Z", 0, 3_600),
            // Daylight time that is an offset of its own.
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-03-29T01:00:00Z", 0, 3_600),
        ])
    func changes(rule: String, change: String, before: Int32, after: Int32) throws {
        let rule = try #require(PosixRule(rule))
        let second = try moment(change).seconds
        #expect(rule.offset(at: second - 1) == before && rule.offset(at: second) == after)
    }

    @Test(
        "Rules that never change",
        arguments: [
            ("UTC0", 0), ("<+0545>-5:45", 20_700), ("EST5", -18_000), ("AAA-5:30:15", 19_815), ("XYZ+3", -10_800),
        ])
    func fixed(rule: String, offset: Int32) throws {
        let rule = try #require(PosixRule(rule))
        for second in [Int64(0), 1_773_748_800, 4_102_444_800, -62_135_596_800] {
            #expect(rule.offset(at: second) == offset)
        }
    }

    @Test(
        "What is no rule is none",
        arguments: [
            "", "A0", "AB1", "CET", "CET-", "CET-1CEST", "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M13.1.0,M10.5.0",
            "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,366,1",
            "CET-1CEST,M3.5.0,M10.5.0/", "CET-1CEST,M3.5.0,M10.5.0/3x", "<>0", "<abc",
            "CET-1:CEST,M3.5.0,M10.5.0",
            "1CET", "CET-1C,M3.5.0,M10.5.0",
        ])
    func none(rule: String) { #expect(PosixRule(rule) == nil) }

    @Test(
        "What a clock in a zone shows",
        arguments: [
            (OddZones.kathmandu, "2026-03-17T20:00:00Z", "2026-03-18T01:45:00+05:45", "1:45"),
            (OddZones.stJohns, "2026-03-17T02:29:59Z", "2026-03-16T23:59:59-02:30", "23:59"),
            (OddZones.stJohns, "2026-01-17T12:00:00Z", "2026-01-17T08:30:00-03:30", "8:30"),
            (FixedWorld.berlin, "2026-12-31T23:00:00Z", "2027-01-01T00:00:00+01:00", "0:00"),
            (.utc, "2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z", "23:59"),
            (.fixed(-1_800), "2026-03-01T00:15:00Z", "2026-02-28T23:45:00-00:30", "23:45"),
        ])
    func walls(zone: Zone, instant: String, wall: String, clock: String) throws {
        let instant = try moment(instant)
        let civil = zone.civil(instant)
        #expect(civil.rfc3339 == wall && civil.clock == clock)
        #expect(civil.paddedClock == padded(civil.hour, 2) + ":" + padded(civil.minute, 2))
        #expect(try moment(civil.rfc3339) == instant)
        #expect(zone.instant(civil.day, seconds: Int64(civil.secondOfDay)) == instant)
    }

    @Test("Zones that never change are called by their offset")
    func fixedNames() {
        #expect(
            Zone.fixed(0) == .utc && Zone.fixed(20_700).name == "UTC+05:45" && Zone.fixed(-1_800).name == "UTC-00:30")
        #expect(offsetText(0) == "+00:00" && offsetText(50_400) == "+14:00")
    }

    // MARK: Files

    /// A compiled zone (RFC 8536, section 3): changes at 1000 to +1 h and at 2000 to −30 min, before them local mean
    /// time of 53:28 minutes; in the second block, which knows later moments, at 3000000000 to +2 h as well.
    private func file(version: UInt8, footer: String = "\n<+03>-3\n", drop: Int = 0) -> [UInt8] {
        func big(_ number: Int64, _ width: Int) -> [UInt8] {
            (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
        func block(_ size: Int, _ changes: [(Int64, UInt8)]) -> [UInt8] {
            let types: [Int64] = [3_208, 3_600, -1_800, 7_200]
            var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
            for count in [0, 0, 0, changes.count, types.count, 4] { bytes += big(Int64(count), 4) }
            for (time, _) in changes { bytes += big(time, size) }
            bytes += changes.map(\.1)
            for offset in types { bytes += big(offset, 4) + [0, 0] }
            return bytes + Array("LMT\0".utf8)
        }
        var bytes = block(4, [(1_000, 1), (2_000, 2)])
        if version > 0 { bytes += block(8, [(1_000, 1), (2_000, 2), (3_000_000_000, 3)]) + Array(footer.utf8) }
        return bytes.dropLast(drop)
    }

    private func offsets(_ zone: Zone) -> [Int64] {
        [-5, 999, 1_000, 1_999, 2_000, 2_999_999_999, 3_000_000_000].map { zone.offset(at: Instant($0)) }
    }

    @Test("A file of the first version, and of later ones with what they know beyond it")
    func files() throws {
        let old = try #require(ZoneFile.parse(file(version: 0), name: "Old"))
        #expect(offsets(old) == [3_208, 3_208, 3_600, 3_600, -1_800, -1_800, -1_800] && old.name == "Old")
        let ruled = try #require(ZoneFile.parse(file(version: 0x32), name: "New"))
        // After the last change the rule at the end holds.
        #expect(offsets(ruled) == [3_208, 3_208, 3_600, 3_600, -1_800, -1_800, 10_800])
        let plain = try #require(ZoneFile.parse(file(version: 0x32, footer: "\n\n"), name: "New"))
        #expect(offsets(plain) == [3_208, 3_208, 3_600, 3_600, -1_800, -1_800, 7_200])
        #expect(old.fingerprint != ruled.fingerprint && ruled.fingerprint != plain.fingerprint)
        #expect(ZoneFile.parse(file(version: 0x32), name: "Other")?.fingerprint == ruled.fingerprint)
    }

    @Test("A file that is cut, or says what cannot be, is none, and nothing is read beyond its end")
    func broken() {
        let whole = file(version: 0x32, footer: "")
        for length in 0..<whole.count {
            #expect(ZoneFile.parse(Array(whole[..<length]), name: "x") == nil, "\(length)")
        }
        #expect(ZoneFile.parse(whole, name: "x") != nil)
        func changed(_ place: Int, _ byte: UInt8) -> Zone? {
            var bytes = file(version: 0)
            bytes[place] = byte
            return ZoneFile.parse(bytes, name: "x")
        }
        // Another mark, no types, more of them than there are, a change to a type that is not there, changes out of order.
        #expect(changed(0, 0x74) == nil && changed(39, 0) == nil && changed(39, 200) == nil && changed(36, 0xff) == nil)
        #expect(changed(52, 4) == nil && changed(46, 0xff) == nil)
        // An offset of days.
        #expect(changed(55, 0x7f) == nil)
    }
}

@Suite("Where the person was")
struct ZoneHistoryTests {
    @Test("Each zone holds from its day on, the first one before it too, in whatever order they are given")
    func order() throws {
        let (march, may) = (FixedWorld.day, FixedWorld.day + 60)
        let history = ZoneHistory([(may, OddZones.stJohns), (march, OddZones.kathmandu)])
        #expect(history.zone(on: march - 400).name == "Asia/Kathmandu")
        #expect(history.zone(on: march).name == "Asia/Kathmandu" && history.zone(on: may - 1).name == "Asia/Kathmandu")
        #expect(history.zone(on: may).name == "America/St_Johns")
        #expect(ZoneHistory([]).zone(on: march) == .utc)
        #expect(history == ZoneHistory([(march, OddZones.kathmandu), (may, OddZones.stJohns)]))
        #expect(history != ZoneHistory(OddZones.kathmandu))
    }

    @Test("A move from Kathmandu to St. John’s makes its day 8 hours 15 minutes longer, and back as much shorter")
    func moves() throws {
        // 5:45 ahead and 2:30 behind UTC.
        let (there, back) = (FixedWorld.day, FixedWorld.day + 7)
        let history = ZoneHistory([(.first, OddZones.kathmandu), (there, OddZones.stJohns), (back, OddZones.kathmandu)])
        #expect(history.interval(of: there - 1).seconds == 86_400 + 29_700)
        #expect(history.interval(of: there).seconds == 86_400)
        #expect(history.interval(of: back - 1).seconds == 86_400 - 29_700)
        let start = history.start(of: there)
        #expect(Zone.utc.civil(start).rfc3339 == "2026-03-17T02:30:00Z")
        #expect(history.day(of: start) == there && history.day(of: start - 1) == there - 1)
        #expect(history.civil(start).clock == "0:00" && history.zone(at: start - 1).name == "Asia/Kathmandu")
        // 18 March has begun in Kathmandu, but the person was there until midnight in St. John’s.
        #expect(history.civil(start - 60).rfc3339 == "2026-03-17T08:14:00+05:45")
    }
}
