import LedgerModel
import Testing
import TestSupport

@testable import TraceFormats

@Suite struct CalendarRefusalTests {
    @Test(arguments: [
        ("<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        ("\n  <html>BEGIN:VCALENDAR</html>", "web page"),
        ("{\"kind\": \"calendar\"}", "not a calendar"), ("", "not a calendar"),
        ("BEGIN:VCARD\nFN:Mara\nEND:VCARD", "not a calendar"),
        ("PK\u{3}\u{4}zip", "not a calendar"),
    ])
    func `what is no calendar is refused with one sentence and a hint`(text: String, word: String) {
        let error = #expect(throws: LedgerError.self) { try CalendarFixture.read(text) }
        #expect(error?.code == .noCalendar && error?.location == "work.ics:1" && error?.hint.isEmpty == false)
        #expect(error?.message.contains(word) == true && error?.message.contains("\n") == false)
    }

    @Test func `UTF-16 and files over the limit are refused`() {
        let utf16: [UInt8] = [0xFF, 0xFE] + "BEGIN:VCALENDAR".utf8.flatMap { [$0, 0] }
        #expect(throws: LedgerError.self) { try CalendarReader.read(utf16, options: CalendarFixture.options()) }
        var options = CalendarFixture.options()
        options.limits.file = 10
        let error = #expect(throws: LedgerError.self) { try CalendarFixture.read(CalendarFixture.calendar(), options) }
        #expect(error?.code == .tooLarge)
    }

    @Test func `a bad event is a warning at its line and the rest is read`() throws {
        let reading = try CalendarFixture.read(
            CalendarFixture.calendar(
                "UID:a\nDTSTART:SENTINEL\nSUMMARY:SENTINEL",
                "UID:b\nDTSTART:20260317T090000Z\nRRULE:FREQ=SENTINEL\nEXDATE:SENTINEL",
                "UID:c\nSENTINEL without colon\nDTSTART:20260317T090000Z\nDURATION:SENTINEL",
                "UID:d\nDTSTART;TZID=SENTINEL/Zone:20260317T090000\nDTEND;TZID=SENTINEL/Zone:20260317T080000",
                "DTSTART:20260318T090000Z\nSUMMARY:nameless"))
        #expect(reading.records == 5 && reading.skipped == 1 && reading.drafts.count == 4)
        #expect(
            reading.diagnostics.list.map(\.location) == [3, 5, 11, 12, 16, 18, 22, 23, 25].map { "work.ics:\($0)" })
        #expect(!reading.diagnostics.list.contains { $0.message.contains("SENTINEL") })
        #expect(reading.drafts[0].externalID.hasPrefix("b/") && reading.drafts[0].flags.contains(.recurring))
        #expect(reading.drafts[2].flags.contains(.floating) && reading.drafts[2].until == reading.drafts[2].at)
        #expect(reading.drafts[3].externalID.hasPrefix("content-"))
    }

    @Test func `an event without UID keeps its id when exported anew`() throws {
        func id(_ stamp: String, _ title: String) throws -> String? {
            try CalendarFixture.read(
                CalendarFixture.calendar("DTSTART:20260317T090000Z\nSUMMARY:\(title)\nDTSTAMP:\(stamp)")
            ).drafts.first?.externalID
        }
        #expect(try id("20260101T000000Z", "A") == id("20260202T000000Z", "A"))
        #expect(try id("20260101T000000Z", "A") != id("20260101T000000Z", "B"))
    }

    @Test func `the events of an answer to an invitation are not read`() throws {
        let text = CalendarFixture.calendar("UID:a\nDTSTART:20260317T090000Z").replacing(
            "VERSION:2.0", with: "METHOD:REPLY")
        let reading = try CalendarFixture.read(text)
        #expect(reading.drafts.isEmpty && reading.skipped == 1 && !reading.isListing)
    }

    @Test func `too many occurrences are cut with a warning`() throws {
        var options = CalendarFixture.options()
        let one = try CalendarFixture.read(
            CalendarFixture.calendar("UID:m\nDTSTART:20260317T090000Z\nRRULE:FREQ=MINUTELY"), options)
        #expect(one.drafts.count == 300 && one.diagnostics.list.map(\.location) == ["work.ics:3"])
        options.limits.allOccurrences = 30
        let two = try CalendarFixture.read(
            CalendarFixture.calendar(
                "UID:m\nDTSTART:20260317T090000Z\nRRULE:FREQ=DAILY;COUNT=20",
                "UID:n\nDTSTART:20260317T090000Z\nRRULE:FREQ=DAILY;COUNT=20",
                "UID:o\nDTSTART:20260317T090000Z"), options)
        #expect(two.drafts.count == 30 && two.diagnostics.total > 0)
        options.limits.events = 2
        let three = try CalendarFixture.read(
            CalendarFixture.calendar("UID:1\nDTSTART:20260317", "UID:2\nDTSTART:20260317", "UID:3\nDTSTART:20260317"),
            options)
        #expect(three.drafts.count == 2 && three.skipped == 1 && three.records == 3 && three.diagnostics.total == 1)
    }

    @Test func `tasks, journals and alarms are passed over in silence`() throws {
        let reading = try CalendarFixture.read(
            """
            BEGIN:VCALENDAR
            BEGIN:VTODO
            UID:t
            DTSTART:20260317T090000Z
            END:VTODO
            BEGIN:VEVENT
            UID:e
            DTSTART:20260317T090000Z
            BEGIN:VALARM
            SUMMARY:not this
            DURATION:PT9H
            END:VALARM
            SUMMARY:this
            END:VEVENT
            END:VCALENDAR
            """)
        #expect(reading.others == 1 && reading.records == 1 && reading.diagnostics.total == 0)
        #expect(reading.drafts.map(\.title) == ["this"] && reading.drafts[0].until == reading.drafts[0].at)
    }

    /// The work that a file may cause is bounded in steps, which `CalendarBoundsTests` and `RecurrenceTests` count.
    @Test(arguments: [UInt64(20_260_317)])
    func `a thousand mutations do not crash, and no id stands twice`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let seeds = CalendarMutation.seeds.map { Array($0.utf8) }
        var options = CalendarFixture.options(until: "2026-12-31")
        let berlin = CalendarFixture.berlin
        options.zoneNamed = { $0 == "Europe/Berlin" ? berlin : nil }
        options.limits.occurrences = 100
        for count in 0..<1000 {
            let bytes = CalendarMutation.mutate(seeds[count % seeds.count], seeds, using: &random)
            do throws(LedgerError) {
                let reading = try CalendarReader.read(bytes, options: options)
                #expect(Set(reading.drafts.map(\.externalID)).count == reading.drafts.count, "seed \(seed), \(count)")
            } catch {
                #expect(error.code == .noCalendar, "seed \(seed), \(count)")
            }
        }
    }
}
