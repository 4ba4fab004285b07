import GRDB
import GRDBSQLite
import LedgerModel

/// A statement that is run for each of many rows, as in an import.
///
/// It binds values directly. With GRDB's arrays of boxed values, hundreds of thousands of rows spend more time on the
/// boxes than on the rows. Errors are the same as GRDB's.
struct RowStatement {
    /// Only here to keep the handle alive.
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Runs a statement that returns no rows.
    func run(_ bind: (inout RowValues) -> Void) throws {
        _ = try first(bind) { _ in }
    }

    /// Hands each row to `take`.
    func each(_ bind: (inout RowValues) -> Void, _ take: (RowColumns) throws -> Void) throws {
        sqlite3_reset(handle)
        defer { sqlite3_reset(handle) }
        var values = RowValues(handle)
        bind(&values)
        var code = values.code
        while code == SQLITE_OK || code == SQLITE_ROW {
            if code == SQLITE_ROW { try take(RowColumns(handle)) }
            code = sqlite3_step(handle)
        }
        if code != SQLITE_DONE { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// The result of `read` for the first row; `nil` if there is no row.
    func first<Value>(_ bind: (inout RowValues) -> Void, _ read: (RowColumns) -> Value) throws -> Value? {
        sqlite3_reset(handle)
        defer { sqlite3_reset(handle) }
        var values = RowValues(handle)
        bind(&values)
        var code = values.code
        if code == SQLITE_OK { code = sqlite3_step(handle) }
        switch code {
        case SQLITE_ROW: return read(RowColumns(handle))
        case SQLITE_DONE: return nil
        default: throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }
}

/// Binds the values of a statement, one after the other.
struct RowValues {
    private let handle: OpaquePointer
    private var index: Int32 = 0
    fileprivate private(set) var code = SQLITE_OK
    /// `SQLITE_TRANSIENT`, which makes SQLite copy the value. Swift cannot import the macro.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    fileprivate init(_ handle: OpaquePointer) { self.handle = handle }

    mutating func add(_ number: Int64) { note(sqlite3_bind_int64(handle, index + 1, number)) }

    mutating func add(_ number: Int64?) {
        if let number { add(number) } else { addNull() }
    }

    mutating func add(_ number: some BinaryInteger) { add(Int64(number)) }

    mutating func add(_ text: String) {
        var text = text
        let code = text.withUTF8 { bytes in
            // An empty buffer may have a null address, which SQLite would bind as NULL.
            bytes.isEmpty
                ? sqlite3_bind_text(handle, index + 1, "", 0, Self.copied)
                : bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(handle, index + 1, $0.baseAddress, Int32(clamping: $0.count), Self.copied)
                }
        }
        note(code)
    }

    mutating func add(_ text: String?) {
        if let text { add(text) } else { addNull() }
    }

    mutating func add(_ bytes: [UInt8]?) {
        guard let bytes else { return addNull() }
        let code = bytes.withUnsafeBytes {
            $0.isEmpty
                ? sqlite3_bind_zeroblob(handle, index + 1, 0)
                : sqlite3_bind_blob(handle, index + 1, $0.baseAddress, Int32(clamping: $0.count), Self.copied)
        }
        note(code)
    }

    private mutating func addNull() { note(sqlite3_bind_null(handle, index + 1)) }

    private mutating func note(_ result: Int32) {
        index += 1
        if code == SQLITE_OK { code = result }
    }
}

/// The columns of a row, from 0.
struct RowColumns {
    private let handle: OpaquePointer

    fileprivate init(_ handle: OpaquePointer) { self.handle = handle }

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// Empty for null.
    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// `nil` if it is not a whole id.
    func id(_ column: Int32) -> PublicID? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return PublicID(utf8: UnsafeBufferPointer(start: start, count: count))
    }

    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }

    func optional(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : number(column)
    }
}

/// Limits on numbers that the schema does not have, so that no sum of times overflows.
///
/// They are checked for rows from exports, which anyone may have written, and from damaged pages.
enum RowLimits {
    static func fits(_ column: String, _ value: DatabaseValue) -> Bool {
        guard case .int64(let number) = value.storage else { return true }
        if instants.contains(column) { return (Instant.first.seconds...Instant.last.seconds).contains(number) }
        if column == "utc_offset" { return (-86_400...86_400).contains(number) }
        if column == "id" || column.hasSuffix("_id") || column == "number" { return (1...largest).contains(number) }
        return free.contains(column) || (-largest...largest).contains(number)
    }

    private static let instants: Set<String> = [
        "at", "until", "committed_at", "recorded_at", "added_at", "last_import", "seen_at", "replaced_at", "span_from",
        "span_until",
    ]
    private static let largest: Int64 = 1 << 53
    /// Columns without a limit, because they are compared but never used in sums.
    private static let free: Set<String> = ["content_hash", "work_key", "sequence", "last_modified", "stamp"]
}
