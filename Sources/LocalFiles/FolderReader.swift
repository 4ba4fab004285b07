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

/// Lists folders without following symbolic links.
package enum FolderReader {
    package struct Entry: Sendable {
        package let name: String
        package let kind: FileKind
    }

    /// At most `limit` entries; `nil` if `path` is not a folder or must not be read. Names that are not UTF-8 are left
    /// out, because no later call could open them.
    package static func entries(of path: String, limit: Int = 100_000) -> [Entry]? {
        opendir(path).map { entries($0, at: path, limit) }
    }

    /// The entries of an open stream, which it closes.
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

/// Walks folders level by level, within bounds. If a bound cuts the search, the deepest folders are missing.
package struct FolderWalk {
    private let depth: Int
    private let folders: Int

    /// - Parameters:
    ///   - depth: The number of levels below the first folder to look into.
    ///   - folders: The largest number of folders to look into.
    package init(depth: Int, folders: Int) {
        self.depth = depth
        self.folders = folders
    }

    /// Visits `root`, then the folders that `visit` returns for it, and so on. Returns whether a bound left something
    /// out.
    ///
    /// - Parameters:
    ///   - note: What `visit` has to know about a folder. The visit to its parent returns it.
    ///   - visit: Returns the paths of the folders to visit next. It must not follow links, or the walk may never end.
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

/// An open folder. It stays the same one while something is written to it, even if its name changes.
final class OpenFolder {
    let descriptor: Int32

    init(_ path: String) throws(Errno) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    }

    deinit { close(descriptor) }

    /// The status of a name, without following links; `nil` if there is nothing.
    func status(of name: String) -> stat? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Writes names to the disk if the file system supports it.
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

    /// Splits a path into its folder and its name.
    static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}
