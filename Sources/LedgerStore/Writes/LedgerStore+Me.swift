import GRDB
package import LedgerModel

/// Who the person is, in the words of the sources: mail addresses and names.
extension LedgerStore {
    package func me() throws(LedgerError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql:
                    "SELECT i.value FROM identity i JOIN person p ON p.id = i.person_id WHERE p.is_me = 1 ORDER BY i.value"
            )
        }
    }

    /// Adds an identity of the person's. Returns false when it was known. Without an action it was not
    /// by hand, and `undo` passes it over.
    @discardableResult
    package func addMe(_ identity: String, name: String, action: ULID?, _ context: WriteContext) throws(LedgerError)
        -> Bool
    {
        try write { db in
            var journal = HandJournal()
            var names = Names()
            let me = try Int64.fetchOne(db, sql: "SELECT id FROM person WHERE is_me = 1")
            let row = try names.identity(db, identity, name: name)
            let person = try Int64.fetchOne(db, sql: "SELECT person_id FROM identity WHERE id = ?", arguments: [row])
            guard let person, person != me else { return false }
            if let me {
                try journal.touch(db, .identity, row)
                try db.execute(sql: "UPDATE identity SET person_id = ? WHERE id = ?", arguments: [me, row])
            } else {
                try journal.touch(db, .person, person)
                try db.execute(sql: "UPDATE person SET is_me = 1 WHERE id = ?", arguments: [person])
            }
            try Dirty.markAll(db, revision: try Meta.raiseRevision(db))
            if let action { try journal.save(db, id: action, verb: "me", subject: "", at: context.now) }
            return true
        }
    }

    /// Takes an identity away again; it becomes a person of its own. Returns false when it was not mine.
    package func removeMe(_ identity: String, action: ULID, _ context: WriteContext) throws(LedgerError) -> Bool {
        try write { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT i.id, i.name, p.id AS person FROM identity i JOIN person p ON p.id = i.person_id
                        WHERE i.value = ? AND p.is_me = 1
                        """, arguments: [identity])
            else { return false }
            var journal = HandJournal()
            try journal.touch(db, .identity, row["id"] as Int64)
            let name = CalledNames.shown(row["name"])
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM identity WHERE person_id = ?", arguments: [row["person"] as Int64])
            if count == 1 {
                try journal.touch(db, .person, row["person"] as Int64)
                try db.execute(sql: "UPDATE person SET is_me = 0 WHERE id = ?", arguments: [row["person"] as Int64])
            } else {
                try db.execute(
                    sql:
                        "INSERT INTO person (public_id, name) VALUES (?, ?) ON CONFLICT (public_id) DO UPDATE SET is_me = 0",
                    arguments: [PublicID(.person, identity).description, name.isEmpty ? identity : name])
                try db.execute(
                    sql: "UPDATE identity SET person_id = (SELECT id FROM person WHERE public_id = ?) WHERE id = ?",
                    arguments: [PublicID(.person, identity).description, row["id"] as Int64])
            }
            try Dirty.markAll(db, revision: try Meta.raiseRevision(db))
            try journal.save(db, id: action, verb: "me", subject: "", at: context.now)
            return true
        }
    }
}
