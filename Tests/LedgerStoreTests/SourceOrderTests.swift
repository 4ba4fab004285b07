import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Sources: the order of imports changes nothing, and one that goes leaves what was before")
struct SourceOrderTests {
    @Test("A removed source takes its greater version with it")
    func greaterVersionGoes() throws {
        let here = try StoreWorld()
        let (a, b) = (try here.source("A"), try here.source("B"))
        try here.list(a, [StoreWorld.event("as A says", sequence: 1)])
        let before = try here.facts()
        try here.list(b, [StoreWorld.event("as B says", sequence: 3, clock: "14:00", with: ["omar@example.com"])])
        let id = StoreWorld.event("").id
        #expect(try here.store.read({ try $0.show(id) }).draft.title == "as B says")
        _ = try here.write({ try $0.remove(b) })
        #expect(try here.facts() == before)
        #expect(try here.titles("says") == ["as A says"])
    }

    @Test("A commit belongs to the first of its repositories, whichever was read first, and to the one that is left")
    func project() throws {
        for names in [["Alpha", "Beta"], ["Beta", "Alpha"]] {
            let here = try StoreWorld()
            for name in names { try here.list(here.source(name, .git), [StoreWorld.commit("x", project: name)]) }
            let sources = try here.store.read({ try $0.sources() }).sorted { $0.id < $1.id }
            let id = StoreWorld.commit("x", project: "").id
            #expect(try here.store.read({ try $0.show(id) }).draft.project == sources[0].name)
            #expect(try here.store.read({ try $0.show(id) }).older.isEmpty)
            _ = try here.write({ try $0.remove(sources[0]) })
            #expect(try here.store.read({ try $0.show(id) }).draft.project == sources[1].name)
        }
    }

    @Test("What a shallow clone lacked comes with a whole one, in either order, and from the same one deepened")
    func shallow() throws {
        let thin = StoreWorld.commit("x", project: "Clone", lines: nil)
        let whole = StoreWorld.commit("x", project: "Whole")
        let other = OthersCommit(sha: "o", author: "omar@example.com", authorName: "Omar", quarter: 8104, paths: [])
        var more = other
        more.paths = ["b.txt"]
        for isThinFirst in [true, false] {
            let here = try StoreWorld()
            let (clone, full) = (try here.source("Clone", .git), try here.source("Whole", .git))
            if isThinFirst { try here.list(clone, [thin], others: [other]) }
            try here.list(full, [whole], others: [more])
            if !isThinFirst { try here.list(clone, [thin], others: [other]) }
            #expect(try here.store.read({ try $0.show(whole.id) }).draft.measures == whole.measures)
            #expect(try here.store.read({ try $0.show(whole.id) }).draft.paths == ["a.txt"])
            _ = try here.write({ try $0.remove(full) })
            #expect(try here.store.read({ try $0.show(whole.id) }).draft.measures == [])
            let count = try here.list(clone, [whole], others: [more])
            #expect(count.added == 0)
            #expect(try here.store.read({ try $0.show(whole.id) }).draft.measures == whole.measures)
            #expect(try here.facts().contains("other|o|Clone|1"))
        }
    }

    @Test("A commit of an address that is no longer the person's is another's, and its words go")
    func notMine() throws {
        let here = try StoreWorld()
        let repository = try here.source("Repo", .git)
        let commit = StoreWorld.commit("SENTINEL words", project: "Repo")
        let other = OthersCommit(sha: "c1", author: "x@example.com", authorName: "X", quarter: 8104, paths: ["a.txt"])
        try here.list(repository, [], others: [other])
        try here.list(repository, [commit])
        #expect(try here.titles("SENTINEL").count == 1)
        let count = try here.list(repository, [], others: [other])
        #expect(count.added == 0)
        #expect(try here.titles("SENTINEL") == [])
        #expect(try !here.dump().contains("SENTINEL"))
        #expect(try here.facts() == ["other|c1|Repo|1", "person|X"])
        // Cited, it stays readable and off the timeline.
        try here.list(repository, [commit])
        let claim = Claim(
            id: PublicID(.claim, "k"), text: "k", worth: nil, objective: nil, forWhom: nil, figure: nil, knownBy: nil,
            at: here.context.now, evidence: [commit.id], tellings: [])
        try here.write({ try $0.add(claim, ulid: here.ulid()) })
        try here.list(repository, [], others: [other])
        #expect(try here.store.read({ try $0.show(commit.id) }).draft.flags.contains(.withdrawn))
        #expect(try here.titles("SENTINEL") == [])
    }

    @Test(
        "Facts do not depend on the order of imports, and removing a source restores what was before",
        arguments: Seeds.or(1...4))
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5 {
            var listings: [(name: String, kind: SourceKind, drafts: [EvidenceDraft])] = []
            for name in ["A", "B", "C"] {
                let events = (0..<3).compactMap { number -> EvidenceDraft? in
                    guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
                    return StoreWorld.event(
                        "title \(Int.random(in: 0..<3, using: &random))", uid: "u\(number)",
                        sequence: Int64.random(in: 0..<3, using: &random),
                        clock: ["10:00", "11:30", "23:30"].randomElement(using: &random)!,
                        with: [["a@example.com"], ["b@example.com"], []].randomElement(using: &random)!)
                }
                listings.append((name, .calendar, events))
                let commits = (0..<3).compactMap { number -> EvidenceDraft? in
                    guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
                    return StoreWorld.commit(
                        "c", sha: "s\(number)", project: "git" + name,
                        lines: [3, nil].randomElement(using: &random)!)
                }
                listings.append(("git" + name, .git, commits))
            }
            func facts(_ order: [Int], removing gone: Int? = nil) throws -> [String] {
                let here = try StoreWorld()
                for index in order {
                    try here.list(here.source(listings[index].name, listings[index].kind), listings[index].drafts)
                }
                if let gone {
                    let source = try here.source(listings[gone].name, listings[gone].kind)
                    _ = try here.write({ try $0.remove(source) })
                }
                return try here.facts()
            }
            let order = Array(listings.indices)
            let expected = try facts(order)
            let shuffled = try facts(order.shuffled(using: &random))
            #expect(shuffled == expected, "seed \(seed): \(Set(shuffled).symmetricDifference(expected))")
            #expect(try facts(order + order) == expected, "seed \(seed)")
            let gone = order.randomElement(using: &random)!
            let without = try facts(order.filter { $0 != gone })
            let left = try facts(order.shuffled(using: &random), removing: gone)
            #expect(left == without, "seed \(seed): \(Set(left).symmetricDifference(without))")
        }
    }
}
