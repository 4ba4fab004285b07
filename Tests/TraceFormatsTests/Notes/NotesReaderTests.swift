import LedgerModel
import TestSupport
import Testing

@testable import TraceFormats

@Suite("Notes somebody has")
struct NotesReaderTests {
    static let zones = ZoneHistory(FixedWorld.berlin)

    private func read(_ text: String) throws -> NotesReading {
        try NotesReader.read(Array(text.utf8), fileName: "brag.md", zones: Self.zones, today: FixedWorld.day)
    }

    /// `2026-03-17 restore drill`, one a line; `?` for no date.
    private func lines(_ text: String) throws -> [String] {
        try read(text).entries.map { entry in
            let when =
                switch entry.when {
                case nil: "?"
                case .day(let day): day.iso
                case .within(let span): "\(span.unit.rawValue) \(span.last.iso)"
                case .at(let at): Self.zones.civil(at).day.iso + " " + Self.zones.civil(at).paddedClock
                }
            return "\(when) \(entry.title)"
                + (entry.body.isEmpty ? "" : " / " + entry.body.replacing("\n", with: " / "))
        }
    }

    @Test("A short line right above dated ones is their heading, and swallows none of them")
    func titleLine() throws {
        let text = """
            What went well (Dana)
            23.1. WMS down, back before the trucks left
            4.2. Leipzig: plan agreed with Sven
            - Course: module 3 of 8 done

            Later:
            5.2. Restore drill: 9 of 10

            Talked to Ines
            6.2. Patch night
            """
        let entries = try read(text).entries
        #expect(
            entries.map(\.title) == [
                "WMS down, back before the trucks left", "Leipzig: plan agreed with Sven",
                "Course: module 3 of 8 done", "Restore drill: 9 of 10", "Talked to Ines", "Patch night",
            ])
        // So does the first of several short lines; the others are an entry.
        let edited = "What went well, for Petra\nLast edited 27.2.\n12.1. Backup moved\n- Course: module 3"
        #expect(
            try read(edited).entries.map(\.title) == ["Last edited 27.2.", "Backup moved", "Course: module 3"])
        // A line that a program wrapped goes on.
        let long = "A long day with Sven about the server room in Leipzig, planned for the week of\n4.2. and after"
        #expect(try read(long).entries.count == 1)
    }

    @Test(
        "A digit that bears a mark is no digit, and no date is read of it",
        arguments: [
            "[2\u{343}026-03-17 09:", "- 17/3\u{301}/2026 drill", "- 2026-03-1\u{308}7 drill",
            "- 1\u{301}7 March drill",
            "## 20\u{301}26",
        ])
    func markedDigits(text: String) throws {
        #expect(try !lines(text + "\n\n- 2026-03-17 after").contains { $0.hasPrefix("2026-03-17 drill") })
        #expect(try lines(text + "\n\n- 2026-03-17 after").contains { $0.hasSuffix("2026-03-17 after") })
    }

    @Test("A brag document with headings, bullets, bodies and front matter")
    func bragDocument() throws {
        let text = """
            ---
            title: Brag document 2026
            date: 2026-01-01
            ---

            # Brag document

            Why I keep this: so that I do not forget
            what I did.

            ## Q1 2026

            ### Projects
            - **Restore drill** took 50 minutes,
              not a day #resilience
              - wrote the runbook
              - two people can do it

            - [x] Audit answered (2026-03-12)
            - [ ] not done yet

            ## 2026-03-17
            * Taught Jonas the on-call handover

            ## Ideas

            1. A bell before each block

            <!-- private: nobody
            reads this -->
            """
        #expect(
            try lines(text) == [
                "? Why I keep this: so that I do not forget what I did.",
                "quarter 2026-03-31 Restore drill took 50 minutes, not a day #resilience / - wrote the runbook / - two people can do it",
                "2026-03-12 Audit answered", "2026-03-17 Taught Jonas the on-call handover",
                "? A bell before each block",
            ])
        let reading = try read(text)
        #expect(reading.entries[1].tags == ["resilience"])
        #expect(reading.entries.map(\.place) == ["brag.md:8", "brag.md:14", "brag.md:19", "brag.md:23", "brag.md:27"])
        #expect(reading.skipped == 1)
        #expect(reading.diagnostics.list.map(\.location) == ["brag.md:20"])
    }

    @Test(
        "Headings say when in many ways",
        arguments: [
            ("## 2026-03-17", "2026-03-17"), ("### March 2026", "month 2026-03-31"),
            ("# Q3 2026", "quarter 2026-09-30"), ("## 2026 Q3", "quarter 2026-09-30"),
            ("## Week of 3 March 2026", "week 2026-03-08"), ("## 2026-W12", "week 2026-03-22"),
            ("## Week 12, 2026", "week 2026-03-22"), ("## Tuesday, 17 March 2026", "2026-03-17"),
            ("## Feb 2024:", "month 2024-02-29"), ("# 2026", "year 2026-12-31"), ("## 2026-02", "month 2026-02-28"),
            ("## Tue 2026-03-17", "2026-03-17"), ("## March 17th, 2026", "2026-03-17"), ("## 17.03.2026", "2026-03-17"),
            ("## Accomplishments for March 2026", "month 2026-03-31"), ("## 2026 was a year", "?"),
            ("## 2026-02-30", "?"), ("## 03/04/2026", "?"), ("## 17/03/2026", "2026-03-17"), ("## Ideas", "?"),
            ("March 2026\n==========", "month 2026-03-31"), ("17 March 2026\n---", "2026-03-17"),
        ])
    func headings(heading: String, when: String) throws {
        #expect(try lines("\(heading)\n\n- drill") == ["\(when) drill"])
    }

    @Test(
        "What stands under goals has a tag, and without a date it is of the day on which it is read, as the same note")
    func goals() throws {
        let text =
            "# 2025\n## Goals\n- Statistics\n### Sports\n- a run\n## Goals met\n- a talk\n\n## Done\n\nWants:\n- rest\n\nMore:\n- sleep"
        let goals = try read(text).entries.filter { $0.tags.contains("goal") }
        #expect(goals.map(\.title) == ["Statistics", "a run", "rest"])
        let undated = try read("## Goals for the team\n- Statistics\n- 2026-02-03: a talk").entries
        #expect(undated.map(\.isOfReading) == [true, false])
        #expect(undated[0].when == .day(CivilDay(iso: "2026-03-17")!))
        #expect(undated[0].externalID == (try read("- Statistics").entries[0].externalID))
        #expect(try lines("## Goals 2026\n\n- a talk") == ["year 2026-12-31 a talk"])
    }

    @Test(
        "Bullets say when at their beginning or in brackets at their end",
        arguments: [
            ("2026-03-17: drill", "2026-03-17 drill"), ("2026-03-17 drill", "2026-03-17 drill"),
            ("**2026-03-17** – drill", "2026-03-17 drill"), ("(2026-03-17) drill", "2026-03-17 drill"),
            ("[2026-03-17] drill", "2026-03-17 drill"), ("17 March 2026: drill", "2026-03-17 drill"),
            ("Mar 17, 2026 - drill", "2026-03-17 drill"), ("March 2026: drill", "month 2026-03-31 drill"),
            ("2026-03-17 09:30 drill", "2026-03-17 09:30 drill"),
            ("2026-03-17 at 9:30pm: drill", "2026-03-17 21:30 drill"),
            ("2026-03-17T09:30 drill", "2026-03-17 09:30 drill"),
            ("2026-03-17T09:30:00Z drill", "2026-03-17 10:30 drill"),
            ("drill (17 March 2026)", "2026-03-17 drill"), ("drill [Q1 2026]", "quarter 2026-03-31 drill"),
            ("March 2026 was hard", "? March 2026 was hard"), ("2026 plan is agreed", "? 2026 plan is agreed"),
            ("17 people came", "? 17 people came"), ("May 5 people see it", "? May 5 people see it"),
            ("drill (see above)", "? drill (see above)"), ("5/6/2026 drill", "? 5/6/2026 drill"),
            ("17/3/2026 drill", "2026-03-17 drill"),
            ("drill #a (17 March 2026) #b #c", "2026-03-17 drill #a #b #c"),
            ("2026-13-17: drill", "? 2026-13-17: drill"),
        ])
    func bullets(typed: String, read: String) throws {
        #expect(try lines("- \(typed)") == [read])
    }

    @Test("A day that nobody can tell is none, whatever heading it stands below")
    func unclear() throws {
        #expect(
            try lines("## October 2026\n- 03/04/2026: a\n- 2026-02-30 b\n- 1.2.3 is out\n- c") == [
                "? 03/04/2026: a", "? 2026-02-30 b", "month 2026-10-31 1.2.3 is out", "month 2026-10-31 c",
            ])
    }

    @Test("A month and a day take their year from the heading above, or are the latest")
    func years() throws {
        let text = "# 2025\n## December\n- a\n- Dec 24: b\n## Q2\n- c\n# 2026\n## March 17\n- d\n# Notes\n## March\n- e"
        #expect(
            try lines(text) == [
                "month 2025-12-31 a", "2025-12-24 b", "quarter 2025-06-30 c", "2026-03-17 d", "month 2026-03-31 e",
            ])
    }

    @Test("Plain text: a date in a line of its own, and paragraphs that begin with one")
    func plainText() throws {
        let text = """
            2026-03-16
            Change board said yes
            to the new window.

            Second thing that day.
            17 March 2026:
            Drill done.

            2026-03-18 Wrote it up
            2026-03-19 Told Maria
            and Tom.
            """
        #expect(
            try lines(text) == [
                "2026-03-16 Change board said yes to the new window.", "2026-03-16 Second thing that day.",
                "2026-03-17 Drill done.", "2026-03-18 Wrote it up", "2026-03-19 Told Maria and Tom.",
            ])
    }

    @Test("jrnl’s text: a time, a title up to its first stop, a body with empty lines and dates in it")
    func jrnl() throws {
        let text = """
            [2026-03-17 09:30] Restore drill. It took 50 minutes.
            Nobody was called.

            2026-03-01 was worse.
            [2026-03-18 04:15:00 PM] Told Maria @maria
            """
        #expect(
            try lines(text) == [
                "2026-03-17 09:30 Restore drill. / It took 50 minutes. / Nobody was called. /  / 2026-03-01 was worse.",
                "2026-03-18 16:15 Told Maria @maria",
            ])
    }

    @Test("jrnl’s JSON, with an entry that is none and one without a date")
    func json() throws {
        let text = """
            {"tags": {"@work": 2}, "entries": [
              {"title": "Restore drill.", "body": "50 minutes", "date": "2026-03-17", "time": "09:30",
               "tags": ["@work", "@"], "starred": false},
              17,
              {"title": "", "body": "only a body\\nof two lines", "date": "2026-03-18", "time": "nonsense"},
              {"title": "when?", "body": "", "date": "2026-02-30"}
            ]}
            """
        #expect(
            try lines(text) == [
                "2026-03-17 09:30 Restore drill. / 50 minutes", "2026-03-18 only a body / of two lines", "? when?",
            ])
        let reading = try read(text)
        #expect(reading.entries[0].tags == ["work"])
        #expect(reading.skipped == 1)
        #expect(reading.entries[2].place == "brag.md: entry 4")
        for wrong in ["{", "{\"a\": 1}", "{\"entries\": 3}"] {
            #expect(throws: LedgerError.self) { try read(wrong) }
        }
    }

    @Test("Tables, quotes and code are read as what they are")
    func shapes() throws {
        let text = """
            | When | What |
            | --- | --- |
            | 2026-03-17 | drill | 50 min |
            | someday | idea |

            > 2026-03-18: said so

            - with code
            ```
            - not a bullet
            # not a heading
            ```
            """
        #expect(
            try lines(text) == [
                "2026-03-17 drill, 50 min", "? someday, idea", "2026-03-18 said so",
                "? with code / ``` / - not a bullet / # not a heading / ```",
            ])
    }

    @Test("An entry stays the same when others move, and equal ones are told apart")
    func identity() throws {
        let before = try read("## 2026-03-17\n- drill\n- drill\n\n- told Maria").entries
        let after = try read("# New\n\n- first\n\n## 2026-03-17\n- told Maria\n- drill\n- drill").entries
        #expect(Set(before.map(\.externalID)).isSubset(of: Set(after.map(\.externalID))))
        #expect(Set(after.map(\.externalID)).count == 4)
        #expect(try read("- drill").entries[0].externalID != before[0].externalID)
    }

    @Test("What is no text is refused, and a bad line is left out with its number")
    func bad() throws {
        #expect(throws: LedgerError.self) {
            try NotesReader.read([0, 1, 2], fileName: "x", zones: Self.zones, today: FixedWorld.day)
        }
        let bytes = Array("- a\n- ".utf8) + [0xFF] + Array("\n- ".utf8) + Array(repeating: 65, count: 40_001)
        let reading = try NotesReader.read(bytes, fileName: "x", zones: Self.zones, today: FixedWorld.day)
        #expect(reading.entries.count == 1)
        #expect(reading.diagnostics.list.map(\.location) == ["x:2", "x:3"])
        #expect(try read("").entries.isEmpty)
        #expect(try read("- 2026-03-17:\n-\n- ").entries.isEmpty)
    }

    @Test("Too long is cut and said, too many are counted")
    func bounds() throws {
        let long = try read(
            "- title\n  - "
                + Array(repeating: String(repeating: "x", count: 4_000), count: 4).joined(separator: "\n  - "))
        #expect(long.entries[0].title.count + long.entries[0].body.count == NotesReader.longestEntry)
        #expect(long.diagnostics.total == 1)
        let many = try read(String(repeating: "- a\n", count: NotesReader.mostEntries + 3))
        #expect(many.entries.count == NotesReader.mostEntries)
        #expect(many.skipped == 3)
    }

    @Test("Whatever the lines are, nothing breaks and no line of words is lost without a word")
    func anything() throws {
        var random = SeededGenerator(seed: 1_703)
        let parts = [
            "# ", "## ", "- ", "* [ ] ", "> ", "|", "---", "===", "```", "<!--", "-->", "[", "]", "(", ")", "2026",
            "-03",
            "-17", " March ", "Q3", "week ", "of ", "12", ":", ".", ",", " ", "\n", "\n\n", "\t", "drill", "é",
            "\u{202E}",
            "{", "9:30", "am", "T", "Z", "+01:00", "**",
        ]
        for round in 0..<2_000 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in parts.randomElement(using: &random)! }
                .joined()
            guard let reading = try? read(text) else { continue }
            #expect(reading.entries.allSatisfy { !$0.title.isEmpty }, "seed 1703, round \(round)")
        }
    }
}
