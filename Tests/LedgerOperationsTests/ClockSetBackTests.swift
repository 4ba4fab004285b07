import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("A clock that was set back")
struct ClockSetBackTests {
    private static let meeting =
        "UID:m\nDTSTAMP:20260301T000000Z\nDTSTART:20260316T100000Z\nDTEND:20260316T110000Z\nSUMMARY:Review"
        + "\nORGANIZER:mailto:me@example.com\nATTENDEE;PARTSTAT=ACCEPTED:mailto:kim@example.com"

    @Test("A note is written at the earlier time, found, and taken back first though it is not the latest")
    func capture() throws {
        let here = try OperationsWorld()
        try here.note("late", at: here.at("11:00"), minutes: 30)
        here.set(FixedWorld.now - 40 * 86_400)
        let early = try here.note("early", at: here.world.now(), minutes: 30)
        #expect(try here.ledger.asking.search("early").hits.map(\.id) == [early])
        #expect(
            try here.ledger.asking.totals(Period(since: FixedWorld.day - 60, until: FixedWorld.day - 20), by: .day)
                .answer
                .total.seconds == 1_800)
        // What lies ahead of the clock counts in nothing until then.
        #expect(try here.ledger.asking.totals(here.march, by: .day).answer.total.seconds == 0)
        #expect(try here.ledger.keeping.undo().title == "early")
        #expect(try here.ledger.keeping.undo().title == "late")
        here.set(FixedWorld.now)
        #expect(try here.ledger.asking.totals(here.march, by: .day).answer.total.seconds == 0)
    }

    @Test("An import with an earlier clock adds nothing twice, and the next with the right one says the same again")
    func imported() async throws {
        let here = try OperationsWorld()
        try here.ledger.importing.addMe("me@example.com", name: "Me")
        try await here.importCalendar("Work", [Self.meeting])
        let before = try Figures(here.ledger, here.march)
        here.set(FixedWorld.now - 100 * 86_400)
        let again = try await here.importCalendar("Work", [Self.meeting])
        #expect(again.outcomes.map(\.count.added) == [0] && again.failures.isEmpty)
        here.set(FixedWorld.now)
        let third = try await here.importCalendar("Work", [Self.meeting])
        #expect(third.outcomes.map(\.count.added) == [0] && third.failures.isEmpty)
        #expect(try Figures(here.ledger, here.march).differences(from: before).isEmpty)
        #expect(try here.ledger.asking.totals(here.march, by: .source).answer.total.seconds == 3_600)
    }

    @Test("A timer that began ahead of the clock is told, and stopped when it is right again")
    func timer() throws {
        let here = try OperationsWorld()
        _ = try here.ledger.capture.start("timed")
        here.set(FixedWorld.now - 3_600)
        #expect(#expect(throws: LedgerError.self) { try here.ledger.capture.stop() }?.code == .badTime)
        #expect(try here.ledger.asking.totals(here.march, by: .day).answer.total.seconds == 0)
        here.set(FixedWorld.now + 600)
        #expect(try here.ledger.capture.stop().seconds == 600)
    }

    @Test("The routine asks for no page that is there, and for none of a week without anything")
    func routine() throws {
        let here = try OperationsWorld(now: FixedWorld.at("2026-03-13", "16:00"))
        try here.note("one", at: here.at("9:00", "2026-03-11"))
        let due = try here.ledger.reviewing.routineDue { _ in false }
        #expect(due.week?.since.iso == "2026-03-09")
        here.set(FixedWorld.at("2026-03-05", "8:00"))
        #expect(try here.ledger.reviewing.routineDue { _ in false }.week == nil)
        here.set(FixedWorld.at("2026-03-13", "8:00"))
        #expect(try here.ledger.reviewing.routineDue { $0 == "week-of-2026-03-09.html" }.week == nil)
    }
}
