import GRDB
import LedgerModel

/// Reads a damaged ledger row by row, past the pages that cannot be read; never writes to it.
struct DamagedLedger {
    private let queue: DatabaseQueue

    /// Throws when not even the file's first page can be read.
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

    /// Hands over what can be read of a table; false when a part of it cannot.
    ///
    /// - Parameter keys: The columns of the primary key; the first says how to get past a page that is lost.
    func read(_ table: String, keys: [String], _ take: (Row) throws -> Void) throws -> Bool {
        try queue.inDatabase { db in
            let key = keys[0]
            let order = keys.joined(separator: ", ")
            var isWhole = true
            // The last key that was read, and the one to go on from.
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
                    // Pages that point at each other would lead back.
                    guard isStuck || start != nil, let resume = Self.readable(db, table, key, after: start ?? 0),
                        resume > from ?? .min
                    else { break }
                    from = resume
                }
            }
            // What lies behind the damage, from the other end: keys that are words cannot be counted up.
            let descending = keys.map { "\($0) DESC" }.joined(separator: ", ")
            if let rows = try? Self.rows(db, table, last == nil ? "" : "WHERE \(key) > ?", last, descending) {
                while let row = try? Self.next(rows) { try take(row) }
            }
            return false
        }
    }

    /// What SQLite itself could not read, apart from errors of whoever takes the rows.
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

    /// The first whole number above `origin` from which a row can be read: ever longer steps over the damage,
    /// then back to its edge by halves.
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
