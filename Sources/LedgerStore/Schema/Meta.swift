import GRDB
import LedgerModel
import LocalFiles

/// Single values of a ledger.
enum Meta {
    enum Key: String {
        case ledgerID = "ledger_id"
        case deviceID = "device_id"
        /// Raised by every write. Caches use it as their key.
        case revision
        /// Salts the hashes of forgotten facts.
        case salt
        /// The zone of the first write, until My job says more.
        case zone
        /// The seed of a demo ledger.
        case demo
        case derivation = "derivation_version"
        /// Set while words that an import took out may still be in free pages or the search index.
        case isToBeCompacted = "to_be_compacted"
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

    static func remove(_ db: Database, _ key: Key) throws {
        try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [key.rawValue])
    }

    static func revision(_ db: Database) throws -> Int64 {
        try get(db, .revision).flatMap { Int64($0) } ?? 0
    }

    /// Raises the revision, which all writes of a transaction share.
    static func raiseRevision(_ db: Database) throws -> Int64 {
        let next = try revision(db) + 1
        try set(db, .revision, String(next))
        return next
    }
}

/// `limelight serve` holds the file `ledger.sqlite.serve` beside its ledger.
enum ServedLedger {
    /// Keeps servers away from a ledger for as long as the result is alive. Throws `.ledgerInUse` if one is running.
    static func keepOut(_ ledger: String) throws(LedgerError) -> LockFile? {
        guard let path = canonicalPath(ledger) else { return nil }
        do throws(LockFile.Refusal) {
            return try LockFile.keepFree(path + ".serve")
        } catch {
            let process = if case .held(let content) = error { process(content) } else { "" }
            throw LedgerError(
                .ledgerInUse, "the ledger must be upgraded to this version, but it is being served",
                location: ledger,
                hint: "Nothing was changed. Stop the server with Ctrl-C where it runs\(process), then try again.")
        }
    }

    /// The server's process, which is in the second line of the file.
    private static func process(_ content: [UInt8]) -> String {
        let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
        return lines.count > 1 && Int32(lines[1]) != nil ? " (process \(lines[1]))" : ""
    }
}

/// Finds all-day events that overlap a range, in time proportional to their number.
///
/// An index on the start alone cannot do that: as soon as one event lasts a season, every event of a season before the
/// range has to be looked at. So events are put into classes by length, and each class is searched only as far back as
/// its longest event reaches.
enum WholeDays {
    /// The longest event of each class, in days. Each class has the events that are too long for the class before it.
    private static let longest: [Int64] = [3, 31, 366]
    /// Longer than any event that can be written.
    private static let endless: Int64 = 10_000 * 366

    /// The class of a row as SQL. The index has the same expression, so the text must not differ.
    static func length(_ prefix: String) -> String {
        "(" + longest.map { "(\(prefix)until - \(prefix)at > \($0 * 86_400))" }.joined(separator: " + ") + ")"
    }

    /// SQL: the rows `e` that end after `:from` and begin before `:to`.
    static let meeting = """
        (VALUES \((longest + [endless]).enumerated().map { "(\($0), \($1 * 86_400))" }.joined(separator: ", "))) class
          CROSS JOIN evidence e INDEXED BY evidence_all_day
        WHERE e.flags & 1 AND \(length("e.")) = class.column1 AND e.at > :from - class.column2 AND e.at < :to
          AND e.until > :from
        """
}
