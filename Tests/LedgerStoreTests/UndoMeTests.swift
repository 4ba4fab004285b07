import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Undo: who the person is")
struct UndoMeTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    @Test("Sources that depend on it are read again, as they are when it is said", arguments: [true, false])
    func readAgain(isFirst: Bool) throws {
        let (site, inbox) = (try here.source("site", .git), try here.source("inbox", .inbox))
        if !isFirst { try here.write { try $0.addMe("me@example.com", name: "", action: nil) } }
        try here.write { try $0.addMe("typo@example.com", name: "", action: here.ulid()) }
        for source in [site, inbox] {
            try here.write { try $0.finishImport(of: source, state: "read up to here", warnings: nil) }
        }
        try here.undo()
        #expect(try here.store.read { try $0.me() } == (isFirst ? [] : ["me@example.com"]))
        #expect(try here.store.read { try $0.source(site.id) }?.state == "")
        #expect(try here.store.read { try $0.source(inbox.id) }?.state == "read up to here")
    }

    @Test("A person who was made of an address that is mine again is no person")
    func nobody() throws {
        for address in ["me@example.com", "m@example.com"] {
            try here.write { try $0.addMe(address, name: "", action: nil) }
        }
        func persons() throws -> [String] {
            try here.dump().split(separator: "\n").filter { $0.hasPrefix("{\"person\"") }.map(String.init)
        }
        let before = try persons()
        _ = try here.write { try $0.removeMe("m@example.com", action: here.ulid()) }
        #expect(try here.store.read { try $0.people() }.count == 2)
        try here.undo()
        #expect(try here.store.read { try $0.people() }.count == 1)
        #expect(try persons() == before)
    }

    @Test("Each address can be taken away alone, the first among them, and the others stay mine", arguments: 0..<3)
    func oneOfThree(place: Int) throws {
        let addresses = ["a@example.com", "b@example.com", "c@example.com"]
        try here.list(here.source("Work"), [StoreWorld.event("met", with: addresses + ["maria@example.com"])])
        for address in addresses { try here.write { try $0.addMe(address, name: "Me", action: nil) } }
        var left = addresses
        let gone = left.remove(at: place)
        #expect(try here.write { try $0.removeMe(gone, action: here.ulid()) })
        #expect(try here.store.read { try $0.me() } == left)
        let people = try here.store.read { try $0.people() }
        #expect(people.filter(\.isMe).map(\.identities) == [left])
        #expect(Set(people.filter { !$0.isMe }.map(\.identities)) == [[gone], ["maria@example.com"]])
        try here.undo()
        #expect(try here.store.read { try $0.me() } == addresses)
        #expect(try here.store.read { try $0.people() }.count == 2)
        // Taken away one by one, nobody is left, and each comes back.
        for address in addresses { #expect(try here.write { try $0.removeMe(address, action: here.ulid()) }) }
        #expect(try here.store.read { try $0.me() } == [])
        #expect(try here.store.read { try $0.people() }.map(\.identities.count) == [1, 1, 1, 1])
        for count in 1...3 {
            try here.undo()
            #expect(try here.store.read { try $0.me() } == addresses.suffix(count))
        }
    }
}
