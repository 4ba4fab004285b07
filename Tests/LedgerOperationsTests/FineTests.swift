import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Scope.md, "Fine as it is".
@Suite("What is called fine is in no advice, until the day or for good")
struct FineTests {
    let here: OperationsWorld

    init() async throws {
        here = try OperationsWorld()
        _ = try here.ledger.importing.addMe("me@corp.test")
        try await here.importCalendar(
            "Work",
            [
                """
                UID:m
                DTSTART:20260316T090000Z
                DURATION:PT30M
                SUMMARY:Talk
                ORGANIZER:mailto:me@corp.test
                ATTENDEE;CN=Helen Brandt;PARTSTAT=ACCEPTED:mailto:helen@corp.test
                ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@corp.test
                """
            ])
        var myJob = MyJob()
        var item = Responsibility(key: "restores", label: "Restores")
        item.measure = "tested restores"
        myJob.responsibilities = [item]
        myJob.people = [MyJobPerson(key: "h", label: "Helen Brandt", role: .decider, identities: ["helen@corp.test"])]
        try here.ledger.myJob.load(myJob)
    }

    private func scope() throws -> Document {
        try here.ledger.asking.scope(here.ledger.asking.currentQuarter()).document
    }

    private func has(_ id: SectionID) throws -> Bool { try scope().sections.contains { $0.id == id } }

    @Test("Little on record is said once, and not where that is fine; the day ends it, and so do undo and advise")
    func record() throws {
        #expect(try has(.little))
        try here.ledger.myJob.fine("record", until: CivilDay(iso: "2026-03-20"))
        #expect(try !has(.little))
        here.set(here.at("12:00", "2026-03-20"))
        #expect(try has(.little))
        here.set(here.at("12:00"))
        #expect(try here.ledger.keeping.undo().sentence == "that little is on record is fine")
        #expect(try has(.little))
        _ = try here.ledger.keeping.redo()
        #expect(try !has(.little))
        #expect(try here.ledger.myJob.allFine().map(\.words) == ["little is on record"])
        try here.ledger.myJob.advise("record")
        #expect(try has(.little) && here.ledger.myJob.allFine().isEmpty)
    }

    @Test("A measure that need not be agreed is asked for nowhere")
    func agreement() throws {
        #expect(try has(.agreement) && scope().headline.plain.contains("not yet agreed with Helen Brandt"))
        #expect(try here.ledger.myJob.fine("agree:Restores") == "“Restores” has no agreed measure")
        #expect(try !has(.agreement) && !scope().headline.plain.contains("agreed"))
        #expect(try here.ledger.keeping.undo().sentence == "that a measure is not agreed is fine")
        #expect(try has(.agreement))
    }

    @Test("The step of the week passes on to the next one")
    func step() throws {
        #expect(try here.ledger.asking.weekNow()?.step.kind == "sort")
        try here.ledger.myJob.fine("sort")
        #expect(try here.ledger.asking.weekNow()?.step.kind != "sort")
    }

    @Test("Refused: nothing of the name, a day that has passed, an end of what was not fine")
    func refused() throws {
        #expect(throws: LedgerError.self) { try here.ledger.myJob.fine("everything") }
        #expect(throws: LedgerError.self) { try here.ledger.myJob.fine("agree:nothing") }
        #expect(throws: LedgerError.self) { try here.ledger.myJob.fine("record", until: CivilDay(iso: "2026-01-01")) }
        #expect(throws: LedgerError.self) { try here.ledger.myJob.advise("record") }
    }
}
