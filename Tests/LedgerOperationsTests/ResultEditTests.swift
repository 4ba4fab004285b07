import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Results: what they cite, how they are known, and what can be changed")
struct ResultEditTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "calm", label: "Calm nights")]
        try here.ledger.myJob.load(myJob)
    }

    private func only() throws -> Claim { try #require(try here.ledger.asking.claims().first) }

    private func add(_ text: String = "Restores take 50 minutes") throws -> String {
        try here.ledger.results.addClaim(.init(text: text)).description
    }

    @Test("Each part can be changed, an empty text removes it, what is not named stays, and undo takes it back")
    func change() throws {
        let id = try add()
        var edit = Results.ClaimEdit()
        (edit.objective, edit.figure, edit.forWhom) = ("Calm nights", "1 day -> 50 min", "payments")
        (edit.worth, edit.when, edit.knownBy) = ("improvement", "2026-03-10", "drill log")
        try here.ledger.results.edit(id, edit)
        var claim = try only()
        #expect((claim.objective, claim.figure, claim.forWhom) == ("calm", "1 day -> 50 min", "payments"))
        #expect((claim.worth, claim.at, claim.knownBy) == (.improvement, here.at("12:00", "2026-03-10"), "drill log"))
        #expect(claim.text == "Restores take 50 minutes")
        var less = Results.ClaimEdit()
        (less.objective, less.worth, less.forWhom) = ("", "", " ")
        try here.ledger.results.edit(id, less)
        claim = try only()
        #expect(claim.objective == nil && claim.worth == nil && claim.forWhom == nil && claim.figure != nil)
        #expect(try here.ledger.keeping.undo().sentence == "the change of “Restores take 50 minutes”")
        #expect(try only().objective == "calm")
        _ = try here.ledger.keeping.undo()
        #expect(try only().objective == nil)
        #expect(try only().at == here.at("13:00"))
    }

    @Test("An objective or a kind that is none, no words, and a day ahead are refused, and nothing is changed")
    func refused() throws {
        let id = try add()
        let before = try only()
        func refuse(_ code: LedgerError.Code, _ set: (inout Results.ClaimEdit) -> Void) {
            var edit = Results.ClaimEdit()
            set(&edit)
            #expect(#expect(throws: LedgerError.self) { try here.ledger.results.edit(id, edit) }?.code == code)
        }
        refuse(.notFound) { $0.objective = "speed" }
        refuse(.notFound) { $0.worth = "magic" }
        refuse(.usage) { $0.text = " " }
        refuse(.badTime) { $0.when = "2026-03-18" }
        refuse(.badTime) { $0.when = "someday" }
        #expect(try only() == before)
    }

    @Test("What a search finds is counted and shown first; what is cited already and what lies ahead is left out")
    func search() throws {
        let id = try add()
        try here.note("restore drill one", at: here.at("09:00", "2026-02-27"))
        let two = try here.note("restore drill two", at: here.at("09:00", "2026-03-02"))
        try here.note("restore drill three", at: here.at("09:00", "2026-03-09"))
        try here.note("restore drill ahead", at: here.at("09:00", "2026-03-30"))
        try here.ledger.results.cite(id, [two.description])
        let found = try here.ledger.results.citable(id, search: "restore since:2026-03")
        #expect(found.hits.map(\.title) == ["restore drill three"])
        try here.ledger.results.cite(id, found.hits.map(\.id.description))
        #expect(try only().evidence.count == 2)
        #expect(throws: LedgerError.self) { try here.ledger.results.citable(id, search: "restore since:2026-03") }
        #expect(throws: LedgerError.self) { try here.ledger.results.citable(id, search: "archive") }
        #expect(throws: LedgerError.self) { try here.ledger.results.citable("nothing like it", search: "restore") }
        _ = try here.ledger.keeping.undo()
        #expect(try only().evidence == [two])
    }

    @Test("Without evidence it says how it is known: its source, who said so, or on your word")
    func known() throws {
        let id = try add()
        #expect(try only().known == "on your word")
        try here.ledger.results.heard("Maria", "the drill was impressive", claims: [id])
        try here.ledger.results.heard("Maria", "really", claims: [id])
        try here.ledger.results.heard("Tom", "yes", claims: [id])
        #expect(try only().known == "heard from Maria and Tom")
        var edit = Results.ClaimEdit()
        edit.knownBy = "the drill log"
        try here.ledger.results.edit(id, edit)
        #expect(try only().known == "the drill log")
        let value = try here.ledger.asking.value(here.ledger.asking.currentQuarter())
        let section = try #require(value.document.sections.first { $0.id == .results })
        guard case .table(let table) = section.blocks[0] else {
            Issue.record("no table")
            return
        }
        #expect(table.rows[0].last?.plain == "the drill log, cite")
        #expect(section.blocks.last == .offers(.init([.cite(try only().id)], lead: "To see what may stand behind it")))
    }

    @Test("Five lines keep their order, whatever their days, and stay together beside others")
    func order() throws {
        func line(_ text: String, _ when: String) -> Results.ResultLine {
            var line = Results.ResultLine()
            (line.whatChanged, line.when) = (text, when)
            return line
        }
        _ = try add("Newest")
        try here.ledger.results.keep([line("a", "2026-02-03"), line("b", "2026-03-03"), line("c", "2026-01-20")])
        var old = Results.ClaimEdit()
        old.when = "2026-02-20"
        try here.ledger.results.edit(try add("Between"), old)
        // The newest of the three is of 3 March.
        #expect(try here.ledger.asking.claims().map(\.text) == ["Newest", "a", "b", "c", "Between"])
        let days = try here.ledger.asking.claims().filter { $0.text.count == 1 }.map {
            ZoneHistory(FixedWorld.berlin).day(of: $0.at).iso
        }
        #expect(days == ["2026-02-03", "2026-03-03", "2026-01-20"])
        #expect(throws: LedgerError.self) { try here.ledger.results.keep([line("d", "2026-04-01")]) }
    }
}
