import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("Forgetting: what a real calendar and a real repository held")
struct ForgetCalendarTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
    }

    private func exported() throws -> String {
        var text = ""
        try here.ledger.keeping.export { text += $0 }
        return text
    }

    private static let weekly = """
        UID:pair-1
        SUMMARY:1:1 Otto
        DESCRIPTION:Otto’s topics\\, then mine
        DTSTART:20260310T130000Z
        DTEND:20260310T133000Z
        RRULE:FREQ=WEEKLY
        ORGANIZER;CN="Otto":mailto:otto@quill.example
        ATTENDEE;CN="Otto";PARTSTAT=ACCEPTED:mailto:Otto@quill.example
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
        """

    @Test("A name that only a calendar gives goes too, and the weekly 1:1 is nobody’s from end to end")
    func displayName() async throws {
        let code = try GitFixture(name: "Hedgehog")
        try code.write("a\n", to: "a.txt")
        try code.commit(
            "Begin\n\nCo-authored-by: Otto Quillmark <otto@quill.example>\n", at: "2026-03-09T10:00:00+0100")
        try code.write("b\n", to: "b.txt")
        try code.commit("Theirs", by: "Otto Quillmark <otto@quill.example>", at: "2026-03-10T10:00:00+0100")
        _ = try await here.ledger.importing.importAll(.git, [code.path], arena: nil, progress: OperationsWorld.silent)
        try await here.importCalendar("Work", [Self.weekly])
        #expect(try here.ledger.asking.search("Otto").total > 80)
        let target = try here.ledger.forgetting.forgettable(person: "Otto Quillmark")
        let said = try here.ledger.forgetting.preview(of: target)
        #expect(said.goes.map { $0.hasPrefix("Where nobody else was there, “Otto” is removed from 9") } == [true])
        _ = try here.ledger.forgetting.forget(target)
        #expect(!(try exported().lowercased().contains("otto")))
        #expect(try here.ledger.asking.search("Otto").total == 0)
        let total = try here.ledger.asking.search("forgotten").total
        let again = try await here.importCalendar("Work", [Self.weekly])
        #expect(again.outcomes.map(\.count.updated) == [0])
        #expect(again.outcomes.map(\.count.added) == [0])
        _ = try await here.ledger.importing.importAll(.git, [code.path], arena: nil, progress: OperationsWorld.silent)
        #expect(!(try exported().lowercased().contains("otto")))
        #expect(try here.ledger.asking.search("forgotten").total == total)
    }

    @Test("A series that goes on from what was kept of it brings nobody back")
    func series() async throws {
        // Whole days go on; meetings of a calendar that is not read any more do not.
        let days = Self.weekly.replacing("\"Otto\"", with: "\"Otto Quillmark\"")
            .replacing("DTSTART:20260310T130000Z", with: "DTSTART;VALUE=DATE:20260310")
            .replacing("DTEND:20260310T133000Z", with: "DTEND;VALUE=DATE:20260311")
        let calendar = CutCalendarTests.calendar([days])
        let incoming = try DropTests.receive([("work.ics", calendar)], here.ledger)
        _ = try await here.ledger.importing.importDropped(incoming[0], arena: nil, progress: OperationsWorld.silent)
        let target = try here.ledger.forgetting.forgettable(person: "otto@quill.example")
        let holding = try here.ledger.forgetting.keptFiles(holding: target)
        #expect(holding.count == 1)
        _ = try here.ledger.forgetting.forget(target)
        here.ledger.importing.deleteKeptFiles(of: holding)
        let people = try here.ledger.asking.people().map(\.id)
        let pieces = try here.ledger.asking.search("").total
        here.set(FixedWorld.at("2027-02-03", "9:00"))
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty)
        #expect(try here.ledger.asking.search("").total > pieces + 40)
        #expect(try here.ledger.asking.people().map(\.id) == people)
        #expect(!(try exported().lowercased().contains("otto")))
        let later = try #require(try here.ledger.asking.search("since:2027-12-01").hits.first)
        #expect(later.title == "1:1 [forgotten]")
    }

    @Test("What stays is counted before anything is erased, and said in a sentence that can be typed on")
    func counted() async throws {
        let group = """
            UID:group-1
            SUMMARY:Emre’s demo
            DTSTART:20260312T130000Z
            DTEND:20260312T133000Z
            ATTENDEE;CN="Emre Can";PARTSTAT=ACCEPTED:mailto:emre@example.com
            ATTENDEE;CN="Noor Haddad";PARTSTAT=ACCEPTED:mailto:noor@example.com
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
            """
        let pair = Self.weekly.replacing("Otto@", with: "emre@").replacing("otto@quill", with: "emre@quill")
            .replacing("\"Otto\"", with: "\"Emre Can\"").replacing("Otto", with: "Emre")
            .replacing("quill.example", with: "example.com")
        try await here.importCalendar("Work", [group, pair])
        _ = try here.ledger.results.addClaim(Results.ClaimRequest(text: "Emre ships alone"))
        let target = try here.ledger.forgetting.forgettable(person: "Emre Can")
        let said = try here.ledger.forgetting.preview(of: target)
        #expect(said.goes.count == 1)
        #expect(said.goes.first?.hasPrefix("Where nobody else was there, “Emre” is removed from 9") == true)
        #expect(
            said.stays.last
                == "The word “Emre” stays in 1 other title and 1 result; see them with: \(offer: .search("Emre"))")
        #expect(try here.ledger.forgetting.forget(target) == said.stays)
        #expect(try here.ledger.asking.search("Emre").hits.map(\.title) == ["Emre’s demo"])
    }
}
