import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Private: a source that keeps its times only")
struct PrivateTests {
    let here: StoreWorld
    let secret = StoreWorld.event("SENTINEL review", with: ["sentinel@example.com"])

    init() throws { here = try StoreWorld() }

    private var asPrivate: EvidenceDraft {
        var draft = secret
        draft.title = ""
        draft.people = []
        draft.headCount = 0
        draft.flags.insert(.isPrivate)
        return draft
    }

    private func set(_ name: String, _ isPrivate: Bool) throws {
        try here.setPrivate(here.source(name), isPrivate)
    }

    private func holds(_ word: String) throws -> Bool {
        try here.dump().contains(word) || !here.titles(word).isEmpty
    }

    @Test("Marking it takes titles and people out of every row; taking the mark off and a new import bring them back")
    func onAndOff() throws {
        let work = try here.source("Work")
        try here.list(work, [secret])
        try here.list(work, [StoreWorld.event("SENTINEL second", sequence: 2, with: ["sentinel@example.com"])])
        try set("Work", true)
        #expect(try !holds("SENTINEL"))
        #expect(try !holds("sentinel@example.com"))
        #expect(try here.titles("") == [])
        var time = asPrivate
        time.order.sequence = 2
        // As a reader of a private source has it.
        time.flags.insert(.madePrivate)
        time.flags.ownStanding = .presumed
        #expect(try here.list(work, [time]).unchanged == 1)
        try set("Work", false)
        let count = try here.list(
            work, [StoreWorld.event("SENTINEL second", sequence: 2, with: ["sentinel@example.com"])])
        #expect(count.updated == 1)
        #expect(try here.titles("SENTINEL") == ["SENTINEL second"])
        #expect(try here.store.read({ try $0.show(secret.id) }).draft.people.count == 1)
    }

    @Test("What a private source sees is private in whatever other source it is too, in either order")
    func twoSources() throws {
        let (work, home) = (try here.source("Work"), try here.source("Home"))
        try set("Home", true)
        try here.list(work, [secret])
        #expect(try holds("SENTINEL"))
        try here.list(home, [asPrivate])
        #expect(try !holds("SENTINEL"))
        var later = secret
        later.order.sequence = 7
        try here.list(work, [later])
        #expect(try !holds("SENTINEL"))
        #expect(try !holds("sentinel@example.com"))
        // Gone from the private one, the next import of the other brings it back.
        _ = try here.write({ try $0.remove(home) })
        try here.list(work, [later])
        #expect(try here.titles("SENTINEL") == ["SENTINEL review"])
    }

    @Test("An event that becomes private keeps no word of what it was")
    func becomesPrivate() throws {
        let work = try here.source("Work")
        try here.list(work, [secret])
        try here.edit(here.note("mine")) { $0.title = "still mine" }
        var later = asPrivate
        later.order.sequence = 2
        try here.list(work, [later])
        #expect(try !holds("SENTINEL"))
        #expect(try here.titles("") == ["still mine"])
    }
}
