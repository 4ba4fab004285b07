import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@Suite("What is left out of a ledger is gone from it")
struct LeftOutGoneTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        _ = try here.ledger.importing.addMe("dana@example.org")
    }

    private func leaveOut(_ what: Set<LeftOut>) throws -> JobEditing.SetupChange {
        let sheet = try here.ledger.myJob.setup()
        let change = try here.ledger.myJob.setupChange(sheet.answers, leavesOut: what)
        try here.ledger.myJob.keep(change)
        return change
    }

    private func exported() throws -> String {
        var text = ""
        try here.ledger.keeping.export { text += $0 }
        return text
    }

    @Test("People of what was read before go at once: from every version, series, commit and the file itself")
    func people() async throws {
        let weekly = LeftOutTests.meeting.replacing("board-1", with: "weekly-1") + "\nRRULE:FREQ=WEEKLY;COUNT=3"
        try await here.importCalendar("work", [LeftOutTests.meeting, weekly], arena: .job)
        let later = LeftOutTests.meeting.replacing("Change board", with: "Change board, moved").replacing(
            "DTSTAMP:20260301T080000Z", with: "DTSTAMP:20260302T080000Z\nSEQUENCE:2")
        try await here.importCalendar("work", [later, weekly], arena: .job)
        let fixture = try GitFixture(name: "Hedgehog")
        try fixture.addHistory()
        let trailers = try Sentinels.trailerRepository("Quill Sentinel", mail: "quill@sentinel.example")
        try here.ledger.importing.addMe("mina@example.org")
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path, trailers.path], arena: nil, progress: OperationsWorld.silent)
        try here.note("lunch", at: here.at("12:10"), with: ["Noor Haddad"])
        let total = try here.ledger.asking.base(here.march).total
        #expect(try exported().contains("quill@sentinel.example") && exported().contains("omar@example.org"))

        let change = try leaveOut([.people])
        #expect(change.takes.first?.hasPrefix("This removes other people for good from what was read before") == true)
        #expect(change.takes.first?.contains("commit") == true)
        let text = try exported()
        for word in ["sentinel.example", "Quill", "omar@example.org"] { #expect(!text.contains(word), "\(word)") }
        #expect(text.contains("Zqseenchange"))
        let again = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(again.outcomes.allSatisfy { $0.count.updated == 0 })
        #expect(try here.ledger.asking.people().filter { !$0.isMe }.map(\.name) == ["Noor Haddad"])
        #expect(try here.ledger.asking.search("Quill").total == 0)
        #expect(try here.ledger.asking.search("board").total > 0)
        #expect(try here.ledger.asking.base(here.march).total == total)
    }

    @Test("Nothing is asked where nobody was read, and nothing of the next reading is new")
    func again() async throws {
        #expect(try leaveOut([.people]).takes.isEmpty)
        _ = try leaveOut([])
        try await here.importCalendar("work", [LeftOutTests.meeting], arena: .job)
        #expect(!(try leaveOut([.people]).takes.isEmpty))
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.outcomes.map(\.count.updated) == [0])
        #expect(!(try exported().contains("sentinel.example")))
    }

    @Test("Taking the setting back brings nobody back until it is read again; setting it by undo erases too")
    func undo() async throws {
        try await here.importCalendar("work", [LeftOutTests.meeting], arena: .job)
        _ = try leaveOut([.people])
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.myJob.current().settings.leavesOut.isEmpty)
        #expect(!(try exported().contains("sentinel.example")))
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try exported().contains("sentinel.example"))
        _ = try leaveOut([.people])
        _ = try leaveOut([])
        _ = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(try exported().contains("sentinel.example"))
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.myJob.current().settings.leavesOut == [.people])
        #expect(!(try exported().contains("sentinel.example")))
    }

    @Test("A side project that was read before is not read on, and says how to take it out")
    func side() async throws {
        try await here.importCalendar("kayak", [LeftOutTests.meeting], arena: .side)
        _ = try leaveOut([.side])
        let source = try #require(try here.ledger.importing.leftOutSources().first)
        #expect(source.name == "kayak")
        let all = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(all.outcomes.isEmpty && all.failures.isEmpty)
        let one = try await here.ledger.importing.sync(only: [source.id], progress: OperationsWorld.silent)
        #expect(one.failures.first?.error.code == .leftOut)
        #expect(one.failures.first?.error.hint.words.contains("limelight sources remove \(source.id)") == true)
    }
}
