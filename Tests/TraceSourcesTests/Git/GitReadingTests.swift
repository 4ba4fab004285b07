import LedgerModel
import TestSupport
import Testing
import TraceSources

@Suite("Reading a git repository")
struct GitReadingTests {
    @Test("reads exactly the commits that rev-list counts, and nothing the second time")
    func counts() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let first = try await Gathered(fixture.path)
        #expect(first.reading.read == (try fixture.count()))
        #expect(first.reading.read == 8)
        #expect(first.counted == 8)
        #expect(first.everySha.count == 8)
        #expect(first.reading.isComplete)
        #expect(first.warnings.isEmpty)

        let second = try await Gathered(fixture.path, since: first.reading.state)
        #expect(second.reading.read == 0)
        #expect(second.reading.vanished == .none)
        #expect(second.reading.state?.text == first.reading.state?.text)
    }

    @Test("the person's own commits have lines, files, paths, people and times")
    func ownCommits() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let all = try await Gathered(fixture.path)
        let twos = try #require(all.draft("Count by twos"))
        #expect(twos.kind == .commit)
        #expect(twos.at == FixedTimes.at("2026-03-03", 9, 30))
        #expect(twos.utcOffset == 3600)
        #expect(twos.until == nil)
        #expect(twos.project == "Hedgehog")
        #expect(twos.body.hasPrefix("Because ones are slow."))
        #expect(twos.paths == ["Sources/b.swift", "a.txt"])
        #expect(twos.measure("lines_added") == 3)
        #expect(twos.measure("lines_deleted") == 1)
        #expect(twos.measure("files") == 2)
        #expect(
            twos.people == [PersonMention(identity: "omar@example.org", name: "Omar Haddad", role: .coAuthor)])
        #expect(twos.workKey != 0)
        #expect(all.draft("Begin")?.measure("lines_added") == 3)
        #expect(all.draft("Add d")?.utcOffset == -18_000)
        #expect(all.draft("Detached work") != nil)
        let merge = try #require(all.draft("Merge side"))
        #expect(merge.flags == .merge)
        #expect(merge.measures.isEmpty && merge.paths.isEmpty)
    }

    @Test("others' commits are one row with paths, and evidence only where they name the person")
    func othersCommits() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let all = try await Gathered(fixture.path)
        let named = try #require(all.draft("Mend c"))
        #expect(named.flags == .byOther)
        #expect(
            named.people == [
                PersonMention(identity: "omar@example.org", name: "Omar Haddad", role: .author),
                PersonMention(identity: "kim@example.org", name: "Kim", role: .tester),
            ])
        #expect(named.measures.isEmpty)
        #expect(Set(all.others.map(\.author)) == ["omar@example.org", "kim@example.org"])
        let omar = try #require(all.others.first { $0.author == "omar@example.org" })
        #expect(omar.paths == ["c.txt"])
        #expect(omar.authorName == "Omar Haddad")
        #expect(omar.quarter == 2026 * 4)
    }

    @Test("others' commits outside the asked days are counted and not kept")
    func othersBetween() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let range = FixedTimes.at("2026-03-10", 0, 0)...FixedTimes.at("2026-03-20", 0, 0)
        let all = try await Gathered(fixture.path, othersBetween: range)
        #expect(all.others.map(\.author) == ["kim@example.org"])
        #expect(all.reading.read == 8)
        #expect(all.draft("Mend c") != nil)
    }

    @Test("mailmap and any of several identities make a commit the person's own")
    func identities() async throws {
        let fixture = try GitFixture()
        try fixture.write(
            "Mina Weber <mina@example.org> <m.weber@old.example>\nOmar H. <omar@example.org> O <o@x.example>\n",
            to: ".mailmap")
        try fixture.commit("Now", by: "Mina Weber <MINA@example.org>")
        try fixture.commit("Long ago", by: "mw <m.weber@old.example>")
        try fixture.commit("By name", by: "Mina W <third@example.net>")
        try fixture.commit("Omar's", by: "O <o@x.example>")
        let byMail = try await Gathered(fixture.path)
        #expect(Set(byMail.own.map(\.title)) == ["Now", "Long ago"])
        #expect(byMail.others.contains { $0.author == "omar@example.org" && $0.authorName == "Omar H." })
        let byOld = try await Gathered(fixture.path, me: ["m.weber@old.example"])
        #expect(byOld.own.map(\.title) == ["Long ago"])
        let byName = try await Gathered(fixture.path, me: ["Mina W"])
        #expect(byName.own.map(\.title) == ["By name"])
    }

    @Test("cherry-picked and rebased commits have one key, in clones too")
    func workKeys() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        try fixture.git(["branch", "kept"])
        try fixture.git(["checkout", "-q", "-b", "copy", "main"])
        try fixture.git(["cherry-pick", "kept"])
        let all = try await Gathered(fixture.path)
        let copies = all.own.filter { $0.title == "Detached work" }
        #expect(copies.count == 2)
        #expect(Set(copies.map(\.workKey)).count == 1)
        #expect(Set(all.own.filter { !$0.flags.contains(.merge) }.map(\.workKey)).count == all.own.count - 2)
        try fixture.git(["clone", "-q", "--no-local", fixture.path, fixture.folder + "/clone"])
        let clone = try await Gathered(fixture.folder + "/clone")
        #expect(clone.draft("Begin")?.workKey == all.draft("Begin")?.workKey)
    }

    @Test("A preview counts what is the person's without reading it")
    func overview() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let overview = try await GitRepository.open(fixture.path).overview(me: Gathered.me, now: Gathered.now)
        #expect(overview.commits == 8)
        #expect(overview.own == 5)
        #expect(overview.first == FixedTimes.at("2026-03-02", 8, 0))
        #expect(overview.last == FixedTimes.at("2026-03-11", 8, 0))
    }
}

enum FixedTimes {
    /// In UTC.
    static func at(_ day: String, _ hour: Int64, _ minute: Int64) -> Instant {
        Zone.utc.instant(CivilDay(iso: day) ?? CivilDay(number: 0), seconds: hour * 3600 + minute * 60)
    }
}
