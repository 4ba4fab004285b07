import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A folder that stays the same one while something is written to it, whatever becomes of its name.
final class OpenFolder {
    let descriptor: Int32

    init(_ path: String) throws(Errno) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    }

    deinit { close(descriptor) }

    /// What stands at a name, links not followed; nil where nothing does.
    func status(of name: String) -> stat? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Brings names to the disk, where the file system can.
    func sync() throws(Errno) {
        guard fsync(descriptor) != 0 else { return }
        let error = Errno(rawValue: errno)
        guard error == .invalidArgument || error == .notSupported else { throw error }
    }

    var entries: [FolderReader.Entry] {
        let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard again >= 0 else { return [] }
        guard let stream = fdopendir(again) else {
            close(again)
            return []
        }
        return FolderReader.entries(stream, at: ".")
    }

    /// The folder and the name of a path.
    static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}
