import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@Suite("Private rules: what they match loses its words, after the person was asked")
struct PrivateRuleTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("petra.vogel@corp.test")
    }

    private static let events = [
        "UID:d1\nDTSTART:20260310T090000Z\nDTEND:20260310T100000Z\nSUMMARY:ZQDENTIST check",
        "UID:d2\nDTSTART:20260311T090000Z\nDTEND:20260311T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:ZQDENTIST again\nDESCRIPTION:ZQWHY",
        "UID:w\nDTSTART:20260312T090000Z\nDTEND:20260312T100000Z\nSUMMARY:Restore review",
    ]
    private static let words = ["ZQDENTIST", "ZQWHY"]
    static let rule = "rules:\n  - {name: doctor, when: {title~: \"dentist\"}, private: yes}\n"

    private func change(_ text: String) throws -> JobEditing.MyJobChange {
        try here.ledger.myJob.change(try here.ledger.myJob.text() + text, fileName: "job.yaml")
    }

    @Test("The plan says how many pieces and series lose their words; nothing is lost before it is kept")
    func plan() async throws {
        try await here.importCalendar("Work", Self.events)
        let change = try change(Self.rule)
        #expect(change.lines == ["+ rule doctor"])
        #expect(
            change.takes == [
                "The private rule “doctor” takes the words out of 1 piece and 1 series, for good: titles, texts, people and tags. Only the times stay.",
                "What is read later and matches keeps its time only.",
            ])
        #expect(try !Traces.places(Self.words, of: here.ledger).isEmpty)
        let before = try here.ledger.asking.totals(here.march, by: .source).answer.total
        try here.ledger.myJob.keep(change)
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        #expect(try here.ledger.asking.totals(here.march, by: .source).answer.total == before)
        #expect(try here.ledger.asking.search("restore").total == 1)
        // Undo says that it stops there.
        let error = #expect(throws: LedgerError.self) { try here.ledger.keeping.undo() }
        #expect(error?.message.contains("make something private") == true)
    }

    @Test("Imports apply it before anything is stored, to new events and new dates too")
    func imports() async throws {
        let change = try change(Self.rule)
        #expect(change.takes.first == "The private rule “doctor” takes no words out of what was read before.")
        #expect(change.isUndoable)
        try here.ledger.myJob.keep(change)
        try await here.importCalendar("Work", Self.events)
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        #expect(try here.ledger.asking.search("kind:event").total == 1)
        let again = try await here.importCalendar("Work", Self.events)
        #expect(again.outcomes.map(\.count.updated) == [0])
        #expect(again.outcomes.map(\.count.unchanged) == [5])
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
    }

    @Test("Withdrawn events and older versions lose their words too")
    func older() async throws {
        try await here.importCalendar("Work", Self.events)
        let errand = "UID:d1\nSEQUENCE:1\nDTSTART:20260310T090000Z\nDTEND:20260310T100000Z\nSUMMARY:Errand"
        try await here.importCalendar("Work", [errand, Self.events[2]])
        #expect(try !Traces.places(Self.words, of: here.ledger).isEmpty)
        let change = try change(Self.rule)
        #expect(change.takes.contains { $0.contains("older versions of 1 other piece") })
        try here.ledger.myJob.keep(change)
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
        #expect(try here.ledger.asking.search("errand").total == 1)
    }

    @Test("A rule that matches everything is named as such before it is saved, also where nothing was read yet")
    func everything() async throws {
        let all = "rules:\n  - {name: all, when: {title~: \".*\"}, private: yes}\n"
        #expect(try change(all).takes.first == "The rule “all” matches everything, whatever its title is.")
        try await here.importCalendar("Work", Self.events)
        let takes = try change(all).takes
        #expect(takes[0] == "The rule “all” matches everything, whatever its title is.")
        #expect(takes[1].contains("3 pieces") || takes[1].contains("which is everything that has words"))
        let broad = "rules:\n  - {name: events, when: {kind: event}, private: yes}\n"
        #expect(try change(broad).takes[0].contains("which is everything that has words"))
        #expect(throws: LedgerError.self) { try change("rules:\n  - {name: none, when: {}, private: yes}\n") }
    }

    @Test("Off again, the next reading brings the words back; undo never brings a private rule back unasked")
    func off() async throws {
        try await here.importCalendar("Work", Self.events)
        try here.ledger.myJob.keep(change(Self.rule))
        let open = try here.ledger.myJob.text().replacing("private: true", with: "set: {arena: personal}")
        let change = try here.ledger.myJob.change(open, fileName: "job.yaml")
        #expect(change.takes == [])
        try here.ledger.myJob.keep(change)
        try await here.importCalendar("Work", Self.events)
        #expect(try here.ledger.asking.search("zqdentist").total == 4)
        let error = #expect(throws: LedgerError.self) { try here.ledger.keeping.undo() }
        #expect(error?.message == "this would bring back a private rule, which takes words away for good")
        #expect(try here.ledger.asking.search("zqdentist").total == 4)
    }

    @Test("A rule that is kept as it is, or made narrower, asks nothing; a wider one does")
    func changed() async throws {
        try await here.importCalendar("Work", Self.events)
        try here.ledger.myJob.keep(change(Self.rule))
        let text = try here.ledger.myJob.text()
        let narrower = text.replacing("private: true", with: "private: true\n    from: 2026-03-01")
        #expect(try here.ledger.myJob.change(narrower, fileName: "job.yaml").takes == [])
        let wider = text.replacing("dentist", with: "dentist|restore")
        #expect(try here.ledger.myJob.change(wider, fileName: "job.yaml").takes[0].contains("1 piece"))
    }

    @Test("Saved reviews that hold a title are rewritten without it")
    func reviews() async throws {
        try await here.importCalendar("Work", Self.events)
        here.folder.makeFolder("ledger.sqlite.reviews")
        here.folder.write("ledger.sqlite.reviews/week-of-2026-03-09.html", "<p>ZQDENTIST check</p>")
        try here.ledger.myJob.keep(change(Self.rule), by: ReviewPaper.render)
        #expect(try Traces.places(Self.words, of: here.ledger) == [])
    }

    @Test("Private ones are no examples on Sort, no titles on Time for me, and in no list by title")
    func nowhere() async throws {
        let block = "UID:b\nDTSTART:20260313T090000Z\nDTEND:20260313T100000Z\nSUMMARY:Learning ZQDENTIST"
        try await here.importCalendar("Work", Self.events + [block])
        try here.ledger.myJob.keep(
            change("blocks:\n  - {label: Learning, when: {kind: event, calendar: Work}}\n" + Self.rule))
        let sheet = try here.ledger.asking.sortSheet(here.march)
        #expect(!sheet.groups.flatMap(\.examples).contains { $0.title.isEmpty || $0.title.contains("ZQ") })
        let guarded = try here.ledger.asking.guardAnswer(here.march).answer
        #expect(guarded.blocks.allSatisfy { !$0.title.isEmpty && !$0.title.contains("ZQ") })
    }
}
