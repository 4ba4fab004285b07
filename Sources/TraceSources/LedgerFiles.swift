package import LedgerModel
package import LocalFiles

/// Reads and writes files, with errors as `LedgerError`.
package enum LedgerFiles {
    /// Throws `.unreadable` if it is missing, not a regular file or forbidden, `.tooLarge` beyond `limit` bytes.
    package static func read(_ path: String, limit: Int) throws(LedgerError) -> [UInt8] {
        do { return try FileReader.read(path, limit: limit) } catch { throw LedgerError(error) }
    }

    /// When a file was last written; `nil` if there is none.
    package static func modified(_ path: String) -> Instant? { FileTimes.modified(path).map { Instant($0) } }

    /// Writes a private file completely, replacing an old one. Throws `.unwritable`, `.diskFull`.
    ///
    /// - Parameter modified: The time of writing; `nil` for now by the clock of the machine.
    package static func write(_ bytes: [UInt8], to path: String, modified: Instant? = nil) throws(LedgerError) {
        do { try PrivateFile.write(bytes, to: path, modified: modified?.seconds) } catch { throw LedgerError(error) }
    }
}

extension LedgerError {
    package init(_ error: FileError) {
        self.init(file: error.kind.rawValue, error.message, path: error.path, hint: error.hint)
    }
}
