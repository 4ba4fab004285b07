import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Import: calendars and inbox through the whole way")
struct ImportTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    static let meeting = """
        UID:m1
        SEQUENCE:1
        SUMMARY:Restore review
        DTSTART:20260316T090000Z
        DTEND:20260316T100000Z
        ORGANIZER:mailto:maria@example.com
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@example.com
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:maria@example.com
        """
    static let plan = """
        UID:p1
        SUMMARY:Learning: Swift
        DTSTART:20260316T163000Z
        DTEND:20260316T173000Z
        """

    @Test("A second import adds nothing and changes no total")
    func twice() async throws {
        try here.ledger.importing.addMe("dana@example.com")
        let first = try await here.importCalendar("Work", [Self.meeting, Self.plan], arena: .job)
        #expect(first.outcomes.map(\.count.added) == [2])
        let before = try here.ledger.asking.base(here.march).total
        #expect(before == Spent(sure: 3600))
        let second = try await here.importCalendar("Work", [Self.meeting, Self.plan])
        #expect(second.outcomes.map(\.count.added) == [0])
        #expect(second.outcomes.map(\.count.unchanged) == [2])
        #expect(try here.ledger.asking.base(here.march).total == before)
    }

    @Test("An event that vanished from its calendar is withdrawn, one that comes back counts again")
    func withdrawn() async throws {
        try await here.importCalendar("Work", [Self.meeting, Self.plan])
        let gone = try await here.importCalendar("Work", [Self.plan])
        #expect(gone.outcomes[0].count.withdrawn == 1)
        #expect(try here.ledger.asking.base(here.march).total.seconds == 0)
        try await here.importCalendar("Work", [Self.meeting, Self.plan])
        #expect(try here.ledger.asking.base(here.march).total.seconds == 3600)
    }

    @Test("A later version replaces an earlier one, and an earlier one that arrives late does not")
    func versions() async throws {
        let later = Self.meeting.replacing("SEQUENCE:1", with: "SEQUENCE:2").replacing("T100000Z", with: "T093000Z")
        try await here.importCalendar("Work", [Self.meeting])
        try await here.importCalendar("Work", [later])
        #expect(try here.ledger.asking.base(here.march).total.seconds == 1800)
        try await here.importCalendar("Work", [Self.meeting])
        #expect(try here.ledger.asking.base(here.march).total.seconds == 1800)
    }

    @Test("Removing a source restores what was before it; what is cited stays readable")
    func removeSource() async throws {
        try here.note("note", at: here.at("9:30", "2026-03-16"), minutes: 30)
        let before = try here.ledger.asking.base(here.march).total
        try await here.importCalendar("Work", [Self.meeting, Self.plan])
        let id = try #require(try here.ledger.asking.search("restore review").hits.first?.id)
        var claim = Results.ClaimRequest(text: "Restore takes an hour")
        claim.cite = [id.description]
        _ = try here.ledger.results.addClaim(claim)
        let removed = try here.ledger.importing.removeSource("Work")
        #expect(removed.removed == 1)
        #expect(removed.kept == 1)
        #expect(try here.ledger.asking.base(here.march).total == before)
        #expect(try here.ledger.asking.show(id.description).shown.draft.title == "Restore review")
    }

    @Test("A private event keeps its time only")
    func privateEvents() async throws {
        let secret = Self.meeting.replacing("SUMMARY:Restore review", with: "CLASS:PRIVATE\nSUMMARY:SENTINEL doctor")
        try await here.importCalendar("Work", [secret])
        #expect(try here.ledger.asking.base(here.march).total.seconds == 3600)
        #expect(try here.ledger.asking.search("SENTINEL").total == 0)
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        #expect(!dump.contains("SENTINEL"))
        #expect(!dump.contains("maria@example.com"))
    }

    @Test("An event titled log: is a note")
    func logEvents() async throws {
        let log =
            "UID:l1\nSUMMARY:log: walked Tom through the runbook\nDTSTART:20260316T120000Z\nDTEND:20260316T123000Z"
        try await here.importCalendar("Phone", [log])
        let hit = try #require(try here.ledger.asking.search("runbook").hits.first)
        #expect(hit.kind == .note)
        #expect(hit.title == "walked Tom through the runbook")
        #expect(try here.ledger.asking.base(here.march).total == Spent(sure: 1800))
    }

    @Test("A calendar that is HTML is refused with one sentence, and nothing is written")
    func html() async throws {
        let file = here.folder.write("login.ics", "<!DOCTYPE html><html><body>Sign in</body></html>")
        let report = try await here.ledger.importing.importAll(
            .calendar, [file], arena: nil, progress: OperationsWorld.silent)
        #expect(report.failures.map(\.error.code) == [.noCalendar])
        #expect(try here.ledger.asking.sourceSummaries().isEmpty)
    }

    @Test("One unreadable source does not keep the others out")
    func oneOfTwo() async throws {
        let good = here.folder.write(
            "inbox.txt", "2026-03-16 9:30 restore drill done 50m #resilience @Maria_Keller\nplain line\n")
        let report = try await here.ledger.importing.importAll(
            .inbox, [here.folder.file("missing.txt"), good], arena: nil, progress: OperationsWorld.silent)
        #expect(report.failures.count == 1)
        #expect(report.outcomes.map(\.count.added) == [2])
        let hit = try #require(try here.ledger.asking.search("restore tag:resilience").hits.first)
        #expect(hit.until.map { $0 - hit.at } == 3000)
        here.set(here.at("18:00"))
        let again = try await here.ledger.importing.importAll(
            .inbox, [good], arena: nil, progress: OperationsWorld.silent)
        #expect(again.outcomes.map(\.count.added) == [0])
    }
}
