import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Sources that grow old, and the quarter that ended")
struct OldSourceTests {
    let here: OperationsWorld

    /// Tuesday 17 March 2026, noon, with a measure that was agreed.
    init() throws {
        here = try OperationsWorld()
        var frame = Frame()
        frame.responsibilities = [Responsibility(key: "payments", label: "Payments stay up")]
        frame.settings.holidayCalendars = ["Holidays"]
        try here.ledger.load(frame)
    }

    private func drop(_ calendar: String = "Work", _ events: [String] = DropTests.spring) async throws {
        let text = CutCalendarTests.calendar(events).replacing("X-WR-CALNAME:Work", with: "X-WR-CALNAME:\(calendar)")
        let incoming = try here.ledger.receive("calendar.ics")
        try incoming.write(Array(text.utf8))
        _ = try await here.ledger.importDropped(incoming.finish(), arena: .job, progress: OperationsWorld.silent)
    }

    private func old() throws -> [String] { try here.ledger.oldSources(here.ledger.sources()).map(\.words) }

    private func step() throws -> NextStep? { try here.ledger.weekNow()?.step }

    @Test(
        "A calendar that was dropped five weeks ago is the one thing to do, whatever sync says, until it is dropped anew"
    )
    func dropped() async throws {
        try await drop()
        try await drop("Holidays", DropTests.autumn)
        here.set(here.at("12:00", "2026-04-13"))
        #expect(try old().isEmpty)
        here.set(here.at("12:00", "2026-04-21"))
        _ = try await here.ledger.sync(progress: OperationsWorld.silent)
        #expect(try old() == ["The newest of “Work” is 5 weeks old; drop a newer export"])
        guard case .renew(let source) = try step() else {
            Issue.record("not said")
            return
        }
        #expect(source.way == .drop)
        let said = try here.ledger.glance().lines
        #expect(said.contains { if case .sentence(let text) = $0 { text.contains("“Work” is 5 weeks old") } else { false } })
        // The same once more is newer all the same.
        try await drop()
        #expect(try old().isEmpty)
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
        _ = try await here.ledger.sync(progress: OperationsWorld.silent)
        #expect(try old() == ["“Team” was last read 3 weeks ago, others since; read it again"])
        guard case .renew(let source) = try step() else {
            Issue.record("not said")
            return
        }
        #expect(source.way == .readAgain)
    }

    @Test("Results of the quarter that ended stay in sight for two weeks, and can still be told")
    func ended() async throws {
        var frame = try here.ledger.frame()
        frame.objectives = [Objective(key: "calm", label: "Calm nights", owner: "Maria Keller")]
        frame.people = [FramePerson(key: "maria", label: "Maria Keller", role: .decider)]
        try here.ledger.load(frame)
        var claim = Ledger.ClaimRequest(text: "Nobody was woken in March")
        claim.objective = "calm"
        _ = try here.ledger.addClaim(claim)
        #expect(try here.ledger.weekNow()?.ended == nil)
        for (day, isSeen) in [("2026-04-01", true), ("2026-04-14", true), ("2026-04-15", false)] {
            here.set(here.at("12:00", day))
            let week = try #require(try here.ledger.weekNow())
            #expect((week.ended?.words == "One result in the quarter that ended") == isSeen, "\(day)")
            #expect(week.ended?.name == (isSeen ? "2026-Q1" : nil), "\(day)")
            let isTold =
                if case .tell(let item) = week.step { item.claim.text == "Nobody was woken in March" } else { false }
            #expect(isTold == isSeen, "\(day)")
        }
    }
}
