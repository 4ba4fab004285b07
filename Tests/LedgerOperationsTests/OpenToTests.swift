import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

/// To whom a repository is open, and what somebody said of themself: what becomes of both.
@Suite("Open to somebody, and said by somebody")
struct OpenToTests {
    let world: OperationsWorld
    let code: GitFixture

    init() async throws {
        world = try OperationsWorld()
        try world.ledger.importing.addMe("mina@example.org")
        code = try GitFixture(name: "Harbour")
        try code.write("a", to: "a")
        try code.commit("Script the failover", at: "2026-03-09T10:00:00+0100")
        _ = try await world.ledger.importing.importAll(
            .git, [code.path], arena: .job, progress: OperationsWorld.silent)
        try world.note("lunch", at: world.at("9:00"), with: ["Jonas Wirth"])
    }

    private func openTo() throws -> [String] { try world.ledger.asking.sources().flatMap(\.openTo) }

    private func said(to name: String) throws -> String {
        try world.ledger.asking.taskPicture("script the failover", for: name).sentences.map(\.text.text)
            .joined(separator: " ")
    }

    @Test("Opening twice is opening once; closing and undo take it back")
    func undoable() throws {
        for _ in 0..<2 { _ = try world.ledger.importing.setOpen("Harbour", to: "jonas", true) }
        #expect(try openTo() == ["Jonas Wirth"])
        #expect(try said(to: "Jonas").contains("Script the failover"))
        _ = try world.ledger.importing.setOpen("Harbour", to: "Jonas Wirth", false)
        #expect(try !said(to: "Jonas").contains("Script the failover"))
        _ = try world.ledger.keeping.undo()
        #expect(try openTo() == ["Jonas Wirth"])
        #expect(try world.ledger.keeping.undo().sentence == "to whom “Harbour” is open")
        #expect(try openTo().isEmpty)
    }

    @Test("Forgetting somebody leaves neither")
    func forgotten() throws {
        _ = try world.ledger.importing.setOpen("Harbour", to: "Jonas", true)
        var request = Capture.NoteRequest(text: "would like to write more")
        request.saidBy = "Jonas"
        _ = try world.ledger.capture.log(request)
        let before = try said(to: "Jonas")
        #expect(before.contains("would like to write more") && before.contains("Script the failover"))
        // A note that somebody said is no meeting with them.
        let ties = try world.ledger.asking.backstage(world.ledger.asking.currentQuarter()).answer.people
        #expect(ties.map(\.ref.count) == [1])
        var export = ""
        try world.ledger.keeping.export { export += $0 }
        #expect(export.contains("Wirth"))
        let person = try world.ledger.forgetting.forgettable(person: "Jonas Wirth")
        _ = try world.ledger.forgetting.perform(
            world.ledger.forgetting.plan(person), .init(files: false, backups: false), by: ReviewPaper.render)
        var after = ""
        try world.ledger.keeping.export { after += $0 }
        #expect(!after.lowercased().contains("wirth"))
        #expect(try openTo().isEmpty)
        #expect(#expect(throws: LedgerError.self) { try said(to: "Jonas Wirth") }?.code == .notFound)
    }
}
