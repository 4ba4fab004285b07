import GRDB
package import LedgerModel

/// Taking an action back, and bringing it back.
///
/// `undo` adds an action of its own. Its images are the rows as they were before it, so that `redo` restores them in the
/// same way. `undone_by` of an action names the undo that took it back; of an undo, the redo that brought it back.
extension Transaction {
    /// Takes back the last action that was not undone yet. Throws `.nothingToUndo`.
    ///
    /// - Parameter expected: The id of the action that the person was shown; `nil` for whichever is the last.
    package func undo(action: ULID, expected: String? = nil) throws -> Undone {
        guard let (id, undone) = try snapshot.nextUndo(), undone.final == nil else {
            throw LedgerError.nothingToUndo(try snapshot.nextUndo()?.undone.final)
        }
        guard expected == nil || expected == id else {
            throw LedgerError(
                .changedMeanwhile, "something else was done meanwhile",
                hint: "Nothing was undone. Look again, and undo that.")
        }
        let images = try images(of: id)
        let back = try ActionJournal.current(db, images)
        try evidence { try ActionJournal.restore(db, images, &$0) }
        forgetMyJob()
        try settlePeople()
        try mark(id, by: action)
        try back.save(db, id: action, verb: Snapshot.undoVerb, subject: undone.subject, at: now)
        return undone
    }

    /// Brings back what `undo` took back last, until the next action by hand. Throws `.nothingToRedo`.
    package func redo(action: ULID) throws -> Undone {
        guard let (undo, original) = try snapshot.nextRedo(), let undone = try snapshot.action(original) else {
            throw LedgerError(
                .nothingToRedo, "there is nothing to bring back",
                hint: "What was undone can be brought back until you do something else by hand.")
        }
        try evidence { try ActionJournal.restore(db, try images(of: undo), &$0) }
        forgetMyJob()
        try settlePeople()
        try db.execute(sql: "UPDATE hand_action SET undone_by = NULL WHERE id = ?", arguments: [original])
        try mark(undo, by: action)
        try ActionJournal().save(db, id: action, verb: Snapshot.redoVerb, subject: undone.subject, at: now)
        return undone
    }

    private func images(of action: String) throws -> String {
        try String.fetchOne(db, sql: "SELECT before FROM hand_action WHERE id = ?", arguments: [action]) ?? "[]"
    }

    private func mark(_ action: String, by other: ULID) throws {
        try db.execute(sql: "UPDATE hand_action SET undone_by = ? WHERE id = ?", arguments: [other.text, action])
    }
}

extension LedgerError {
    /// - Parameter act: what was done last, if it cannot be taken back.
    package static func nothingToUndo(_ act: FinalAct?) -> LedgerError {
        guard let act else {
            return LedgerError(
                .nothingToUndo, "there is nothing to take back",
                hint: "Only what you did yourself can be undone, not imports.")
        }
        return LedgerError(
            .nothingToUndo, "the last thing you did was to \(act.name), which cannot be taken back",
            hint: "What you did before it stays as it is too.")
    }
}

extension Snapshot {
    static let undoVerb = "undo"
    static let redoVerb = "redo"

    /// The action that `undo` would take back, and its id; `nil` if there is none.
    package func nextUndo() throws -> (id: String, undone: Undone)? {
        let id = try String.fetchOne(
            db,
            sql: """
                SELECT id FROM hand_action
                WHERE undone_by IS NULL AND verb NOT IN (?, ?) ORDER BY number DESC LIMIT 1
                """, arguments: [Self.undoVerb, Self.redoVerb])
        guard let id, let undone = try action(id) else { return nil }
        return (id, undone)
    }

    /// The last undo that was not brought back, and the action that it took back; `nil` if something was done since.
    package func nextRedo() throws -> (undo: String, original: String)? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT undo.id, done.id FROM hand_action undo JOIN hand_action done ON done.undone_by = undo.id
                WHERE undo.verb = ?1 AND undo.undone_by IS NULL
                  AND undo.number > coalesce((SELECT max(number) FROM hand_action WHERE verb NOT IN (?1, ?2)), 0)
                ORDER BY undo.number DESC LIMIT 1
                """, arguments: [Self.undoVerb, Self.redoVerb]
        ).map { ($0[0], $0[1]) }
    }

    /// An action, and whom or what it names beside its subject.
    func action(_ id: String) throws -> Undone? {
        let row = try Row.fetchOne(
            db, sql: "SELECT verb, subject, at, before FROM hand_action WHERE id = ?", arguments: [id])
        guard let row else { return nil }
        var undone = Undone(verb: row["verb"], subject: row["subject"], at: Instant(row["at"]))
        undone.names = try ActionJournal.names(db, row["before"])
        return undone
    }
}
