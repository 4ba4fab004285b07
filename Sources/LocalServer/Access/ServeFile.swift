import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The private file beside a ledger that says where it is served, and by which secret links are made.
///
/// The server holds a lock on it, so a file that a killed server left behind is not taken for one
/// that runs. It is written in place, not as a `PrivateFile`: a file that is renamed over it would not be the one that
/// is locked.
final class ServeFile: Sendable {
    /// What a running server wrote.
    struct Content: Sendable {
        var port: Int
        var pid: Int32
        var secret: String

        var text: String { "\(port)\n\(pid)\n\(secret)\n" }

        init(port: Int, pid: Int32, secret: String) {
            self.port = port
            self.pid = pid
            self.secret = secret
        }

        init?(_ text: String) {
            let lines = text.split(separator: "\n").map(String.init)
            guard lines.count == 3, let port = Int(lines[0]), (1...65_535).contains(port), let pid = Int32(lines[1]),
                lines[2].count >= 32
            else { return nil }
            self.init(port: port, pid: pid, secret: lines[2])
        }
    }

    /// Beside the ledger itself, by whatever name it was opened.
    static func path(beside ledger: String) -> String {
        guard let real = realpath(ledger, nil) else { return ledger + ".serve" }
        defer { free(real) }
        return String(cString: real) + ".serve"
    }

    private let path: String
    private let descriptor: Int32

    /// Takes the file for this process. Throws `.ledgerServed` when another one serves the ledger, or
    /// `.unwritable`.
    init(beside ledger: String) throws(LedgerError) {
        path = Self.path(beside: ledger)
        descriptor = try Self.take(path)
    }

    deinit { close(descriptor) }

    /// Takes the name away while the lock still holds.
    func end() { unlink(path) }

    /// Says where the server listens now.
    func write(_ content: Content) throws(LedgerError) {
        var text = content.text
        let written = text.withUTF8 { bytes in
            ftruncate(descriptor, 0) == 0 && pwrite(descriptor, bytes.baseAddress, bytes.count, 0) == bytes.count
        }
        guard written else {
            throw LedgerError(
                .diskFull, "the file that lets you in could not be written", location: path,
                hint: "Free some space and try again.")
        }
    }

    /// Where `ledger` is served now; nil when it is not.
    static func running(_ ledger: String) -> Content? {
        let path = path(beside: ledger)
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // A lock that can be had is one that no server holds.
        guard isOurs(descriptor), lock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        return content(descriptor)
    }

    private static func take(_ path: String) throws(LedgerError) -> Int32 {
        for _ in 0..<8 {
            let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw LedgerError(
                    .unwritable, "the file that lets you in cannot be written", location: path,
                    hint: "Check that you may write beside the ledger.")
            }
            guard isOurs(descriptor) else {
                close(descriptor)
                throw LedgerError(
                    .unwritable, "the file that lets you in is not yours alone", location: path,
                    hint: "Look at who made it, and take it away.")
            }
            guard lock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let content = content(descriptor)
                close(descriptor)
                throw served(content)
            }
            // A server that was just ending may have taken the name away between the two calls.
            if isNamed(descriptor, path) {
                fchmod(descriptor, 0o600)
                return descriptor
            }
            close(descriptor)
        }
        throw served(nil)
    }

    private static func served(_ content: Content?) -> LedgerError {
        let place = content.map { " at http://127.0.0.1:\($0.port)" } ?? ""
        return LedgerError(
            .ledgerServed, "this ledger is served already\(place)", hint: "Get a new link with `limelight open`.")
    }

    private static func content(_ descriptor: Int32) -> Content? {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? Content(String(decoding: bytes.prefix(count), as: UTF8.self)) : nil
    }

    /// In a folder that others may write to, somebody else may have put a file in its place.
    private static func isOurs(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_uid == geteuid() && status.st_nlink <= 1
            && status.st_mode & S_IFMT == S_IFREG
    }

    private static func isNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var mine = stat()
        var named = stat()
        return fstat(descriptor, &mine) == 0 && stat(path, &named) == 0 && mine.st_ino == named.st_ino
            && mine.st_dev == named.st_dev
    }

    private static func lock(_ descriptor: Int32, _ operation: Int32) -> Int32 { flock(descriptor, operation) }
}
