import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import TestSupport
import Testing

@Suite("Forgetting: who is meant, and what is said")
struct ForgettableTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    private static let meeting = """
        UID:m1
        SUMMARY:Planning
        DTSTART:20260316T090000Z
        DTEND:20260316T100000Z
        ORGANIZER;CN=Alex Smith:mailto:alex@example.com
        ATTENDEE;CN=Alex Smith;PARTSTAT=ACCEPTED:mailto:alex@example.org
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@example.com
        """

    @Test("Of several people with one name it names each with its address and takes none; an id is enough")
    func several() async throws {
        try here.ledger.importing.addMe("dana@example.com")
        try await here.importCalendar("Work", [Self.meeting])
        let error = #expect(throws: LedgerError.self) { try here.ledger.forgetting.forgettable("alex smith") }
        #expect(error?.code == .ambiguousID)
        let people = try here.ledger.asking.people().filter { !$0.isMe }
        #expect(people.count == 2)
        for person in people {
            #expect(error?.message.contains("\(person.id) (\(person.identities[0]))") == true)
            let wanted = Forgetting.Forgettable.person(person.id, name: "Alex Smith", pieces: 1, commits: 0)
            #expect(try here.ledger.forgetting.forgettable(person.id.description) == wanted)
            #expect(try here.ledger.forgetting.forgettable(String(person.id.description.prefix(8))) == wanted)
            #expect(try here.ledger.forgetting.forgettable(person.identities[0]) == wanted)
        }
        // A part of a name takes nobody.
        #expect(throws: LedgerError.self) { try here.ledger.forgetting.forgettable("Alex") }
    }

    @Test("The person's own name is refused before anything is said of it")
    func me() throws {
        try here.ledger.importing.addMe("dana@example.com", name: "Dana")
        for text in ["dana", "dana@example.com"] {
            #expect(throws: LedgerError.thatIsYou) { try here.ledger.forgetting.forgettable(text) }
        }
    }

    @Test("What is counted and what stays is said")
    func remarks() async throws {
        let fixture = try GitFixture(name: "Hedgehog")
        try fixture.addHistory()
        try here.ledger.importing.addMe("mina@example.org")
        _ = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: nil, progress: OperationsWorld.silent)
        let target = try here.ledger.forgetting.forgettable("Omar Haddad")
        #expect(
            target.notice
                == "This removes Omar Haddad from two pieces and one commit of theirs, and the name from every text, as whole words. It cannot be undone."
        )
        try here.note("asked Omar about the build", at: here.at("9:10"))
        let said = try here.ledger.forgetting.preview(of: target).stays
        #expect(said == ["The word “Omar” stays in 1 other title; see them with: \(offer: .search("Omar"))"])
        #expect(try here.ledger.forgetting.forget(target) == said)
        let people = try here.ledger.asking.people().filter { $0.name == "forgotten" }
        try fixture.write("more\n", to: "more.txt")
        try fixture.commit("Add more", by: "Omar Haddad <omar@example.org>", at: "2026-03-12T11:00:00+0100")
        let report = try await here.ledger.importing.importAll(
            .git, [fixture.path], arena: nil, progress: OperationsWorld.silent)
        #expect(report.failures.isEmpty)
        #expect(report.outcomes.map(\.count.added) == [1])
        let after = try here.ledger.asking.people().filter { $0.name == "forgotten" }
        #expect(after.map(\.others) == people.map { $0.others + 1 })
        #expect(after.map(\.evidence) == people.map(\.evidence))
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        #expect(!dump.contains("Haddad"))
        #expect(!dump.contains("omar@example.org"))
    }

    @Test("A commit of an address that was the person's for a while is another's again, without hours")
    func notMe() async throws {
        let fixture = try GitFixture(name: "Hedgehog")
        try fixture.addHistory()
        try here.ledger.importing.addMe("mina@example.org")
        func sync() async throws {
            let report = try await here.ledger.importing.importAll(
                .git, [fixture.path], arena: nil, progress: OperationsWorld.silent)
            #expect(report.failures.isEmpty)
        }
        try await sync()
        let before = try here.ledger.asking.base(here.march).total
        let pieces = try here.ledger.asking.search("").total
        try here.ledger.importing.addMe("kim@example.org")
        try await sync()
        #expect(try here.ledger.asking.base(here.march).total != before)
        try here.ledger.importing.removeMe("kim@example.org")
        try await sync()
        #expect(try here.ledger.asking.base(here.march).total == before)
        #expect(try here.ledger.asking.search("").total == pieces)
        #expect(try here.ledger.asking.search("Off any branch").total == 0)
    }

    @Test("A private calendar gives its titles back after the mark is off and a new import")
    func privateOff() async throws {
        try await here.importCalendar("Work", [ImportTests.meeting])
        _ = try here.ledger.importing.setPrivate("Work", true)
        try await here.importCalendar("Work", [ImportTests.meeting])
        #expect(try here.ledger.asking.search("").total == 0)
        #expect(try here.ledger.asking.people().isEmpty)
        _ = try here.ledger.importing.setPrivate("Work", false)
        try await here.importCalendar("Work", [ImportTests.meeting])
        #expect(try here.ledger.asking.search("restore").total == 1)
        #expect(!(try here.ledger.asking.people().isEmpty))
    }
}
