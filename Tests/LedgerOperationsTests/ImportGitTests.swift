import Foundation
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@Suite("Import: repositories that are not as they should be")
struct ImportGitTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
    }

    func importGit(_ path: String) async throws -> ImportReport {
        try await here.ledger.importing.importAll(.git, [path], arena: .job, progress: OperationsWorld.silent)
    }

    func sync() async throws -> ImportReport { try await here.ledger.importing.sync(progress: OperationsWorld.silent) }

    /// A commit of these lines, on a branch of its own.
    func raw(_ fixture: GitFixture, _ lines: String, message: [UInt8], branch: String) throws -> String {
        let tree = try fixture.git(["rev-parse", "HEAD^{tree}"])
        return try fixture.commit(raw: Data("tree \(tree)\n\(lines)\n\n".utf8) + Data(message), branch: branch)
    }

    static let mina = "Mina Weber <mina@example.org> 1773738000 +0100"

    @Test("An empty repository is one sentence, and leaves nothing behind")
    func empty() async throws {
        let fixture = try GitFixture()
        let report = try await importGit(fixture.path)
        #expect(report.failures.map(\.error.code) == [.emptyRepository])
        #expect(report.failures.first?.error.hint.isEmpty == false)
        #expect(report.outcomes.isEmpty)
        #expect(try here.ledger.asking.sourceSummaries().isEmpty)
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        #expect(try await importGit(fixture.path).outcomes.map(\.count.added) == [1])
    }

    @Test("Who git’s configuration says the person is was not said by hand, so undo passes it over")
    func adopted() async throws {
        let here = try OperationsWorld()
        try here.note("walked Jonas through it", at: here.at("10:00"))
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
        #expect(try !here.ledger.importing.me().isEmpty)
        #expect(try here.ledger.keeping.undo().verb == "log")
        #expect(try !here.ledger.importing.me().isEmpty)
    }

    @Test("When all refs are gone nothing is withdrawn, and it says so until they are back")
    func noRefs() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        let sha = try fixture.commit("First")
        _ = try await importGit(fixture.path)
        try fixture.git(["update-ref", "-d", "refs/heads/main"])
        for _ in 0..<2 {
            let report = try await sync()
            #expect(report.failures.map(\.error.code) == [.emptyRepository])
            #expect(
                report.failures.first?.error.hint.words
                    == "Bring them back (git fetch) and sync again, or, if they are gone for good: limelight sources remove \(try here.ledger.asking.sources()[0].id)"
            )
            #expect(try here.ledger.asking.search("first").total == 1)
        }
        try fixture.git(["update-ref", "refs/heads/main", sha])
        let back = try await sync()
        #expect(back.failures.isEmpty)
        #expect(try here.ledger.asking.search("first").total == 1)
    }

    @Test("A message that is not UTF-8 is warned about with its commit, and the rest is imported")
    func latin() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        let lines = "author \(Self.mina)\ncommitter \(Self.mina)"
        let sha = try raw(fixture, lines, message: [0x47, 0x72, 0xFC, 0xDF, 0x65], branch: "latin")
        let named = try raw(
            fixture, "author \(Self.mina)\ncommitter \(Self.mina)\nencoding ISO-8859-1",
            message: [0x57, 0xE4, 0x72, 0x6D, 0x65], branch: "declared")
        let report = try await importGit(fixture.path)
        #expect(report.outcomes.map(\.count.added) == [3])
        #expect(report.outcomes.flatMap { $0.diagnostics.list.map(\.location) } == [sha])
        #expect(try here.ledger.asking.search("wärme").hits.map(\.title) == ["Wärme"])
        #expect(named != sha)
    }

    @Test(
        "A commit whose author line cannot be read is kept without a person",
        arguments: [
            "author Kim kim@example.org 1773738000 +0100\n", "author Kim <kim@example.org\n",
            "author <> 1773738000 +0100\n", "",
        ])
    func noAuthor(line: String) async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        let sha = try raw(
            fixture, "\(line)committer \(Self.mina)",
            message: Array("Odd\n\nReviewed-by: Mina <mina@example.org>".utf8),
            branch: "odd")
        _ = try raw(fixture, "\(line)committer \(Self.mina)", message: Array("Odder".utf8), branch: "odder")
        let report = try await importGit(fixture.path)
        #expect(report.failures.map(\.error.message) == [])
        let outcome = try #require(report.outcomes.first)
        #expect(outcome.read == 3)
        #expect(outcome.count.added == 3)
        let warned = outcome.diagnostics.list.filter { $0.message.contains("author line") }
        #expect(warned.count == 2)
        #expect(warned.contains { $0.location == sha })
        let people = try here.ledger.asking.people()
        #expect(!people.contains { $0.name.isEmpty || $0.name.contains("%") || $0.name == "?" })
        #expect(!people.contains { $0.identities.contains { $0.contains("%") || $0.isEmpty } })
        let shown = try here.ledger.asking.show(PublicID(.commit, sha).description).shown
        #expect(!shown.draft.people.contains { $0.role == .author })
    }

    @Test("What was warned about stays in the list of sources until it is read again")
    func warningsStay() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        try fixture.commit("Long ago", at: "1980-03-17T09:00:00+0100")
        _ = try await importGit(fixture.path)
        func warnings() throws -> [String] { try here.ledger.asking.sourceSummaries()[0].warnings.map(\.message) }
        let before = try warnings()
        #expect(before == ["dated before 1990: kept, off the timeline"])
        _ = try await sync()
        #expect(try warnings() == before)
        try fixture.commit("Third")
        _ = try await sync()
        #expect(try warnings() == before)
        try fixture.git(["reset", "-q", "--hard", "HEAD~2"])
        let rewritten = try await sync()
        // What was done stays on record, whatever became of its branch.
        #expect(rewritten.outcomes.map(\.count.withdrawn) == [0])
        #expect(try warnings().isEmpty)
    }

    @Test("A private repository keeps times and hours, and nothing else")
    func privateRepository() async throws {
        let fixture = try GitFixture(name: "SENTINELrepo")
        try fixture.write("a\n", to: "SENTINELfile")
        try fixture.commit(
            "SENTINEL first\n\nReviewed-by: Kim <kim-SENTINEL@example.org>", at: "2026-03-16T09:00:00+0100")
        try fixture.commit("SENTINEL other", by: "Omar <omar-SENTINEL@example.org>", at: "2026-03-16T11:00:00+0100")
        _ = try await importGit(fixture.path)
        let before = try here.ledger.asking.base(here.march).total
        #expect(before.seconds == 1800)
        let source = try here.ledger.importing.setPrivate("SENTINELrepo", true)
        #expect(try here.ledger.asking.base(here.march).total == before)
        try fixture.commit("SENTINEL second", at: "2026-03-16T09:20:00+0100")
        let report = try await sync()
        #expect(report.failures.isEmpty)
        #expect(try here.ledger.asking.base(here.march).total.seconds == 1800 + 1200)
        #expect(try here.ledger.asking.search("SENTINEL").total == 0)
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        let evidence = dump.split(separator: "\n").filter { $0.hasPrefix("{\"evidence") || $0.hasPrefix("{\"other") }
        let others = dump.split(separator: "\n").filter { !$0.hasPrefix("{\"source\"") }
        #expect(others.filter { $0.contains("SENTINEL") } == [])
        #expect(evidence.filter { $0.hasPrefix("{\"evidence\"") }.count == 2)
        _ = try here.ledger.importing.setPrivate(source.id.description, false)
        _ = try await sync()
        #expect(try here.ledger.asking.search("SENTINEL").total == 2)
        #expect(try here.ledger.asking.base(here.march).total.seconds == 1800 + 1200)
    }

    @Test("The folder of git inside a repository is the same source")
    func dotGit() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        _ = try await importGit(fixture.path)
        for inside in ["/.git", "/.git/refs"] {
            #expect(try await importGit(fixture.path + inside).outcomes.map(\.source.locator) == [fixture.path])
        }
        #expect(try here.ledger.asking.sourceSummaries().count == 1)
    }
}
