import GRDB
import LedgerModel

/// Removes everyone whom sources name, for good. People whom the person names in their own notes stay.
extension Snapshot {
    /// The number of pieces in which sources name others, and the number of others' commits.
    package func peopleRead() throws -> (pieces: Int, commits: Int) {
        let pieces = try Int.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT p.evidence_id) FROM evidence_person p JOIN evidence e ON e.id = p.evidence_id
                JOIN identity i ON i.id = p.identity_id JOIN person o ON o.id = i.person_id
                WHERE o.is_me = 0 AND \(LeftOutPeople.isRead)
                """)
        let commits = try Int.fetchOne(db, sql: "SELECT count(*) FROM other_commit")
        return (pieces ?? 0, commits ?? 0)
    }
}

extension Transaction {
    /// Removes everyone from everything that was read, in every version, for good.
    package func erasePeopleRead() throws {
        isToBeCompacted = true
        try LeftOutPeople.erase(self)
    }
}

enum LeftOutPeople {
    /// SQL: evidence `e` was read from a source. What the person wrote has a ULID as its external id, and no source.
    static let isRead = """
        (e.kind NOT IN ('note', 'timer') OR e.external_id GLOB '*/*'
          OR EXISTS (SELECT 1 FROM sighting WHERE evidence_id = e.id))
        """

    fileprivate static func erase(_ transaction: Transaction) throws {
        let db = transaction.db
        try transaction.evidence { writer in
            writer.hasErased = true
            let known = try Int64.fetchAll(db, sql: "SELECT id FROM identity")
            for row in try naming(db) {
                try GuestLists.clear(db, row)
                // The next import names nobody either, so it must find the same hash.
                try Forgotten.hashAgain(db, row)
                try closeEdits(db, row)
            }
            for row in try texts(db) {
                try Forgotten.hashAgain(db, row)
                try closeEdits(db, row)
            }
            try versions(db)
            // A record of a series names those who were invited.
            for table in ["series", "other_commit"] { try db.execute(sql: "DELETE FROM \(table)") }
            try People.dropUnreferred(db, known)
            try transaction.dropUnheldSaid()
            try UnusedNames.drop(db)
            try transaction.markAll()
        }
        try SearchRows.rebuild(db)
    }

    private static func naming(_ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT p.evidence_id FROM evidence_person p JOIN evidence e ON e.id = p.evidence_id
                WHERE \(isRead)
                """)
    }

    /// Removes trailers and lists of guests from texts. Returns the pieces that had some.
    private static func texts(_ db: Database) throws -> [Int64] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.id, e.kind, e.external_id, e.title, e.body FROM evidence e
                WHERE (e.body <> '' OR instr(e.title, '@') > 0) AND \(isRead)
                """)
        var changed: [(row: Int64, draft: EvidenceDraft)] = []
        while let row = try rows.next() {
            guard let kind = EvidenceKind(rawValue: row[1]) else { continue }
            var draft = EvidenceDraft(kind: kind, externalID: row[2], at: Instant(0), title: row[3])
            draft.body = row[4]
            let kept = draft.withoutPeople
            if kept != draft { changed.append((row[0], kept)) }
        }
        for (row, draft) in changed {
            try db.cachedStatement(sql: "UPDATE evidence SET title = ?, body = ? WHERE id = ?")
                .execute(arguments: [draft.title, draft.body, row])
        }
        return changed.map(\.row)
    }

    /// Closes edits by hand whose `undo` would bring people back.
    private static func closeEdits(_ db: Database, _ row: Int64) throws {
        try db.cachedStatement(
            sql: """
                UPDATE hand_action SET before = '[]', undone_by = coalesce(undone_by, 'forgotten')
                WHERE subject = (SELECT public_id FROM evidence WHERE id = ?)
                  AND (instr(before, '"people"') > 0 OR instr(before, '"body"') > 0)
                """
        ).execute(arguments: [row])
    }

    private static func versions(_ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT v.evidence_id, v.version, v.content FROM evidence_version v JOIN evidence e ON e.id = v.evidence_id
                WHERE \(isRead)
                """)
        for row in rows {
            let said = try Content.read(EvidenceDraft.self, row[2])
            let draft = said.withoutPeople
            guard draft != said else { continue }
            try db.cachedStatement(
                sql: "UPDATE evidence_version SET content = ? WHERE evidence_id = ? AND version = ?"
            ).execute(arguments: [try Content.write(draft), row[0] as Int64, row[1] as Int64])
        }
    }
}
