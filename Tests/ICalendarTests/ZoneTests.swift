import Foundation
import LedgerModel
import Testing

@testable import ICalendar

@Suite struct ZoneTests {
    static let berlin = """
        BEGIN:VTIMEZONE
        TZID:Somewhere
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        """

    private func zone(_ text: String, until: String = "20280101") throws -> Zone {
        let file = CalendarFile(parsing: Array(text.utf8))
        let component = try #require(file.zones["Somewhere"])
        let changes = try #require(component.transitions(before: CalendarTime(until)?.local ?? 0))
        return Zone(name: "x", initial: changes.initial, transitions: changes.times, offsets: changes.offsets)
    }

    @Test func `an embedded zone changes when the zone of the database does`() throws {
        let data = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Berlin"))
        let known = try #require(ZoneFile.parse(Array(data), name: "Europe/Berlin"))
        let own = try zone(Self.berlin)
        // Berlin keeps this rule since 1996.
        var second: Int64 = 820_454_400
        while second < 1_798_761_600 {
            #expect(own.offset(at: Instant(second)) == known.offset(at: Instant(second)), "\(second)")
            second += 7200 * 7
        }
        let spring = Instant(1_774_746_000)  // 2026-03-29T01:00:00Z
        #expect(own.offset(at: spring - 1) == 3600 && own.offset(at: spring) == 7200)
    }

    @Test func `RDATE, UNTIL in UTC and a part without rule are understood`() throws {
        let zone = try zone(
            """
            BEGIN:VTIMEZONE
            TZID:Somewhere
            BEGIN:STANDARD
            DTSTART:20200101T000000
            TZOFFSETFROM:+0500
            TZOFFSETTO:+0600
            RDATE:20260317T000000
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20210601T000000
            TZOFFSETFROM:+0600
            TZOFFSETTO:+0500
            RRULE:FREQ=YEARLY;BYMONTH=6;UNTIL=20220531T180000Z
            END:DAYLIGHT
            END:VTIMEZONE
            """)
        func offset(_ text: String) -> Int64 { zone.offset(at: Instant(CalendarTime(text)?.local ?? 0)) / 3600 }
        #expect(offset("20191231") == 5 && offset("20200102") == 6 && offset("20210602") == 5)
        #expect(offset("20230101") == 5 && offset("20260316") == 5 && offset("20260318") == 6)
    }

    @Test func `broken parts are told by line and left out`() {
        let text = """
            BEGIN:VTIMEZONE
            TZID:Somewhere
            BEGIN:STANDARD
            DTSTART:18500101T000000
            TZOFFSETFROM:+5744
            TZOFFSETTO:+5744
            END:STANDARD
            END:VTIMEZONE
            """
        let file = CalendarFile(parsing: Array(text.utf8))
        #expect(file.problems.map(\.line) == [3])
        #expect(file.zones["Somewhere"]?.transitions(before: 0) == nil)
    }

    @Test(.enabled(if: SharedData.isReachable, "the shared data is not here"))
    func `every Windows name has the zone that the CLDR gives it`() throws {
        let path = try #require(SharedData.path("calendars/windowsZones.json"))
        let table = try JSONDecoder().decode(
            [String: [String: [String]]].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(table.count > 230)
        for (name, zones) in table {
            #expect(ZoneNames.candidates(name).first == zones["iana"]?.first, "\(name)")
            let found = ZoneNames.candidates("\"\(name)\"").contains {
                FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/" + $0)
            }
            #expect(found, "\(name)")
        }
    }

    @Test(arguments: [
        ("Europe/Berlin", "Europe/Berlin"), ("/Europe/Stockholm", "Europe/Stockholm"),
        ("TZID=Europe/Paris", "Europe/Paris"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("/mozilla.org/20070129_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("posix/Europe/Vaduz", "Europe/Vaduz"), ("w. europe standard time", "Europe/Berlin"),
        ("(UTC+02:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "Europe/Kiev"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("Amsterdam, Belgrade, Berlin, Brussels, Budapest", "Europe/Berlin"), ("Etc/GMT+5", "Etc/GMT+5"),
        ("GMT", "Etc/UTC"),
    ])
    func `names that calendars write lead to a zone`(id: String, name: String) {
        #expect(ZoneNames.candidates(id).contains(name))
    }

    @Test(arguments: ["../../etc/passwd", "/etc/./passwd", "a\u{0}b", "", " ", "é", String(repeating: "A", count: 100)])
    func `no name leads out of the zone folder`(id: String) {
        #expect(
            ZoneNames.candidates(id).allSatisfy {
                !$0.contains(".") && !$0.contains("\u{0}") && !$0.hasPrefix("/") && !$0.isEmpty
            })
    }

    @Test(arguments: [
        ("UTC+01", 3600), ("UTC-0530", -19_800), ("GMT+5:45", 20_700), ("(UTC+05:30) Nowhere", 19_800), ("(GMT) X", 0),
        ("UTC", 0),
    ])
    func `an offset in a name is read`(id: String, offset: Int32) { #expect(ZoneNames.fixedOffset(id) == offset) }

    @Test(arguments: [
        "UTC+25", "UTC+1:99", "EST", "UTC+", "UTC+01:00:00", "GMT +0100 (Standard) / GMT +0200 (Daylight)",
    ])
    func `what states no offset has none`(id: String) { #expect(ZoneNames.fixedOffset(id) == nil) }
}
