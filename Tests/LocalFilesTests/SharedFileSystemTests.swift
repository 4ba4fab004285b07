import Testing

@testable import LocalFiles

@Suite("File systems that other machines share")
struct SharedFileSystemTests {
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
        #expect(SharedFileSystem.sharedKind(mounts: Self.mounts, device: device) == kind)
    }

    @Test("A path that is not there is on none")
    func nothing() {
        #expect(SharedFileSystem.name(of: "/is/not/there") == nil)
    }
}
