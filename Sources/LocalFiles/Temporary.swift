import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A file or folder with a random name, locked while the process that made it runs.
///
/// The lock ends with its process, however that ends. So a file with such a name that can be locked was left by a
/// process that was killed.
struct Temporary {
    let name: String
    let descriptor: Int32

    enum Kind: String, CaseIterable {
        case file = ".part"
        case folder = ".scratch"
    }

    private static let start = ".limelight-"
    private static let digits = 16

    /// Creates one for its owner only, after deleting what killed processes left in this folder.
    static func make(_ kind: Kind, in folder: OpenFolder) throws(Errno) -> Temporary {
        clear(folder)
        for _ in 0..<16 {
            let name = nextName(kind)
            let descriptor = try make(kind, name, in: folder)
            guard descriptor >= 0 else { continue }
            _ = lock(descriptor, LOCK_EX)
            // Another process may have deleted it before it was locked.
            if folder.isNamed(name, descriptor) { return Temporary(name: name, descriptor: descriptor) }
            close(descriptor)
        }
        throw .fileExists
    }

    /// Creates one and returns its descriptor; negative if the name is taken.
    private static func make(_ kind: Kind, _ name: String, in folder: OpenFolder) throws(Errno) -> Int32 {
        let flags = O_NOFOLLOW | O_CLOEXEC
        var isMade = true
        var descriptor: Int32 = -1
        switch kind {
        case .file: descriptor = openat(folder.descriptor, name, O_RDWR | O_CREAT | O_EXCL | flags, 0o600)
        case .folder:
            isMade = mkdirat(folder.descriptor, name, 0o700) == 0
            if isMade { descriptor = openat(folder.descriptor, name, O_RDONLY | O_DIRECTORY | flags) }
        }
        guard descriptor < 0 else { return descriptor }
        // Another process may have deleted the folder before it was opened.
        let isTaken = errno == EEXIST || errno == EINTR || kind == .folder && isMade && errno == ENOENT
        guard isTaken else { throw Errno(rawValue: errno) }
        return descriptor
    }

    private static func nextName(_ kind: Kind) -> String {
        let hex = String(UInt64.random(in: .min ... .max), radix: 16)
        return start + String(repeating: "0", count: digits - hex.count) + hex + kind.rawValue
    }

    private static func kind(of name: String) -> Kind? {
        guard name.hasPrefix(start), let kind = Kind.allCases.first(where: { name.hasSuffix($0.rawValue) }) else {
            return nil
        }
        let number = name.dropFirst(start.count).dropLast(kind.rawValue.count)
        return number.utf8.count == digits && UInt64(number, radix: 16) != nil ? kind : nil
    }

    private static func clear(_ folder: OpenFolder) {
        for entry in folder.entries {
            guard let kind = kind(of: entry.name), entry.kind == (kind == .file ? .file : .folder) else { continue }
            let flags = kind == .file ? O_RDWR | O_NONBLOCK : O_RDONLY | O_DIRECTORY
            let descriptor = openat(folder.descriptor, entry.name, flags | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if lock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                Temporary(name: entry.name, descriptor: descriptor).remove(kind, from: folder)
            }
            close(descriptor)
        }
    }

    /// Deletes it, or the folder with its files, if it still has its name.
    func remove(_ kind: Kind, from folder: OpenFolder) {
        guard folder.isNamed(name, descriptor) else { return }
        guard kind == .folder else {
            unlinkat(folder.descriptor, name, 0)
            return
        }
        if let stream = fdopendir(dup(descriptor)) {
            rewinddir(stream)
            for entry in FolderReader.entries(stream, at: ".") { unlinkat(descriptor, entry.name, 0) }
        }
        unlinkat(folder.descriptor, name, AT_REMOVEDIR)
    }

    private static func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 { flock(descriptor, operation) }
}

extension OpenFolder {
    /// Whether this name leads to the open file, and the file belongs to this user.
    func isNamed(_ name: String, _ open: Int32) -> Bool {
        var mine = stat()
        guard let named = status(of: name), fstat(open, &mine) == 0 else { return false }
        return mine.st_ino == named.st_ino && mine.st_dev == named.st_dev && mine.st_uid == geteuid()
    }
}

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A folder for files that another program writes or reads, only for its owner. It is deleted with its last reference,
/// or after a kill by the next one that is made beside it.
package final class ScratchFolder {
    package let path: String
    private let folder: OpenFolder
    private let temporary: Temporary

    /// Throws `.unwritable`, `.full`.
    package init(in place: String) throws(FileError) {
        do throws(Errno) {
            folder = try OpenFolder(place)
            temporary = try Temporary.make(.folder, in: folder)
        } catch {
            throw FileError(writing: place, error)
        }
        path = place + "/" + temporary.name
    }

    /// Creates one beside a file. Throws `.unwritable`, `.full`.
    package convenience init(beside file: String) throws(FileError) {
        try self.init(in: OpenFolder.parts(of: file).folder)
    }

    deinit {
        temporary.remove(.folder, from: folder)
        close(temporary.descriptor)
    }

    package func file(_ name: String) -> String { path + "/" + name }

    /// Gives a file a name in the folder, for a program that would read its own name in another way. `nil` if the disk
    /// does not support links.
    package func link(_ name: String, to target: String) -> String? {
        symlinkat(target, folder.descriptor, temporary.name + "/" + name) == 0 ? file(name) : nil
    }
}
