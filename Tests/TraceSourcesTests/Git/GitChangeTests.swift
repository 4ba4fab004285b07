import Foundation
import LedgerModel
import TestSupport
import Testing

@testable import TraceSources

@Suite("A repository that changes between readings")
struct GitChangeTests {
    @Test("only what is new is read again")
    func onlyNew() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let first = try await Gathered(fixture.path)
        try fixture.git(["checkout", "-q", "main"])
        try fixture.write("new\n", to: "e.txt")
        let sha = try fixture.commit("Add e", at: "2026-03-16T09:00:00+0100")
        // The detached commits are no longer reached from anywhere.
        let second = try await Gathered(fixture.path, since: first.reading.state)
        #expect(second.reading.read == 1)
        #expect(second.own.map(\.externalID) == [sha])
        guard case .commits(let gone) = second.reading.vanished else {
            Issue.record("the detached commits were not noticed: \(second.reading.vanished)")
            return
        }
        #expect(Set(gone) == Set([first.draft("Detached work")?.externalID, first.others[0].sha].compactMap { $0 }))
        let third = try await Gathered(fixture.path, since: second.reading.state)
        #expect(third.reading.read == 0)
        #expect(third.reading.vanished == .none)
    }

    @Test("an amended commit takes the place of the old one")
    func amended() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First", at: "2026-03-02T09:00:00+0100")
        try fixture.write("b\n", to: "b")
        let old = try fixture.commit("Second", at: "2026-03-03T09:00:00+0100")
        let first = try await Gathered(fixture.path)
        try fixture.write("c\n", to: "b")
        let new = try fixture.commit(
            "Second", at: "2026-03-03T09:00:00+0100", committed: "2026-03-03T10:00:00+0100", amend: true)
        let second = try await Gathered(fixture.path, since: first.reading.state)
        #expect(second.own.map(\.externalID) == [new])
        #expect(second.own.first?.workKey == first.draft("Second")?.workKey)
        #expect(second.reading.vanished == .commits([old]))
    }

    @Test("old tips that git has thrown away ask for a comparison, which lists every commit")
    func collected() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First", at: "2026-03-02T09:00:00+0100")
        try fixture.write("b\n", to: "b")
        try fixture.commit("Second", at: "2026-03-03T09:00:00+0100")
        let first = try await Gathered(fixture.path)
        try fixture.commit("Other", at: "2026-03-04T09:00:00+0100", amend: true)
        try fixture.git(["reflog", "expire", "--expire=now", "--all"])
        try fixture.git(["gc", "-q", "--prune=now"])
        let second = try await Gathered(fixture.path, since: first.reading.state)
        #expect(second.reading.read == 2)
        #expect(second.reading.vanished == .unknown)
        var all: Set<String> = []
        try await GitRepository.open(fixture.path).reachableShas { all.formUnion($0) }
        #expect(all == second.everySha)
    }

    @Test("tips survive as text, and text that is none is refused")
    func tipsText() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let tips = try #require(try await Gathered(fixture.path).reading.state)
        let again = try #require(GitTips(text: tips.text))
        #expect(again == tips)
        #expect(again.root == tips.root)
        #expect(again.stamp == tips.stamp)
        #expect(tips.root != nil && tips.stamp != nil)
        for bad in ["", "git 1", "git 2\n\n\nabc", "git 1\n\n\n--upload-pack=x", "git 1\n\n\nHEAD"] {
            #expect(GitTips(text: bad) == nil, "\(bad)")
        }
    }

    @Test("a stamp moves with every ref, loose or packed, and with HEAD")
    func stamps() async throws {
        let fixture = try GitFixture()
        try fixture.addHistory()
        let repository = try await GitRepository.open(fixture.path)
        var seen: Set<String> = []
        func note() throws { seen.insert(try #require(repository.stamp())) }
        try note()
        try note()
        #expect(seen.count == 1)
        try fixture.git(["branch", "another"])
        try note()
        try fixture.git(["tag", "v2"])
        try note()
        try fixture.git(["checkout", "-q", "main"])
        try note()
        try fixture.git(["branch", "-f", "another", "main~1"])
        try note()
        try fixture.git(["update-ref", "refs/remotes/origin/main", "HEAD"])
        try note()
        #expect(seen.count == 6)
        // Packing changes the files and not where the refs stand: a reading looks, and finds nothing new.
        let before = try await Gathered(fixture.path)
        try fixture.git(["pack-refs", "--all"])
        try note()
        #expect(seen.count == 7)
        let after = try await Gathered(fixture.path, since: before.reading.state)
        #expect(after.reading.read == 0 && after.reading.vanished == .none)
    }
}
