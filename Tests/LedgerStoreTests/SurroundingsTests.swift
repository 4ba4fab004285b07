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
struct SurroundingsTests {
    let folder = TemporaryFolder()

    static let mounts = """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        31 22 0:45 / /home/dana/server rw,nosuid shared:9 - fuse.sshfs dana@host:/ rw,user_id=1000
        32 22 0:46 / /srv/nfs rw - nfs4 host:/srv rw
        33 22 0:47 / /mnt/c rw - 9p drvfs rw
        34 22 0:48 / /mnt/office rw master:3 propagate_from:2 - cifs //host/office rw
        35 22 8:17 / /media/stick rw - fuseblk /dev/sdb1 rw
        36 22 0:49 / /home/dana/secret rw - fuse.gocryptfs /home/dana/.secret rw
        37 22 0:50 / /tmp rw - tmpfs tmpfs rw
        """

    @Test(
        "A file system that other machines share is known by its name",
        arguments: [
            ("0:45", "sshfs"), ("0:46", "NFS"), ("0:47", "9p"), ("0:48", "SMB"), ("8:17", nil), ("0:49", nil),
            ("0:50", nil), ("8:1", nil), ("9:9", nil),
        ])
    func fileSystems(device: String, kind: String?) {
        #expect(Surroundings.sharedKind(mounts: Self.mounts, device: device) == kind)
    }

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
        #expect(Surroundings.risk(folder.file("Dropbox/ledger.sqlite")) != nil)
        #expect(linked(folder.file("Dropbox"), folder.file("plain")))
        #expect(Surroundings.risk(folder.file("plain/ledger.sqlite")) != nil)
    }
}

private func linked(_ target: String, _ name: String) -> Bool { symlink(target, name) == 0 }
