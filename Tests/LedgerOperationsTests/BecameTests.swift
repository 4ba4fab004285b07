import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Value.md, *What became of it*.
@Suite("What became of a result")
struct BecameTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private func result(_ text: String, _ day: String, cite: [String] = []) throws -> String {
        var request = Results.ClaimRequest(text: text)
        (request.at, request.cite) = (here.at("12:00", day), cite)
        return try here.ledger.results.addClaim(request).description
    }

    private let week = ReviewWeek.around(CivilDay(iso: "2026-03-17")!)

    @Test("Used by those who changed its files in later quarters; a commit that was taken back no longer stands")
    func used() async throws {
        try here.ledger.importing.addMe("mina@example.org", name: "Mina Weber")
        let git = try GitFixture(name: "tools")
        func change(_ file: String, _ title: String, by author: String, at: String) throws {
            try git.write(title, to: file)
            try git.commit(title, by: author, at: at)
        }
        let (mina, omar) = ("Mina Weber <mina@example.org>", "Omar Haddad <omar@example.com>")
        try change("README.md", "Say what it is", by: mina, at: "2025-08-04T10:00:00+0200")
        try change("bin/restore.sh", "Restore with one command", by: mina, at: "2025-08-05T10:00:00+0200")
        try change("bin/check.sh", "Check what came back", by: mina, at: "2025-08-06T10:00:00+0200")
        try change("bin/check.sh", "Revert \"Check what came back\"", by: mina, at: "2025-08-20T10:00:00+0200")
        // In the quarter of the result: nobody knows whether before it or after. Then twice, and once a README.
        try change("bin/restore.sh", "Quotes", by: omar, at: "2025-09-01T10:00:00+0200")
        try change("bin/restore.sh", "Mail too", by: omar, at: "2025-11-03T10:00:00+0100")
        try change("bin/restore.sh", "Files too", by: omar, at: "2026-01-07T10:00:00+0100")
        try change("README.md", "Names", by: omar, at: "2026-01-08T10:00:00+0100")
        _ = try await here.ledger.importing.importAll(
            .git, [git.path], arena: .job, progress: OperationsWorld.silent)
        let cited = try ["Say what", "\"Restore with\"", "title"].prefix(2).compactMap {
            try here.ledger.asking.search($0).hits.first?.id.description
        }
        let check = try #require(
            try here.ledger.asking.search("\"Check what came back\"").hits.first { !$0.title.hasPrefix("Revert") })
        let id = try result("One command restores", "2025-08-07", cite: cited + [check.id.description])
        let became = try here.ledger.asking.became(id)
        #expect(became.users == [.init(name: "Omar Haddad", commits: 2)])
        #expect(became.usersSince == CivilDay(iso: "2025-10-01"))
        #expect(became.commits.count == 3 && became.reverted == [check.id] && became.unreachable.isEmpty)
        let lines = became.section.blocks.compactMap {
            if case .list(let items) = $0 { items.map(\.plain) } else { nil }
        }
        #expect(
            lines.first == [
                "Two of its three commits still stand; one taken back.",
                "Its files were changed by Omar Haddad with two commits, since 1 October 2025.",
            ])
    }

    @Test("Named by later meetings and notes with two words of it, unless the title was there before")
    func named() throws {
        try here.note("Handbook weekly for newcomers", at: here.at("10:00", "2025-11-03"), with: ["Ada"])
        let id = try result("Two teams use the handbook for newcomers", "2025-12-01")
        try here.note("Handbook weekly for newcomers", at: here.at("10:00", "2025-12-08"), with: ["Ada"])
        let walk = try here.note(
            "Walk through the newcomers’ handbook", at: here.at("10:00", "2026-01-12"), with: ["Ben"])
        try here.note("Printed the handbook", at: here.at("10:00", "2026-01-13"), with: ["Cleo"])
        let became = try here.ledger.asking.became(id)
        #expect(became.mentions == [walk] && became.mentioning == ["Ben"])
    }

    @Test("Asked after three months and after twelve, one at a time, and answered once each")
    func asked() throws {
        let old = try result("Nights are calm", "2025-12-10")
        #expect(try here.ledger.reviewing.review(week).answer.became?.claim.id.description == old)
        #expect(try here.ledger.reviewing.review(week).answer.became?.months == 3)
        // Three months on is 10 March: the day before nothing is asked.
        here.set(here.at("12:00", "2026-03-09"))
        #expect(try here.ledger.reviewing.review(ReviewWeek.around(CivilDay(iso: "2026-03-09")!)).answer.became == nil)
        here.set(FixedWorld.now)

        var replies = ReviewReplies()
        replies.became = .init(.said, "The night team uses it too")
        let outcome = try here.ledger.reviewing.finishReview(week, replies)
        #expect(outcome.answers == 1)
        let said = try here.ledger.asking.became(old).said
        #expect(said.map(\.text) == ["The night team uses it too"] && said.map(\.word) == [.said])
        #expect(said.map(\.day) == [FixedWorld.day])
        // Next week nothing; in December once more; after another half year no more.
        func question(_ day: String) throws -> Int? {
            here.set(here.at("12:00", day))
            return try here.ledger.reviewing.review(ReviewWeek.around(CivilDay(iso: day)!)).answer.became?.months
        }
        #expect(try question("2026-03-24") == nil && question("2026-12-09") == nil)
        #expect(try question("2026-12-10") == 12 && question("2027-06-10") == nil)
        here.set(FixedWorld.now)
        // The review, then the answer.
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.keeping.undo().title == "The night team uses it too")
        #expect(try here.ledger.asking.became(old).said.isEmpty)
        #expect(try here.ledger.reviewing.review(week).answer.became?.months == 3)
    }

    @Test("Gone is never asked again; not now comes back, and others that are due take turns")
    func turns() throws {
        let ids = try ["2025-11-10", "2025-11-20", "2025-12-01"].map { try result("Done on \($0)", $0) }
        func asked(_ days: Int64) throws -> String? {
            here.set(FixedWorld.now + 7 * 86_400 * days)
            return try here.ledger.reviewing.review(ReviewWeek.around(FixedWorld.day + 7 * days))
                .answer.became?.claim.id.description
        }
        #expect(Set(try (0..<3).map { try asked($0) }) == Set(ids))
        try here.ledger.results.sayBecame(ids[0], .gone)
        here.set(FixedWorld.now + 10 * 30 * 86_400)
        for week in 0..<3 as Range<Int64> { #expect(try asked(week) != ids[0]) }
        #expect(
            #expect(throws: LedgerError.self) { try here.ledger.results.sayBecame(ids[1], .said, " ") }?.code == .usage)
    }
}
