import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Value.md, *Decisions, handbooks and tools*.
@Suite("What became of decisions, handbooks and tools without a result")
struct LastingTests {
    let here: OperationsWorld
    private let mina = "Mina Weber <mina@example.org>"
    private let omar = "Omar Haddad <omar@example.com>"

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org", name: "Mina Weber")
    }

    private func change(_ git: GitFixture, _ file: String, by author: String, _ day: String) throws {
        try git.write("\(file) \(day)", to: file)
        try git.commit("Change \(file)", by: author, at: "\(day)T10:00:00+0100")
    }

    private func read(_ git: GitFixture) async throws {
        _ = try await here.ledger.importing.importAll(
            .git, [git.path], arena: .job, progress: OperationsWorld.silent)
    }

    private func question(weeks: Int64 = 0) throws -> BecameQuestion? {
        here.set(FixedWorld.now + 7 * 86_400 * weeks)
        return try here.ledger.reviewing.review(ReviewWeek.around(FixedWorld.day + 7 * weeks)).answer.became
    }

    @Test("A decision is asked about after three months, in one line with results, and answered by its id")
    func decision() throws {
        let decided = try here.note("Decided to keep two weeks of backups", at: here.at("10:00", "2025-12-10"))
        try here.note("Nothing decided about backups", at: here.at("10:00", "2025-12-11"))
        let found = try #require(try question())
        #expect(found.claim.id == decided && found.of.kind == .decision)
        #expect(
            found.spans.plain
                == "What became of the decision “Decided to keep two weeks of backups”, three months on?")
        // Results wait in the same line: each week another.
        var request = Results.ClaimRequest(text: "Nights are calm")
        request.at = here.at("12:00", "2025-12-12")
        let result = try here.ledger.results.addClaim(request)
        #expect(Set(try (0..<2).compactMap { try question(weeks: $0)?.claim.id }) == [decided, result])
        here.set(FixedWorld.now)
        try here.ledger.results.sayBecame(decided.description, .said, "Two weeks were enough")
        let became = try #require(try here.ledger.asking.became(piece: decided))
        #expect(became.said.map(\.text) == ["Two weeks were enough"] && became.section.onlyForYou)
        #expect(Set(try (0..<2).compactMap { try question(weeks: $0)?.claim.id }) == [result])
        here.set(FixedWorld.now)
        #expect(try here.ledger.keeping.undo().title == "Two weeks were enough")
        #expect(try here.ledger.asking.became(piece: decided)?.said.isEmpty == true)
        // A result that cites it is asked about in its place.
        try here.ledger.results.cite(result.description, [decided.description])
        #expect(try here.ledger.asking.became(piece: decided) == nil)
        #expect(Set(try (0..<2).compactMap { try question(weeks: $0)?.claim.id }) == [result])
    }

    @Test("A review keeps what was said of one, and it is gone for good")
    func reviewed() throws {
        let guide = try here.note("How newcomers begin", at: here.at("10:00", "2025-12-10"), tags: ["guide"])
        var replies = ReviewReplies()
        replies.became = .init(.gone)
        let week = ReviewWeek.around(FixedWorld.day)
        #expect(try here.ledger.reviewing.review(week).answer.became?.of.kind == .handbook)
        #expect(try here.ledger.reviewing.finishReview(week, replies).answers == 1)
        #expect(try here.ledger.asking.became(piece: guide)?.said.map(\.word) == [.gone])
        here.set(here.at("12:00", "2026-12-15"))
        #expect(try here.ledger.reviewing.review(ReviewWeek.around(CivilDay(iso: "2026-12-15")!)).answer.became == nil)
    }

    @Test("Named since by later notes with two of its words")
    func named() throws {
        let tool = try here.note("Ticket sorter for the help desk", at: here.at("10:00", "2025-12-10"), tags: ["tool"])
        let walk = try here.note(
            "Showed the sorter for tickets", at: here.at("10:00", "2026-02-02"), with: ["Ben"])
        let became = try #require(try here.ledger.asking.became(piece: tool))
        #expect(became.of.kind == .tool && became.mentions == [walk] && became.mentioning == ["Ben"])
        #expect(throws: LedgerError.self) { try here.ledger.results.sayBecame(walk.description, .stands) }
    }

    @Test("A repository that she began and others commit to since is a tool; a page that is still changed a handbook")
    func begun() async throws {
        let (sorter, shared) = (try GitFixture(name: "sorter"), try GitFixture(name: "shared"))
        try change(sorter, "sort.py", by: mina, "2025-11-03")
        try change(sorter, "sort.py", by: omar, "2026-01-12")
        try change(sorter, "names.py", by: omar, "2026-02-12")
        // Omar began the other one; the page is hers, the second was his in the same quarter.
        try change(shared, "run.sh", by: omar, "2025-08-04")
        try change(shared, "docs/restore.md", by: mina, "2025-11-10")
        try change(shared, "docs/mail.md", by: omar, "2025-11-11")
        try change(shared, "docs/mail.md", by: mina, "2025-11-12")
        try change(shared, "docs/once.md", by: mina, "2025-11-13")
        try change(shared, "docs/restore.md", by: omar, "2026-02-03")
        try change(shared, "docs/mail.md", by: omar, "2026-02-04")
        try await read(sorter)
        try await read(shared)
        var asked: [String: Lasting.Kind] = [:]
        for week in 0..<4 as Range<Int64> {
            if let found = try question(weeks: week) { asked[found.claim.text] = found.of.kind }
        }
        #expect(asked == ["sorter": .tool, "docs/restore.md": .handbook])
        here.set(FixedWorld.now)
        let first = try #require(
            try here.ledger.asking.search("project:sorter").hits.min { $0.at < $1.at })
        let became = try #require(try here.ledger.asking.became(piece: first.id))
        #expect(became.users == [.init(name: "Omar Haddad", commits: 2)] && became.commits == [first.id])
        let lines = became.section.blocks.compactMap { block -> [String]? in
            if case .list(let items) = block { items.map(\.plain) } else { nil }
        }.flatMap { $0 }
        #expect(
            lines == [
                "Its commit still stands.",
                "Changes in it were made by Omar Haddad with two commits, since 1 January 2026.",
            ])
    }
}
