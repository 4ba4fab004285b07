package import LedgerModel
package import LocalFiles

/// Files for those who tell errors as a ledger's.
package enum LedgerFiles {
    /// Throws `.unreadable` for what is not there, not a plain file or forbidden, `.tooLarge` beyond `limit` bytes.
    package static func read(_ path: String, limit: Int) throws(LedgerError) -> [UInt8] {
        do { return try FileReader.read(path, limit: limit) } catch { throw LedgerError(error) }
    }

    /// When a file was written last; nil where there is none.
    package static func modified(_ path: String) -> Instant? { FileTimes.modified(path).map { Instant($0) } }

    /// Writes a private file whole, in place of an old one. Throws `.unwritable`, `.diskFull`.
    ///
    /// - Parameter modified: When it was written; now by the machine's clock where it is nil.
    package static func write(_ bytes: [UInt8], to path: String, modified: Instant? = nil) throws(LedgerError) {
        do { try PrivateFile.write(bytes, to: path, modified: modified?.seconds) } catch { throw LedgerError(error) }
    }
}

extension LedgerError {
    package init(_ error: FileError) {
        self.init(file: error.kind.rawValue, error.message, path: error.path, hint: error.hint)
    }
}
