import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An export is text: a header, one row a line with tables and keys in a fixed order, and the number of rows. Derived
/// data is left out, since it can be computed again.
extension Snapshot {
    /// Hands each line of the export, with its line break, to `sink`.
    package func export(_ sink: (String) throws -> Void) throws {
        try sink("{\"limelight_export\": \(ExportFormat.version), \"schema\": \(Schema.version(db))}\n")
        var count = 0
        // These describe derived rows, which are left out, and the file.
        let own = [Meta.Key.derivation, .revision, .isToBeCompacted].map(\.rawValue)
        for table in ExportFormat.tables {
            let keys = try db.primaryKey(table).columns.joined(separator: ", ")
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY \(keys)")
            while let row = try rows.next() {
                if table == "meta", own.contains(row["key"] as String) { continue }
                try sink("{\"\(table)\": " + Self.json(row, of: table).text(pretty: false) + "}\n")
                count += 1
            }
        }
        try sink("{\"limelight_export_rows\": \(count)}\n")
    }

    private static func json(_ row: Row, of table: String) -> JSON {
        .object(
            row.filter { $0.0 != ExportFormat.derivedColumn(of: table) }.map { column, value in
                let json: JSON =
                    switch value.storage {
                    // Calendar addresses are secrets, and an export may be passed on.
                    case .string(let text) where table == "source" && column == "locator": .string(Source.shown(text))
                    case .null: .null
                    case .int64(let number): .integer(number)
                    case .double(let number): .number(number)
                    case .string(let text): .string(text)
                    case .blob(let data): ["base64": .string(data.base64EncodedString())]
                    }
                return JSON.Member(key: column, value: json)
            })
    }
}
