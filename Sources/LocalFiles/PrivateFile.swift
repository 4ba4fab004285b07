import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A file that only its owner may read and that gets its name only when it is complete.
///
/// It is written beside its place under a random name, synced to the disk, and renamed. After a failure the old file is
/// unchanged and the new one is deleted; after a kill, the next file that is written to the folder deletes it. A link,
/// a pipe, a device or a folder is never replaced. The mode of an old file is not widened. Other names of it (hard
/// links) keep the old content.
package final class PrivateFile {
    private let path: String
    private let name: String
    private let folder: OpenFolder
    private let temporary: Temporary
    private var pieces = GatheredPieces()
    private var isOpen = true

    /// Throws `.unwritable`, `.full`.
    ///
    /// - Parameter spared: Files that must not be replaced, by whatever name.
    package init(_ path: String, sparing spared: [String] = []) throws(FileError) {
        self.path = path
        if let there = FileIdentity(path), spared.contains(where: { FileIdentity($0) == there }) {
            throw FileError(
                .unwritable, "this is a file of the ledger itself, and is left as it is", path: path,
                hint: "Name another file.")
        }
        let parts = OpenFolder.parts(of: path)
        name = parts.name
        do throws(Errno) {
            guard !parts.name.isEmpty, parts.name != ".", parts.name != ".." else { throw .isDirectory }
            folder = try OpenFolder(parts.folder)
            if let status = folder.status(of: parts.name), FileKind(status) != .file {
                throw .fileExists
            }
            temporary = try Temporary.make(.file, in: folder)
            fchmod(temporary.descriptor, 0o600)
        } catch {
            throw Self.failed(path, error)
        }
    }

    deinit { discard() }

    /// Writes a whole file. Throws `.unwritable`, `.full`.
    ///
    /// - Parameters:
    ///   - spared: Files that must not be replaced, by whatever name.
    ///   - modified: When it was written, in seconds since 1970; `nil` means now.
    package static func write(
        _ bytes: [UInt8], to path: String, sparing spared: [String] = [], modified: Int64? = nil
    ) throws(FileError) {
        let file = try PrivateFile(path, sparing: spared)
        try file.write(bytes)
        try file.finish(modified: modified)
    }

    /// Creates an empty file for a program that fills it, unless the file exists. Returns false if it cannot be opened
    /// for writing.
    package static func makeEmpty(_ path: String) -> Bool {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        close(descriptor)
        return true
    }

    /// Throws `.full`.
    package func write(_ text: String) throws(FileError) { try write(text.utf8) }

    /// Throws `.full`.
    package func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
        try attempt { () throws(Errno) in try pieces.add(bytes, to: temporary.descriptor) }
    }

    /// Moves it to its place. Throws `.full`, `.unwritable`.
    package func finish(modified: Int64? = nil) throws(FileError) {
        guard isOpen else { return }
        try attempt { () throws(Errno) in
            try pieces.flush(to: temporary.descriptor)
            if let modified { FileTimes.setModified(temporary.descriptor, modified) }
            try Self.place(temporary.name, temporary.descriptor, of: folder, as: name, in: folder)
            close(temporary.descriptor)
            isOpen = false
            try folder.sync()
        }
    }

    /// Moves a complete file that another program made on the same disk to its place, with the same guarantees. Throws
    /// `.unreadable`, `.unwritable`, `.full`; the file then stays where it was.
    package static func put(_ made: String, at path: String) throws(FileError) {
        let (from, to) = (OpenFolder.parts(of: made), OpenFolder.parts(of: path))
        let descriptor = open(made, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0, FileKind(of: FileDescriptor(rawValue: descriptor)) == .file else {
            if descriptor >= 0 { close(descriptor) }
            throw FileError(.unreadable, "there is no file here", path: made, hint: "Check the path.")
        }
        defer { close(descriptor) }
        do throws(Errno) {
            let folder = try OpenFolder(to.folder)
            try place(from.name, descriptor, of: OpenFolder(from.folder), as: to.name, in: folder)
            try folder.sync()
        } catch {
            throw failed(path, error)
        }
    }

    private static func place(
        _ temporary: String, _ descriptor: Int32, of made: OpenFolder, as name: String, in folder: OpenFolder
    ) throws(Errno) {
        guard fsync(descriptor) == 0 else { throw Errno(rawValue: errno) }
        // Check again, because something else may be there by now.
        let old = folder.status(of: name)
        if let old, FileKind(old) != .file { throw .fileExists }
        fchmod(descriptor, (old?.st_mode ?? 0o600) & 0o600)
        guard renameat(made.descriptor, temporary, folder.descriptor, name) == 0 else {
            throw Errno(rawValue: errno)
        }
    }

    private func attempt(_ step: () throws(Errno) -> Void) throws(FileError) {
        guard isOpen else { throw Self.failed(path, .badFileDescriptor) }
        do throws(Errno) {
            try step()
        } catch {
            discard()
            throw Self.failed(path, error)
        }
    }

    private func discard() {
        guard isOpen else { return }
        isOpen = false
        temporary.remove(.file, from: folder)
        close(temporary.descriptor)
    }

    private static func failed(_ path: String, _ error: Errno) -> FileError {
        if error == .fileExists || error == .isDirectory, let kind = FileKind(at: path), kind != .file {
            return FileError(inTheWay: kind, of: path)
        }
        return FileError(writing: path, error)
    }
}

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Writes to a descriptor until everything is written.
///
/// After a signal it continues where it stopped. If a descriptor does not block, such as a pipe that its reader set so,
/// it waits. A short write is never taken for a complete one.
enum WholeWrite {
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(Errno) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = systemWrite(descriptor, start, rest.count)
            if count > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                continue
            }
            // Treat 0 bytes without an error as a failure, or the loop would never end.
            let error = count == 0 ? Errno.ioError : Errno(rawValue: errno)
            switch error {
            case .interrupted: continue
            case .resourceTemporarilyUnavailable, .wouldBlock: wait(for: descriptor)
            default: throw error
            }
        }
    }

    /// Waits until something can be written, or until the next write will fail.
    private static func wait(for descriptor: Int32) {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
    }
}

/// Gathers small pieces for a descriptor and writes them as large ones.
struct GatheredPieces {
    private var bytes: [UInt8] = []
    private static let size = 1 << 16

    mutating func add(_ piece: some Sequence<UInt8>, to descriptor: Int32) throws(Errno) {
        bytes.append(contentsOf: piece)
        if bytes.count >= Self.size { try flush(to: descriptor) }
    }

    mutating func flush(to descriptor: Int32) throws(Errno) {
        let failure = bytes.withUnsafeBytes { (buffer) -> Errno? in
            do throws(Errno) { try WholeWrite.write(buffer, to: descriptor) } catch { return error }
            return nil
        }
        bytes.removeAll(keepingCapacity: true)
        if let failure { throw failure }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
