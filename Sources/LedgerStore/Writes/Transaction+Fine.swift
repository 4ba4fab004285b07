import GRDB
package import LedgerModel

extension Snapshot {
    /// What the person called fine as it is, also what is over.
    package func saidFine() throws -> [SaidFine] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT id, until FROM fine ORDER BY id")).compactMap { row in
            Fine(id: row[0]).map { SaidFine($0, until: (row[1] as String?).flatMap { CivilDay(iso: $0) }) }
        }
    }
}

extension Transaction {
    /// Writes down that something is fine, in place of an earlier day. Part of an action of the person.
    package func say(_ fine: SaidFine) throws {
        try touch(.fine, fine.what.id)
        try db.execute(
            sql: "INSERT INTO fine (id, until) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET until = excluded.until",
            arguments: [fine.what.id, fine.until?.iso])
    }

    /// Takes it back. Part of an action of the person.
    package func unsay(_ fine: Fine) throws {
        try touch(.fine, fine.id)
        try db.execute(sql: "DELETE FROM fine WHERE id = ?", arguments: [fine.id])
    }
}
