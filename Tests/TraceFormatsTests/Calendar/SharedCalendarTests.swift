import Foundation
import LedgerModel
import Testing

@testable import TraceFormats

@Suite(.enabled(if: CalendarFixture.isSharedDataReachable, "the shared data is not here"))
struct SharedCalendarTests {
    private func files() throws -> [(name: String, bytes: [UInt8])] {
        let root = try #require(CalendarFixture.shared("calendars"))
        return try ["node-ical", "icalendar"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).sorted()
                .filter { $0.hasSuffix(".ics") }.map { name in
                    (name, Array(try #require(FileManager.default.contents(atPath: "\(root)/\(folder)/\(name)"))))
                }
        }
    }

    @Test func `every file is read or refused with file and line`() throws {
        var refused: [String] = []
        let files = try files()
        #expect(files.count > 180)
        for (name, bytes) in files {
            var options = CalendarFixture.options(until: "2026-12-31")
            options.fileName = name
            do throws(LedgerError) {
                let reading = try CalendarReader.read(bytes, options: options)
                #expect(reading.diagnostics.list.allSatisfy { $0.location.hasPrefix(name + ":") })
                #expect(reading.skipped <= reading.records)
                // What is not imported is told.
                #expect(reading.skipped == 0 || reading.diagnostics.total > 0 || reading.records > 1, "\(name)")
                let ids = reading.drafts.map(\.externalID)
                #expect(Set(ids).count == ids.count, "\(name): an id stands twice")
                for draft in reading.drafts { #expect((draft.until ?? draft.at) >= draft.at, "\(name)") }
            } catch {
                #expect(error.code == .noCalendar && error.location == name + ":1" && !error.hint.isEmpty)
                refused.append(name)
            }
        }
        #expect(
            refused == [
                "fuzz_testcase_0_char_in_component_name.ics", "fuzz_testcase_invalid_month.ics",
                "issue_178_component_with_invalid_name_represented.ics",
            ])
    }

    @Test func `the kept text of a series reads to the same drafts`() throws {
        for (name, bytes) in try files() {
            guard let whole = try? CalendarReader.read(bytes, options: CalendarFixture.options()) else { continue }
            for series in whole.series {
                let again = try CalendarFixture.read(series.text)
                let before = whole.drafts.filter { $0.series == series.uid }
                #expect(again.drafts.elementsEqual(before), "\(name) \(series.line)")
                #expect(again.series.map(\.text) == [series.text], "\(name) \(series.line)")
            }
        }
    }

    @Test func `events of odd and broken zones are where their authors say`() throws {
        func start(_ file: String, _ id: String) throws -> String {
            let path = try #require(CalendarFixture.shared("calendars/" + file))
            let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
            let drafts = try CalendarReader.read(bytes, options: CalendarFixture.options()).drafts
            return CalendarFixture.utc(try #require(drafts.first { $0.externalID.hasPrefix(id) }).at)
        }
        #expect(try start("node-ical/multi-era-vtimezone.ics", "multi-era-2025") == "2025-06-10T18:00:00Z")
        #expect(try start("node-ical/multi-era-vtimezone.ics", "multi-era-1985") == "1985-10-15T18:00:00Z")
        #expect(try start("node-ical/exchange-custom-tz.ics", "0400") == "2019-04-30T02:00:00Z")
        #expect(try start("node-ical/bad_ms_tz.ics", "117") == "2020-08-25T14:35:00Z")
        #expect(try start("node-ical/test_with_int_tzid.ics", "0400") == "2024-01-08T10:00:00Z")
        #expect(try start("icalendar/issue_466_respect_unique_timezone.ics", "0cab") == "2022-10-21T18:00:00Z")
        #expect(try start("icalendar/issue_722_timezone_transition_ambiguity.ics", "0/") == "2024-03-02T20:00:00Z")
        #expect(try start("icalendar/issue_722_timezone_transition_ambiguity.ics", "1/") == "2024-08-02T22:00:00Z")
        #expect(try start("icalendar/timezone_same_start_and_offset.ics", "bla") == "2017-02-24T03:00:00Z")
    }
}
