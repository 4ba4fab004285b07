import GRDB
import LedgerModel
import LocalFiles

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

/// `limelight serve` holds the file `ledger.sqlite.serve` beside its ledger.
enum ServedLedger {
    /// Keeps servers away from a ledger for as long as what it returns lives. Throws `.ledgerInUse` when one runs.
    static func keepOut(_ ledger: String) throws(LedgerError) -> HeldFile? {
        guard let path = canonicalPath(ledger) else { return nil }
        do throws(HeldFile.Refusal) {
            return try HeldFile.keepFree(path + ".serve")
        } catch {
            let process = if case .held(let content) = error { process(content) } else { "" }
            throw LedgerError(
                .ledgerInUse, "the ledger has to be brought to this version, and it is being served",
                location: ledger,
                hint: "End it with Ctrl-C where it runs\(process), then do this again. Nothing was changed.")
        }
    }

    /// Its second line is the server's process.
    private static func process(_ content: [UInt8]) -> String {
        let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
        return lines.count > 1 && Int32(lines[1]) != nil ? " (process \(lines[1]))" : ""
    }
}

/// Finds whole days that meet a range, in time that goes with how many do: leave of a season keeps nobody from
/// finding a day, nor does a century of birthdays.
enum WholeDays {
    /// Events of one class are at most so long, in days; a later class has what is longer than the one before.
    private static let longest: [Int64] = [3, 31, 366]
    /// Longer than anything that can be written.
    private static let endless: Int64 = 10_000 * 366

    /// The class of a row, as SQL: the index is by the same words.
    static func length(_ prefix: String) -> String {
        "(" + longest.map { "(\(prefix)until - \(prefix)at > \($0 * 86_400))" }.joined(separator: " + ") + ")"
    }

    /// The rows `e` that end after `:from` and begin before `:to`.
    static let meeting = """
        (VALUES \((longest + [endless]).enumerated().map { "(\($0), \($1 * 86_400))" }.joined(separator: ", "))) class
          CROSS JOIN evidence e INDEXED BY evidence_all_day
        WHERE e.flags & 1 AND \(length("e.")) = class.column1 AND e.at > :from - class.column2 AND e.at < :to
          AND e.until > :from
        """
}
