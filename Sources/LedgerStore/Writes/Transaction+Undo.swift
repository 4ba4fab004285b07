import GRDB
package import LedgerModel

extension Transaction {
    /// Takes back the last act by hand that stands. Throws `.nothingToUndo`.
    package func undo(action: ULID) throws -> Undone {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT id, verb, subject, at, before FROM hand_action
                    WHERE undone_by IS NULL AND verb <> 'undo' ORDER BY number DESC LIMIT 1
                    """)
        else {
            throw LedgerError(
                .nothingToUndo, "there is nothing to take back",
                hint: "Only what was written by hand can be taken back.")
        }
        try evidence { try HandJournal.restore(db, row["before"], &$0) }
        forgetMyJob()
        try db.execute(
            sql: "UPDATE hand_action SET undone_by = ? WHERE id = ?", arguments: [action.text, row["id"] as String])
        try HandJournal().save(db, id: action, verb: "undo", subject: row["id"], at: now)
        return Undone(verb: row["verb"], subject: row["subject"], at: Instant(row["at"]))
    }
}
