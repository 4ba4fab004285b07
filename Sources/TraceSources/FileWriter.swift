package import LedgerModel
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// Writes files that only their owner may read.
package enum FileWriter {
    /// Says when a file was written; nothing when it is not there.
    package static func setModified(_ path: String, _ at: Instant) {
        var times = [timespec](repeating: timespec(tv_sec: Int(at.seconds), tv_nsec: 0), count: 2)
        utimensat(AT_FDCWD, path, &times, 0)
    }

    /// Replaces what is at `path`. Throws `.unreadable`.
    ///
    /// - Parameter modified: When it was written; now by the machine's clock where it is nil.
    package static func write(_ bytes: [UInt8], to path: String, modified: Instant? = nil) throws(LedgerError) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
            _ = try file.closeAfter {
                try file.writeAll(bytes)
                guard let modified else { return }
                var times = [timespec](repeating: timespec(tv_sec: Int(modified.seconds), tv_nsec: 0), count: 2)
                futimens(file.rawValue, &times)
            }
        } catch {
            throw LedgerError(
                .unreadable, "the file cannot be written", location: path,
                hint: "Check that you may write to its folder.")
        }
    }
}
