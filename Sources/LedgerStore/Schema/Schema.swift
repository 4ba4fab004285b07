import GRDB
import LedgerModel
import LocalFiles

/// A schema, and the migrations that bring an older ledger to it.
package struct Schema: Sendable {
    /// The SQL of each version in order, beginning with version 1.
    package let migrations: [String]

    /// The schema that this program writes.
    package static let shipped = Schema([SchemaV1.sql])

    /// `LIME` in ASCII, so that the file of another program is never taken for a ledger.
    static let applicationID: Int64 = 0x4C49_4D45

    package init(_ migrations: [String]) { self.migrations = migrations }

    package var current: Int { migrations.count }

    static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
    }

    /// Whether the file has no tables.
    static func isBlank(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }

    static func isOurs(_ db: Database) throws -> Bool {
        try Int64.fetchOne(db, sql: "PRAGMA application_id") == applicationID
    }

    /// Must run inside an exclusive transaction.
    func migrate(_ db: Database, from version: Int) throws {
        for (index, sql) in migrations.enumerated() where index >= version {
            try db.execute(sql: sql)
            try db.execute(sql: "PRAGMA user_version = \(index + 1)")
        }
        try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
    }
}

/// Migrates a ledger exclusively, completely or not at all, and keeps a copy of the old one.
enum Migration {
    /// Throws `.ledgerInUse` while the ledger is served, `.ledgerLocked` while another program writes to it.
    static func run(_ queue: DatabaseQueue, path: String, to schema: Schema) throws {
        // Held until the end, so that no server starts meanwhile.
        let alone = try ServedLedger.keepOut(path)
        defer { withExtendedLifetime(alone) {} }
        try queue.inDatabase { db in
            // Lets free pages be given back a few at a time. SQLite ignores it once the file has any content.
            if try Schema.version(db) == 0 { try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL") }
            // In WAL mode the backup can read the file while the lock is held.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // Recreating a table must not delete the rows that refer to it. SQLite ignores this inside a transaction.
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
            try db.inTransaction(.exclusive) {
                let version = try Schema.version(db)
                // Another process may have migrated it while this one waited.
                guard version < schema.current else { return .commit }
                // Copy while the lock is held, so that nothing is written which the copy lacks.
                if version > 0 { try Backup.keep(path) }
                try schema.migrate(db, from: version)
                if version == 0 { try Meta.seed(db) }
                try db.checkForeignKeys()
                return .commit
            }
        }
    }
}

/// Copies that are made beside the ledger before each migration.
enum Backup {
    static let kept = 3

    /// Writes `ledger.sqlite.backup-1` (0600) and moves the older ones up. The last three stay.
    ///
    /// The older ones are not touched until the new one is complete.
    static func keep(_ path: String) throws {
        // A folder, because SQLite makes more files beside the copy while it writes.
        let scratch = try ScratchFolder(beside: path)
        let new = scratch.file("copy.sqlite")
        var configuration = Configuration()
        configuration.readonly = true
        // Needs a separate connection, because SQLite cannot copy from one that holds the lock.
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
