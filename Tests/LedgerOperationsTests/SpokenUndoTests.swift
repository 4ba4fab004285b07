import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("Undo says what and how old; redo brings it back")
struct SpokenUndoTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func exported() throws -> String {
        var text = ""
        try here.ledger.keeping.export { text += $0 }
        return text
    }

    @Test("It names the note and how old it is, and asks only from the next day on")
    func age() throws {
        try here.note("drill", at: here.at("9:30"))
        #expect(try here.ledger.keeping.undoPlan().sentence == "the note “drill”, of today, 13:00")
        #expect(try !here.ledger.keeping.undoPlan().isOld)
        here.set(here.at("0:10", "2026-03-18"))
        #expect(try here.ledger.keeping.undoPlan().sentence == "the note “drill”, of yesterday, 13:00")
        #expect(try here.ledger.keeping.undoPlan().isOld)
        here.set(here.at("9:00", "2026-03-22"))
        let plan = try here.ledger.keeping.undoPlan()
        #expect(plan.sentence == "the note “drill”, of 17 March 2026, 13:00, 5 days ago")
        #expect(try here.ledger.keeping.undo(plan).title == "drill")
        #expect(try here.ledger.asking.search("drill").total == 0)
        #expect(try here.ledger.keeping.canRedo())
        #expect(try here.ledger.keeping.redo().sentence == "the note “drill”")
        #expect(try here.ledger.asking.search("drill").total == 1)
        #expect(try !here.ledger.keeping.canRedo())
    }

    @Test("Two people who were made one are named, parted and joined again")
    func merged() throws {
        try here.note("lunch", at: here.at("12:00"), with: ["Lena Roth"])
        try here.note("walk", at: here.at("12:30"), with: ["L. Roth"])
        try here.ledger.people.merge("Lena Roth", "L. Roth")
        #expect(try here.ledger.people.others().count == 1)
        #expect(try here.ledger.keeping.undoPlan().undone.sentence == "that L. Roth and Lena Roth are one")
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.people.others().count == 2)
        _ = try here.ledger.keeping.redo()
        #expect(try here.ledger.people.others().count == 1)
    }

    @Test("Before forgetting it stops, and names that")
    func forgotten() async throws {
        let id = try here.note("lunch", at: here.at("12:00"))
        try here.note("drill", at: here.at("9:30"))
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(id.description))
        let error = #expect(throws: LedgerError.self) { try here.ledger.keeping.undoPlan() }
        #expect(error?.code == .nothingToUndo)
        #expect(error?.message.contains("forget something for good") == true)
        #expect(throws: LedgerError.self) { try here.ledger.keeping.redo() }
    }

    @Test("Of a note that was undone and then forgotten no word stays")
    func undoneAndForgotten() throws {
        let id = try here.note("heron at the weir", at: here.at("9:30"), tags: ["weir"])
        var edit = Capture.Edit()
        edit.text = "heron and two swans at the weir"
        _ = try here.ledger.capture.edit(id.description, edit)
        _ = try here.ledger.keeping.undo()
        #expect(try exported().contains("swans"))
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(id.description))
        #expect(try !exported().contains("swans"))
        #expect(try !exported().contains("heron"))
    }
}
