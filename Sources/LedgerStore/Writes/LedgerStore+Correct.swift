import GRDB
package import LedgerModel

extension LedgerStore {
    /// Changes what the person said about a piece of evidence; hand always wins.
    package func correct(
        _ id: PublicID, action: ULID, _ context: WriteContext, _ change: (inout Correction) -> Void
    ) throws(LedgerError) {
        try write { db in try Self.correct(db, id, action: action, context, change) }
    }

    static func correct(
        _ db: Database, _ id: PublicID, action: ULID, _ context: WriteContext, _ change: (inout Correction) -> Void
    ) throws {
        let row = try row(db, of: id)
        let stored = try String.fetchOne(
            db, sql: "SELECT content FROM correction WHERE evidence_id = ?", arguments: [row])
        var correction = try stored.map { try Content.read(Correction.self, $0) } ?? Correction()
        var journal = HandJournal()
        try journal.touch(db, .correction, row)
        let revision = try Meta.raiseRevision(db)
        try Dirty.markSaid(db, of: row, reach: context.reach, revision: revision)
        change(&correction)
        if correction.isEmpty {
            try db.execute(sql: "DELETE FROM correction WHERE evidence_id = ?", arguments: [row])
        } else {
            try put(db, correction, evidence: row)
        }
        try Dirty.markCorrected(db, evidence: row, revision: revision)
        try journal.save(db, id: action, verb: "correct", subject: id.description, at: context.now)
    }

    static func put(_ db: Database, _ correction: Correction, evidence row: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO correction (evidence_id, content, span_from, span_until)
                SELECT id, ?, CASE WHEN ? THEN coalesce(?, at) END, CASE WHEN ? THEN coalesce(?, until, at) END
                FROM evidence WHERE id = ?
                ON CONFLICT (evidence_id) DO UPDATE SET content = excluded.content,
                  span_from = excluded.span_from, span_until = excluded.span_until
                """,
            arguments: [
                try Content.write(correction), correction.hasSpan, correction.from?.seconds, correction.hasSpan,
                correction.until?.seconds, row,
            ])
    }

    static func row(_ db: Database, of id: PublicID) throws -> Int64 {
        guard
            let row = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM evidence WHERE public_id = ?"), arguments: [id.description])
        else { throw LedgerError.noSuchID(id.description) }
        return row
    }
}
