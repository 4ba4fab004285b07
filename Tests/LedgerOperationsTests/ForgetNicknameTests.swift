import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@Suite("Forgetting: a nickname that only a calendar gives")
struct ForgetNicknameTests {
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

    /// A commit gives the name first.
    private func readCode() async throws {
        let code = try GitFixture(name: "Hedgehog")
        try code.write("a\n", to: "a.txt")
        try code.commit(
            "Begin\n\nCo-authored-by: Jonas Weber <jonas@example.com>\n", at: "2026-03-09T10:00:00+0100")
        _ = try await here.ledger.importing.importAll(.git, [code.path], arena: nil, progress: OperationsWorld.silent)
    }

    private static func meeting(
        _ uid: String, _ title: String, _ text: String, day: Int, also: String = "", repeats: Bool = false
    ) -> String {
        """
        UID:\(uid)
        SUMMARY:\(title)
        DESCRIPTION:\(text)
        DTSTART:202603\(day)T130000Z
        DTEND:202603\(day)T133000Z
        ATTENDEE;CN="Joni";PARTSTAT=ACCEPTED:mailto:jonas@example.com
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org\(also)\(repeats ? "\nRRULE:FREQ=WEEKLY;COUNT=3" : "")
        """
    }

    private static let noor = "\nATTENDEE;CN=\"Noor Haddad\";PARTSTAT=ACCEPTED:mailto:noor@example.com"

    @Test("It goes from what was theirs alone, and what stays is counted before", arguments: [false, true])
    func nickname(repeats: Bool) async throws {
        try await readCode()
        let events = [
            Self.meeting("a", "Joni <> Ines: promotion of Joni", "about Joni", day: 10, repeats: repeats),
            Self.meeting("b", "Joni’s demo", "what Joni built", day: 12, also: Self.noor),
        ]
        try await here.importCalendar("Work", events)
        try here.note("Joni says no", at: here.at("9:10"))
        let target = try here.ledger.forgetting.forgettable(person: "Jonas Weber")
        let said = try here.ledger.forgetting.preview(of: target)
        let count = repeats ? "three titles" : "one title"
        #expect(said.goes == ["Where nobody else was there, “Joni” is removed from \(count) too."])
        #expect(said.stays == ["The word “Joni” stays in 2 other titles; see them with: \(offer: .search("Joni"))"])
        #expect(try here.ledger.forgetting.forget(target) == said.stays)
        let text = try exported()
        #expect(!text.contains("promotion of Joni") && !text.contains("about Joni"))
        #expect(Set(try here.ledger.asking.search("Joni").hits.map(\.title)) == ["Joni’s demo", "Joni says no"])
        let again = try await here.importCalendar("Work", events)
        #expect(again.outcomes.map(\.count.updated) == [0])
        #expect(!(try exported().contains("about Joni")))
    }

    @Test("A word that is a name as well stays in sentences of others")
    func commonWord() async throws {
        try await readCode()
        let event = Self.meeting("a", "Weekly", "", day: 10).replacing("\"Joni\"", with: "\"Will\"")
        try await here.importCalendar("Work", [event])
        try here.note("this will do", at: here.at("9:10"))
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(person: "Jonas Weber"))
        #expect(try here.ledger.asking.search("will").hits.map(\.title) == ["this will do"])
    }

    @Test("What an earlier import did not keep, the next one does though nothing else changed")
    func nextImport() async throws {
        let plain = Self.meeting("a", "Joni <> Ines", "", day: 10).replacing("CN=\"Joni\";", with: "")
        try await here.importCalendar("Work", [plain])
        let named = Self.meeting("a", "Joni <> Ines", "", day: 10)
        let report = try await here.importCalendar("Work", [named])
        #expect(report.outcomes.map(\.count.unchanged) == [1])
        try await readCode()
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(person: "jonas@example.com"))
        #expect(!(try exported().contains("Joni")))
    }
}
