import GRDB

/// A schema, and how an older ledger is brought to it.
package struct Schema: Sendable {
    /// SQL, in order; the version of each is its place, from 1.
    package let migrations: [String]

    /// What this program writes.
    package static let shipped = Schema([SchemaV1.sql])

    /// `LIME` in ASCII, so that a file of another program is never taken for a ledger.
    static let applicationID: Int64 = 0x4C49_4D45

    package init(_ migrations: [String]) { self.migrations = migrations }

    package var current: Int { migrations.count }

    static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
    }

    /// True for a file without a single table.
    static func isBlank(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }

    static func isOurs(_ db: Database) throws -> Bool {
        try Int64.fetchOne(db, sql: "PRAGMA application_id") == applicationID
    }

    /// Runs inside an exclusive transaction.
    func migrate(_ db: Database, from version: Int) throws {
        for (index, sql) in migrations.enumerated() where index >= version {
            try db.execute(sql: sql)
            try db.execute(sql: "PRAGMA user_version = \(index + 1)")
        }
        try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
    }
}
