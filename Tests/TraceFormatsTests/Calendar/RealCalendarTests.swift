import LedgerModel
import Testing

@testable import TraceFormats

/// What calendars of real programs were read wrongly for once: versions, zones, days, and who is meant.
@Suite("Calendars as programs write them")
struct RealCalendarTests {
    private typealias Fixture = CalendarFixture

    private static let meeting = """
        ORGANIZER:mailto:ruth@example.org
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:mara@example.org
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:ruth@example.org
        """

    private func drafts(_ text: String) throws -> [EvidenceDraft] { Array(try Fixture.read(text).drafts) }

    @Test("A change without its series is known by the instant that it names, whatever zone that is told in")
    func changesAlone() throws {
        func change(_ id: String, _ start: String) -> String { "UID:u\nRECURRENCE-ID\(id)\nDTSTART\(start)\nSUMMARY:s" }
        let changes = [
            change(";TZID=Europe/Stockholm:20260914T190000", ";TZID=Europe/Stockholm:20260914T190000"),
            change(";TZID=Europe/London:20260921T180000", ";TZID=Europe/London:20260921T180000"),
            change(":20260928T170000Z", ":20260928T170000Z"),
        ]
        let ids = ["u/20260914T170000Z", "u/20260921T170000Z", "u/20260928T170000Z"]
        #expect(try drafts(Fixture.calendar(changes[0], changes[1], changes[2])).map(\.externalID) == ids)
        let master = "UID:u\nDTSTART;TZID=Europe/Stockholm:20260907T190000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:m"
        let whole = try drafts(Fixture.calendar(master, changes[0], changes[1], changes[2]))
        #expect(whole.map(\.externalID) == ["u/20260907T170000Z"] + ids)
    }

    @Test("Events of one UID that nothing orders are several; an older version of one is none")
    func oneUID() throws {
        func lesson(_ day: String, _ more: String = "") -> String {
            "UID:u\nDTSTAMP:20260801T080000Z\nDTSTART:\(day)T080000Z\nDTEND:\(day)T090000Z\nSUMMARY:Lesson\(more)"
        }
        let several = try Fixture.read(Fixture.calendar(lesson("20260914"), lesson("20260915"), lesson("20260916")))
        #expect(several.drafts.map { Fixture.utc($0.at).prefix(10) } == ["2026-09-14", "2026-09-15", "2026-09-16"])
        #expect(Set(several.drafts.map(\.externalID)).count == 3)
        #expect(several.diagnostics.list.map(\.location) == ["work.ics:3", "work.ics:10", "work.ics:17"])
        let moved = try Fixture.read(Fixture.calendar(lesson("20260915", "\nSEQUENCE:1"), lesson("20260914")))
        #expect(moved.drafts.map(\.externalID) == ["u/single"])
        #expect(moved.drafts.first.map { Fixture.utc($0.at) } == "2026-09-15T08:00:00Z")
        #expect(moved.skipped == 1)
    }

    @Test("Cancelled as Outlook marks it: a prefix in some language where others are meant, or shown as free")
    func cancelled() throws {
        func standing(_ title: String, _ more: String = Self.meeting) throws -> Standing? {
            try drafts(
                Fixture.calendar("UID:u\nDTSTART:20260914T080000Z\nDTEND:20260914T090000Z\nSUMMARY:\(title)\n\(more)")
            )
            .first?.standing
        }
        for prefix in [
            "Canceled:", "Cancelled:", "Abgesagt:", "Annulé :", "Cancelada:", "Annullato:", "Geannuleerd:", "Odwołane:",
            "Aflyst:", "Inställt:", "Avlyst:", "Peruutettu:", "Zrušeno:", "İptal edildi:", "キャンセル済み:",
        ] { #expect(try standing("\(prefix) Budget") == .cancelled, "\(prefix)") }
        #expect(try standing("Budget: canceled flights") == .accepted)
        #expect(try standing("Canceled orders: review") == .accepted)
        #expect(try standing("Canceled: gym", "") == .alone)
        #expect(try standing("Budget", "X-MICROSOFT-CDO-BUSYSTATUS:FREE\n" + Self.meeting) == .transparent)
    }

    @Test("A newer series that excepts a date beats an older change of it; at equal SEQUENCE the change stays")
    func excepted() throws {
        func master(_ sequence: Int) -> String {
            "UID:u\nDTSTART:20260907T080000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260921T080000Z\nSEQUENCE:\(sequence)\nSUMMARY:s"
        }
        let change = "UID:u\nRECURRENCE-ID:20260921T080000Z\nDTSTART:20260922T080000Z\nSEQUENCE:1\nSUMMARY:moved"
        let series = ["2026-09-07", "2026-09-14", "2026-09-28"]
        func days(_ sequence: Int) throws -> [String] {
            try drafts(Fixture.calendar(master(sequence), change)).map { String(Fixture.utc($0.at).prefix(10)) }
                .sorted()
        }
        #expect(try days(2) == series)
        #expect(try days(1) == (series + ["2026-09-22"]).sorted())
    }

    @Test("A rule that excepts takes extra dates out too")
    func exceptRule() throws {
        let event = """
            UID:u
            DTSTART:19970902T090000Z
            RDATE:19970904T090000Z,19970909T090000Z,19970911T090000Z
            EXRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TH
            SUMMARY:s
            """
        #expect(
            try drafts(Fixture.calendar(event)).map { Fixture.utc($0.at).prefix(10) } == ["1997-09-02", "1997-09-09"])
    }

    @Test(
        "Zones as Windows, Outlook and Lotus Notes name them",
        arguments: [
            ("China Standard Time 1", "2026-09-14T08:35:00Z"), ("GMT Standard Time 2", "2026-09-14T15:35:00Z"),
            ("tzone://Microsoft/Utc", "2026-09-14T16:35:00Z"), ("W. Europe", "2026-09-14T14:35:00Z"),
            ("W. Europe Daylight Time", "2026-09-14T14:35:00Z"), ("Eastern", "2026-09-14T20:35:00Z"),
            ("(GMT+01.00) Amsterdam/Berlin/Bern/Rome/Stockholm/Vienna", "2026-09-14T14:35:00Z"),
        ])
    func zones(name: String, instant: String) throws {
        let reading = try Fixture.read(Fixture.calendar("UID:u\nDTSTART;TZID=\"\(name)\":20260914T163500\nSUMMARY:s"))
        #expect(reading.drafts.first.map { Fixture.utc($0.at) } == instant)
        #expect(reading.diagnostics.list.isEmpty)
    }

    @Test("A time without a zone is in that of its calendar, and stays so when its series goes on")
    func calendarZone() throws {
        let event = "UID:u\nDTSTART:20260914T100000\nRRULE:FREQ=DAILY;COUNT=2\nSUMMARY:s"
        let text = Fixture.calendar(event).replacing(
            "VERSION:2.0\n", with: "VERSION:2.0\nX-WR-TIMEZONE:America/New_York\n")
        let reading = try Fixture.read(text)
        #expect(reading.drafts.map { Fixture.utc($0.at) } == ["2026-09-14T14:00:00Z", "2026-09-15T14:00:00Z"])
        #expect(!reading.drafts.contains { $0.flags.contains(.floating) })
        let again = try Fixture.read(try #require(reading.series.first).text)
        #expect(Array(again.drafts) == Array(reading.drafts))
    }

    @Test(
        "From midnight to midnight, to 24:00, or marked by Outlook: whole days",
        arguments: [
            (
                "DTSTART;TZID=Europe/Berlin:20260914T000000\nDTEND;TZID=Europe/Berlin:20260915T000000",
                "2026-09-13T22:00:00Z", 1
            ),
            ("DTSTART:20260915T000000\nDTEND:20260915T240000", "2026-09-14T22:00:00Z", 1),
            (
                "DTSTART:20260915T220000Z\nDTEND:20260918T220000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
                "2026-09-15T22:00:00Z", 3
            ),
        ])
    func wholeDays(times: String, start: String, days: Int64) throws {
        let draft = try #require(try drafts(Fixture.calendar("UID:u\n\(times)\nSUMMARY:Vacation")).first)
        #expect(draft.flags.isSuperset(of: [.allDay, .leave]))
        #expect(Fixture.utc(draft.at) == start)
        #expect(draft.until.map { $0 - draft.at } == days * 86_400)
    }

    @Test(
        "A day of work is no whole day",
        arguments: [
            "DTSTART:20260915T220000Z\nDTEND:20260916T220000Z", "DTSTART:20260915T000000\nDTEND:20260915T120000",
        ])
    func noWholeDay(times: String) throws {
        let draft = try #require(try drafts(Fixture.calendar("UID:u\n\(times)\nSUMMARY:Vacation")).first)
        #expect(draft.flags.isDisjoint(with: [.allDay, .leave]))
    }

    private static let days: [(lines: String, flags: EvidenceFlags)] = [
        ("SUMMARY:Urlaub", EvidenceFlags.leave), ("SUMMARY:Urlaub Kreta", .leave), ("SUMMARY:Congés payés", .leave),
        ("SUMMARY:Vacaciones", .leave), ("SUMMARY:Ferie", .leave), ("SUMMARY:Férias", .leave),
        ("SUMMARY:Verlof", .leave),
        ("SUMMARY:Urlop", .leave), ("SUMMARY:Fridag", .leave), ("SUMMARY:Semester", .leave),
        ("SUMMARY:Avspasering", .leave),
        ("SUMMARY:Kesäloma", .leave), ("SUMMARY:Dovolená", .leave), ("SUMMARY:Yıllık izin", .leave),
        ("SUMMARY:夏季休暇", .leave),
        ("SUMMARY:Anna\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", .leave),
        ("SUMMARY:x\nCATEGORIES:Vacation\nTRANSP:TRANSPARENT", .leave),
        ("SUMMARY:Vacation Piotr\nTRANSP:TRANSPARENT", EvidenceFlags()),
        ("SUMMARY:Urlaub\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", EvidenceFlags()),
        ("SUMMARY:Leave planning for the team", EvidenceFlags()), ("SUMMARY:Urlaubsplanung", EvidenceFlags()),
        ("SUMMARY:Conference", EvidenceFlags()),
        ("SUMMARY:On call", EvidenceFlags()), ("SUMMARY:Reise nach Rom", EvidenceFlags()),
        ("SUMMARY:Vacation\nORGANIZER:mailto:mara@example.org", .leave),
        ("SUMMARY:Vacation\nORGANIZER:mailto:ruth@example.org", EvidenceFlags()),
        ("SUMMARY:Vacation\nATTENDEE:mailto:ruth@example.org", EvidenceFlags()),
        ("SUMMARY:Christmas Day\nCATEGORIES:Holiday\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", .publicHoliday),
        ("SUMMARY:Karfreitag\nCATEGORIES:Feiertag\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", .publicHoliday),
        ("SUMMARY:Mother’s Day\nDESCRIPTION:Observance\\nTo hide observances, go to settings", .observance),
    ]

    /// The rule of Documentation/Timeline.md, “Days off”.
    @Test("Leave is one’s own and says so", arguments: days)
    func daysOff(lines: String, flags: EvidenceFlags) throws {
        let draft = try #require(try drafts(Fixture.calendar("UID:u\nDTSTART;VALUE=DATE:20261005\n\(lines)")).first)
        #expect(draft.flags.intersection([.leave, .publicHoliday, .observance]) == flags)
    }

    @Test(
        "An invitation behind an alias is the person’s by its EMAIL, or by the alias",
        arguments: [
            ("mara@example.org", "2_GE3@imip.example.com"), ("other@example.org", "mara@example.org"),
        ])
    func alias(mail: String, sent: String) throws {
        let event = """
            UID:u
            DTSTART:20260914T080000Z
            DTEND:20260914T090000Z
            SUMMARY:s
            ORGANIZER;EMAIL=ruth@example.org:mailto:2_RUTH@imip.example.com
            ATTENDEE;EMAIL=\(mail);PARTSTAT=DECLINED:mailto:\(sent)
            ATTENDEE;EMAIL=ruth@example.org;PARTSTAT=ACCEPTED:mailto:2_RUTH@imip.example.com
            """
        let draft = try #require(try drafts(Fixture.calendar(event)).first)
        #expect(draft.standing == .declined)
        #expect(draft.people.map(\.identity) == ["ruth@example.org", "mara@example.org"])
    }

    @Test("One bad byte costs one character, and quotes of Windows are quotes")
    func encodings() throws {
        func title(_ bytes: [UInt8]) throws -> String? {
            let start = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART:20260302T090000Z\nSUMMARY:"
            let all = Array(start.utf8) + bytes + Array("\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
            return try CalendarReader.read(all, options: Fixture.options()).drafts.first?.title
        }
        #expect(try title([0x42, 0x6F, 0x62, 0x92, 0x73, 0x20, 0x63, 0x61, 0x66, 0xE9]) == "Bob’s café")
        #expect(try title(Array("年 ".utf8) + [0xFF] + Array(" 日".utf8)) == "年 ÿ 日")
        #expect(try title([0x93, 0x80, 0x94]) == "“€”")
    }

    @Test("An empty line inside a fold loses nothing")
    func folds() throws {
        let text =
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nSUMMARY\r\n\r\n :one\r\n\r\n\r\n  line\r\nDTSTART\r\n\r\n"
            + " :20260302T090000Z\r\n\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        let reading = try Fixture.read(text)
        #expect(reading.drafts.map(\.title) == ["one line"])
        #expect(reading.diagnostics.list.isEmpty)
    }
}
