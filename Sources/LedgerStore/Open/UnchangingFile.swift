import GRDB
import LedgerModel
import LocalFiles

/// A ledger where nothing can be written: on a read-only disk, in a folder of somebody else’s. SQLite makes a file
/// beside the ledger even to read it; it does without when it is told that nobody changes the file meanwhile.
enum UnchangingFile {
    /// Whether that can be said of a ledger that cannot be opened as usual: it can be read, it cannot be written to
    /// here, and no program left anything beside it that belongs to it.
    static func isOne(_ path: String) -> Bool {
        let isClosed = !FileFacts.mayWrite(path) || !FileFacts.mayWrite(PathName.folder(path))
        return FileFacts.mayRead(path) && isClosed && (FileFacts(path + "-wal")?.size ?? 0) == 0
    }

    /// Opens it for reading alone.
    static func open(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        return try DatabaseQueue(
            path: "file:\(path.percentEncoded(keepingSlashes: true))?immutable=1", configuration: configuration)
    }
}
