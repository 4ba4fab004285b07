import LedgerModel
import TestSupport
import Testing
@testable import TraceSources

@Suite("Kinds of git repository")
struct GitPlacesTests {
    @Test("an empty repository has no commits and no error")
    func empty() async throws {
        let fixture = try GitFixture()
        let all = try await Gathered(fixture.path)
        #expect(all.reading.read == 0)
        #expect(all.reading.isComplete)
        #expect(all.reading.isEmpty)
        try fixture.write("a\n", to: "a")
        try fixture.commit("First")
        let next = try await Gathered(fixture.path, since: all.reading.state)
        #expect(next.reading.read == 1)
        #expect(!next.reading.isEmpty)
        #expect(next.reading.vanished == .none)
    }

    @Test("bare, linked and from a folder inside are the same repository")
    func shapes() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let whole = try await Gathered(fixture.path)
        try fixture.git(["clone", "-q", "--mirror", fixture.path, fixture.folder + "/mirror.git"])
        try fixture.git(["worktree", "add", "-q", fixture.folder + "/linked", "main"])

        let bare = try await GitRepository.open(fixture.folder + "/mirror.git")
        #expect(bare.name == "mirror")
        let inMirror = try await Gathered(fixture.folder + "/mirror.git")
        #expect(inMirror.reading.read == (try fixture.count(at: fixture.folder + "/mirror.git")))

        let linked = try await GitRepository.open(fixture.folder + "/linked")
        #expect(linked.name == "Hedgehog")
        #expect(linked.path == fixture.folder + "/linked")
        let inLinked = try await Gathered(fixture.folder + "/linked")
        #expect(inLinked.reading.read == (try fixture.count(at: fixture.folder + "/linked")))
        #expect(inLinked.draft("Begin")?.workKey == whole.draft("Begin")?.workKey)

        let inside = try await GitRepository.open(fixture.path + "/Sources")
        #expect(inside.path == fixture.path)
    }

    @Test("a shallow clone ends with a warning and is read again when it is deepened")
    func shallow() async throws {
        let fixture = try GitFixture()
        for day in 2...9 {
            try fixture.write("line \(day)\nand another\n", to: "file\(day)")
            try fixture.commit("Day \(day)", at: "2026-03-0\(day)T09:00:00+0100")
        }
        let clone = fixture.folder + "/shallow"
        try fixture.git(["clone", "-q", "--depth", "3", "file://" + fixture.path, clone])
        let cut = try await Gathered(clone)
        #expect(cut.reading.read == 3)
        #expect(cut.reading.read == (try fixture.count(at: clone)))
        #expect(cut.draft("Day 9")?.measure("lines_added") == 2)
        // Seen from the clone its last commit looks as if it had made every file.
        #expect(cut.draft("Day 7")?.measures == [])
        #expect(cut.warnings == ["the clone ends here: what the commit changed is not known"])
        #expect(try await GitRepository.open(clone).isShallow)
        #expect(try await GitRepository.open(clone).rootCommit() == nil)

        try fixture.git(["fetch", "-q", "--unshallow"], at: clone)
        let whole = try await Gathered(clone, since: cut.reading.state)
        #expect(whole.reading.read == 8)
        #expect(whole.draft("Day 7")?.measure("lines_added") == 2)
        #expect(whole.reading.vanished == .unknown)
    }

    @Test("a partial clone is read with what it has, and fetches nothing")
    func partial() async throws {
        let fixture = try GitFixture()
        try fixture.git(["config", "uploadpack.allowFilter", "true"])
        for day in 2...9 {
            try fixture.write("line \(day)\n", to: "file")
            try fixture.commit("Day \(day)", at: "2026-03-0\(day)T09:00:00+0100")
        }
        let clone = fixture.folder + "/partial"
        try fixture.git(["clone", "-q", "--filter=blob:none", "file://" + fixture.path, clone])
        let before = try fixture.git(["count-objects", "-v"], at: clone)
        let all = try await Gathered(clone)
        #expect(try await GitRepository.open(clone).isPartial())
        #expect(all.reading.read == 8)
        #expect(all.own.count == 8)
        #expect(all.reading.isComplete)
        #expect(try fixture.git(["count-objects", "-v"], at: clone) == before)
        // The blobs of the newest commit are there, its parent's are not. How many lines changed is unknown, not none.
        #expect(all.own.map(\.paths) == Array(repeating: ["file"], count: 8))
        #expect(all.own.map(\.measures) == Array(repeating: [Measure("files", 1)], count: 8))
        #expect(
            all.warnings
                == ["the clone was made without all files (--filter): how many lines commits changed is not known"])
        // Another commit brings the same warning, which stands once.
        try fixture.write("more\n", to: "other")
        try fixture.commit("Day 10", at: "2026-03-10T09:00:00+0100")
        try fixture.git(["fetch", "-q"], at: clone)
        let more = try await Gathered(clone, since: all.reading.state)
        #expect(more.own.map(\.paths) == [["other"]])
        #expect(Set(more.warnings).isSubset(of: all.warnings))
    }

    @Test("a clone without folders has its commits and one warning")
    func withoutTrees() async throws {
        let fixture = try GitFixture()
        try fixture.git(["config", "uploadpack.allowFilter", "true"])
        for day in 2...9 {
            try fixture.write("line \(day)\n", to: "folder/file")
            try fixture.commit("Day \(day)", at: "2026-03-0\(day)T09:00:00+0100")
        }
        let clone = fixture.folder + "/partial"
        try fixture.git(["clone", "-q", "--filter=tree:0", "file://" + fixture.path, clone])
        let all = try await Gathered(clone)
        #expect(all.own.count == 8)
        #expect(all.own.count { $0.paths.isEmpty && $0.measures.isEmpty } >= 7)
        #expect(all.warnings == ["the clone was made without all files (--filter): what commits changed is not known"])
    }

    @Test("bare partial clones without trees or without .mailmap are read too", arguments: ["blob:none", "tree:0"])
    func barePartial(filter: String) async throws {
        let fixture = try GitFixture()
        try fixture.git(["config", "uploadpack.allowFilter", "true"])
        try fixture.write("Mina Weber <mina@example.org> <old@example.org>\n", to: ".mailmap")
        for day in 2...9 {
            try fixture.write("line \(day)\n", to: "folder/file")
            try fixture.commit(
                "Day \(day)", by: day == 4 ? "Omar <omar@example.org>" : "Mina Weber <mina@example.org>",
                at: "2026-03-0\(day)T09:00:00+0100")
        }
        let clone = fixture.folder + "/partial.git"
        try fixture.git(["clone", "-q", "--bare", "--filter=\(filter)", "file://" + fixture.path, clone])
        let before = try fixture.git(["count-objects", "-v"], at: clone)
        let all = try await Gathered(clone)
        #expect(all.reading.read == 8)
        #expect(all.reading.isComplete)
        #expect(all.own.count == 7)
        #expect(all.others.map(\.paths) == [filter == "tree:0" ? [] : ["folder/file"]])
        #expect(all.own.map(\.paths).allSatisfy { $0 == [] } == (filter == "tree:0"))
        #expect(all.own.allSatisfy { draft in !draft.measures.contains { $0.name == "lines_added" } })
        #expect(all.warnings.count == 1)
        #expect(try fixture.git(["count-objects", "-v"], at: clone) == before)
        #expect(try await GitRepository.open(clone).overview(me: Gathered.me, now: Gathered.now).own == 7)
    }

    @Test("no repository, nothing there, no git: each says so")
    func errors() async throws {
        let fixture = try GitFixture()
        await #expect { _ = try await GitRepository.open(fixture.folder) } throws: {
            ($0 as? LedgerError)?.code == .noRepository
        }
        await #expect { _ = try await GitRepository.open(fixture.folder + "/nothing") } throws: {
            ($0 as? LedgerError)?.code == .unreadable
        }
        await #expect { _ = try await GitRepository.open(fixture.path, searchPath: fixture.folder) } throws: {
            ($0 as? LedgerError)?.code == .gitMissing
        }
    }

    @Test("identities come from the repository's configuration")
    func configured() async throws {
        let fixture = try GitFixture()
        try fixture.git(["config", "user.name", "Mina Weber"])
        try fixture.git(["config", "user.email", "mina@work.example"])
        let found = try await GitRepository.open(fixture.path).configuredIdentities()
        #expect(found.contains { $0.name == "Mina Weber" && $0.email == "mina@work.example" })
    }
}
