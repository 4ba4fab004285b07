import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@Suite("Sources that grow old, and the quarter that ended")
struct OutdatedSourceTests {
    let here: OperationsWorld

    /// Tuesday 17 March 2026, noon, with a measure that was agreed.
    init() throws {
        here = try OperationsWorld()
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "payments", label: "Payments stay up")]
        myJob.settings.holidayCalendars = ["Holidays"]
        try here.ledger.myJob.load(myJob)
    }

    private func drop(_ calendar: String = "Work", _ events: [String] = DropTests.spring) async throws {
        let text = CutCalendarTests.calendar(events).replacing("X-WR-CALNAME:Work", with: "X-WR-CALNAME:\(calendar)")
        let incoming = try DropTests.receive([("calendar.ics", text)], here.ledger)
        _ = try await here.ledger.importing.importDropped(incoming[0], arena: .job, progress: OperationsWorld.silent)
    }

    private func old() throws -> [String] {
        try here.ledger.asking.outdatedSources(here.ledger.asking.sources()).map(\.words)
    }

    private func overview() throws -> [String] {
        try here.ledger.asking.inquire(.weekNow, { try $0.overview() }).lines.compactMap {
            if case .sentence(let text) = $0 { text.words } else { nil }
        }
    }

    private func step() throws -> NextStep? { try here.ledger.asking.weekNow()?.step }

    @Test(
        "A calendar that was dropped five weeks ago is the one thing to do, whatever sync says, until it is dropped anew"
    )
    func dropped() async throws {
        try await drop()
        try await drop("Holidays", DropTests.autumn)
        here.set(here.at("12:00", "2026-04-13"))
        #expect(try old().isEmpty)
        here.set(here.at("12:00", "2026-04-21"))
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try old() == ["The calendar “Work” was dropped on 17 March 2026; drop a newer export"])
        guard case .renew(let source) = try step() else {
            Issue.record("not said")
            return
        }
        #expect(source.offer == .drop)
        #expect(try overview().contains { $0.contains("The calendar “Work” was dropped on 17 March 2026") })
        // The same once more is newer all the same.
        try await drop()
        #expect(try old().isEmpty)
    }

    @Test("Where events passed of which nobody knows, it is said after a week, and how it is mended")
    func passed() async throws {
        let weekly = LeftOutTests.meeting.replacing("SUMMARY", with: "RRULE:FREQ=WEEKLY\nSUMMARY")
        try #require(weekly != LeftOutTests.meeting)
        try await drop("Work", [weekly])
        let team = CutCalendarTests.calendar([weekly.replacing("UID:", with: "UID:t")])
        let file = here.folder.write("team.ics", team.replacing("X-WR-CALNAME:Work", with: "X-WR-CALNAME:Team"))
        try CalendarAgeTests.touch(file, here.at("10:00", "2026-03-16"))
        _ = try await here.ledger.importing.importAll(.calendar, [file], arena: .job, progress: OperationsWorld.silent)
        here.set(here.at("12:00", "2026-03-23"))
        #expect(try old().isEmpty)
        here.set(here.at("12:00", "2026-04-17"))
        let said = [
            "The calendar “Team” was saved on 16 March 2026; save a newer export over it, or drop one",
            "The calendar “Work” was dropped on 17 March 2026; drop a newer export",
        ]
        #expect(try old() == said)
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try old() == said)
        #expect(try overview().contains { $0.hasPrefix("→ " + said[0]) })
        try CalendarAgeTests.touch(file, here.ledger.now)
        #expect(try old() == ["The calendar “Team” was last read on 16 March 2026; read it again", said[1]])
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try old() == [said[1]])
    }

    @Test("What was meant to end is let be on Today, and still said with the sources")
    func longOver() async throws {
        try await drop()
        here.set(here.at("12:00", "2026-11-21"))
        #expect(try old().count == 1)
        if case .renew = try step() { Issue.record("said for ever") }
    }

    @Test("A source that could not be read while others were is said; where nothing was read, that is")
    func behind() async throws {
        try await here.importCalendar("Team", [LeftOutTests.meeting], arena: .job)
        try await here.importCalendar("Plans", [DropTests.event("p1", "20260316")], arena: .job)
        here.set(here.at("12:00", "2026-04-08"))
        guard case .sync = try step() else {
            Issue.record("nothing was read for three weeks")
            return
        }
        here.folder.removeFile("Team.ics")
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try old() == ["The calendar “Team” was last read 3 weeks ago, others since; read it again"])
        guard case .renew(let source) = try step() else {
            Issue.record("not said")
            return
        }
        #expect(source.offer == .readAgain)
    }

    @Test("Results of the quarter that ended stay in sight for two weeks, and can still be told")
    func ended() async throws {
        var myJob = try here.ledger.myJob.current()
        myJob.objectives = [Objective(key: "calm", label: "Calm nights", owner: "Maria Keller")]
        myJob.people = [MyJobPerson(key: "maria", label: "Maria Keller", role: .decider)]
        try here.ledger.myJob.load(myJob)
        var claim = Results.ClaimRequest(text: "Nobody was woken in March")
        claim.objective = "calm"
        _ = try here.ledger.results.addClaim(claim)
        #expect(try here.ledger.asking.weekNow()?.ended == nil)
        for (day, isSeen) in [("2026-04-01", true), ("2026-04-14", true), ("2026-04-15", false)] {
            here.set(here.at("12:00", day))
            let week = try #require(try here.ledger.asking.weekNow())
            #expect((week.ended?.words == "One result in the quarter that ended") == isSeen, "\(day)")
            #expect(week.ended?.name == (isSeen ? "2026-Q1" : nil), "\(day)")
            let isTold =
                if case .tell(let item) = week.step { item.claim.text == "Nobody was woken in March" } else { false }
            #expect(isTold == isSeen, "\(day)")
        }
    }
}
