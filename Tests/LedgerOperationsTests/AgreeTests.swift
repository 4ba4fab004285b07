import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Agreed: a measure and whoever decides")
struct AgreeTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        var restores = Responsibility(key: "restores", label: "Restores that work")
        restores.measure = "minutes of the drill"
        var myJob = MyJob()
        myJob.responsibilities = [restores, Responsibility(key: "team", label: "The team")]
        myJob.people = [
            MyJobPerson(key: "maria", label: "Maria Keller", role: .decider),
            MyJobPerson(key: "jonas", label: "Jonas Wirth"),
        ]
        try here.ledger.myJob.load(myJob)
    }

    private func stands() throws -> Responsibility? {
        try here.ledger.myJob.current().responsibilities.first { $0.key == "restores" }
    }

    @Test("It stands with whom and since when, leaves the open ones, and is taken back whole")
    func kept() throws {
        #expect(try here.ledger.asking.weekNow()?.scope.answer.unagreed.map(\.key) == ["restores"])
        let agreed = try here.ledger.myJob.agree("restores THAT work", on: CivilDay(iso: "2026-03-12"))
        #expect(agreed.person == "Maria Keller")
        #expect(try stands()?.agreedWith == "Maria Keller")
        #expect(try stands()?.agreedOn == CivilDay(iso: "2026-03-12"))
        #expect(try here.ledger.asking.weekNow()?.scope.answer.unagreed.isEmpty == true)
        #expect(try here.ledger.keeping.undo().sentence == "that a measure was agreed")
        #expect(try stands()?.agreedWith == nil)
    }

    @Test("A first name is somebody of My job, and another name stands as it was typed")
    func people() throws {
        #expect(try here.ledger.myJob.agree("restores", with: "jonas").person == "Jonas Wirth")
        #expect(try here.ledger.myJob.agree("restores", with: "Ivo from finance").person == "Ivo from finance")
        #expect(try stands()?.agreedOn == here.ledger.asking.today())
    }

    @Test("What cannot be is said, and nothing changes")
    func refused() throws {
        let revision = try here.ledger.asking.revision()
        #expect(throws: LedgerError.self) { try here.ledger.myJob.agree("printers") }
        #expect(throws: LedgerError.self) { try here.ledger.myJob.agree("team") }
        #expect(throws: LedgerError.self) {
            try here.ledger.myJob.agree("restores", on: try here.ledger.asking.today() + 1)
        }
        #expect(try here.ledger.asking.revision() == revision)
        #expect(try stands()?.agreedWith == nil)
    }

    @Test("Of several who decide it is the first, whom the answer names; without any it has to be said")
    func several() throws {
        var myJob = try here.ledger.myJob.current()
        myJob.people.append(MyJobPerson(key: "ivo", label: "Ivo Brandt", role: .decider))
        try here.ledger.myJob.load(myJob)
        #expect(try here.ledger.myJob.agree("restores").person == "Maria Keller")
        #expect(try here.ledger.myJob.agree("restores", with: "ivo").person == "Ivo Brandt")
        myJob = try here.ledger.myJob.current()
        myJob.people = []
        try here.ledger.myJob.load(myJob)
        here.set(here.at("12:00", "2026-03-19"))
        #expect(throws: LedgerError.self) { try here.ledger.myJob.agree("restores") }
        #expect(try stands()?.agreedWith == "Ivo Brandt")
    }
}
