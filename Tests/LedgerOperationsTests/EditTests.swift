import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("Editing: what was observed stays")
struct EditTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func edit(_ id: PublicID, _ change: (inout Capture.Edit) -> Void) throws -> Capture.Edited {
        var edit = Capture.Edit()
        change(&edit)
        return try here.ledger.capture.edit(id.description, edit)
    }

    private func span(_ id: PublicID) throws -> Interval {
        let draft = try here.ledger.asking.show(id.description).shown.draft
        return Interval(draft.at, draft.until ?? draft.at)
    }

    /// 9:00 to 10:30.
    private func stretch() throws -> PublicID { try here.note("drill", at: here.at("10:30"), minutes: 90) }

    @Test("A timer that was left open keeps its beginning when its end is said, and undo brings it back")
    func leftOpen() throws {
        _ = try here.ledger.capture.start("handbook", at: here.at("9:30", "2026-03-16"))
        let stopped = try here.ledger.capture.stop()
        let capped = Interval(here.at("9:30", "2026-03-16"), here.at("21:30", "2026-03-16"))
        #expect(try span(stopped.id) == capped)
        #expect(stopped.remark?.offers == [.endTimer(stopped.id)])
        let edited = try edit(stopped.id) { $0.until = here.at("17:30", "2026-03-16") }
        #expect(try span(stopped.id) == Interval(capped.start, here.at("17:30", "2026-03-16")))
        #expect(edited.begin.clock == "9:30")
        #expect(edited.end?.clock == "17:30")
        #expect(edited.seconds == 8 * 3600)
        #expect(try here.ledger.keeping.undo().verb == "edit")
        #expect(try span(stopped.id) == capped)
    }

    @Test("One of beginning, end and length leaves what it does not name")
    func one() throws {
        let id = try stretch()
        _ = try edit(id) { $0.from = here.at("9:20") }
        #expect(try span(id) == Interval(here.at("9:20"), here.at("10:30")))
        _ = try edit(id) { $0.until = here.at("11:10") }
        #expect(try span(id) == Interval(here.at("9:20"), here.at("11:10")))
        _ = try edit(id) { $0.length = 3000 }
        #expect(try span(id) == Interval(here.at("9:20"), here.at("10:10")))
    }

    @Test("Two of them say all, and three have to fit")
    func two() throws {
        let id = try stretch()
        _ = try edit(id) { ($0.from, $0.until) = (here.at("8:10"), here.at("8:40")) }
        #expect(try span(id) == Interval(here.at("8:10"), here.at("8:40")))
        _ = try edit(id) { ($0.from, $0.length) = (here.at("9:10"), 1200) }
        #expect(try span(id) == Interval(here.at("9:10"), here.at("9:30")))
        _ = try edit(id) { ($0.until, $0.length) = (here.at("12:00"), 1800) }
        #expect(try span(id) == Interval(here.at("11:30"), here.at("12:00")))
        _ = try edit(id) { ($0.at, $0.length) = (here.at("12:30"), 1800) }
        #expect(try span(id) == Interval(here.at("12:00"), here.at("12:30")))
        _ = try edit(id) { ($0.from, $0.until, $0.length) = (here.at("7:00"), here.at("7:30"), 1800) }
        #expect(try span(id) == Interval(here.at("7:00"), here.at("7:30")))
    }

    @Test("What contradicts itself is refused, and nothing changes")
    func refused() throws {
        let id = try stretch()
        let refusals: [(LedgerError.Code, (inout Capture.Edit) -> Void)] = [
            (.usage, { $0.at = here.at("11:00") }),
            (.usage, { ($0.at, $0.until) = (here.at("11:00"), here.at("11:00")) }),
            (.usage, { ($0.from, $0.until, $0.length) = (here.at("7:00"), here.at("7:30"), 60) }),
            (.badTime, { $0.from = here.at("10:31") }),
            (.badTime, { $0.until = here.at("8:59") }),
            (.badTime, { $0.until = here.at("9:01", "2026-03-19") }),
            (.badTime, { $0.length = 366 * 86_400 }),
        ]
        for (code, change) in refusals {
            let error = #expect(throws: LedgerError.self) { _ = try edit(id, change) }
            #expect(error?.code == code)
            #expect(error?.hint.isEmpty == false)
        }
        #expect(try span(id) == Interval(here.at("9:00"), here.at("10:30")))
        #expect(try here.ledger.keeping.undo().verb == "log")
    }

    @Test("What has no length was noted when it was over")
    func moment() throws {
        let id = try here.note("answered Tom", at: here.at("10:50"))
        #expect(try edit(id) { $0.at = here.at("10:40") }.end == nil)
        #expect(try span(id) == Interval(here.at("10:40"), here.at("10:40")))
        _ = try edit(id) { $0.length = 600 }
        #expect(try span(id) == Interval(here.at("10:30"), here.at("10:40")))
        let other = try here.note("answered Maria", at: here.at("11:50"))
        _ = try edit(other) { $0.from = here.at("11:20") }
        #expect(try span(other) == Interval(here.at("11:20"), here.at("11:50")))
    }

    @Test("A piece that moves to summer has the offset of summer")
    func offset() throws {
        let id = try stretch()
        _ = try edit(id) { ($0.from, $0.length) = (here.at("9:00", "2025-07-15"), 600) }
        #expect(try here.ledger.asking.show(id.description).shown.draft.utcOffset == 7200)
        _ = try edit(id) { $0.text = "drill again" }
        #expect(try here.ledger.asking.show(id.description).shown.draft.utcOffset == 7200)
    }
}
