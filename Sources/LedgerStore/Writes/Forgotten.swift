import GRDB
import LedgerModel

/// What the person had forgotten: salted hashes, so that the next import does not bring it back.
enum Forgotten {
    static func contains(_ db: Database, _ what: String, salt: String) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM forgotten WHERE hash = ?)"),
            arguments: [contentHash(what, salt: salt)]) ?? false
    }

    static func add(_ db: Database, _ what: String, salt: String) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO forgotten (hash) VALUES (?)", arguments: [contentHash(what, salt: salt)])
    }
}
