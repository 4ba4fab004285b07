import Foundation
import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("What is held about somebody is what forgetting them would touch")
struct HeldTextsTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
    }

    private static let meeting = """
        UID:m1
        SUMMARY:Planning
        DTSTART:20260310T130000Z
        DTEND:20260310T133000Z
        RRULE:FREQ=WEEKLY;COUNT=2
        ORGANIZER;CN="Otto Quillmark":mailto:otto@quill.example
        ATTENDEE;CN="Otto Quillmark";PARTSTAT=ACCEPTED:mailto:otto@quill.example
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
        """
    private static let withOthers =
        meeting.replacing("m1", with: "m2").replacing("Planning", with: "Review").replacing("T13", with: "T14")
        + "\nATTENDEE;CN=\"Noor Haddad\":mailto:noor@quill.example"
    private static let only = """
        UID:m3
        SUMMARY:Handover to Otto Quillmark and Noor Haddad
        DTSTART:20260312T130000Z
        DTEND:20260312T133000Z
        """

    private func fill() async throws {
        try await here.importCalendar("Work", [Self.meeting, Self.withOthers, Self.only])
        try here.note("asked Otto Quillmark about the drill", at: here.at("9:00"), tags: ["otto-quillmark"])
        try here.note("nobody at all", at: here.at("9:30"))
        let claim = try here.ledger.results.addClaim(.init(text: "Otto Quillmark can restore alone"))
        _ = try here.ledger.results.tell(claim.description, to: "Otto Quillmark")
        try here.ledger.myJob.keep(
            here.ledger.myJob.change(
                "people:\n  - {key: q, name: Otto Quillmark, role: mentor}\nresponsibilities:\n  - {key: r, label: Restores with Otto Quillmark}\n",
                fileName: "job.yaml"))
    }

    /// The rows of the tables that hold facts, by table.
    private func rows() throws -> [String: Set<String>] {
        var rows: [String: Set<String>] = [:]
        try here.ledger.keeping.export { text in
            for line in text.split(separator: "\n") {
                guard let data = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                    let table = data.keys.first
                else { continue }
                rows[table, default: []].insert(String(line))
            }
        }
        return rows
    }

    @Test("Each row that forgetting changes is on the list, and each on the list changes")
    func equal() async throws {
        try await fill()
        let person = try #require(try here.ledger.asking.people().first { $0.name == "Otto Quillmark" })
        let held = try here.ledger.forgetting.heldTexts(about: person.id)
        #expect(
            held.pieces.map(\.hit.title).sorted() == [
                "Handover to Otto Quillmark and Noor Haddad", "Planning", "Planning", "Review", "Review",
                "asked Otto Quillmark about the drill",
            ])
        #expect(
            held.onlyTexts.map(\.hit.title).sorted() == [
                "Handover to Otto Quillmark and Noor Haddad", "asked Otto Quillmark about the drill",
            ])
        #expect(
            held.pieces.filter(\.namesOthers).map(\.hit.title).sorted() == [
                "Handover to Otto Quillmark and Noor Haddad", "Review", "Review",
            ])
        #expect(Set(held.texts.map(\.place)) == [.result, .told, .job])
        let before = try rows()
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(person: person.id.description))
        let after = try rows()
        func changed(_ table: String) -> Int { before[table, default: []].subtracting(after[table, default: []]).count }
        // Taking part is told by the guest list, so those rows keep their words.
        #expect(changed("evidence") == held.onlyTexts.count || changed("evidence") == held.pieces.count)
        #expect(changed("claim") == held.texts.filter { $0.place == .result }.count)
        #expect(changed("telling") == held.texts.filter { $0.place == .told }.count)
        #expect(changed("job_item") == held.texts.filter { $0.place == .job }.count)
        #expect(changed("series") == held.series)
        #expect(after.values.joined().filter { $0.lowercased().contains("quillmark") } == [])
    }

    @Test("Who was forgotten is in no list, sentence, id or row")
    func nowhere() async throws {
        try await fill()
        try here.note("drill again", at: here.at("10:00"), minutes: 30, with: ["Otto Quillmark"])
        _ = try here.ledger.forgetting.forget(here.ledger.forgetting.forgettable(person: "Otto Quillmark"))
        let totals = try here.ledger.asking.totals(here.march, by: .person).answer
        #expect(totals.rows.allSatisfy { !$0.name.contains("forgotten") })
        #expect(totals.rows.contains { $0.name.contains("Noor") })
        let picture = try here.ledger.asking.taskPicture("drill again", for: nil)
        #expect(!"\(picture)".contains("forgotten-"))
        let backstage = try here.ledger.asking.backstage(here.march).answer
        #expect(backstage.people.allSatisfy { $0.name != "forgotten" })
        #expect(try here.ledger.asking.search("person:forgotten").total == 0)
    }
}
