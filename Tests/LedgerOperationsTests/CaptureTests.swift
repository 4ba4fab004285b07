import Attribution
import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Capture: what is written by hand")
struct CaptureTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    func spent() throws -> Spent { try here.ledger.asking.base(here.march).total }

    @Test("A note with a length ends at its time and is stated time")
    func noteWithLength() throws {
        try here.note("restore drill", at: here.at("10:50"), minutes: 50)
        #expect(try spent() == Spent(sure: 3000))
        let view = try here.ledger.asking.timeline(Period(since: FixedWorld.day, until: FixedWorld.day + 1))
        #expect(view.stretches.map(\.interval) == [Interval(here.at("10:00"), here.at("10:50"))])
    }

    @Test("A note without a length is a point of five minutes")
    func point() throws {
        try here.note("answered Tom", at: here.at("10:50"))
        #expect(try spent() == Spent(likely: 300))
    }

    @Test("What lies ahead of now is not counted yet")
    func ahead() throws {
        try here.note("tomorrow's drill", at: here.at("15:00"), minutes: 240)
        // Now is 13:00 in Berlin: two of the four hours have passed.
        #expect(try spent() == Spent(sure: 7200))
        here.set(here.at("16:00"))
        #expect(try spent() == Spent(sure: 14_400))
    }

    @Test("Undo takes back one action after the other, and the timeline follows")
    func undo() throws {
        let first = try here.note("first", at: here.at("9:00"), minutes: 30)
        try here.note("second", at: here.at("10:00"), minutes: 30)
        var edit = Capture.Edit()
        edit.length = 60 * 60
        _ = try here.ledger.capture.edit(first.description, edit)
        #expect(try spent() == Spent(sure: 3600 + 1800))
        #expect(try here.ledger.keeping.undo().verb == "edit")
        #expect(try spent() == Spent(sure: 3600))
        #expect(try here.ledger.keeping.undo().verb == "log")
        #expect(try spent() == Spent(sure: 1800))
        #expect(try here.ledger.keeping.undo().verb == "log")
        #expect(try spent() == .zero)
        #expect(throws: LedgerError.self) { try here.ledger.keeping.undo() }
        #expect(try here.ledger.asking.search("first").total == 0)
    }

    @Test("Removing takes a note off every view, and undo brings it back whole")
    func remove() throws {
        let id = try here.note("handbook chapter", at: here.at("9:00"), minutes: 30, tags: ["growth"])
        _ = try here.ledger.capture.remove(id.description)
        #expect(try spent() == .zero)
        #expect(try here.ledger.asking.search("handbook").total == 0)
        _ = try here.ledger.keeping.undo()
        #expect(try spent() == Spent(sure: 1800))
        #expect(try here.ledger.asking.search("handbook tag:growth").total == 1)
    }

    @Test("A timer runs until it is stopped, and counts twelve hours at most")
    func timers() throws {
        _ = try here.ledger.capture.start("handbook", at: here.at("9:00"))
        #expect(throws: LedgerError.self) { try here.ledger.capture.start("another") }
        let stopped = try here.ledger.capture.stop(at: here.at("10:15"))
        #expect(stopped.seconds == 4500)
        #expect(throws: LedgerError.self) { try here.ledger.capture.stop() }
        _ = try here.ledger.capture.start("left open", at: here.at("18:00", "2026-03-15"))
        let late = try here.ledger.capture.stop()
        #expect(late.seconds == OpenTimer.longest)
        #expect(late.remark != nil)
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.openTimer()?.text == "left open")
    }

    @Test("A correction by hand changes the reading, the totals, and is taken back by undo")
    func correct() throws {
        let id = try here.note("chapter two", at: here.at("10:00"), minutes: 60)
        var request = Capture.CorrectionRequest()
        request.arena = "growth"
        _ = try here.ledger.capture.correct(id.description, request)
        let growth = try here.ledger.asking.totals(here.march, by: .arena).answer
        #expect(growth.rows.map(\.key) == ["growth"])
        #expect(try here.ledger.asking.show(id.description).reading.arena == .init(.growth, by: .hand))
        request = Capture.CorrectionRequest()
        request.from = here.at("8:00", "2026-03-16")
        request.until = here.at("8:30", "2026-03-16")
        _ = try here.ledger.capture.correct(id.description, request)
        let days = try here.ledger.asking.totals(here.march, by: .day).answer
        #expect(days.rows.filter { $0.spent.seconds > 0 }.map(\.key) == ["2026-03-16"])
        _ = try here.ledger.keeping.undo()
        _ = try here.ledger.keeping.undo()
        let after = try here.ledger.asking.totals(here.march, by: .arena).answer
        #expect(after.rows.map(\.key) == ["unknown"])
        #expect(after.rows.first?.spent == Spent(sure: 3600))
    }

    @Test("An unknown value is refused with the nearest known one")
    func nearest() throws {
        let id = try here.note("x", at: here.at("10:00"))
        var request = Capture.CorrectionRequest()
        request.arena = "growht"
        let error = #expect(throws: LedgerError.self) { try here.ledger.capture.correct(id.description, request) }
        #expect(error?.message == "there is no arena “growht”; did you mean “growth”?")
    }

    @Test("Eight openers capture at once: nothing is lost and nothing fails")
    func manyWriters() async throws {
        let world = here
        try await withThrowingTaskGroup { group in
            for writer in 0..<8 {
                group.addTask {
                    let ledger = try world.reopened()
                    for number in 0..<10 {
                        var request = Capture.NoteRequest(text: "writer \(writer) note \(number)")
                        request.at = world.at("9:00")
                        _ = try ledger.capture.log(request)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try here.ledger.asking.search("writer", limit: 1).total == 80)
    }
}
