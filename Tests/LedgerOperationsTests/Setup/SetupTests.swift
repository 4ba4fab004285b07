import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@Suite("Your job in five questions")
struct SetupTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func answer(_ box: JobBox, _ text: String, leavesOut: Set<LeftOut> = []) throws -> JobEditing.SetupChange {
        var sheet = try here.ledger.myJob.setup()
        sheet.answers[box] = text
        return try here.ledger.myJob.setupChange(sheet.answers, leavesOut: leavesOut, madeFrom: sheet.stamp)
    }

    @Test("Answers become My job in one action, which undo takes back")
    func keep() throws {
        #expect(try here.ledger.myJob.setup().isBlank)
        let change = try answer(.measured, "Restores that work: minutes, under 60\nPeople we keep")
        #expect(change.lines.map(\.text) == ["+ Restores that work: minutes, under 60", "+ People we keep"])
        #expect(change.summary == "two new")
        #expect(try here.ledger.myJob.setup().isBlank)
        try here.ledger.myJob.keep(change)
        #expect(
            try here.ledger.myJob.current().responsibilities.map(\.key) == ["restores-that-work", "people-we-keep"])
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.myJob.setup().isBlank)
    }

    @Test("What a box no longer names ends yesterday, and what no box asks for stays")
    func ends() throws {
        var myJob = MyJob()
        myJob.name = "Dana"
        myJob.objectives = [Objective(key: "calm", label: "Calm nights")]
        myJob.notMine = [NotMine(key: "printers", label: "Printers"), NotMine(key: "badges", label: "Badges")]
        myJob.rules = [Rule(key: "print", when: condition("printer"), set: .init(responsibility: "not mine:printers"))]
        try here.ledger.myJob.load(myJob)
        let change = try answer(.notMine, "Badges: Front desk")
        #expect(change.lines.map(\.text) == ["~ Badges → Badges: Front desk", "- Printers"])
        try here.ledger.myJob.keep(change)
        let kept = try here.ledger.myJob.current()
        #expect(kept.notMine.first { $0.key == "printers" }?.until?.iso == "2026-03-16")
        #expect((kept.name, kept.objectives, kept.rules) == (myJob.name, myJob.objectives, myJob.rules))
        #expect(try answer(.notMine, "Badges: Front desk").isEmpty)
    }

    private func condition(_ title: String) -> Condition {
        var condition = Condition()
        condition.title = title
        return condition
    }

    @Test("What another tab kept meanwhile is not overwritten")
    func twoTabs() throws {
        let first = try here.ledger.myJob.setup()
        var second = first
        second.answers[.next] = "Statistics"
        try here.ledger.myJob.keep(
            here.ledger.myJob.setupChange(second.answers, leavesOut: [], madeFrom: first.stamp))
        var mine = first
        mine.answers[.next] = "Lead a team"
        let error = #expect(throws: LedgerError.self) {
            try here.ledger.myJob.setupChange(mine.answers, leavesOut: [], madeFrom: first.stamp)
        }
        #expect(error?.code == .changedMeanwhile)
        #expect(try here.ledger.myJob.setup().answers[.next] == "Statistics")
    }

    @Test("A change that was shown is not kept over another that came between")
    func between() throws {
        let shown = try answer(.next, "Lead a team")
        var myJob = try here.ledger.myJob.current()
        myJob.name = "Dana"
        try here.ledger.myJob.load(myJob)
        let error = #expect(throws: LedgerError.self) { try here.ledger.myJob.keep(shown) }
        #expect(error?.code == .changedMeanwhile)
        #expect(try here.ledger.myJob.current() == myJob)
    }

    @Test("Something else that changed in My job is in nobody’s way")
    func elsewhere() throws {
        let sheet = try here.ledger.myJob.setup()
        var myJob = try here.ledger.myJob.current()
        myJob.objectives = [Objective(key: "calm", label: "Calm nights")]
        try here.ledger.myJob.load(myJob)
        var mine = sheet
        mine.answers[.next] = "Lead a team"
        try here.ledger.myJob.keep(here.ledger.myJob.setupChange(mine.answers, leavesOut: [], madeFrom: sheet.stamp))
        #expect(try here.ledger.myJob.current().objectives.map(\.key) == ["calm"])
    }

    @Test("An answer of three thousand lines keeps nothing, and what stands stays")
    func tooMuch() throws {
        try here.ledger.myJob.keep(answer(.next, "Statistics"))
        let error = #expect(throws: LedgerError.self) {
            try answer(.measured, (1...3000).map { "Thing \($0)" }.joined(separator: "\n"))
        }
        #expect(error?.code == .tooLarge)
        #expect(try here.ledger.myJob.setup().answers[.measured].isEmpty)
        #expect(try here.ledger.myJob.setup().answers[.next] == "Statistics")
    }

    @Test("The five lines name the file that is really used")
    func privacyFacts() throws {
        let lines = here.ledger.keeping.privacyFacts().lines
        #expect(lines.count == 5)
        #expect(lines[1].text.words.hasSuffix(here.ledger.path))
        #expect(lines[4].offer == .eraseLedger(here.ledger.path))
    }
}

@Suite("What is left out of a ledger")
struct LeftOutTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func leaveOut(_ what: Set<LeftOut>) throws {
        let sheet = try here.ledger.myJob.setup()
        try here.ledger.myJob.keep(here.ledger.myJob.setupChange(sheet.answers, leavesOut: what))
    }

    static let meeting = """
        UID:board-1
        DTSTAMP:20260301T080000Z
        DTSTART:20260316T090000Z
        DTEND:20260316T100000Z
        SUMMARY:Change board
        ORGANIZER;CN=Quill Sentinel:mailto:quill@sentinel.example
        ATTENDEE;CN=Quill Sentinel;PARTSTAT=ACCEPTED:mailto:quill@sentinel.example
        ATTENDEE;CN=Dana;PARTSTAT=ACCEPTED:mailto:dana@example.org
        """

    private func exported() throws -> String {
        var text = ""
        try here.ledger.keeping.export { text += $0 }
        return text
    }

    @Test("Side projects are refused with the way out, and then nothing is read")
    func side() async throws {
        try leaveOut([.side])
        #expect(try here.ledger.myJob.current().settings.arenas == [.job, .growth, .relationships])
        await #expect(throws: LedgerError.self) { try await here.importCalendar("work", [Self.meeting], arena: .side) }
        #expect(try here.ledger.asking.sourceSummaries().isEmpty)
        try await here.importCalendar("work", [Self.meeting], arena: .job)
        #expect(throws: LedgerError.self) { try here.ledger.importing.setDefault("work", arena: .personal) }
        try leaveOut([])
        _ = try here.ledger.importing.setDefault("work", arena: .personal)
    }

    @Test("Of other people their number is kept, and nobody by name")
    func people() async throws {
        _ = try here.ledger.importing.addMe("dana@example.org")
        try leaveOut([.people])
        try await here.importCalendar("work", [Self.meeting], arena: .job)
        #expect(try here.ledger.asking.people().allSatisfy(\.isMe))
        let piece = try #require(try here.ledger.asking.search("board").hits.first)
        let shown = try here.ledger.asking.show(piece.id.description).shown
        #expect(shown.draft.people.isEmpty)
        #expect(shown.draft.headCount == 1)
        #expect(try here.ledger.asking.base(here.march).total == Spent(sure: 3600))
        let bytes = try exported()
        #expect(!bytes.contains("Sentinel") && !bytes.contains("sentinel.example"))
    }

    @Test("Neither the trailers of one’s own commits nor lists of guests in descriptions name anybody")
    func texts() async throws {
        _ = try here.ledger.importing.addMe("mina@example.org")
        try leaveOut([.people])
        let code = try GitFixture(name: "Hedgehog")
        try code.write("a\n", to: "a.txt")
        try code.commit(
            "Begin\n\nWhy it began.\n\nCo-authored-by: Quill Sentinel <quill@sentinel.example>\n"
                + "Reviewed-by: Quill Sentinel <quill@sentinel.example>\nChange-Id: I4711\nCc: quill@sentinel.example\n",
            at: "2026-03-09T10:00:00+0100")
        _ = try await here.ledger.importing.importAll(.git, [code.path], arena: .job, progress: OperationsWorld.silent)
        let event = Self.meeting + "\nDESCRIPTION:The board.\\nAttendees: Quill Sentinel\\nquill@sentinel.example\\nBye"
        try await here.importCalendar("work", [event], arena: .job)
        let text = try exported()
        #expect(!text.contains("Sentinel") && !text.contains("sentinel.example") && !text.contains("Quill"))
        #expect(text.contains("Why it began.") && text.contains("Change-Id: I4711") && text.contains("The board."))
        for query in ["Begin", "board"] {
            let piece = try #require(try here.ledger.asking.search(query).hits.first)
            #expect(!(try here.ledger.asking.show(piece.id.description).shown.draft.body.contains("uill")))
        }
        let again = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(again.outcomes.allSatisfy { $0.count.updated == 0 })
    }

    @Test("Without it they are kept: the check can fail")
    func peopleKept() async throws {
        _ = try here.ledger.importing.addMe("dana@example.org")
        try await here.importCalendar("work", [Self.meeting], arena: .job)
        #expect(try exported().contains("Quill Sentinel"))
    }
}
