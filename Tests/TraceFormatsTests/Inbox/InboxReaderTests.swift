import LedgerModel
import TestSupport
import Testing
import TraceFormats

@Suite("Notes from a text file")
struct InboxReaderTests {
    func read(_ text: String) throws -> InboxReader.Reading { try read(Array(text.utf8)) }

    func read(_ bytes: [UInt8]) throws -> InboxReader.Reading {
        try InboxReader.read(
            bytes, fileName: "notes.txt",
            spoken: SpokenTime(now: FixedWorld.now, zones: ZoneHistory(FixedWorld.berlin)))
    }

    @Test(
        "A line begins with a time as people say it",
        arguments: [
            ("2026-03-16 9:30 restore drill", "2026-03-16", "9:30", false),
            ("2026-03-16 restore drill", "2026-03-16", "12:00", false),
            ("2026-03-16: restore drill", "2026-03-16", "12:00", false),
            ("2026-03-16T08:15 restore drill", "2026-03-16", "8:15", false),
            ("yesterday 10:00 restore drill", "2026-03-16", "10:00", true),
            ("Mon 5pm restore drill", "2026-03-16", "17:00", true),
            ("9:15 restore drill", "2026-03-17", "9:15", true), ("- 9:15 restore drill", "2026-03-17", "9:15", true),
        ])
    func times(line: String, day: String, clock: String, isRelative: Bool) throws {
        let found = try #require(try read(line).lines.first)
        #expect(found.at == FixedWorld.at(day, clock))
        #expect(found.isRelative == isRelative)
        #expect(found.text == "restore drill")
    }

    @Test(
        "What only looks like a time stays in the note",
        arguments: [
            "Monday planning with Tom", "yesterday we met", "4:1 for the new plan", "1234 tickets", "noon run",
            "10 tickets",
        ])
    func noTimes(line: String) throws {
        let found = try #require(try read(line).lines.first)
        #expect(found.at == nil)
        #expect(found.text == line)
    }

    @Test("A date in a line of its own is the day of the times below it")
    func headings() throws {
        let reading = try read(
            """
            # 2026-03-12
            9:15 standup 15m
            ## Later
            14:00 review
            # Ideas
            9:15 no day here
            2026-03-13
            9:15 standup 15m
            """)
        #expect(reading.lines.map(\.number) == [2, 4, 6, 8])
        #expect(
            reading.lines.map(\.at) == [
                FixedWorld.at("2026-03-12", "9:15"), FixedWorld.at("2026-03-12", "14:00"),
                FixedWorld.at("2026-03-17", "9:15"), FixedWorld.at("2026-03-13", "9:15"),
            ])
        #expect(reading.lines.map(\.isRelative) == [false, false, true, false])
        #expect(Set(reading.lines.map(\.externalID)).count == 4)
        // A day put above them changes no line below.
        let later = try read("# 2026-03-20\n9:15 standup 15m\n# 2026-03-12\n9:15 standup 15m")
        #expect(later.lines.last?.externalID == reading.lines.first?.externalID)
    }

    @Test(
        "A time that cannot be is a warning with its line, and no note",
        arguments: [
            "2026-13-40 restore drill", "2026-02-30 9:30 restore", "2026-3-32 restore", "2026-03-16 25:10 restore",
            "2026-03-16T25:10 restore", "25:10 restore", "yesterday 9:75 restore",
        ])
    func impossible(line: String) throws {
        let reading = try read("first\n\(line)\nlast")
        #expect(reading.lines.map(\.text) == ["first", "last"])
        #expect(reading.diagnostics.list.map(\.location) == ["notes.txt:2"])
        #expect(reading.skipped == 1)
    }

    @Test("A line that is not UTF-8 is a warning, and the others are read")
    func latin() throws {
        let reading = try read(Array("first\nGr".utf8) + [0xFC, 0xDF] + Array("e\nlast".utf8))
        #expect(reading.lines.map(\.text) == ["first", "last"])
        #expect(reading.diagnostics.list.map(\.location) == ["notes.txt:2"])
    }

    @Test("What is no text is refused")
    func binary() {
        let picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13].map(UInt8.init)
        #expect(throws: LedgerError.self) { try read(picture) }
        let wide = #expect(throws: LedgerError.self) { try read([0xFF, 0xFE, 0x61, 0, 0x0A, 0]) }
        #expect(wide?.message == "this file is written in UTF-16")
    }

    @Test("A mark of byte order is no part of the first line")
    func byteOrder() throws {
        #expect(try read([0xEF, 0xBB, 0xBF] + Array("2026-03-16 9:30 drill".utf8)).lines.map(\.text) == ["drill"])
    }
}
