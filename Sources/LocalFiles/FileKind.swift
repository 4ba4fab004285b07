import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// The kind of thing at a path.
package enum FileKind: Sendable {
    case file, folder, link, other

    /// Does not follow a symbolic link. `nil` if there is nothing.
    package init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Follows symbolic links. `nil` if there is nothing.
    package init?(behind path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(of file: FileDescriptor) {
        var status = stat()
        guard fstat(file.rawValue, &status) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }
}

/// Identifies the file at a path, whatever its name there.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Follows symbolic links. `nil` if there is nothing.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }
}

/// Whether there is anything at a path. A link that leads nowhere does not count.
package func fileExists(_ path: String) -> Bool { FileKind(behind: path) != nil }

/// The path without symbolic links, `.` and `..`; `nil` if there is nothing.
package func canonicalPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
}

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Times of files, in seconds since 1970.
package enum FileTimes {
    /// When a file was last written; `nil` if there is no file.
    package static func modified(_ path: String) -> Int64? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            return Int64(status.st_mtimespec.tv_sec)
        #else
            return Int64(status.st_mtim.tv_sec)
        #endif
    }

    /// Sets when a file was last written. Does nothing if there is no file.
    package static func setModified(_ path: String, _ seconds: Int64) {
        let times = both(seconds)
        utimensat(AT_FDCWD, path, times, 0)
    }

    static func setModified(_ descriptor: Int32, _ seconds: Int64) {
        let times = both(seconds)
        futimens(descriptor, times)
    }

    private static func both(_ seconds: Int64) -> [timespec] {
        [timespec](repeating: timespec(tv_sec: Int(seconds), tv_nsec: 0), count: 2)
    }
}
