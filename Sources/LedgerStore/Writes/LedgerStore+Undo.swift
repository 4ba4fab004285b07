import GRDB
package import LedgerModel

extension LedgerStore {
    /// The action that `undo` would take back; nil when there is none.
    package func lastAction() throws(LedgerError) -> (id: String, verb: String)? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT id, verb FROM hand_action
                    WHERE undone_by IS NULL AND verb <> 'undo' ORDER BY number DESC LIMIT 1
                    """
            ).map { ($0[0], $0[1]) }
        }
    }

    /// Takes back the last action by hand that stands. Throws `.nothingToUndo`.
    package func undo(action: ULID, _ context: WriteContext) throws(LedgerError) -> Undone {
        try write { db in
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
            try EvidenceWriter.run(db, context) { try HandJournal.restore(db, row["before"], &$0) }
            try db.execute(
                sql: "UPDATE hand_action SET undone_by = ? WHERE id = ?", arguments: [action.text, row["id"] as String])
            try HandJournal().save(db, id: action, verb: "undo", subject: row["id"], at: context.now)
            return Undone(verb: row["verb"], subject: row["subject"], at: Instant(row["at"]))
        }
    }
}
