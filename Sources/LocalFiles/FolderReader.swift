import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

#if canImport(Darwin)
    typealias Stream = UnsafeMutablePointer<DIR>
#else
    typealias Stream = OpaquePointer
#endif

/// What a folder holds, without following symbolic links.
package enum FolderReader {
    package struct Entry: Sendable {
        package let name: String
        package let kind: FileKind
    }

    /// Nil when `path` is no folder or must not be read. At most `limit` entries; names that are not UTF-8 are
    /// left out, as no later call could open them.
    package static func entries(of path: String, limit: Int = 100_000) -> [Entry]? {
        opendir(path).map { entries($0, at: path, limit) }
    }

    /// Closes the stream.
    static func entries(_ stream: Stream, at path: String, _ limit: Int = 100_000) -> [Entry] {
        defer { closedir(stream) }
        var found: [Entry] = []
        while found.count < limit, let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name, name != ".", name != ".." else { continue }
            let kind: FileKind? =
                switch Int32(entry.pointee.d_type) {
                case Int32(DT_REG): .file
                case Int32(DT_DIR): .folder
                case Int32(DT_LNK): .link
                case Int32(DT_UNKNOWN): FileKind(at: path + "/" + name)
                default: .other
                }
            if let kind { found.append(Entry(name: name, kind: kind)) }
        }
        return found
    }
}

/// A bounded way through folders, downwards and level by level: of a search that is cut, what lies deepest is missing.
package struct FolderWalk {
    private let depth: Int
    private let folders: Int

    /// - Parameters:
    ///   - depth: Folders below the first that are looked into, counted downwards.
    ///   - folders: The most folders that are looked into.
    package init(depth: Int, folders: Int) {
        self.depth = depth
        self.folders = folders
    }

    /// Looks into `root` and what `visit` names in it, and so on. Returns whether a bound left something out.
    ///
    /// - Parameters:
    ///   - note: What `visit` has to know of a folder, said by the visit to the one above it.
    ///   - visit: Gives the folders that are looked into next, by their paths. It follows no links, or may never end.
    @discardableResult
    package func run<Note>(
        from root: String, _ note: Note, _ visit: (_ folder: String, _ note: Note) -> [(String, Note)]
    ) -> Bool {
        var isCut = false
        var left = folders
        var level = [(root, note)]
        for step in 0...depth where !level.isEmpty {
            var next: [(String, Note)] = []
            for (folder, note) in level {
                guard left > 0 else { return true }
                left -= 1
                let below = visit(folder, note)
                if step == depth, !below.isEmpty { isCut = true } else { next += below }
            }
            level = next
        }
        return isCut
    }
}

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
