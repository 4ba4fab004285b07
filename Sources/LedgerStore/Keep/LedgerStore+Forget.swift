import GRDB
package import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Forgetting: the one write that edits facts. What it removed cannot be brought back, not by `undo`
/// and not by the next import.
extension LedgerStore {
    /// Scrubs a piece of evidence in every version, with its corrections and citations.
    package func forget(_ id: PublicID, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            let row = try Self.row(db, of: id)
            let revision = try Meta.raiseRevision(db)
            let salt = try Meta.get(db, .salt) ?? ""
            try Dirty.mark(db, evidence: row, reach: context.reach, revision: revision)
            try Dirty.markCorrected(db, evidence: row, revision: revision)
            try Dirty.dropPacked(db)
            try Forgotten.add(db, id.description, salt: salt)
            try SearchRows.remove(db, row)
            try db.execute(sql: "DELETE FROM claim_evidence WHERE evidence_id = ?", arguments: [row])
            try db.execute(sql: "DELETE FROM reading WHERE evidence_id = ?", arguments: [row])
            try db.execute(sql: "DELETE FROM segment WHERE evidence_id = ?", arguments: [row])
            try db.execute(sql: "DELETE FROM evidence WHERE id = ?", arguments: [row])
            try Self.closeActions(db, subject: id.description)
        }
        try compact()
    }

    /// Takes a person's name, addresses and what names them out of every text; counts stay.
    package func forget(person id: PublicID, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            guard
                let person = try Row.fetchOne(
                    db, sql: "SELECT id, name, is_me FROM person WHERE public_id = ?", arguments: [id.description])
            else { throw LedgerError.noSuchID(id.description) }
            guard !(person["is_me"] as Bool) else {
                throw LedgerError(.usage, "that is you", hint: "Erase the ledger's file instead.")
            }
            _ = try Meta.raiseRevision(db)
            let salt = try Meta.get(db, .salt) ?? ""
            let key: Int64 = person["id"]
            let identities = try Row.fetchAll(
                db, sql: "SELECT id, value, name FROM identity WHERE person_id = ?", arguments: [key])
            var needles: Set<String> = [person["name"]]
            for identity in identities {
                needles.insert(identity["value"])
                needles.insert(identity["name"])
                // Another import may spell the address only.
                try Forgotten.add(db, (identity["value"] as String).lowercased(), salt: salt)
            }
            needles = needles.filter { $0.count >= 2 }
            for needle in needles { try Forgotten.add(db, needle.lowercased(), salt: salt) }
            for (number, identity) in identities.enumerated() {
                try db.execute(
                    sql: "UPDATE identity SET value = ?, name = '' WHERE id = ?",
                    arguments: ["forgotten-\(id.description.dropFirst())-\(number)", identity["id"] as Int64])
            }
            try db.execute(sql: "UPDATE person SET name = 'forgotten', role = NULL WHERE id = ?", arguments: [key])
            for (table, key, column) in Self.texts {
                for needle in needles { try Self.scrub(db, table, key, column, needle) }
            }
            // Search rows are made again from what is left.
            try db.execute(sql: "DELETE FROM search")
            for row in try Int64.fetchAll(db, sql: "SELECT id FROM evidence") { try SearchRows.add(db, row) }
        }
        try compact()
    }

    /// Every column that holds words.
    private static let texts: [(table: String, key: String, column: String)] = [
        ("evidence", "id", "title"), ("evidence", "id", "body"), ("evidence_version", "rowid", "content"),
        ("series", "rowid", "record"), ("claim", "id", "text"), ("claim", "id", "for_whom"),
        ("claim", "id", "known_by"),
        ("claim", "id", "figure"), ("telling", "id", "person"), ("telling", "id", "heard"),
        ("frame_item", "id", "content"), ("hand_action", "id", "before"), ("evidence_tag", "rowid", "tag"),
        ("source", "id", "warnings"), ("open_timer", "id", "content"),
    ]

    private static func scrub(
        _ db: Database, _ table: String, _ key: String, _ column: String, _ needle: String
    ) throws {
        let keys = try db.primaryKey(table).columns
        let list = keys.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db, sql: "SELECT \(list), \(column) AS scrubbed FROM \(table) WHERE instr(lower(\(column)), ?) > 0",
            arguments: [needle.lowercased()])
        let condition = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        for row in rows {
            guard let text = row["scrubbed"] as String? else { continue }
            let values = keys.map { row[$0] as DatabaseValue }
            try db.execute(
                sql: "UPDATE OR REPLACE \(table) SET \(column) = ? WHERE \(condition)",
                arguments: [Forgotten.replacing(needle, in: text)] + StatementArguments(values))
        }
    }

    private static func closeActions(_ db: Database, subject: String) throws {
        try db.execute(
            sql: "UPDATE hand_action SET before = '[]', undone_by = coalesce(undone_by, 'forgotten') WHERE subject = ?",
            arguments: [subject])
    }

    /// Nothing of what was removed stays in free pages, the search index or the log.
    func compact() throws(LedgerError) {
        try guarded(path) {
            try queue.inDatabase { db in
                try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
            }
            try queue.vacuum()
            try queue.inDatabase { db in
                _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    /// Backups that still hold what was forgotten.
    package func backups() -> [String] { Self.backups(of: path) }
    package static func backups(of path: String) -> [String] { Backup.existing(path) }

    package func deleteBackups() {
        for file in backups() { unlink(file) }
    }
}
