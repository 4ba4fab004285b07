import GRDB
package import LedgerModel

/// Saves what can be saved from a damaged ledger: the readable rows that still fit together.
extension LedgerStore {
    package struct Salvage: Sendable {
        /// The number of readable rows, by table.
        package fileprivate(set) var rows: [String: Int] = [:]
        /// The number of pieces among them that the person wrote.
        package fileprivate(set) var byHand = 0
        /// The tables that are only partly readable.
        package fileprivate(set) var torn: [String] = []
        /// The number of rows left out because the rows that they refer to are lost.
        package fileprivate(set) var lost = 0

        package var evidence: Int { rows["evidence"] ?? 0 }
        package var isEmpty: Bool { rows.values.allSatisfy { $0 == 0 } }
    }

    /// Reads the ledger at `path` table by table, without changing anything.
    package static func salvageable(_ path: String) throws(LedgerError) -> Salvage {
        let damaged = try DamagedLedger(path: path)
        return try guarded(path) {
            var salvage = Salvage()
            // Take the keys of each table from an empty ledger, because the damaged one may have lost them.
            let model = try DatabaseQueue()
            try model.write { db in
                try Schema.shipped.migrate(db, from: 0)
                try salvage.read(damaged, like: db) { _, _ in true }
            }
            return salvage
        }
    }
}

extension Transaction {
    /// Fills this empty ledger with the readable rows of a damaged one. Every row fits the schema and refers to
    /// existing rows, so that an export of the result can be restored.
    package func fill(fromDamaged path: String) throws -> LedgerStore.Salvage {
        let damaged = try DamagedLedger(path: path)
        var salvage = LedgerStore.Salvage()
        let own = try Row.fetchAll(db, sql: "SELECT key, value FROM meta")
        try db.execute(sql: "DELETE FROM meta")
        try salvage.read(damaged, like: db) { table, row in try put(table, row) }
        try GuestLists.dropUnnamed(db)
        // Restore the rows that every ledger must have.
        for row in own {
            try db.execute(
                sql: "INSERT OR IGNORE INTO meta VALUES (?, ?)", arguments: [row[0] as String, row[1] as String])
        }
        return salvage
    }

    /// Inserts a row. Returns false if it does not fit.
    private func put(_ table: String, _ row: Row) throws -> Bool {
        let known = Set(try db.columns(in: table).map(\.name)).subtracting([ExportFormat.derivedColumn(of: table)])
        let columns = row.columnNames.filter(known.contains)
        guard columns.allSatisfy({ RowLimits.fits($0, row[$0]) }),
            table != "evidence" || ExportFormat.isItself({ row[$0] })
        else {
            return false
        }
        // Try again without the project and the guests: a piece without them is better than none.
        for bare in table == "evidence" ? [[], ["project_id"], ["guests"], ["project_id", "guests"]] : [[]] {
            do {
                if table == "guest" {
                    // A guest list has no columns of its own, so it can be made from its guests.
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO guest_list (id) VALUES (?)",
                        arguments: [row["list_id"] as DatabaseValue])
                }
                try db.execute(
                    sql: """
                        INSERT INTO \(table) (\(columns.joined(separator: ", ")))
                        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                        """,
                    arguments: StatementArguments(
                        columns.map { bare.contains($0) ? .null : row[$0] as DatabaseValue }))
                return true
            } catch let error as DatabaseError
                where error.resultCode == .SQLITE_CONSTRAINT || error.resultCode == .SQLITE_MISMATCH
            {
                continue
            }
        }
        return false
    }
}

extension LedgerStore.Salvage {
    fileprivate mutating func read(
        _ damaged: DamagedLedger, like db: Database, _ put: (String, Row) throws -> Bool
    ) throws {
        for table in ExportFormat.tables {
            var count = 0
            var byHand = 0
            var lost = 0
            let isWhole = try damaged.read(table, keys: try db.primaryKey(table).columns) { row in
                guard try put(table, row) else {
                    lost += 1
                    return
                }
                count += 1
                if table == "evidence", EvidenceKind(rawValue: row["kind"] ?? "")?.isByHand == true { byHand += 1 }
            }
            rows[table] = count
            self.byHand += byHand
            self.lost += lost
            if !isWhole { torn.append(table) }
        }
    }
}
