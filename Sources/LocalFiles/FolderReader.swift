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
