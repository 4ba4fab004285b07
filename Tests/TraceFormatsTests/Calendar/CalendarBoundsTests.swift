import LedgerModel
import Testing

@testable import TraceFormats

/// A small file may stand for very much: what is read of it, and what that takes, is bounded.
@Suite struct CalendarBoundsTests {
    private typealias Fixture = CalendarFixture

    private func series(_ id: String, _ rule: String, _ more: String = "", start: String = "19700101T123000Z") -> String
    {
        "UID:\(id)\nDTSTART:\(start)\nDURATION:PT1M\nRRULE:\(rule)\n\(more)SUMMARY:s"
    }

    @Test func `of a series that is cut the latest dates before the horizon stay, and it is told`() throws {
        var options = Fixture.options(until: "2027-12-31")
        options.limits.occurrences = 1000
        let reading = try Fixture.read(Fixture.calendar(series("d", "FREQ=DAILY", start: "19700101T123000")), options)
        #expect(reading.drafts.count == 1000)
        // The thousandth day before the end of 2027.
        #expect(reading.drafts.first?.externalID == "d/20250406T123000")
        #expect(reading.drafts.last?.externalID == "d/20271231T123000")
        #expect(reading.drafts.contains { $0.externalID == "d/20260914T123000" })
        #expect(reading.diagnostics.list.map(\.location) == ["work.ics:3"])
        #expect(
            reading.diagnostics.list.first?.message == "the series has too many dates; only the latest 1000 were read")
    }

    @Test func `rules finer than daily are cut after three hundred dates`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                series("s", "FREQ=SECONDLY;BYSECOND=0,1,2,3,4,5"), series("m", "FREQ=MINUTELY;COUNT=250"),
                series("h", "FREQ=HOURLY", start: "20271231T000000Z"),
                series("d", "FREQ=DAILY", start: "20260101T000000Z")))
        func count(_ id: String) -> Int { reading.drafts.count { $0.series == id } }
        #expect(count("s") == 300 && count("m") == 250 && count("h") == 23 && count("d") == 730)
        // The horizon's day ends in Berlin, an hour before it does in UTC.
        #expect(reading.drafts.last { $0.series == "s" }?.externalID == "s/20271231T225905Z")
        #expect(reading.diagnostics.total == 1)
    }

    @Test func `a description is held once, whatever the number of dates`() throws {
        let body = String(repeating: "x", count: 900_000)
        let text = Fixture.calendar(series("d", "FREQ=DAILY", "DESCRIPTION:\(body)\n"))
        let drafts = try Fixture.read(text).drafts
        #expect(drafts.count > 1000 && drafts.templates.count == 1)
        #expect(drafts.last?.body.utf8.count == 20_000)
    }

    @Test func `what takes much room each time has fewer dates`() throws {
        var options = Fixture.options(until: "2027-12-31")
        options.limits.room = 100_000
        options.limits.allRoom = 150_000
        let body = "DESCRIPTION:" + String(repeating: "x", count: 999) + "\n"
        let guests = (0..<50).map { "ATTENDEE:mailto:guest\($0 + 100)@example.org\n" }.joined()
        let reading = try Fixture.read(
            Fixture.calendar(
                series("a", "FREQ=DAILY", body), series("b", "FREQ=DAILY", guests), series("c", "FREQ=DAILY")), options)
        func count(_ id: String) -> Int { reading.drafts.count { $0.series == id } }
        // A thousand bytes each; then what is left of the file, of fifty guests of 84 bytes each and a title of one.
        #expect(count("a") == 100 && count("b") == 50_000 / 4_201)
        #expect(count("c") > 150 && reading.drafts.last?.externalID == "c/20271231T123000Z")
        // What is missing is not gone.
        #expect(!reading.isListing)
    }

    @Test func `zones that are written out with every series are bounded`() throws {
        var options = Fixture.options()
        options.limits.records = 2000
        let events = (0..<10).map {
            series("\($0)", "FREQ=DAILY;COUNT=2", "DESCRIPTION:" + String(repeating: "x", count: 300) + "\n")
        }
        let text =
            "BEGIN:VCALENDAR\nVERSION:2.0\n" + events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
            + "END:VCALENDAR\n"
        let reading = try Fixture.read(text, options)
        #expect(reading.drafts.count == 20 && reading.series.reduce(0) { $0 + $1.text.utf8.count } <= 2000)
        #expect((1..<10).contains(reading.series.count))
        #expect(reading.diagnostics.total == 10 - reading.series.count)
    }

    @Test func `a rule that excepts more than can be written out excepts every date`() throws {
        let text = Fixture.calendar(
            series("e", "FREQ=DAILY;COUNT=5", "EXRULE:FREQ=SECONDLY;BYHOUR=12;BYDAY=MO\n", start: "20260314T123000Z"))
        // 16 March 2026 is a Monday.
        #expect(
            try Fixture.read(text).drafts.map(\.externalID) == [
                "e/20260314T123000Z", "e/20260315T123000Z", "e/20260317T123000Z", "e/20260318T123000Z",
            ])
    }

    @Test func `birthdays of a large address book are all read`() throws {
        let events = (0..<3000).map { "UID:\($0)\nDTSTART;VALUE=DATE:19300317\nRRULE:FREQ=YEARLY" }
        let text =
            "BEGIN:VCALENDAR\nVERSION:2.0\n" + events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
            + "END:VCALENDAR\n"
        let reading = try Fixture.read(text, Fixture.options(until: "1950-12-31"))
        #expect(reading.drafts.count == 63_000 && reading.diagnostics.total == 0)
    }

    @Test(arguments: [
        ("FREQ=DAILY;COUNT=5;BYEASTER=0", 1, 1), ("FREQ=DAILY\\;COUNT=3", 3, 0), ("FREQ=DAILY\\\\;COUNT=3", 3, 0),
        ("FREQ=WEEKLY;UNTIL=20260301T000000Z", 0, 0), ("FREQ=DAILY;X-OWN=1;COUNT=4", 4, 0),
    ])
    func `a rule with an unknown part has its first date, one that ended before it began none`(
        rule: String, dates: Int, warnings: Int
    ) throws {
        let reading = try Fixture.read(Fixture.calendar(series("r", rule, start: "20260302T090000Z")))
        #expect(reading.drafts.count == dates && reading.diagnostics.total == warnings)
        #expect(reading.drafts.first.map { $0.externalID == "r/20260302T090000Z" } ?? (dates == 0))
    }

    @Test func `every second week from Saturday is read so`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                series(
                    "w", "FREQ=WEEKLY;INTERVAL=2;WKST=SA;BYDAY=MO,SA;UNTIL=20260401T000000Z", start: "20260307T140000Z")
            ))
        // Weeks from Saturday 7 and 21 March.
        #expect(
            reading.drafts.map(\.externalID) == [
                "w/20260307T140000Z", "w/20260309T140000Z", "w/20260321T140000Z", "w/20260323T140000Z",
            ])
    }
}
