import GRDB
import LedgerModel

/// Single values of a ledger.
enum Meta {
    enum Key: String {
        case ledgerID = "ledger_id"
        case deviceID = "device_id"
        /// Raised by every write; caches key on it.
        case revision
        /// Keeps a forgotten fact from coming back without keeping the fact.
        case salt
        /// The zone of the first write, until My job says more.
        case zone
        /// The seed of a demo ledger.
        case demo
        case derivation = "derivation_version"
    }

    static func seed(_ db: Database) throws {
        var random = SystemRandomNumberGenerator()
        func token() -> String { String(UInt64.random(in: .min ... .max, using: &random), radix: 36) }
        try set(db, .ledgerID, token())
        try set(db, .deviceID, token())
        try set(db, .salt, token() + token())
        try set(db, .revision, "0")
    }

    static func get(_ db: Database, _ key: Key) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key.rawValue])
    }

    static func set(_ db: Database, _ key: Key, _ value: String) throws {
        try db.execute(
            sql: "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            arguments: [key.rawValue, value])
    }

    static func revision(_ db: Database) throws -> Int64 {
        try get(db, .revision).flatMap { Int64($0) } ?? 0
    }

    /// The next revision: what the writes of one transaction share.
    static func raiseRevision(_ db: Database) throws -> Int64 {
        let next = try revision(db) + 1
        try set(db, .revision, String(next))
        return next
    }
}
