import GRDB
import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Copies kept beside the ledger before each migration.
enum Backup {
    static let kept = 3

    /// Writes `ledger.sqlite.backup-1` and moves the older ones up; the last three stay, 0600.
    static func keep(_ queue: DatabaseQueue, path: String) throws {
        unlink(name(path, kept))
        for number in stride(from: kept - 1, through: 1, by: -1) { rename(name(path, number), name(path, number + 1)) }
        let target = name(path, 1)
        close(open(target, O_CREAT | O_RDWR | O_CLOEXEC, 0o600))
        let copy = try DatabaseQueue(path: target)
        try queue.backup(to: copy)
        try copy.close()
    }

    static func name(_ path: String, _ number: Int) -> String { "\(path).backup-\(number)" }

    /// The backups that exist beside a ledger.
    static func existing(_ path: String) -> [String] {
        (1...kept).map { name(path, $0) }.filter { access($0, F_OK) == 0 }
    }
}
