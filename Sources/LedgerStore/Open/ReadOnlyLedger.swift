import GRDB
import LedgerModel
import LocalFiles

/// Opens a ledger in a place where nothing can be written, such as a read-only disk or somebody else’s folder. SQLite
/// makes a file beside the ledger even to read it, unless it is told that nobody changes the ledger meanwhile.
enum ReadOnlyLedger {
    /// Whether a ledger that cannot be opened as usual may be treated so: it can be read, it cannot be written to from
    /// here, and no program has left a log beside it.
    static func isOne(_ path: String) -> Bool {
        let isClosed = !FileFacts.mayWrite(path) || !FileFacts.mayWrite(PathName.folder(path))
        return FileFacts.mayRead(path) && isClosed && (FileFacts(path + "-wal")?.size ?? 0) == 0
    }

    /// Opens it only for reading.
    static func open(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        return try DatabaseQueue(
            path: "file:\(path.percentEncoded(keepingSlashes: true))?immutable=1", configuration: configuration)
    }
}
