import LedgerModel
import TestSupport
import Testing
import TraceFormats

@Suite("Notes from a text file, as people and their phones write them")
struct InboxWritingTests {
    private static let spoken = SpokenTime(now: FixedWorld.now, zones: ZoneHistory(FixedWorld.berlin))

    private func read(_ text: String) throws -> InboxReader.Reading {
        try InboxReader.read(Array(text.utf8), fileName: "inbox.txt", spoken: Self.spoken)
    }

    private func said(_ line: InboxReader.Line) -> String {
        let at = line.at.map { FixedWorld.berlin.civil($0) }
        var words = [at.map { "\($0.day.iso) \(line.isDay ? "" : $0.clock)".trimmed } ?? "now", line.text]
        if let length = line.length { words.append("\(length / 60)m") }
        return (words + line.tags.map { "#" + $0 } + line.people.map { "@" + $0 }).joined(separator: " | ")
    }

    @Test(
        "A line and what is read of it",
        arguments: [
            (
                "2026-03-09 9:30 wrote to lena@example.net 50m #move,\r",
                "2026-03-09 9:30 | wrote to lena@example.net | 50m | #move"
            ),
            (
                "2026-03-09 10:00 see https://x.example/p#part and c#d 20m @Lena_Roth, @Omar.",
                "2026-03-09 10:00 | see https://x.example/p#part and c#d | 20m | @Lena Roth | @Omar"
            ),
            ("2026-03-09\u{A0} 11:00 after a no-break space 30m", "2026-03-09 11:00 | after a no-break space | 30m"),
            ("2026-03-09 12:00–12:45 walk", "2026-03-09 12:45 | walk | 45m"),
            ("2026-03-09 13:00-13:45 range", "2026-03-09 13:45 | range | 45m"),
            ("2026-03-09 23:30-0:15 release", "2026-03-10 0:15 | release | 45m"),
            ("09.03.2026 15:00 German 1h", "2026-03-09 15:00 | German | 60m"),
            ("3/9/2026 3pm", "!could be 3 September 2026 or 9 March 2026"),
            ("3/14/2026 3pm American 1h", "2026-03-14 15:00 | American | 60m"),
            ("2026-03-09 17:00 half 1,5h", "2026-03-09 17:00 | half | 90m"),
            ("2026-03-09 18:00 mail to me@example.org @me 1h30", "2026-03-09 18:00 | mail to me@example.org | 90m"),
            ("9. März 14 Uhr call", "2026-03-09 14:00 | call"),
            ("9.3. review of plans", "2026-03-09 | review of plans"),
            ("- 14.30 bullet", "2026-03-17 14:30 | bullet"),
            ("🎉", "now | 🎉"),
            ("Q1 2026: audit", "!is a quarter, not a day"),
            ("12/11 drill", "!could be 12 November or 11 December"),
            ("4.11 drill", "!could be 4 November or the time 4:11"),
            ("30.2. drill", "!February has 29 days"),
        ])
    func line(written: String, meant: String) throws {
        let reading = try read(written)
        if meant.hasPrefix("!") {
            #expect(reading.lines.isEmpty)
            #expect(reading.diagnostics.list.map(\.location) == ["inbox.txt:1"])
            #expect(reading.diagnostics.list.first?.message.contains(meant.dropFirst()) == true)
        } else {
            #expect(reading.lines.map(said) == [meant])
        }
    }

    @Test("Lines below a dated heading are of its day, with a time or without")
    func dayNotes() throws {
        let reading = try read("# 12.03.2026\n- Signed the lease\n- 23:30 late call\n# Ideas\n- a bell")
        #expect(
            reading.lines.map(said) == [
                "2026-03-12 | Signed the lease", "2026-03-12 23:30 | late call", "now | a bell",
            ])
        #expect(reading.lines.map(\.isRelative) == [false, false, false])
        #expect(reading.lines.prefix(2).map(\.isFloating) == [true, true])
    }

    @Test("Below a heading that is no date nothing is taken that has none of its own")
    func impossible() throws {
        let reading = try read("# 2026-02-28\n9:00 a\n# 30 February\n9:00 b\nc\n2026-03-01 9:00 d\n# 2026-03-02\ne")
        #expect(reading.lines.map(said) == ["2026-02-28 9:00 | a", "2026-03-01 9:00 | d", "2026-03-02 | e"])
        #expect(reading.diagnostics.list.map(\.location) == ["inbox.txt:3", "inbox.txt:4", "inbox.txt:5"])
    }

    @Test("One typed line that begins like a date and is none is refused with what it could be")
    func typed() throws {
        #expect(try InboxReader.note("3 Mar 14:00 drill 50m", spoken: Self.spoken).length == 3000)
        for (line, why) in [("12/11 drill", "11 December"), ("31.11. drill", "30 days"), ("9:75 drill", "time of day")]
        {
            let error = #expect(throws: LedgerError.self) { try InboxReader.note(line, spoken: Self.spoken) }
            #expect(error?.code == .badTime)
            #expect(error?.message.contains(why) == true && error?.hint.isEmpty == false)
        }
        #expect(throws: LedgerError.self) { try InboxReader.note("9:30", spoken: Self.spoken) }
    }
}
