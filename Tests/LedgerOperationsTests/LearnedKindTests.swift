import Attribution
import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Learned kinds of work: said, counted nowhere, confirmed with one key")
struct LearnedKindTests {
    let here: OperationsWorld
    let fixture: GitFixture

    init() async throws {
        here = try OperationsWorld()
        fixture = try GitFixture()
        try here.ledger.importing.addMe("mina@example.org")
        try commit("update dependency yaml to v2", "package-lock.json", at: "2026-03-10T09:00:00Z")
        try commit("chore: note the drill of today", "journal.bin", at: "2026-03-11T09:00:00Z")
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
    }

    private func commit(_ subject: String, _ file: String, at time: String) throws {
        try fixture.write("\(subject)\n", to: file)
        try fixture.commit(subject, at: time)
    }

    private func piece(_ sheet: KindSheet, _ title: String) throws -> OpenKind {
        try #require(sheet.pieces.first { $0.title.contains(title) })
    }

    private func totals() throws -> [String: Int64] {
        let rows = try here.ledger.asking.totals(here.march, by: .worth).answer.rows
        return Dictionary(rows.map { ($0.key, $0.spent.seconds) }, uniquingKeysWith: +)
    }

    @Test func isSaidAndCountedNowhere() throws {
        let found = try piece(here.ledger.asking.kindSheet(here.march), "yaml")
        #expect(found.learned?.worth == .baseline)
        let shown = try here.ledger.asking.show(found.id.description)
        #expect(shown.learned == found.learned)
        #expect(shown.reading.worth.value == nil)
        #expect(shown.reading.worth.by == .unknown)
        #expect(try Set(totals().keys) == ["unknown"])
        #expect(try here.ledger.asking.search("worth:baseline").total == 0)
        #expect(try here.ledger.asking.search("worth:unknown").total == 2)
    }

    @Test func countsOnceConfirmedAndNoLongerOnceUndone() throws {
        let before = try totals()
        let sheet = try here.ledger.asking.kindSheet(here.march)
        let found = try piece(sheet, "yaml")
        let action = try here.ledger.capture.sayKind(.baseline, of: found.all)
        #expect(try totals()["baseline"] == found.seconds)
        let shown = try here.ledger.asking.show(found.id.description)
        #expect(shown.learned == nil)
        #expect(shown.reading.worth.by == .hand)
        #expect(
            try here.ledger.asking.kindSheet(here.march).pieces.map(\.id)
                == sheet.pieces.map(\.id).filter { $0 != found.id })
        #expect(try here.ledger.keeping.undo(only: action).verb == "kind")
        #expect(try totals() == before)
        #expect(try here.ledger.asking.kindSheet(here.march).pieces == sheet.pieces)
    }

    @Test func undoesNothingElse() throws {
        let found = try piece(here.ledger.asking.kindSheet(here.march), "yaml")
        let action = try here.ledger.capture.sayKind(.baseline, of: found.all)
        try here.note("something else", at: here.at("10:00"))
        let error = #expect(throws: LedgerError.self) { try here.ledger.keeping.undo(only: action) }
        #expect(error?.code == .changedMeanwhile)
    }

    @Test func mostHoursComeFirstAndWhatIsNotAskedAboutIsLeftOut() async throws {
        try here.note("wrote the runbook of restores", at: here.at("13:00"), minutes: 180)
        try here.note("walked by the river", at: here.at("16:00"), minutes: 60, arena: .personal)
        try await here.importCalendar(
            "Work",
            [
                "UID:1\nDTSTART:20260309T090000Z\nDTEND:20260309T100000Z\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Stand-up\n"
                    + "ORGANIZER:mailto:mina@example.org\nATTENDEE:mailto:jonas@example.org"
            ])
        let sheet = try here.ledger.asking.kindSheet(here.march)
        #expect(sheet.pieces.first?.title == "wrote the runbook of restores")
        #expect(sheet.pieces.map(\.seconds) == sheet.pieces.map(\.seconds).sorted(by: >))
        #expect(sheet.pieces.count == 3)
        #expect(sheet.openPieces == 3)
        #expect(sheet.open == sheet.pieces.reduce(0) { $0 + $1.seconds })
        #expect(try here.ledger.asking.kindSheet(here.march, limit: 1).pieces == Array(sheet.pieces.prefix(1)))
    }

    /// No meeting is read, whatever it is called.
    @Test func meetingsAreNotRead() async throws {
        try await here.importCalendar(
            "Work",
            [
                "UID:2\nDTSTART:20260312T090000Z\nDTEND:20260312T100000Z\nSUMMARY:update dependency yaml to v2\n"
                    + "ORGANIZER:mailto:mina@example.org\nATTENDEE:mailto:jonas@example.org"
            ])
        let sheet = try here.ledger.asking.kindSheet(here.march)
        let meeting = try #require(sheet.pieces.first { $0.kind == .event })
        #expect(meeting.learned == nil)
    }

    /// Before, each was asked about by itself.
    @Test func equalTitlesAreAskedOnceAndUndoneTogether() async throws {
        for time in ["10:00", "11:00", "12:00"] { try here.note("watered the plants", at: here.at(time), minutes: 20) }
        try here.note("watered the plants twice", at: here.at("12:40"), minutes: 10)
        let before = try here.ledger.asking.kindSheet(here.march)
        let found = try piece(before, "plants")
        #expect(found.all.count == 3 && found.seconds == 3_600)
        #expect(before.openTitles == before.openPieces - 2 && before.pieces.count == before.openTitles)
        #expect(found.said(.baseline) == "“watered the plants”, all 3: keeps it running")
        let action = try here.ledger.capture.sayKind(.baseline, of: found.all)
        #expect(try here.ledger.asking.search("worth:baseline").total == 3)
        #expect(try here.ledger.asking.kindSheet(here.march).openTitles == before.openTitles - 1)
        #expect(
            try here.ledger.keeping.undo(only: action).sentence == "the kind of work of “watered the plants”")
        #expect(try here.ledger.asking.search("worth:baseline").total == 0)
        #expect(try here.ledger.asking.kindSheet(here.march).pieces == before.pieces)
    }
}
