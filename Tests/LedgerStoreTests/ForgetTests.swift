import GRDB
import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Forgetting a person: the name goes, the counts stay")
struct ForgetTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    private func forget(_ name: String) throws -> ForgettingPreview {
        let person = try #require(try here.store.read({ try $0.people() }).first { $0.name == name })
        return try here.write({ try $0.forget(person: person.id) })
    }

    private func other(_ sha: String, name: String = "Maria Keller", paths: [String] = ["a.txt"]) -> OthersCommit {
        OthersCommit(sha: sha, author: "maria@example.com", authorName: name, quarter: 8104, paths: paths)
    }

    @Test("New commits of theirs are imported and counted, under nobody's name")
    func newCommits() throws {
        let repository = try here.source("Repo", .git)
        try here.list(repository, [], others: [other("o1", paths: ["maria-keller/a.txt"]), other("o2")])
        _ = try forget("Maria Keller")
        #expect(try !here.dump().lowercased().contains("keller"))
        let count = try here.list(
            repository, [], others: [other("o2"), other("o3", paths: ["notes by Maria Keller.md"])])
        #expect(count.added == 1)
        // Another address of the same name.
        let writer = try ImportWriter(here.store, source: repository, context: here.context)
        try writer.write(
            [],
            others: [
                OthersCommit(sha: "o4", author: "mk@example.org", authorName: "Maria Keller", quarter: 1, paths: [])
            ])
        let people = try here.store.read({ try $0.people() })
        #expect(people.map(\.name) == ["forgotten"])
        #expect(people.map(\.others) == [4])
        #expect(try !here.dump().lowercased().contains("keller"))
        #expect(try !here.dump().contains("mk@example.org"))
    }

    @Test("Pieces that name them stay theirs, and the next import changes nothing")
    func pieces() throws {
        let work = try here.source("Work")
        let events = [
            StoreWorld.event("Review with Maria Keller", uid: "m1"), StoreWorld.event("1:1", uid: "m2"),
        ].map { event in
            var event = event
            event.people[0].name = "Maria Keller"
            event.tags = ["maria-keller"]
            event.project = "For Maria Keller"
            return event
        }
        try here.list(work, events)
        _ = try forget("Maria Keller")
        let before = try here.facts()
        #expect(try here.store.read({ try $0.people() }).map(\.evidence) == [2])
        let again = try here.list(work, events)
        #expect(again.unchanged == 2)
        #expect(again.updated == 0)
        #expect(try here.facts() == before)
        #expect(try here.store.read({ try $0.people() }).map(\.evidence) == [2])
        #expect(try !here.dump().lowercased().contains("keller"))
        #expect(try here.titles("review") == ["Review with [forgotten]"])
    }

    @Test("Two of one name: who has another address keeps it; whom notes call by the bare name goes too")
    func sameName() throws {
        let work = try here.source("Work")
        var event = StoreWorld.event("planning", with: ["alex@example.com", "alex@example.org"])
        event.people[0].name = "Alex Smith"
        event.people[1].name = "Alex Smith"
        try here.list(work, [event])
        _ = try here.note("call", with: ["Alex Smith"])
        let person = try #require(
            try here.store.read({ try $0.people() }).first { $0.identities == ["alex@example.com"] })
        try here.write({ try $0.forget(person: person.id) })
        let left = try here.store.read({ try $0.people() })
        #expect(left.flatMap(\.identities).filter { !$0.hasPrefix("forgotten-") } == ["alex@example.org"])
        #expect(left.first { $0.name == "forgotten" }?.evidence == 2)
        try here.list(work, [event])
        #expect(try here.store.read({ try $0.people() }) == left)
    }

    @Test("What it cannot reach is said before: single words, places of sources, ids that sources gave")
    func preview() throws {
        let work = try here.source("maria-keller.ics")
        var event = StoreWorld.event("x", uid: "maria@example.com-17")
        event.people[0].name = "Maria Keller"
        try here.list(work, [event])
        _ = try here.note("Maria’s plan; and Maria Keller’s", with: [])
        _ = try here.note("of MÁRIA", with: ["Noor Haddad"])
        let person = try #require(try here.store.read({ try $0.people() }).first { $0.name == "Maria Keller" })
        let before = try here.store.read({ try $0.preview(forgetting: person.id) })
        let preview = try forget("Maria Keller")
        #expect(before == preview)
        #expect(preview.words.map(\.word) == ["Maria"])
        #expect(preview.words.map(\.titles) == [2])
        #expect(preview.locators == ["/maria-keller.ics"])
        #expect(preview.externalIDs == 1)
        #expect(try here.store.read({ try $0.sources() }).map(\.name) == ["[forgotten].ics"])
    }

    @Test("Nobody is left of whom nothing is counted; with the last piece that names someone goes the address")
    func nobodyLeft() throws {
        let id = try here.note("call", with: ["Maria Keller"])
        try here.edit(id) { $0.people = [] }
        _ = try forget("Maria Keller")
        #expect(try here.store.read({ try $0.people() }) == [])
        let work = try here.source("Work")
        try here.list(work, [StoreWorld.event("x", with: ["x@example.org"])])
        try here.write({ try $0.forget(StoreWorld.event("x").id) })
        #expect(try here.store.read({ try $0.people() }) == [])
        #expect(try !here.dump().contains("x@example.org"))
    }

    @Test("The id of a forgotten person cannot be told from an address")
    func publicID() throws {
        try here.list(try here.source("Work"), [StoreWorld.event("x")])
        _ = try forget("maria@example.com")
        #expect(try !here.dump().contains(PublicID(.person, "maria@example.com").description))
    }

    @Test("My job loses their words and keeps its keys and choices, whatever they are called")
    func myJob() throws {
        var myJob = MyJob()
        var person = MyJobPerson(key: "ally", label: "Ally", identities: ["ally@example.com"])
        person.role = .ally
        myJob.people = [person]
        myJob.settings.zones = [.init(from: CivilDay(iso: "2026-01-01")!, zone: "Europe/Berlin")]
        myJob.objectives = [Objective(key: "o1", label: "Hand over to Ally")]
        try here.write({ try $0.save(myJob, action: here.ulid(), verb: "job") })
        var later = myJob
        later.objectives[0].label = "Hand all over to Ally"
        try here.write({ try $0.save(later, action: here.ulid(), verb: "job") })
        _ = try here.note("call", with: ["Ally"])
        _ = try here.note("trip", with: ["Berlin"])
        let preview = try forget("Ally")
        #expect(preview.keys == ["ally"])
        _ = try forget("Berlin")
        #expect(try here.store.read({ try $0.myJob() }).objectives.map(\.label) == ["Hand all over to [forgotten]"])
        for _ in 0..<3 { try here.undo() }
        let kept = try here.store.read({ try $0.myJob() })
        #expect(kept.people.map(\.label) == ["[forgotten]"])
        #expect(kept.people.map(\.role) == [.ally])
        #expect(kept.objectives.map(\.label) == ["Hand over to [forgotten]"])
        #expect(kept.settings.zones.map(\.zone) == ["Europe/Berlin"])
    }
}
