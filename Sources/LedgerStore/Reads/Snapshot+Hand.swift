import GRDB
package import LedgerModel

/// What is known of the person and of what was done by hand last.
extension Snapshot {
    /// The person’s own identities, sorted.
    package func me() throws -> [String] {
        try String.fetchAll(
            db,
            sql:
                "SELECT i.value FROM identity i JOIN person p ON p.id = i.person_id WHERE p.is_me = 1 ORDER BY i.value"
        )
    }

    package func openTimer() throws -> OpenTimer? {
        try String.fetchOne(db, sql: "SELECT content FROM open_timer WHERE id = 1").map {
            try Content.read(OpenTimer.self, $0)
        }
    }

    /// The action that `undo` would take back; nil when there is none.
    package func lastAction() throws -> (id: String, verb: String)? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT id, verb FROM hand_action
                WHERE undone_by IS NULL AND verb <> 'undo' ORDER BY number DESC LIMIT 1
                """
        ).map { ($0[0], $0[1]) }
    }
}
