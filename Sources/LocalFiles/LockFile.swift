#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A small private file that is locked while its holder runs, and says who that is.
///
/// The lock ends with its process, however that ends, so a file left by a killed process is not held. The file is
/// written in place and not as a `PrivateFile`, because a file that is renamed over it would not be the locked one.
package final class LockFile: Sendable {
    package enum Refusal: Error, Sendable {
        /// Another process holds it, and wrote this.
        case held([UInt8])
        /// It is not a plain file of this user alone. Others may have put it there if they can write to the folder.
        case foreign
        case unwritable
    }

    private let path: String
    private let descriptor: Int32
    private static let longest = 512

    /// Locks it for this process. Does not follow links.
    package init(_ path: String) throws(Refusal) {
        self.path = path
        descriptor = try Self.take(path)
    }

    private init(_ path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Writes who holds it, in at most 512 bytes. Returns false if that cannot be written.
    package func write(_ bytes: [UInt8]) -> Bool {
        ftruncate(descriptor, 0) == 0 && pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    }

    /// Deletes the name while the lock still holds.
    package func removeName() { unlink(path) }

    /// What its holder wrote; `nil` if nobody holds it.
    package static func content(ofHeld path: String) -> [UInt8]? {
        guard let file = opened(path), file.isOurs, !file.isFree else { return nil }
        return file.content
    }

    /// Keeps others from locking it for as long as the result is alive; `nil` if there is no such file. Throws `.held`
    /// if somebody holds it.
    package static func keepFree(_ path: String) throws(Refusal) -> LockFile? {
        guard let file = opened(path) else { return nil }
        guard file.isFree else { throw .held(file.content) }
        return file
    }

    // The descriptor stays open for as long as the object lives.
    private var isOurs: Bool { Self.isOurs(descriptor) }
    private var isFree: Bool { Self.lock(descriptor, LOCK_SH | LOCK_NB) == 0 }
    private var content: [UInt8] { Self.content(descriptor) }

    private static func opened(_ path: String) -> LockFile? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        return descriptor >= 0 ? LockFile(path, descriptor: descriptor) : nil
    }

    private static func take(_ path: String) throws(Refusal) -> Int32 {
        for _ in 0..<8 {
            let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .unwritable }
            guard isOurs(descriptor) else {
                close(descriptor)
                throw .foreign
            }
            guard lock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let content = content(descriptor)
                close(descriptor)
                throw .held(content)
            }
            // A holder that was ending may have deleted the name between the two calls.
            if isNamed(descriptor, path) {
                fchmod(descriptor, 0o600)
                return descriptor
            }
            close(descriptor)
        }
        throw .held([])
    }

    private static func content(_ descriptor: Int32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: longest)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    private static func isOurs(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_uid == geteuid() && status.st_nlink <= 1
            && FileKind(status) == .file
    }

    private static func isNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var mine = stat()
        var named = stat()
        return fstat(descriptor, &mine) == 0 && stat(path, &named) == 0 && mine.st_ino == named.st_ino
            && mine.st_dev == named.st_dev
    }

    private static func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 { flock(descriptor, operation) }
}
