import GRDB
import LedgerModel

/// Brings a ledger to a schema: alone, all of it or nothing, and with a copy of an older one kept.
enum Migration {
    /// Throws `.ledgerInUse` while the ledger is served, `.ledgerLocked` while another program writes to it.
    static func run(_ queue: DatabaseQueue, path: String, to schema: Schema) throws {
        // Until the end, so that no server starts meanwhile.
        let alone = try ServedLedger.keepOut(path)
        defer { withExtendedLifetime(alone) {} }
        try queue.inDatabase { db in
            // Heard only before anything is in the file: its free pages can be given back a few at a time.
            if try Schema.version(db) == 0 { try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL") }
            // In this mode a copy can be read while the lock is held.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // A table that is made anew must not take along what refers to it; inside a transaction this is not heard.
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
            try db.inTransaction(.exclusive) {
                let version = try Schema.version(db)
                // Another process may have done it while this one waited.
                guard version < schema.current else { return .commit }
                // While the lock holds, so that nothing is written which the copy lacks.
                if version > 0 { try Backup.keep(path) }
                try schema.migrate(db, from: version)
                if version == 0 { try Meta.seed(db) }
                try db.checkForeignKeys()
                return .commit
            }
        }
    }
}
