import LedgerModel
import TestSupport
import Testing
import TraceFormats

@Suite("Notes from a text file")
struct InboxTests {
    func read(_ text: String) throws -> InboxReader.Reading {
        try InboxReader.read(
            Array(text.utf8), fileName: "notes.txt",
            spoken: SpokenTime(now: FixedWorld.now, zones: ZoneHistory(FixedWorld.berlin)))
    }

    @Test("A line that is only a date is no note; one with a time as well is named")
    func onlyADate() throws {
        let reading = try read("2026-03-16\nrestore drill\n2026-03-16 9:30\n")
        #expect(reading.lines.map(\.text) == ["restore drill"])
        #expect(reading.diagnostics.list.map(\.location) == ["notes.txt:3"])
    }

    @Test("No time at all is no length")
    func nothing() throws {
        #expect(try read("talked to Maria 0m").lines.first?.length == nil)
        #expect(try read("talked to Maria 20m").lines.first?.length == 1200)
    }
}
