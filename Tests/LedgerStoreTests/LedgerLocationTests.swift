import LedgerModel
import Synchronization
import TestSupport
import Testing

@testable import LedgerStore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Where a ledger lies")
struct LedgerLocationTests {
    let folder = TemporaryFolder()

    @Test(
        "A synchronised folder is known by its name",
        arguments: [
            ("/home/dana/Dropbox/l.sqlite", "Dropbox"), ("/home/dana/OneDrive - Acme/work/l.sqlite", "OneDrive"),
            ("/Users/dana/Library/Mobile Documents/x/l.sqlite", "iCloud"),
            ("/home/dana/Nextcloud/l.sqlite", "Nextcloud"), ("/home/dana/My Drive/l.sqlite", "Google Drive"),
            ("/home/dana/dropbox-notes/l.sqlite", nil), ("/home/dana/Dropbox", nil), ("/home/dana/l.sqlite", nil),
        ])
    func folders(path: String, name: String?) {
        #expect(SyncedFolder.name(above: path) == name)
    }

    @Test("A synchronised folder of any name is known by its marks")
    func marks() throws {
        #expect(SyncedFolder.name(above: folder.file("a/b/l.sqlite")) == nil)
        folder.write(".stfolder", "")
        #expect(SyncedFolder.name(above: folder.file("a/b/l.sqlite")) == "Syncthing")
    }

    @Test("It is told once, before the first write, and never for reading")
    func once() throws {
        let told = Mutex<[String]>([])
        let path = folder.file("Dropbox/ledger.sqlite")
        let store = try LedgerStore(path: path) { text in told.withLock { $0.append(text) } }
        _ = try store.read({ try $0.openTimer() })
        _ = try store.read({ try $0.search(SearchQuery("x"), range: nil, limit: 1) })
        #expect(told.withLock { $0 } == [])
        for title in ["a", "b"] {
            let draft = EvidenceDraft(kind: .note, externalID: title, at: FixedWorld.now, title: title)
            try store.write(at: FixedWorld.now, WriteContext(now: FixedWorld.now, reach: 7200), { try $0.log(draft) })
        }
        #expect(told.withLock { $0 }.count == 1)
        #expect(told.withLock { $0 }.first?.contains("in a folder that Dropbox synchronises") == true)
        let check = try #require(try store.checks().first { $0.name == "place" })
        #expect(!check.ok && check.tier == .optional)
    }

    @Test("A folder of this machine is told of nothing")
    func silent() throws {
        let store = try LedgerStore(path: folder.file("ledger.sqlite")) { Issue.record("\($0)") }
        try store.write(at: FixedWorld.now, nil, { try $0.markDemo(seed: "17") })
        #expect(try store.checks().first { $0.name == "place" }?.ok == true)
    }

    @Test("A link into a synchronised folder leads there")
    func links() throws {
        _ = try LedgerStore(path: folder.file("Dropbox/ledger.sqlite"))
        #expect(LedgerLocation.risk(folder.file("Dropbox/ledger.sqlite")) != nil)
        #expect(linked(folder.file("Dropbox"), folder.file("plain")))
        #expect(LedgerLocation.risk(folder.file("plain/ledger.sqlite")) != nil)
    }
}

private func linked(_ target: String, _ name: String) -> Bool { symlink(target, name) == 0 }
