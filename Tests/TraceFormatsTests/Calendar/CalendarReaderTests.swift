import LedgerModel
import Testing

@testable import TraceFormats

@Suite struct CalendarReaderTests {
    private typealias Fixture = CalendarFixture

    private func times(_ reading: CalendarReading) -> [String] { reading.drafts.map { CalendarFixture.utc($0.at) } }
    private func ids(_ reading: CalendarReading) -> [String] { reading.drafts.map(\.externalID) }

    @Test func `an event of its own has its text, times, zone and order`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                """
                UID:plan@example.org
                DTSTART;TZID=Europe/Berlin:20260317T091500
                DTEND;TZID=Europe/Berlin:20260317T100000
                SUMMARY:Release plan\\, part 2
                DESCRIPTION:Line one\\nline two
                CATEGORIES:Work,Team\\, core
                CATEGORIES:Work
                SEQUENCE:3
                LAST-MODIFIED:20260316T120000Z
                DTSTAMP:20260316T120001Z
                """))
        let draft = try #require(reading.drafts.first)
        #expect(reading.drafts.count == 1 && reading.records == 1 && reading.skipped == 0)
        #expect(draft.kind == .event && draft.externalID == "plan@example.org/single")
        #expect(Fixture.utc(draft.at) == "2026-03-17T08:15:00Z" && draft.until == draft.at + 2700)
        #expect(draft.zone == "Europe/Berlin" && draft.utcOffset == 3600 && draft.flags == [])
        #expect(draft.title == "Release plan, part 2" && draft.body == "Line one\nline two")
        #expect(draft.tags == ["Work", "Team, core"] && draft.standing == .alone && draft.series == nil)
        #expect(draft.order == VersionOrder(sequence: 3, lastModified: 1_773_662_400, stamp: 1_773_662_401))
        #expect(reading.series.isEmpty && reading.diagnostics.total == 0 && reading.isListing)
    }

    @Test func `a series keeps its clock over the change to summer time and back`() throws {
        let spring = try Fixture.read(
            Fixture.calendar(
                "UID:s\nDTSTART;TZID=Europe/Berlin:20260327T090000\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=4"))
        #expect(
            times(spring) == [
                "2026-03-27T08:00:00Z", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z",
            ])
        #expect(ids(spring)[2] == "s/20260329T070000Z" && spring.drafts[2].utcOffset == 7200)
        let autumn = try Fixture.read(
            Fixture.calendar(
                "UID:s\nDTSTART;TZID=Europe/Berlin:20261024T023000\nDTEND;TZID=Europe/Berlin:20261024T033000\nRRULE:FREQ=DAILY;COUNT=3"
            ))
        // 2:30 comes twice on the 25th: the first is meant.
        #expect(times(autumn) == ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"])
        #expect(autumn.drafts.allSatisfy { $0.until == $0.at + 3600 })
        let gap = try Fixture.read(
            Fixture.calendar("UID:s\nDTSTART;TZID=Europe/Berlin:20260328T023000\nRRULE:FREQ=DAILY;COUNT=2"))
        // 2:30 is skipped on the 29th: read with the offset before the gap.
        #expect(times(gap)[1] == "2026-03-29T01:30:00Z")
        let other = try Fixture.read(
            Fixture.calendar("UID:s\nDTSTART;TZID=America/New_York:20260306T090000\nRRULE:FREQ=DAILY;COUNT=4"))
        #expect(times(other).last == "2026-03-09T13:00:00Z" && times(other).first == "2026-03-06T14:00:00Z")
    }

    @Test func `floating times and whole days are where the person was`() throws {
        let newYork = try #require(Fixture.zone("America/New_York"))
        var options = Fixture.options()
        let move = try #require(CivilDay(iso: "2026-03-17"))
        options.zones = ZoneHistory([(CivilDay(number: 0), Fixture.berlin), (move, newYork)])
        let text = Fixture.calendar(
            "UID:f\nDTSTART:20260316T090000\nRRULE:FREQ=DAILY;COUNT=2",
            "UID:d\nDTSTART;VALUE=DATE:20260316\nRRULE:FREQ=DAILY;COUNT=2",
            "UID:w\nDTSTART;VALUE=DATE:20260328\nDTEND;VALUE=DATE:20260330")
        let reading = try Fixture.read(text, options)
        #expect(
            times(reading) == [
                "2026-03-16T08:00:00Z", "2026-03-17T13:00:00Z", "2026-03-15T23:00:00Z", "2026-03-17T04:00:00Z",
                "2026-03-28T04:00:00Z",
            ])
        #expect(ids(reading) == ["f/20260316T090000", "f/20260317T090000", "d/20260316", "d/20260317", "w/single"])
        #expect(reading.drafts[0].flags == [.floating, .recurring] && reading.drafts[0].zone == nil)
        #expect(reading.drafts[4].flags == [.allDay, .floating])
        // The first of the two days ends where the next begins, six hours later than usual.
        #expect(reading.drafts[2].until == reading.drafts[3].at)
        let short = try Fixture.read(Fixture.calendar("UID:x\nDTSTART;VALUE=DATE:20260329"))
        #expect(short.drafts[0].until == short.drafts[0].at + 23 * 3600)
    }

    @Test func `excepted and extra dates, by date, time, zone and period`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                """
                UID:e
                DTSTART;TZID=Europe/Berlin:20260316T090000
                DTEND;TZID=Europe/Berlin:20260316T093000
                RRULE:FREQ=DAILY;COUNT=6
                EXDATE;TZID=Europe/Berlin:20260317T090000
                EXDATE:20260318T080000Z
                EXDATE;VALUE=DATE:20260319
                EXDATE;TZID=America/New_York:20260320T040000
                RDATE;TZID=Europe/Berlin:20260401T140000
                RDATE;VALUE=PERIOD:20260402T120000Z/PT2H,20260403T120000Z/20260403T121500Z
                """))
        #expect(
            times(reading) == [
                "2026-03-16T08:00:00Z", "2026-03-21T08:00:00Z", "2026-04-01T12:00:00Z", "2026-04-02T12:00:00Z",
                "2026-04-03T12:00:00Z",
            ])
        #expect(reading.drafts.map { ($0.until ?? $0.at) - $0.at } == [1800, 1800, 1800, 7200, 900])
    }

    @Test func `a floating series is excepted by what the clock shows, written as UTC or not`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                "UID:f\nDTSTART:20260317T010000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260318T010000Z,20260319T010000"))
        #expect(ids(reading) == ["f/20260317T010000"])
    }

    @Test func `an occurrence that the clock change skips can be excepted`() throws {
        for except in ["EXDATE;TZID=Europe/Berlin:20260329T023000", "EXDATE:20260329T013000Z"] {
            let reading = try Fixture.read(
                Fixture.calendar(
                    "UID:s\nDTSTART;TZID=Europe/Berlin:20260328T023000\nRRULE:FREQ=DAILY;COUNT=3\n" + except))
            #expect(times(reading) == ["2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z"])
        }
    }

    @Test func `changed, moved and cancelled occurrences keep their ids`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                "UID:o\nDTSTART;TZID=Europe/Berlin:20260316T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nSUMMARY:Sync",
                "UID:o\nRECURRENCE-ID;TZID=Europe/Berlin:20260317T090000\nDTSTART;TZID=Europe/Berlin:20260320T150000\nDURATION:PT2H\nSUMMARY:Moved\nSEQUENCE:1",
                "UID:o\nRECURRENCE-ID;TZID=Europe/Berlin:20260317T090000\nDTSTART;TZID=Europe/Berlin:20260317T110000\nSUMMARY:Older",
                "UID:o\nRECURRENCE-ID:20260318T080000Z\nDTSTART:20260318T080000Z\nSTATUS:CANCELLED\nSUMMARY:Sync",
                "UID:o\nRECURRENCE-ID;VALUE=DATE:20260319\nDTSTART;TZID=Europe/Berlin:20260319T100000\nSUMMARY:Later"))
        #expect(
            ids(reading) == ["o/20260316T080000Z", "o/20260317T080000Z", "o/20260318T080000Z", "o/20260319T080000Z"])
        #expect(reading.drafts.map(\.title) == ["Sync", "Moved", "Sync", "Later"])
        #expect(Fixture.utc(reading.drafts[1].at) == "2026-03-20T14:00:00Z")
        #expect(reading.drafts.map(\.standing) == [.alone, .alone, .cancelled, .alone])
        #expect(reading.drafts.allSatisfy { $0.series == "o" && $0.flags.contains(.recurring) })
        #expect(reading.skipped == 1)
    }

    @Test func `this and the following are moved from there on, on the wall clock`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                "UID:t\nDTSTART;TZID=Europe/Berlin:20260313T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=5\nSUMMARY:Old",
                "UID:t\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260320T090000\nDTSTART;TZID=Europe/Berlin:20260321T110000\nDURATION:PT30M\nSUMMARY:New",
                "UID:t\nRECURRENCE-ID;TZID=Europe/Berlin:20260403T090000\nDTSTART;TZID=Europe/Berlin:20260403T080000\nDURATION:PT15M\nSUMMARY:Once"
            ))
        #expect(reading.drafts.map(\.title) == ["Old", "New", "New", "Once", "New"])
        #expect(
            times(reading) == [
                "2026-03-13T08:00:00Z", "2026-03-21T10:00:00Z", "2026-03-28T10:00:00Z", "2026-04-03T06:00:00Z",
                "2026-04-11T09:00:00Z",
            ])
        #expect(ids(reading)[2] == "t/20260327T080000Z")
        let replaced = try Fixture.read(
            Fixture.calendar(
                "UID:t\nDTSTART:20260313T090000Z\nRRULE:FREQ=WEEKLY\nSUMMARY:Old",
                "UID:t\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260327T090000Z\nDTSTART:20260327T090000Z\nRRULE:FREQ=DAILY;COUNT=2\nSUMMARY:New"
            ))
        #expect(replaced.drafts.map(\.title) == ["Old", "Old", "New", "New"])
    }

    @Test func `a changed occurrence without its series stands alone`() throws {
        let reading = try Fixture.read(
            Fixture.calendar(
                "UID:i\nRECURRENCE-ID;TZID=Europe/Berlin:20260317T090000\nDTSTART;TZID=Europe/Berlin:20260317T100000"))
        #expect(ids(reading) == ["i/20260317T080000Z"] && times(reading) == ["2026-03-17T09:00:00Z"])
    }

    @Test(arguments: [
        // Whole days: a UTC end means the person's day, unless it is how a plain date is written.
        ("DTSTART;VALUE=DATE:20260317", "20260319", 3), ("DTSTART;VALUE=DATE:20260317", "20260319T235959Z", 3),
        ("DTSTART;VALUE=DATE:20260317", "20260319T000000Z", 3), ("DTSTART;VALUE=DATE:20260317", "20260318T230000Z", 3),
        ("DTSTART;TZID=Europe/Berlin:20260317T090000", "20260319T080000Z", 3),
        ("DTSTART;TZID=Europe/Berlin:20260317T090000", "20260319T075959Z", 2),
        ("DTSTART;TZID=Europe/Berlin:20260317T090000", "20260319T090000", 3),
        ("DTSTART;TZID=Europe/Berlin:20260317T090000", "20260319", 3),
        ("DTSTART:20260317T090000", "20260319T085959", 2),
        ("DTSTART:20260317T090000Z", "20260319T090000Z", 3),
        // Ended before it began.
        ("DTSTART:20260317T090000Z", "20260301", 0), ("DTSTART;VALUE=DATE:20260317", "20260316T000000Z", 0),
        ("DTSTART;TZID=Europe/Berlin:20260317T003000", "20260316T233000Z", 1),
        ("DTSTART;TZID=Europe/Berlin:20260317T003000", "20260316T232959Z", 0),
    ])
    func `UNTIL counts in the clock of the series`(start: String, until: String, count: Int) throws {
        let reading = try Fixture.read(Fixture.calendar("UID:u\n\(start)\nRRULE:FREQ=DAILY;UNTIL=\(until)"))
        #expect(reading.drafts.count == count)
    }

    @Test func `the start counts, also where the rule does not name it`() throws {
        let reading = try Fixture.read(
            Fixture.calendar("UID:c\nDTSTART:20260317T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3"))
        #expect(times(reading) == ["2026-03-17T09:00:00Z", "2026-03-19T09:00:00Z", "2026-03-26T09:00:00Z"])
    }

    @Test func `of two versions the greater holds, whatever order they come in`() throws {
        let old = "UID:v\nDTSTART:20260317T090000Z\nSEQUENCE:1\nLAST-MODIFIED:20260310T000000Z\nSUMMARY:Old"
        let new = "UID:v\nDTSTART:20260318T090000Z\nSEQUENCE:1\nLAST-MODIFIED:20260311T000000Z\nSUMMARY:New"
        for text in [Fixture.calendar(old, new), Fixture.calendar(new, old)] {
            let reading = try Fixture.read(text)
            #expect(reading.drafts.map(\.title) == ["New"] && reading.skipped == 1)
        }
        let twin = "UID:v\nDTSTART:20260318T090000Z\nSUMMARY:"
        #expect(
            try Array(Fixture.read(Fixture.calendar(twin + "A", twin + "B")).drafts)
                == Array(Fixture.read(Fixture.calendar(twin + "B", twin + "A")).drafts))
    }

    @Test func `a series ends at the horizon's day and goes on from what is kept`() throws {
        let text = Fixture.calendar("UID:h\nDTSTART;TZID=Europe/Berlin:20260317T233000\nRRULE:FREQ=DAILY")
        let reading = try Fixture.read(text, Fixture.options(until: "2026-03-19"))
        #expect(reading.drafts.count == 3)
        let later = try Fixture.read(reading.series[0].text, Fixture.options(until: "2026-03-21"))
        #expect(later.drafts.count == 5 && later.drafts.prefix(3).elementsEqual(reading.drafts))
    }
}
