import LedgerModel
import LocalFiles

/// Small texts of the routine's own.
enum RoutineFile {
    /// Nil where none can be read.
    static func lines(_ path: String) -> [Substring]? {
        guard let bytes = try? FileReader.read(path, limit: 65_536) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Throws `.unwritable`, `.diskFull`.
    static func write(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        do { try PrivateFile.write(bytes, to: path) } catch { throw LedgerError(error) }
    }
}

extension LedgerError {
    init(_ error: FileError) {
        self.init(file: error.kind.rawValue, error.message, path: error.path, hint: error.hint)
    }
}
