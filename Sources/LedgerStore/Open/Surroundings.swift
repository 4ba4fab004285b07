#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether a ledger lies where it can be damaged: SQLite's locks hold on a disk of one machine, and its
/// file and its log must never be copied one without the other.
package enum Surroundings {
    /// Where it lies, to follow “the ledger lies”; nil for a disk of this machine.
    package static func risk(_ ledger: String) -> String? {
        guard let real = realpath(ledger, nil) else { return nil }
        defer { free(real) }
        let path = String(cString: real)
        return Self.fileSystem(of: path).map { "on a file system that other machines share (\($0))" }
            ?? SyncedFolder.name(above: path).map { "in a folder that \($0) synchronises" }
    }

    /// What to do about it.
    package static let advice =
        "Keep it on a disk of this machine (--ledger, or $LIMELIGHT_LEDGER), and put exports there instead."

    #if canImport(Darwin)
        private static func fileSystem(of path: String) -> String? {
            var status = statfs()
            guard statfs(path, &status) == 0, status.f_flags & UInt32(MNT_LOCAL) == 0 else { return nil }
            return "network"
        }
    #else
        private static func fileSystem(of path: String) -> String? {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            let device = UInt64(status.st_dev)
            // As makedev(3) packs them.
            let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
            let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
            return sharedKind(mounts: text(of: "/proc/self/mountinfo"), device: "\(major):\(minor)")
        }
    #endif

    /// The kind of file system of a device by what proc(5) says of the mounts, when other machines may write to it.
    static func sharedKind(mounts: String, device: String) -> String? {
        for line in mounts.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 2, words[2] == device, let dash = words.firstIndex(of: "-"), dash + 1 < words.count
            else { continue }
            let kind = String(words[dash + 1])
            if kind.hasPrefix("fuse.") { return localFuse.contains(kind) ? nil : String(kind.dropFirst(5)) }
            return shared[kind]
        }
        return nil
    }

    private static let shared = [
        "nfs": "NFS", "nfs4": "NFS", "cifs": "SMB", "smb3": "SMB", "smbfs": "SMB", "9p": "9p", "ceph": "Ceph",
        "afs": "AFS", "coda": "Coda", "lustre": "Lustre", "gfs2": "GFS2", "ocfs2": "OCFS2", "vboxsf": "VirtualBox",
        "virtiofs": "virtiofs", "prl_fs": "Parallels", "drvfs": "drvfs", "davfs": "WebDAV", "fuse": "FUSE",
    ]

    /// Those that lie on a disk of this machine, as a rule.
    private static let localFuse: Set<String> = [
        "fuse.ntfs-3g", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.bindfs", "fuse.mergerfs",
    ]

    private static func text(of file: String) -> String {
        guard let stream = fopen(file, "r") else { return "" }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.count < 1 << 20 {
            let count = fread(&buffer, 1, buffer.count, stream)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
