import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Candidates: keep, strike, later, merge, split")
struct SaidOfCandidateTests {
    let here: OperationsWorld
    let fixture: GitFixture

    init() async throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
        fixture = try GitFixture(name: "press")
        for (day, title) in [
            ("02", "feat: sort rows, closes #1"), ("03", "feat: sort rows by column, refs #1"),
            ("20", "feat: print labels, closes #2"),
        ] {
            try fixture.write("\(title)\n", to: "src/\(day).c")
            try fixture.commit(title, at: "2026-02-\(day)T09:00:00+0100")
        }
        try await read()
    }

    private func read() async throws {
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
    }

    private func list() throws -> [Candidate] {
        try here.ledger.asking.candidates(
            Period(since: FixedWorld.day.firstOfQuarter, until: FixedWorld.day.firstOfQuarter.adding(months: 3))
        ).list.sorted { $0.first < $1.first }
    }

    private func sizes() throws -> [Int] { try list().map(\.pieces.count) }

    private func undo() throws -> String { try here.ledger.keeping.undo().sentence }

    @Test("Kept, it is a result in the person’s words on its last day, with its pieces; undone, a candidate")
    func keep() throws {
        let first = try #require(try list().first)
        let kept = try here.ledger.results.keep(first, wording: " Rows sort in a second ")
        let result = try #require(try here.ledger.asking.claims().first)
        #expect(result.id == kept.result)
        #expect(result.text == "Rows sort in a second")
        #expect(result.evidence == first.pieces)
        #expect(try here.ledger.asking.zones().day(of: result.at).iso == "2026-02-03")
        #expect(try sizes() == [1])
        _ = try here.ledger.keeping.undo(only: kept.action)
        #expect(try sizes() == [2, 1])
        #expect(throws: LedgerError.self) { try here.ledger.results.keep(first, wording: " ") }
    }

    @Test("What belongs to a result that was just kept is cited by it in one action")
    func add() throws {
        let both = try list()
        let kept = try here.ledger.results.keep(both[0], wording: "Rows sort and print")
        _ = try here.ledger.results.add(both[1], to: kept.result)
        #expect(try here.ledger.asking.claims().first?.evidence.count == 3)
        #expect(try sizes() == [])
        _ = try undo()
        #expect(try here.ledger.asking.claims().first?.evidence.count == 2)
        #expect(try sizes() == [1])
    }

    @Test("Struck, no import brings it back, but undo does")
    func strike() async throws {
        _ = try here.ledger.results.strike(try list()[1])
        try await read()
        #expect(try sizes() == [2])
        #expect(try undo() == "that “feat: print labels, closes #2” is no result")
        #expect(try sizes() == [2, 1])
        _ = try here.ledger.keeping.redo()
        #expect(try sizes() == [2])
    }

    @Test("Struck, it stays struck when its branch is rebased or its message changed")
    func rebased() async throws {
        _ = try here.ledger.results.strike(try list()[1])
        try fixture.git(["commit", "-q", "--amend", "-m", "feat: print labels of any size, closes #2"])
        try await read()
        #expect(try sizes() == [2])
        // All three get other names; the author’s times stay.
        try fixture.git(
            ["rebase", "-q", "--root", "--force-rebase"],
            environment: ["GIT_COMMITTER_DATE": "2026-03-01T09:00:00+0100"])
        try await read()
        #expect(try sizes() == [2])
    }

    @Test("Struck, it stays struck when its source is removed and read again")
    func removed() async throws {
        _ = try here.ledger.results.strike(try list()[1])
        let source = try #require(try here.ledger.asking.sources().first)
        _ = try here.ledger.importing.removeSource(source.id.description)
        try await read()
        #expect(try sizes() == [2])
    }

    @Test("Put off, it is offered again after two weeks")
    func later() throws {
        _ = try here.ledger.results.later(try list()[0])
        #expect(try sizes() == [1])
        here.set(FixedWorld.now + (Results.putOff - 1) * 86_400)
        #expect(try sizes() == [1])
        here.set(FixedWorld.now + Results.putOff * 86_400)
        #expect(try sizes() == [2, 1])
        here.set(FixedWorld.now)
        #expect(try undo() == "that the question about “feat: sort rows, closes #1” was put off")
        #expect(try sizes() == [2, 1])
    }

    @Test("Merged and split, each is undone")
    func together() throws {
        let both = try list()
        _ = try here.ledger.results.merge(both[1], with: both[0])
        #expect(try sizes() == [3])
        _ = try undo()
        #expect(try sizes() == [2, 1])
        _ = try here.ledger.results.split(both[0], leaving: [both[0].pieces[1]])
        #expect(try sizes() == [1, 1, 1])
        #expect(try undo() == "that parts of “feat: sort rows, closes #1” are something else")
        #expect(try sizes() == [2, 1])
        for leaving in [[], both[0].pieces] {
            #expect(throws: LedgerError.self) { try here.ledger.results.split(both[0], leaving: Set(leaving)) }
        }
    }

    @Test("A piece that is forgotten is in nothing that was said of a candidate")
    func forgotten() async throws {
        let both = try list()
        _ = try here.ledger.results.strike(both[0])
        _ = try here.ledger.results.strike(both[1])
        for piece in [both[0].pieces[1], both[1].pieces[0]] {
            _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(piece.description))
        }
        var lines = ""
        try here.ledger.keeping.export { lines += $0 + "\n" }
        #expect(lines.contains(both[0].pieces[0].description))
        #expect(
            lines.split(separator: "\n").count { $0.contains("said_of_candidate") && !$0.contains("hand_action") } == 1)
    }
}
