import SystemPackage

/// Operations on paths as names. Nothing is opened.
package enum PathName {
    /// The last part; empty for `/`.
    package static func last(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// The last part without its extension.
    package static func stem(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name.isEmpty ? path : name }
        return String(name[..<dot])
    }

    /// The parent folder: `.` for a bare name, `/` for a path directly below it and for `/` itself.
    package static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Where `path` leads from a folder, without `.` and `..`. Ignores links.
    package static func resolved(_ path: String, in folder: String) -> String {
        FilePath(folder).pushing(FilePath(path)).lexicallyNormalized().string
    }
}

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Adds, changes and removes names of files. Does not touch their content.
package enum FileName {
    /// Deletes a name. Returns false if there is none or it must not be deleted.
    @discardableResult
    package static func remove(_ path: String) -> Bool { unlink(path) == 0 }

    /// Renames a file on the same disk, and replaces a file that has the new name.
    package static func move(_ path: String, to new: String) -> Bool { rename(path, new) == 0 }

    /// Adds a second name without replacing another file. Moves the file if the disk does not support second names.
    package static func add(_ new: String, for path: String) -> Bool {
        link(path, new) == 0 || errno != EEXIST && move(path, to: new)
    }

    /// Lets only the owner read and write the file.
    package static func makePrivate(_ path: String) { chmod(path, 0o600) }
}

/// What the system says about a file. Follows links.
package struct FileFacts: Sendable {
    /// In bytes.
    package let size: Int64
    /// Whether only its owner may read and write it.
    package let isPrivate: Bool

    /// `nil` if there is nothing.
    package init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        size = Int64(status.st_size)
        isPrivate = status.st_mode & 0o077 == 0
    }

    /// Whether this user may read a file, or list a folder.
    package static func mayRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// Whether this user may write to a file, or create one in a folder.
    package static func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }
}
