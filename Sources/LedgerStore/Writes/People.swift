import GRDB
import LedgerModel

/// Who is known only because something names them.
enum People {
    /// The identities that what a source gave names.
    static func seen(_ db: Database, by source: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT p.identity_id FROM evidence_person p JOIN sighting s ON s.evidence_id = p.evidence_id
                WHERE s.source_id = ?1 UNION SELECT identity_id FROM other_commit WHERE source_id = ?1
                """, arguments: [source])
    }

    static func seen(_ db: Database, in evidence: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT DISTINCT identity_id FROM evidence_person WHERE evidence_id = ?", arguments: [evidence])
    }

    /// Deletes those that nothing names any more, with their person; never the ledger's own.
    static func dropUnreferred(_ db: Database, _ identities: [Int64]) throws {
        for identity in identities {
            let person = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT p.id FROM identity i JOIN person p ON p.id = i.person_id
                        WHERE i.id = ?1 AND p.is_me = 0 AND p.role IS NULL
                          AND NOT EXISTS (SELECT 1 FROM guest WHERE identity_id = ?1)
                          AND NOT EXISTS (SELECT 1 FROM other_commit WHERE identity_id = ?1)
                        """), arguments: [identity])
            guard let person else { continue }
            try db.cachedStatement(sql: "DELETE FROM identity WHERE id = ?").execute(arguments: [identity])
            try db.cachedStatement(
                sql: "DELETE FROM person WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM identity WHERE person_id = ?1)"
            ).execute(arguments: [person])
        }
    }
}
