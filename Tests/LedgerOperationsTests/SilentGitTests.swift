import Foundation
import LedgerModel
import LedgerOperations
import TestSupport
import Testing

/// Nobody ever writes to these pipes: whoever opens one to read waits for ever.
@Suite("Import: repositories in which git hangs")
struct SilentGitTests {
    enum Trap: String, CaseIterable, CustomTestStringConvertible {
        case mailmapFile = "mailmap.file"
        case include = "include.path"
        case attributesFile = "core.attributesFile"
        case head = ".git/HEAD"
        case commonFolder = ".git/commondir"
        case packedRefs = ".git/packed-refs"
        case alternates = ".git/objects/info/alternates"
        case mailmap = ".mailmap"

        var testDescription: String { rawValue }

        /// Puts the pipe where git comes upon it.
        func set(in fixture: GitFixture) throws {
            switch self {
            case .mailmapFile, .include, .attributesFile: try configure(rawValue, in: fixture)
            case .head, .commonFolder, .packedRefs, .alternates, .mailmap:
                try SilentGitTests.pipe(at: fixture.path + "/" + rawValue)
            }
        }

        private func configure(_ key: String, in fixture: GitFixture) throws {
            let pipe = fixture.folder + "/pipe"
            try fixture.git(["config", key, pipe])
            try SilentGitTests.pipe(at: pipe)
        }
    }

    private static func pipe(at path: String) throws {
        try? FileManager.default.removeItem(atPath: path)
        guard mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Long for a git that works, also beside other tests.
    private static let silence = Duration.seconds(4)

    private func repository(_ name: String, _ subject: String) throws -> GitFixture {
        let fixture = try GitFixture(name: name)
        try fixture.write("one\n", to: "a.txt")
        try fixture.commit(subject)
        return fixture
    }

    private func world() throws -> OperationsWorld {
        let here = try OperationsWorld(silence: Self.silence)
        try here.ledger.importing.addMe("mina@example.org")
        return here
    }

    @Test("It is named and skipped, and the others are read", arguments: Trap.allCases)
    func skipped(trap: Trap) async throws {
        let here = try world()
        let (hung, sound) = (try repository("Hung", "Caught"), try repository("Sound", "Free"))
        try trap.set(in: hung)
        let report = try await here.ledger.importing.importAll(
            .git, [hung.path, sound.path], arena: .job, progress: OperationsWorld.silent)
        #expect(report.failures.map(\.error.code) == [.gitSilent])
        #expect(report.failures.map(\.error.location) == [hung.path])
        #expect(report.outcomes.map(\.count.added) == [1])
        #expect(try here.ledger.asking.search("free").total == 1)
    }

    @Test("A source that is known keeps what was read, and the next sync tries again")
    func known() async throws {
        let here = try world()
        let (hung, sound) = (try repository("Hung", "Caught"), try repository("Sound", "Free"))
        _ = try await here.ledger.importing.importAll(
            .git, [hung.path, sound.path], arena: .job, progress: OperationsWorld.silent)
        for fixture in [hung, sound] { try fixture.commit("Later", at: "2026-03-17T10:00:00+0100") }
        try Trap.mailmap.set(in: hung)
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.failures.map(\.error.code) == [.gitSilent])
        #expect(report.outcomes.map(\.count.added) == [1])
        #expect(try here.ledger.asking.search("caught").total == 1)
        #expect(try here.ledger.asking.search("later").total == 1)
        unlink(hung.path + "/.mailmap")
        #expect(try await here.ledger.importing.sync(progress: OperationsWorld.silent).failures.isEmpty)
        #expect(try here.ledger.asking.search("later").total == 2)
    }

    @Test("A look through folders names it, and goes on", arguments: [Trap.include, .mailmap])
    func found(trap: Trap) async throws {
        let here = try world()
        let fixture = try repository("Hung", "Caught")
        try fixture.git(["clone", "-q", fixture.path, fixture.folder + "/Sound"])
        try trap.set(in: fixture)
        let found = try await here.ledger.importing.discover([fixture.folder], progress: OperationsWorld.silent)
        #expect(found.found.map(\.name) == ["Sound"])
        #expect(found.failures.map(\.locator) == [fixture.path])
        #expect(found.failures.map(\.error.code) == [.gitSilent])
    }

    @Test("What git does not read cannot hang it")
    func unread() async throws {
        let here = try world()
        let fixture = try repository("Sound", "Free")
        try fixture.git(["config", "core.excludesFile", fixture.folder + "/pipe"])
        try Self.pipe(at: fixture.folder + "/pipe")
        let report = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty && report.outcomes.map(\.count.added) == [1])
    }

    @Test("A pipe in place of .git is no repository")
    func noRepository() async throws {
        let here = try world()
        let (hung, sound) = (try repository("Hung", "Caught"), try repository("Sound", "Free"))
        try Self.pipe(at: hung.path + "/.git")
        let report = try await here.ledger.importing.importAll(
            .git, [hung.path, sound.path], arena: .job, progress: OperationsWorld.silent)
        #expect(report.failures.map(\.error.code) == [.noRepository])
        #expect(report.outcomes.map(\.count.added) == [1])
    }
}
