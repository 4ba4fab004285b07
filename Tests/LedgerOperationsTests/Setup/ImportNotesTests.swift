import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Timeline
import Testing

@Suite("Notes somebody has, taken in")
struct ImportNotesTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    static let brag = """
        # Brag document

        ## Q1 2026
        - Restore drill in 50 minutes

        ## February 2026
        - Runbook for nights

        ## 2026-03-10
        - Leave it to Jonas #handover
        - 2026-03-11 09:30 Told Maria

        ## Ideas
        - A bell before each block
        - A second pair of hands
        """

    private func take(_ text: String, days: Importing.NoteDays = .init()) async throws -> ImportOutcome {
        let report = try await here.ledger.importing.importNotes(
            file: here.folder.write("brag.md", text), arena: .job, days: days, progress: OperationsWorld.silent)
        return try #require(report.outcomes.first)
    }

    private func titles() throws -> [String] { try here.ledger.asking.search("").hits.map(\.title).sorted() }

    @Test("Dated ones are taken in on their day, undated ones are left out and told with their lines")
    func undated() async throws {
        let outcome = try await take(Self.brag)
        #expect((outcome.read, outcome.count.added, outcome.skipped) == (6, 4, 2))
        #expect(
            outcome.diagnostics.list.map { $0.location.suffix(11) }
                == ["/brag.md:14", "/brag.md:15"].map { $0.suffix(11) })
        #expect(
            outcome.remarks.first?.words
                == "Two entries without a date were left out. Write a date beside each, or give all of them a day with --undated 2026-03-17."
        )
        let quarter = try #require(try here.ledger.asking.search("restore").hits.first)
        // The quarter’s last day lies ahead.
        #expect(quarter.at == here.at("00:00"))
        #expect(quarter.flags.contains(.allDay))
        #expect(quarter.flags.span(around: FixedWorld.day) == "Q1 2026")
        #expect(try here.ledger.asking.show(quarter.id.description).shown.draft.tags == [])
        #expect(try here.ledger.asking.search("runbook").hits.first?.at == here.at("00:00", "2026-02-28"))
        #expect(try here.ledger.asking.search("tag:handover").total == 1)
        #expect(try here.ledger.asking.search("maria").hits.first?.at == here.at("09:30", "2026-03-11"))
    }

    @Test("A day given to them is kept, and asked for no more")
    func given() async throws {
        let sheet = try here.ledger.importing.notesSheet(text: Self.brag)
        #expect(sheet.dated == 4)
        #expect(sheet.undated.map(\.text) == ["A bell before each block", "A second pair of hands"])
        var days = Importing.NoteDays(others: CivilDay(iso: "2026-01-31"))
        days.each[sheet.undated[0].id] = CivilDay(iso: "2026-01-07")
        #expect(try await take(Self.brag, days: days).count.added == 6)
        #expect(try here.ledger.asking.search("bell").hits.first?.at == here.at("00:00", "2026-01-07"))
        #expect(try here.ledger.asking.search("hands").hits.first?.at == here.at("00:00", "2026-01-31"))
        #expect(try here.ledger.importing.notesSheet(text: Self.brag).undated.isEmpty)
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(
            (report.outcomes[0].count.added, report.outcomes[0].count.updated, report.outcomes[0].skipped) == (0, 0, 0))
    }

    @Test("Read again on another day, and moved within the file, each stays one")
    func again() async throws {
        _ = try await take(Self.brag, days: .init(others: FixedWorld.day))
        let before = try titles()
        here.set(here.at("12:00", "2026-03-25"))
        let moved = "# New year\n- 2026-03-25: first\n\n" + Self.brag
        #expect(try await take(moved).count.added == 1)
        #expect(try titles() == (before + ["first"]).sorted())
        #expect(try here.ledger.asking.search("restore").hits.first?.at == here.at("00:00"))
    }

    @Test("A note of a day takes no time, and is neither leave nor a holiday")
    func noTime() async throws {
        _ = try await take("- 2026-03-16: Leave early, vacation planned\n- 2026-03-16 10:00 drill")
        let base = try here.ledger.asking.base(here.march)
        #expect(base.total == Spent(likely: 300))
        #expect(base.working.isWorkday(CivilDay(iso: "2026-03-16")!))
        #expect(try here.ledger.asking.totals(here.march, by: .day).answer.rows.count == 1)
    }

    @Test("Pasted text is a source of its own that no sync reads, and can be taken out")
    func pasted() async throws {
        let outcome = try here.ledger.importing.importNotes(text: Self.brag, arena: nil, days: .init())
        #expect(outcome.source.name == "Pasted notes")
        #expect(outcome.count.added == 4)
        #expect(try here.ledger.importing.importNotes(text: Self.brag, arena: nil, days: .init()).count.added == 0)
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.outcomes.isEmpty && report.failures.isEmpty)
        #expect(try here.ledger.importing.removeSource("Pasted notes").removed == 4)
        #expect(try titles().isEmpty)
    }

    @Test("A file that is gone is told, and nothing is made of it")
    func bad() async throws {
        let report = try await here.ledger.importing.importNotes(
            file: here.folder.file("nothing.md"), arena: nil, days: .init(), progress: OperationsWorld.silent)
        #expect(report.failures.map(\.error.code) == [.unreadable])
        #expect(try here.ledger.asking.sourceSummaries().isEmpty)
    }

    @Test("Of a private source only the days are kept")
    func privately() async throws {
        let outcome = try await take(Self.brag)
        _ = try here.ledger.importing.setPrivate(outcome.source.id.description, true)
        _ = try await take(Self.brag + "\n## 2026-03-12\n- Sentinel words")
        #expect(try here.ledger.asking.search("Sentinel").total == 0)
        #expect(try here.ledger.asking.search("drill").total == 0)
    }
}

@Suite("My 1:1s")
struct OneOnOnesTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func weekly(_ uid: String, _ name: String, _ start: String, count: Int = 8) -> String {
        """
        UID:\(uid)
        DTSTAMP:20260101T080000Z
        DTSTART:\(start)
        DURATION:PT30M
        RRULE:FREQ=WEEKLY;COUNT=\(count)
        SUMMARY:1:1
        ORGANIZER:mailto:dana@example.org
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@example.org
        ATTENDEE;CN=\(name);PARTSTAT=ACCEPTED:mailto:\(name.lowercased())@example.org
        """
    }

    @Test("Each says when last and next, and what to bring to whom")
    func bring() async throws {
        _ = try here.ledger.importing.addMe("dana@example.org")
        try await here.importCalendar(
            "work",
            [
                weekly("m", "Maria", "20260224T090000Z"), weekly("t", "Tom", "20260226T090000Z"),
                weekly("o", "Olga", "20260113T090000Z", count: 3),
            ], arena: .job)
        var myJob = MyJob()
        myJob.people = [MyJobPerson(key: "maria", label: "Maria", role: .decider)]
        myJob.objectives = [Objective(key: "calm", label: "Calm nights")]
        var restore = Responsibility(key: "restore", label: "Restores that work")
        restore.measure = "Minutes of the drill"
        myJob.responsibilities = [restore]
        myJob.notMine = [
            NotMine(key: "p", label: "Printers", owner: "tom"), NotMine(key: "b", label: "Badges", owner: "X"),
        ]
        try here.ledger.myJob.load(myJob)
        var line = Results.ResultLine()
        line.whatChanged = "Restores take 50 minutes"
        line.plan = "calm"
        try here.ledger.results.keep([line])
        let (answer, base) = try here.ledger.asking.oneOnOnes(here.ledger.asking.currentQuarter()).parts
        #expect(answer.meetings.map(\.pair.name) == ["Tom", "Maria", "Olga"])
        let tom = answer.meetings[0]
        #expect(tom.theirs.map(\.key) == ["p"])
        #expect(tom.untold.isEmpty && tom.unagreed.isEmpty && !tom.decides)
        let maria = answer.meetings[1]
        #expect(maria.untold.map(\.text) == ["Restores take 50 minutes"])
        #expect(maria.unagreed.map(\.key) == ["restore"])
        #expect(answer.meetings[2].pair.next == nil)
        let document = answer.document(base)
        #expect(document.headline.plain == "The next is with Tom, Thu 19 March 2026, 10:00; one thing to bring.")
        let isOnlyMine = document.sections.allSatisfy { $0.onlyForYou }
        #expect(isOnlyMine)
        #expect(document.sections[1].title == "Maria, who decides")
        try here.ledger.results.tell(maria.untold[0].id.description, to: "Maria")
        #expect(try here.ledger.asking.oneOnOnes(here.ledger.asking.currentQuarter()).answer.meetings[1].untold.isEmpty)
    }

    @Test("Without any, it says what would stand there and what fills it")
    func empty() throws {
        let (answer, base) = try here.ledger.asking.oneOnOnes(here.ledger.asking.currentQuarter()).parts
        #expect(answer.meetings.isEmpty)
        #expect(answer.document(base).headline.plain == "No recurring meeting of two is on record yet.")
    }
}
