import GRDB
import LedgerModel

/// Reads a damaged ledger row by row and skips pages that cannot be read. Never writes to it.
struct DamagedLedger {
    private let queue: DatabaseQueue

    /// Throws if not even the first page of the file can be read.
    init(path: String) throws(LedgerError) {
        queue = try guarded(path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.prepareDatabase { db in
                // A broken definition of one table must not hide the others.
                try db.execute(sql: "PRAGMA writable_schema = ON")
            }
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// Hands over the readable rows of a table. Returns false if a part of it cannot be read.
    ///
    /// - Parameter keys: The columns of the primary key. The first is used to get past a lost page.
    func read(_ table: String, keys: [String], _ take: (Row) throws -> Void) throws -> Bool {
        try queue.inDatabase { db in
            let key = keys[0]
            let order = keys.joined(separator: ", ")
            var isWhole = true
            // The last key that was read, and the one from which to continue.
            var last: DatabaseValue?
            var from: Int64?
            while true {
                var isStuck = true
                do {
                    let rows = try Self.rows(
                        db, table, from == nil ? "" : "WHERE \(key) >= ?", from?.databaseValue, order)
                    while let row = try Self.next(rows) {
                        try take(row)
                        last = row[key]
                        isStuck = false
                    }
                    return isWhole
                } catch is Unreadable {
                    isWhole = false
                    let start = isStuck ? from : last.flatMap { Int64.fromDatabaseValue($0) }
                    // Require progress, because damaged pages may point at each other and lead back.
                    guard isStuck || start != nil, let resume = Self.readable(db, table, key, after: start ?? 0),
                        resume > from ?? .min
                    else { break }
                    from = resume
                }
            }
            // Keys that are text cannot be counted up past the damage, so read what is behind it from the other end.
            let descending = keys.map { "\($0) DESC" }.joined(separator: ", ")
            if let rows = try? Self.rows(db, table, last == nil ? "" : "WHERE \(key) > ?", last, descending) {
                while let row = try? Self.next(rows) { try take(row) }
            }
            return false
        }
    }

    /// Marks errors of SQLite, as opposed to errors thrown by `take`.
    private struct Unreadable: Error {}

    private static func rows(
        _ db: Database, _ table: String, _ condition: String, _ argument: DatabaseValue?, _ order: String
    ) throws -> RowCursor {
        do {
            return try Row.fetchCursor(
                db, sql: "SELECT * FROM \(table) NOT INDEXED \(condition) ORDER BY \(order)",
                arguments: argument.map { [$0] } ?? [])
        } catch is DatabaseError {
            throw Unreadable()
        }
    }

    private static func next(_ rows: RowCursor) throws -> Row? {
        do { return try rows.next() } catch is DatabaseError { throw Unreadable() }
    }

    /// The first whole number above `origin` from which a row can be read. Doubles its steps to get over the damage,
    /// then halves them to find its edge.
    private static func readable(_ db: Database, _ table: String, _ key: String, after origin: Int64) -> Int64? {
        var failing: Int64 = 0
        var step: Int64 = 1
        var found: Int64?
        while found == nil {
            let (at, overflow) = origin.addingReportingOverflow(step)
            guard !overflow, step < 1 << 61 else { return nil }
            switch probe(db, table, key, at) {
            case .row(let value): found = value
            case .end: return nil
            case .unreadable:
                failing = step
                step *= 2
            }
        }
        var good = step
        while good - failing > 1 {
            let middle = failing + (good - failing) / 2
            if case .row(let value) = probe(db, table, key, origin + middle) {
                good = middle
                found = value
            } else {
                failing = middle
            }
        }
        return found
    }

    private enum Probe { case row(Int64), end, unreadable }

    private static func probe(_ db: Database, _ table: String, _ key: String, _ at: Int64) -> Probe {
        do {
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM \(table) NOT INDEXED WHERE \(key) >= ? ORDER BY \(key) LIMIT 1",
                arguments: [at])
            guard let row else { return .end }
            return Int64.fromDatabaseValue(row[key]).map { .row($0) } ?? .end
        } catch {
            return .unreadable
        }
    }
}
