import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@Suite("What was asked and promised, until it is ticked")
struct OpenLinesTests {
    let here: OperationsWorld

    init() async throws {
        here = try OperationsWorld()
        _ = try here.ledger.importing.addMe("me@corp.test")
        try await here.importCalendar(
            "Work", [Self.weekly("jonas", "Jonas Weber"), Self.weekly("priya", "Priya Raman")])
    }

    /// Mondays from 2 March, ten weeks, organised by the other.
    private static func weekly(_ uid: String, _ name: String, _ more: String = "RRULE:FREQ=WEEKLY;COUNT=10") -> String {
        """
        UID:\(uid)
        DTSTART:20260302T090000Z
        DURATION:PT30M
        SUMMARY:1:1
        ORGANIZER:mailto:\(uid)@corp.test
        ATTENDEE;CN=\(name);PARTSTAT=ACCEPTED:mailto:\(uid)@corp.test
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@corp.test
        \(more)
        """
    }

    private func answer() throws -> (answer: OneOnOnes, base: AnswerBase) {
        try here.ledger.asking.oneOnOnes(here.ledger.asking.currentQuarter()).parts
    }

    private func meeting(_ name: String) throws -> OneOnOnes.Meeting {
        try #require(try answer().answer.meetings.first { $0.pair.name == name })
    }

    private func open(_ name: String) throws -> [String] {
        try meeting(name).open.map { "\($0.line.kind.rawValue): \($0.line.words)" }
    }

    @Test("What only says what is open takes no time, unless it has a length or says more")
    func time() throws {
        func total() throws -> Int64 {
            try here.ledger.asking.scope(Period(since: FixedWorld.day, until: FixedWorld.day + 1)).base.total.seconds
        }
        let before = try total()
        _ = try here.ledger.capture.keep(lines: ["asked: a map", "promised: the runbook"], with: "Jonas")
        try here.note("I asked: a date\nasked: another", at: here.at("10:00"), with: ["Jonas"])
        #expect(try total() == before)
        try here.note("I asked: a date\nWe spoke of the archive", at: here.at("11:00"), with: ["Jonas"])
        #expect(try total() == before + 300)
    }

    @Test("It stands on their own page, with what ticks it and what turns it down, and on nobody else’s")
    func page() throws {
        let note = try here.note(
            "promised: the runbook by Friday\nasked: a map", at: here.at("10:00", "2026-03-16"), with: ["Jonas"])
        func section(_ name: String) throws -> Document.Section? {
            let held = try here.ledger.asking.held(about: name)
            let pieces = try here.ledger.asking.pieces(naming: held.person.id, past: 5, ahead: 5)
            let document = held.document(
                here.ledger.now, try here.ledger.asking.zones(), pieces: pieces, rest: .held(held.person.id))
            return document.sections.first { $0.id == .openBetween }
        }
        let section1 = try #require(try section("Jonas Weber"))
        let said = "\(section1)"
        #expect(said.contains("the runbook by Friday") && said.contains("a map") && section1.onlyForYou)
        #expect(try section("Priya Raman") == nil)
        _ = try here.ledger.capture.tick(note.description, line: 1, isDeclined: true)
        #expect(try !"\(#require(try section("Jonas Weber")))".contains("the runbook"))
        #expect(try here.ledger.keeping.undo().sentence.contains("was turned down"))
    }

    @Test("A line of a note stands open with whom the note is with, and is something to bring")
    func note() throws {
        try here.note("promised: the runbook by Friday", at: here.at("10:00", "2026-03-16"), with: ["Jonas"])
        try here.note("asked: a reviewer\nI asked: a date", at: here.at("10:00"), with: ["Priya Raman", "Jonas Weber"])
        #expect(
            try open("Jonas Weber") == ["promised: the runbook by Friday", "asked: a reviewer", "I asked: a date"])
        #expect(try open("Priya Raman") == ["asked: a reviewer", "I asked: a date"])
        #expect(try meeting("Jonas Weber").count == 3)
        let (answer, base) = try answer()
        let text = answer.document(base).sections[0].blocks
        guard case .list(let items) = text[1] else {
            Issue.record("no list")
            return
        }
        #expect(items[0].plain == "You promised: the runbook by Friday, since 16 March 2026, yesterday")
    }

    @Test("Ticked by its id, or by its place where several are open; undo opens it again")
    func tick() throws {
        let one = try here.note("promised: a", at: here.at("09:00"), with: ["Jonas"]).description
        let two = try here.note("asked: b\ntalk\nasked: c", at: here.at("10:00"), with: ["Jonas"]).description
        #expect(throws: LedgerError.self) { try here.ledger.capture.tick(two) }
        #expect(try here.ledger.capture.tick(two, line: 2).words == "c")
        #expect(try open("Jonas Weber") == ["promised: a", "asked: b"])
        #expect(try here.ledger.capture.tick(two).words == "b")
        #expect(try here.ledger.capture.tick(one, isDeclined: true).words == "a")
        #expect(try open("Jonas Weber") == [])
        #expect(throws: LedgerError.self) { try here.ledger.capture.tick(one) }
        #expect(try here.ledger.keeping.undo().sentence == "that “promised: a” was turned down")
        #expect(try open("Jonas Weber") == ["promised: a"])
        #expect(try here.ledger.keeping.undo().sentence == "that “asked: b” is done")
        #expect(try open("Jonas Weber") == ["promised: a", "asked: b"])
    }

    @Test("Lines of a talk are kept as one action, with the person whom the name means")
    func keep() throws {
        try here.ledger.capture.keep(lines: ["promised: a", " ", "we talked"], with: "Jonas")
        #expect(try open("Jonas Weber") == ["promised: a"])
        #expect(try meeting("Jonas Weber").notes.map(\.text).sorted() == ["promised: a", "we talked"])
        #expect(try here.ledger.keeping.undo().sentence == "the lines you wrote together")
        #expect(try meeting("Jonas Weber").notes.isEmpty)
        #expect(throws: LedgerError.self) { try here.ledger.capture.keep(lines: ["a"], with: "Nobody") }
        #expect(throws: LedgerError.self) { try here.ledger.capture.keep(lines: [" "], with: "Jonas") }
    }

    @Test("Lines of an inbox and of imported notes are read the same way, by the names at their end")
    func imported() async throws {
        let inbox = here.folder.write(
            "inbox.txt", "2026-03-16 10:00 promised: the key @Jonas\n2026-03-16 11:00 lunch\n")
        _ = try await here.ledger.importing.importAll(.inbox, [inbox], arena: nil, progress: OperationsWorld.silent)
        let notes = here.folder.write(
            "notes.md",
            "## 2026-03-15\n- Talk\n  they promised: two people @Priya_Raman\n- [ ] asked: a map @Priya_Raman\n- [x] asked: b\n- [ ] idle\n"
        )
        _ = try await here.ledger.importing.importNotes(
            file: notes, arena: nil, days: .init(), progress: OperationsWorld.silent)
        #expect(try open("Jonas Weber") == ["promised: the key"])
        #expect(try Set(open("Priya Raman")) == ["they promised: two people", "asked: a map"])
        #expect(try answer().answer.elsewhere.isEmpty)
        let ask = try #require(try meeting("Priya Raman").open.first { $0.line.words == "a map" })
        _ = try here.ledger.capture.tick(ask.note.description)
        let read = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(read.failures.isEmpty)
        #expect(try open("Priya Raman") == ["they promised: two people"])
    }

    @Test("With people without a 1:1, and with nobody, it is listed apart")
    func elsewhere() throws {
        try here.note("I asked: a room", at: here.at("09:00"), with: ["Helen Brandt"])
        try here.note("asked: budget", at: here.at("10:00"))
        let (answer, base) = try answer()
        let section = try #require(answer.document(base).sections.last)
        #expect(section.title == "Open with others")
        guard case .list(let items) = section.blocks[0] else {
            Issue.record("no list")
            return
        }
        #expect(
            items.map(\.plain) == [
                "Helen Brandt: You asked: a room, since 17 March 2026, today",
                "With nobody named (a line can end in @Name): They asked: budget, since 17 March 2026, today",
            ])
        var request = Capture.NoteRequest(text: "asked: budget")
        #expect(
            try here.ledger.capture.log(request).remark?.description
                == "It names nobody with whom it stands open: end it with @NAME.")
        request.with = ["Jonas"]
        #expect(try here.ledger.capture.log(request).remark == nil)
    }

    @Test("What is forgotten, removed or private stands nowhere; an export carries the ticks")
    func gone() async throws {
        let one = try here.note("promised: a", at: here.at("09:00"), with: ["Jonas"])
        let two = try here.note("asked: b", at: here.at("10:00"), with: ["Priya"])
        _ = try here.ledger.capture.tick(two.description)
        var lines: [String] = []
        try here.ledger.keeping.export { lines.append($0) }
        let other = try OperationsWorld()
        try other.ledger.keeping.restore(file: other.folder.write("x.jsonl", lines.joined(separator: "\n")))
        let restored = try other.ledger.asking.oneOnOnes(other.ledger.asking.currentQuarter()).answer
        #expect(restored.meetings.flatMap(\.open).map(\.line.words) == ["a"])
        _ = try here.ledger.capture.remove(one.description)
        #expect(try open("Jonas Weber") == [])
        _ = try here.ledger.keeping.undo()
        #expect(try open("Jonas Weber") == ["promised: a"])
        let plan = try here.ledger.forgetting.plan(here.ledger.forgetting.forgettable(person: "Jonas Weber"))
        _ = try here.ledger.forgetting.perform(plan, .init(files: false, backups: false), by: ReviewPaper.render)
        let answer = try answer().answer
        #expect(answer.meetings.map(\.pair.name) == ["Priya Raman"])
        #expect(answer.elsewhere.flatMap(\.people.values).isEmpty)
    }

    @Test("Ones that nobody answered say nothing of being cancelled; who moved them is said")
    func words() async throws {
        let moved = "RECURRENCE-ID:20260309T090000Z\nSEQUENCE:1"
        let unanswered = Self.weekly("tom", "Tom Otto").replacing(
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@corp.test", with: "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@corp.test"
        )
        let later = Self.weekly("jonas", "Jonas Weber", moved).replacing("20260302T090000Z", with: "20260310T140000Z")
        try await here.importCalendar("Work", [Self.weekly("jonas", "Jonas Weber"), later, unanswered])
        let (answer, base) = try answer()
        func first(_ name: String) throws -> String {
            let section = try #require(answer.document(base).sections.first { $0.title == name })
            guard case .paragraph(let spans) = section.blocks[0] else { return "" }
            return spans.plain
        }
        // Up to noon on 17 March: 2, 9 and 16 March; of Jonas’s the one of the 9th was put to the 10th.
        #expect(
            try first("Tom Otto")
                == "Next Mon 23 March 2026, 10:00. Last perhaps held 16 March 2026. In this period: 3 perhaps held.")
        #expect(
            try first("Jonas Weber")
                == "Next Mon 23 March 2026, 10:00. Last held 16 March 2026. In this period: 3 held; 1 moved by them.")
        let texts = answer.document(base).sections.map { "\($0)" }.joined()
        #expect(!texts.contains("Nothing is open") && !texts.contains("cancelled"))
    }
}
