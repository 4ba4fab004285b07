import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Evidence is offered to results that have none")
struct OfferedEvidenceTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func result(_ text: String, _ at: String = "2026-03-10", within: SpokenDate.Unit? = nil) throws -> String {
        var request = Results.ClaimRequest(text: text)
        request.at = here.at("12:00", at)
        return try here.ledger.results.addClaim(request).description
    }

    private func titles(_ id: String) throws -> [String] {
        try here.ledger.results.evidence(for: id).pieces.map(\.title)
    }

    @Test("The same words, the same people and days near it, the likeliest first, each with its reason")
    func offered() async throws {
        for day in 1...28 {
            try here.note("budget round \(day)", at: here.at("09:00", "2026-02-\(day < 10 ? "0" : "")\(day)"))
        }
        try here.note("Restore of the archive, drill one", at: here.at("10:00", "2026-03-09"))
        try here.note("restore drill", at: here.at("10:00", "2025-11-03"))
        try here.note("drill budget", at: here.at("10:00", "2026-03-08"))
        try here.note("restore drill ahead", at: here.at("10:00", "2026-03-30"))
        _ = try await here.importCalendar(
            "team",
            [
                "UID:a\nDTSTART:20260310T090000Z\nDTEND:20260310T093000Z\nSUMMARY:Status\nORGANIZER:mailto:me@example.com\nATTENDEE;CN=Maria Keller:mailto:maria@example.com"
            ], arena: .job)
        let id = try result("Restore drill takes 50 minutes, says Maria Keller")
        let found = try here.ledger.results.evidence(for: id).pieces
        #expect(found.map(\.title) == ["Restore of the archive, drill one", "restore drill", "Status"])
        #expect(found[0].why == "the words “restore” and “drill”, one day before")
        #expect(found[2].why == "Maria Keller, the same day")
        let all = try here.ledger.results.evidence(for: id)
        try here.ledger.results.cite([(all.result.id, found.prefix(2).map(\.id))])
        #expect(try here.ledger.asking.claims()[0].evidence.count == 2)
        #expect(try titles(id) == ["Status"])
        #expect(try here.ledger.keeping.undo().verb == "cite")
        #expect(try titles(id).count == 3)
    }

    @Test("At most ten, one of a series, and the span of a result is as near as its day")
    func bounds() async throws {
        for day in 10...28 { try here.note("restore drill \(day)", at: here.at("09:00", "2026-01-\(day)")) }
        _ = try await here.importCalendar(
            "series",
            [
                "UID:s\nDTSTART:20260105T090000Z\nDTEND:20260105T093000Z\nRRULE:FREQ=WEEKLY;COUNT=8\nSUMMARY:Restore drill weekly\nORGANIZER:mailto:me@example.com\nATTENDEE:mailto:tom@example.com"
            ],
            arena: .job)
        let id = try result("Restore drill takes 50 minutes")
        let found = try here.ledger.results.evidence(for: id).pieces
        #expect(found.count == LikelyEvidence.most)
        #expect(found.count { $0.title == "Restore drill weekly" } == 1)
        _ = try await here.ledger.importing.importNotes(
            file: here.folder.write("q.md", "## Q1 2026\n- Restore drill takes an hour less"), arena: .job,
            days: .init(),
            progress: OperationsWorld.silent)
        let line = try #require(try here.ledger.results.noteLines("hour").first)
        let kept = try here.ledger.results.keep([(line, .keep(line.text))])
        let near = try here.ledger.results.evidence(for: kept.claims[0].description).pieces
        #expect(near.allSatisfy { $0.why.hasSuffix("in that time") })
        let written = try here.ledger.results.evidence(for: id).pieces.first {
            $0.kind == .note && $0.title.hasSuffix("less")
        }
        #expect(written?.date == "Q1 2026")
    }

    @Test(
        "What is private, and what a result cites already, is not offered; results with only the person’s note are offered more"
    )
    func hidden() async throws {
        let note = try here.note("restore drill of the archive", at: here.at("10:00", "2026-03-09"))
        let id = try result("Restore drill of the archive works")
        #expect(try titles(id).count == 1)
        try here.ledger.results.cite(id, [note.description])
        #expect(try titles(id).isEmpty)
        #expect(try here.ledger.asking.claims()[0].restsOnWord)
        _ = try await here.ledger.importing.importNotes(
            file: here.folder.write("s.md", "## 2026-03-09\n- restore drill, the secret one"), arena: .job,
            days: .init(), progress: OperationsWorld.silent)
        #expect(try titles(id) == ["restore drill, the secret one"])
        try here.hide(try #require(try here.ledger.asking.search("secret").hits.first).id)
        #expect(try titles(id).isEmpty)
    }
}
