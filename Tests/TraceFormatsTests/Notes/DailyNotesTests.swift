import LedgerModel
import TestSupport
import Testing
import TraceFormats

@Suite("Notes of one day each, and notes under dates that are none")
struct DailyNotesTests {
    private let zones = ZoneHistory(FixedWorld.berlin)

    private func read(_ text: String, name: String = "note.md", isDaily: Bool = false) throws -> NotesReading {
        let stem = String(name.dropLast(3))
        return try NotesReader.read(
            Array(text.utf8), fileName: name, zones: zones, today: FixedWorld.day,
            day: NoteDates(today: FixedWorld.day).fileName(stem), isDaily: isDaily)
    }

    /// `2026-03-12 9:30 drill`, one an entry; `?` for no date.
    private func lines(_ reading: NotesReading) -> [String] {
        reading.entries.map { entry in
            let when =
                switch entry.when {
                case nil: "?"
                case .day(let day): day.iso
                case .within(let span): span.text
                case .at(let at): "\(zones.civil(at).day.iso) \(zones.civil(at).clock)"
                }
            return "\(when) \(entry.title)\(entry.length.map { " \($0 / 60)m" } ?? "")"
        }
    }

    @Test("The day is the file’s name; a time is on it, and a link is no date")
    func name() throws {
        let text = """
            ---
            tags: [daily]
            date: 2026-03-01
            ---
            - Rebuilt the index
            - 14:30 call with Lena about the move
            - 15:00–15:45 planning
            - [x] ordered the disks
            - [ ] write to Omar
            - Read on in [[2026-03-10]]
            - [[2026-03-10]] was short
            """
        let reading = try read(text, name: "2026-03-12.md")
        #expect(
            lines(reading) == [
                "2026-03-12 Rebuilt the index", "2026-03-12 14:30 call with Lena about the move",
                "2026-03-12 15:00 planning 45m", "2026-03-12 ordered the disks",
                "2026-03-12 Read on in [[2026-03-10]]", "2026-03-12 [[2026-03-10]] was short",
            ])
        #expect(reading.skipped == 1 && reading.isDated)
        #expect(reading.entries.map(\.isFloating) == [false, true, true, false, false, false])
    }

    @Test("The front matter says the day of a daily note without one in its name; a heading says another")
    func matter() throws {
        let text =
            "---\ndate: \"2026-03-13\"\n---\n# Friday\n- Ended the drill\n## Evening\n- Read\n## 2026-03-14\n- Slept"
        let daily = try read(text, name: "drill.md", isDaily: true)
        #expect(lines(daily) == ["2026-03-13 Ended the drill", "2026-03-13 Read", "2026-03-14 Slept"])
        // The date of a document that is no daily note is when it was begun.
        let other = try read(text, name: "drill.md")
        #expect(lines(other) == ["? Ended the drill", "? Read", "2026-03-14 Slept"])
    }

    @Test(
        "Names of files that say a date",
        arguments: [
            ("2026-03-12", "12 March 2026"), ("2026_03_12", "12 March 2026"), ("20260312", "12 March 2026"),
            ("2026-03-12 Thursday", "12 March 2026"), ("12.03.2026", "12 March 2026"),
            ("2026-W11", "week 11 of 2026"), ("2026-03", "March 2026"), ("2026-Q1", "Q1 2026"),
            ("2026-02-30", nil), ("20261340", nil), ("March 12", nil), ("Notes", nil), ("4.11.", nil), ("1234567", nil),
        ] as [(String, String?)])
    func names(stem: String, date: String?) {
        #expect(NoteDates(today: FixedWorld.day).fileName(stem)?.text == date)
    }

    @Test(
        "Under a date that is none nothing is dated, and it is told",
        arguments: [
            "## 2026-02-30", "## 30 February 2026", "30 February 2026:", "2026-02-30", "## 31.11.2026",
            "## 03/04/2026", "## 4.11",
        ])
    func impossible(heading: String) throws {
        let reading = try read("# 2026-02-28\n- before\n\n\(heading)\n\n- a\n- 9:30 b\n\n## 2026-03-01\n- after")
        #expect(lines(reading) == ["2026-02-28 before", "? a", "? 9:30 b", "2026-03-01 after"])
        #expect(reading.diagnostics.list.map(\.location) == ["note.md:4"])
        #expect(reading.diagnostics.list.first?.message.contains("the entries below it have no date") == true)
    }

    @Test("jrnl’s text without brackets: what follows an entry belongs to it")
    func journal() throws {
        let text = """
            2026-03-02 08:00 Garden
            Dug the beds, and the shed is open.

            2026-03-10 19:15 Roof
            Two slates were loose.
            Called @Yusuf.

            Rain came through again.

            2026-03-11 23:30 Cold
            In bed all day.
            """
        let reading = try read(text, name: "journal.md")
        #expect(lines(reading) == ["2026-03-02 8:00 Garden", "2026-03-10 19:15 Roof", "2026-03-11 23:30 Cold"])
        #expect(reading.entries[1].body == "Two slates were loose.\nCalled @Yusuf.\n\nRain came through again.")
        // Where a dated heading follows, it is no journal any more.
        let mixed = try read("2026-03-02 08:00 Garden\nDug.\n\n# 2026-03-05\n- one\n- two", name: "mixed.md")
        #expect(lines(mixed) == ["2026-03-02 8:00 Garden", "2026-03-05 one", "2026-03-05 two"])
    }

    @Test("A date without a year is the latest that is not in the future, and marked as such")
    func years() throws {
        let reading = try read("- 4.11.: a\n- 3 Mar: b\n- March: c\n- 2025-11-04: d\n\n# 2024\n- 4.11.: e")
        #expect(lines(reading) == ["2025-11-04 a", "2026-03-03 b", "March 2026 c", "2025-11-04 d", "2024-11-04 e"])
        #expect(reading.entries.map(\.lacksYear) == [true, true, true, false, false])
    }
}
