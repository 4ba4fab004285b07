#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// File systems that other machines can write to. Locks on them hold only on one machine, if at all.
package enum SharedFileSystem {
    #if canImport(Darwin)
        /// By what people call it; nil for a disk of this machine.
        package static func name(of path: String) -> String? {
            var status = statfs()
            guard statfs(path, &status) == 0, status.f_flags & UInt32(MNT_LOCAL) == 0 else { return nil }
            return "network"
        }
    #else
        /// By what people call it; nil for a disk of this machine.
        package static func name(of path: String) -> String? {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            let device = UInt64(status.st_dev)
            // As makedev(3) packs them.
            let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
            let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
            let mounts = (try? FileReader.read("/proc/self/mountinfo", limit: 8 << 20)) ?? []
            return sharedKind(mounts: String(decoding: mounts, as: UTF8.self), device: "\(major):\(minor)")
        }
    #endif

    /// The kind of file system of a device, by the mounts in proc(5); `nil` unless other machines can write to it.
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

    /// FUSE file systems that are usually on a disk of this machine.
    private static let localFuse: Set<String> = [
        "fuse.ntfs-3g", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.bindfs", "fuse.mergerfs",
    ]
}
