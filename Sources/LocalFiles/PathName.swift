import SystemPackage

/// Paths as names; nothing is opened.
package enum PathName {
    /// The last part; empty for `/`.
    package static func last(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// The last part without its extension.
    package static func stem(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name.isEmpty ? path : name }
        return String(name[..<dot])
    }

    /// The folder that it lies in: `.` for a bare name, `/` for what lies there and for itself.
    package static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Where `path` leads from a folder, without `.` and `..`; links are not looked at.
    package static func resolved(_ path: String, in folder: String) -> String {
        FilePath(folder).pushing(FilePath(path)).lexicallyNormalized().string
    }
}

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Names of files: given, changed and taken away. What a file holds is not touched.
package enum FileName {
    /// Takes it away; false where there is none, or it may not be.
    @discardableResult
    package static func remove(_ path: String) -> Bool { unlink(path) == 0 }

    /// In place of a file that has the new name, on the same disk.
    package static func move(_ path: String, to new: String) -> Bool { rename(path, new) == 0 }

    /// A second name, never in place of another; on a disk that knows no such thing the file is moved.
    package static func add(_ new: String, for path: String) -> Bool {
        link(path, new) == 0 || errno != EEXIST && move(path, to: new)
    }

    /// Takes the right to read it from everybody but its owner.
    package static func makePrivate(_ path: String) { chmod(path, 0o600) }
}

/// What the system says of a file, links followed.
package struct FileFacts: Sendable {
    /// In bytes.
    package let size: Int64
    /// Only its owner may read and write it.
    package let isPrivate: Bool

    /// Nil when there is nothing.
    package init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        size = Int64(status.st_size)
        isPrivate = status.st_mode & 0o077 == 0
    }

    /// Whether this user may read a file, or list a folder.
    package static func mayRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// Whether this user may write to a file, or make one in a folder.
    package static func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }
}
