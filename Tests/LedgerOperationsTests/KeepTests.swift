import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Keeping: export, restore, forget")
struct KeepTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    func dump(_ ledger: Ledger) throws -> String {
        var text = ""
        try ledger.keeping.export { text += $0 }
        return text
    }

    @Test("Export, then restore into an empty ledger: the same export, byte for byte, and the same totals")
    func roundTrip() async throws {
        try here.ledger.importing.addMe("dana@example.com")
        try await here.importCalendar("Work", [ImportTests.meeting, ImportTests.plan], arena: .job)
        let id = try here.note(
            "chapter “two” \u{1F4DA}", at: here.at("10:00"), minutes: 60, with: ["Maria"], tags: ["growth"])
        var request = Capture.CorrectionRequest()
        request.arena = "growth"
        _ = try here.ledger.capture.correct(id.description, request)
        var claim = Results.ClaimRequest(text: "Two chapters")
        claim.cite = [id.description]
        let claimID = try here.ledger.results.addClaim(claim)
        try here.ledger.results.tell(claimID.description, to: "Maria")
        let exported = try dump(here.ledger)
        let file = here.folder.write("export.jsonl", exported)
        let other = try Ledger(path: here.folder.file("other.sqlite"), world: here.world)
        try other.keeping.restore(file: file)
        #expect(try dump(other) == exported)
        #expect(try other.asking.base(here.march).total == here.ledger.asking.base(here.march).total)
        #expect(try other.asking.search("chapter").total == 1)
        #expect(throws: LedgerError.self) { try other.keeping.restore(file: file) }
    }

    @Test("A broken export is refused with its line, and nothing is restored")
    func brokenExport() throws {
        try here.note("x", at: here.at("10:00"))
        let exported = try dump(here.ledger) + "{\"sqlite_master\": {\"name\": \"x\"}}\n"
        let lines = exported.split(separator: "\n").count
        let file = here.folder.write("broken.jsonl", exported)
        let other = try Ledger(path: here.folder.file("other.sqlite"), world: here.world)
        let error = #expect(throws: LedgerError.self) { try other.keeping.restore(file: file) }
        #expect(error?.code == .exportInvalid)
        #expect(error?.location.hasSuffix(":\(lines)") == true)
        #expect(try other.asking.holdings().evidence == 0)
    }

    @Test("An export that was cut is refused, wherever it was cut", arguments: [1, 2, 5])
    func cutExport(lines: Int) throws {
        try here.note("x", at: here.at("10:00"))
        let exported = try dump(here.ledger)
        let cut = exported.split(separator: "\n").dropLast(lines).joined(separator: "\n") + "\n"
        let file = here.folder.write("cut.jsonl", cut)
        let other = try Ledger(path: here.folder.file("other.sqlite"), world: here.world)
        let error = #expect(throws: LedgerError.self) { try other.keeping.restore(file: file) }
        #expect(error?.code == .exportInvalid)
        #expect(try other.asking.holdings().evidence == 0)
    }

    @Test(
        "A number or My job that cannot be is refused, and nothing is restored",
        arguments: [
            ("\"at\":1773", "\"at\":99999991773"), ("\"utc_offset\":3600", "\"utc_offset\":9999999999"),
            ("\"head_count\":0", "\"head_count\":9223372036854775807"),
            (
                "{\"evidence\"",
                "{\"job_item\": {\"id\": \"a\", \"kind\": \"rule\", \"position\": 0, \"content\": \"[\"}}\n{\"evidence\""
            ),
        ])
    func impossible(written: String, forged: String) throws {
        try here.note("x", at: here.at("10:00"))
        let exported = try dump(here.ledger)
        #expect(exported.contains(written))
        let forgery = exported.replacing(written, with: forged, maxReplacements: 1)
        let file = here.folder.write("forged.jsonl", forgery)
        let other = try Ledger(path: here.folder.file("other.sqlite"), world: here.world)
        let error = #expect(throws: LedgerError.self) { try other.keeping.restore(file: file) }
        #expect(error?.code == .exportInvalid)
        #expect(try other.asking.holdings().evidence == 0)
    }

    @Test("A forgotten piece is in no file byte, and the next import does not bring it back")
    func forgetPiece() async throws {
        let sentinel = ImportTests.meeting.replacing("Restore review", with: "SENTINELWORD review")
        try await here.importCalendar("Work", [sentinel, ImportTests.plan])
        let id = try #require(try here.ledger.asking.search("SENTINELWORD").hits.first?.id)
        try here.ledger.forgetting.forget(try here.ledger.forgetting.forgettable(id.description))
        #expect(try here.ledger.asking.search("SENTINELWORD").total == 0)
        let again = try await here.importCalendar("Work", [sentinel, ImportTests.plan])
        #expect(again.outcomes[0].count.forgotten == 1)
        #expect(try here.ledger.asking.search("SENTINELWORD").total == 0)
        #expect(!contains("SENTINELWORD", here.ledger.path))
    }

    @Test("A forgotten person is in no text, export or search; counts stay")
    func forgetPerson() async throws {
        try await here.importCalendar(
            "Work", [ImportTests.meeting.replacing("Restore review", with: "Review with Maria Keller")])
        try here.note("told Maria Keller about it", at: here.at("10:00"), with: ["Maria Keller"])
        let person = try here.ledger.forgetting.forgettable("Maria Keller")
        try here.ledger.forgetting.forget(person)
        let text = try dump(here.ledger)
        #expect(!text.contains("Maria Keller"))
        #expect(try here.ledger.asking.search("Keller").total == 0)
        try await here.importCalendar(
            "Work", [ImportTests.meeting.replacing("Restore review", with: "Review with Maria Keller")])
        #expect(try !dump(here.ledger).contains("Maria Keller"))
        #expect(try here.ledger.asking.base(here.march).total.seconds == 3900)
    }

    private func contains(_ needle: String, _ path: String) -> Bool {
        ["", "-wal"].contains { ending in
            guard let stream = fopen(path + ending, "r") else { return false }
            defer { fclose(stream) }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = fread(&buffer, 1, buffer.count, stream)
                if count == 0 { break }
                bytes += buffer[..<count]
            }
            return String(decoding: bytes, as: UTF8.self).contains(needle)
        }
    }
}
