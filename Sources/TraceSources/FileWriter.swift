package import LedgerModel
import SystemPackage

/// Writes files that only their owner may read.
package enum FileWriter {
    /// Replaces what is at `path`. Throws `.unreadable`.
    package static func write(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
            _ = try file.closeAfter { try file.writeAll(bytes) }
        } catch {
            throw LedgerError(
                .unreadable, "the file cannot be written", location: path,
                hint: "Check that you may write to its folder.")
        }
    }
}
