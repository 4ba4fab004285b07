import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import TestSupport
import Testing

@Suite("Another's commit that names the person: kept with its day only")
struct OthersCommitDayTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
    }

    @Test(
        "Its day is right in the person's zone; no second of it is stored, shown or exported",
        arguments: [
            // Late in the evening in New York, which is the next morning in Berlin; and in a night of clock change.
            ("2026-03-16T21:13:47-0400", "2026-03-17", 1_773_710_027),
            ("2026-03-29T01:59:59+0100", "2026-03-29", 1_774_745_999),
            ("2026-03-17T00:00:01+0100", "2026-03-17", 1_773_702_001),
        ])
    func day(written: String, day: String, second: Int) async throws {
        let code = try GitFixture(name: "Hedgehog")
        try code.write("a\n", to: "a.txt")
        try code.commit(
            "Restore faster\n\nZQBODY\n\nCo-authored-by: Mina Weber <mina@example.org>\n",
            by: "Otto Quillmark <otto@quill.example>", at: written)
        func read() async throws -> ImportReport {
            try await here.ledger.importing.importAll(
                .git, [code.path], arena: nil, progress: OperationsWorld.silent)
        }
        #expect(try await read().outcomes.map(\.count.added) == [1])
        let hit = try #require(try here.ledger.asking.search("restore").hits.first)
        let zones = try here.ledger.asking.zones()
        #expect(zones.day(of: hit.at).iso == day)
        let draft = try LedgerStore(path: here.ledger.path).read { try $0.show(hit.id) }.draft
        #expect(zones.civil(draft.at).day.iso == day)
        #expect(draft.at == zones.start(of: zones.day(of: hit.at)) + 12 * 3_600)
        #expect(draft.committedAt == nil)
        #expect(draft.workKey == 0)
        #expect(draft.title == "Restore faster")
        #expect(draft.body == "")
        var export = ""
        try here.ledger.keeping.export { export += $0 }
        #expect(!export.contains("ZQBODY"))
        #expect(!export.contains("\(second)"))
        // Read again, from nothing too, it is the same.
        #expect(try await read().outcomes.map(\.count) == [WriteCount()])
        try here.ledger.importing.addMe("mina@home.example")
        let whole = try await read()
        #expect(whole.outcomes.map(\.count.added) == [0])
        #expect(whole.outcomes.map(\.count.updated) == [0])
        #expect(try here.ledger.asking.totals(here.march, by: .source).answer.total == .zero)
    }
}
