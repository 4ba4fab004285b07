import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Transaction {
    /// Writes an export into this ledger, which must be empty. Writes all of it or nothing.
    ///
    /// Throws `.exportInvalid` with the line, `.ledgerNotEmpty`.
    package func restore(_ lines: some Sequence<ArraySlice<UInt8>>, fileName: String) throws {
        guard
            try Int.fetchOne(
                db,
                sql:
                    "SELECT (SELECT count(*) FROM evidence) + (SELECT count(*) FROM hand_action) + (SELECT count(*) FROM source)"
            ) == 0
        else {
            throw LedgerError(
                .ledgerNotEmpty, "this ledger is not empty", location: "",
                hint: "Restore into a new one: limelight --ledger NEW.sqlite restore \(fileName)")
        }
        try db.execute(sql: "DELETE FROM meta")
        var number = 0
        var rows = 0
        var isWhole = false
        for line in lines {
            number += 1
            if line.isEmpty { continue }
            do {
                guard !isWhole else {
                    throw LedgerError(
                        .exportInvalid, "there is more after the end of the export", hint: "Nothing was restored.")
                }
                switch try Self.restore(db, line, isHead: number == 1) {
                case .head: break
                case .row: rows += 1
                case .end(let count):
                    guard count == rows else {
                        throw LedgerError(
                            .exportInvalid, "the export has \(rows) rows; it was written with \(count)",
                            hint: "Nothing was restored. Export again.")
                    }
                    isWhole = true
                }
            } catch let error as LedgerError {
                throw LedgerError(error.code, error.message, location: "\(fileName):\(number)", hint: error.hint)
            } catch {
                throw LedgerError(
                    .exportInvalid, "this line does not fit the ledger", location: "\(fileName):\(number)",
                    hint: "Nothing was restored. Export again, or remove the line.")
            }
        }
        guard number > 0 else {
            throw LedgerError(.exportInvalid, "the file is empty", location: fileName)
        }
        guard isWhole else {
            throw LedgerError(
                .exportInvalid, "the export ends before its last line", location: "\(fileName):\(number)",
                hint: "Nothing was restored. Export again, or find the whole file.")
        }
        do { _ = try snapshot.myJob() } catch {
            throw LedgerError(
                .exportInvalid, "a part of My job in it cannot be read", location: fileName,
                hint: "Nothing was restored.")
        }
        try GuestLists.dropUnnamed(db)
        try SearchRows.rebuild(db)
        for row in try Int64.fetchAll(db, sql: "SELECT id FROM evidence") {
            // The settings are not read yet, so use the longest reach that they can have.
            try ShardMarks.mark(db, evidence: row, reach: MyJobSettings.longestInterval, revision: revision)
            try ShardMarks.markCorrected(db, evidence: row, revision: revision)
        }
    }

    private enum Restored {
        case head, row
        case end(rows: Int64)
    }

    private static func restore(
        _ db: Database, _ line: ArraySlice<UInt8>, isHead: Bool
    ) throws -> Restored {
        let object = try JSONDecoder().decode([String: Line].self, from: Data(line))
        if isHead {
            guard case .integer(let format)? = object["limelight_export"], case .integer(let schema)? = object["schema"]
            else {
                throw LedgerError(
                    .exportInvalid, "this is not an export of Limelight",
                    hint: "Name a file that \(offer: .export) wrote.")
            }
            guard format == ExportFormat.version, try schema <= Schema.version(db) else {
                throw LedgerError(
                    .ledgerNewer, "this export was written by a newer Limelight", hint: "Update Limelight first.")
            }
            return .head
        }
        if object.count == 1, case .integer(let rows)? = object["limelight_export_rows"] { return .end(rows: rows) }
        guard object.count == 1, let (table, value) = object.first, ExportFormat.tables.contains(table),
            case .row(let row) = value
        else {
            throw LedgerError(.exportInvalid, "this line is not a row of a ledger", hint: "Nothing was restored.")
        }
        let known = Set(try db.columns(in: table).map(\.name)).subtracting([ExportFormat.derivedColumn(of: table)])
        let cells = row.sorted { $0.key < $1.key }
        let columns = cells.map(\.key)
        guard columns.allSatisfy(known.contains) else {
            throw LedgerError(
                .exportInvalid, "this row has a column that the ledger does not know", hint: "Nothing was restored.")
        }
        guard row.allSatisfy({ RowLimits.fits($0.key, $0.value.value) }) else {
            throw LedgerError(
                .exportInvalid, "this row has an impossible number", hint: "Nothing was restored.")
        }
        guard table != "evidence" || ExportFormat.isItself({ row[$0]?.value }) else {
            throw LedgerError(.exportInvalid, "this piece has the id of a different one", hint: "Nothing was restored.")
        }
        try db.execute(
            sql: """
                INSERT INTO \(table) (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """, arguments: StatementArguments(cells.map(\.value.value)))
        return .row
    }

    private enum Line: Decodable {
        case integer(Int64)
        case row([String: Cell])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int64.self) {
                self = .integer(number)
            } else {
                self = .row(try container.decode([String: Cell].self))
            }
        }
    }

    private enum Cell: Decodable {
        case null
        case integer(Int64)
        case text(String)
        case blob(Data)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let number = try? container.decode(Int64.self) {
                self = .integer(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                let blob = try container.decode([String: String].self)
                guard let text = blob["base64"], let data = Data(base64Encoded: text) else {
                    throw DecodingError.dataCorruptedError(in: container, debugDescription: "no base64")
                }
                self = .blob(data)
            }
        }

        var value: DatabaseValue {
            switch self {
            case .null: .null
            case .integer(let number): number.databaseValue
            case .text(let text): text.databaseValue
            case .blob(let data): data.databaseValue
            }
        }
    }
}
