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
}
