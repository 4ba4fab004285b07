import GRDB
import LedgerModel
import LocalFiles

/// Copies kept beside the ledger before each migration.
enum Backup {
    static let kept = 3

    /// Writes `ledger.sqlite.backup-1` (0600) and moves the older ones up; the last three stay.
    ///
    /// The others are not touched before the new one is whole.
    static func keep(_ path: String) throws {
        // SQLite makes files of its own beside the copy while it writes.
        let scratch = try ScratchFolder(beside: path)
        let new = scratch.file("copy.sqlite")
        var configuration = Configuration()
        configuration.readonly = true
        // A connection of its own: the one that holds the lock may not be copied from.
        let source = try DatabaseQueue(path: path, configuration: configuration)
        let copy = try DatabaseQueue(path: new)
        try source.backup(to: copy)
        try copy.close()
        try source.close()
        for number in stride(from: kept - 1, through: 1, by: -1) where fileExists(name(path, number)) {
            try PrivateFile.put(name(path, number), at: name(path, number + 1))
        }
        try PrivateFile.put(new, at: name(path, 1))
    }

    static func name(_ path: String, _ number: Int) -> String { "\(path).backup-\(number)" }

    /// The backups that exist beside a ledger.
    static func existing(_ path: String) -> [String] {
        (1...kept).map { name(path, $0) }.filter(fileExists)
    }
}
