import GRDB
package import LedgerModel

extension Transaction {
    /// Changes what the person said about a piece of evidence; hand always wins.
    package func correct(_ id: PublicID, action: ULID, _ change: (inout Correction) -> Void) throws {
        let row = try snapshot.row(of: id)
        let stored = try String.fetchOne(
            db, sql: "SELECT content FROM correction WHERE evidence_id = ?", arguments: [row])
        var correction = try stored.map { try Content.read(Correction.self, $0) } ?? Correction()
        change(&correction)
        try act(action, "correct", on: id.description) {
            try touch(.correction, row)
            try markSaid(of: row)
            if correction.isEmpty {
                try db.execute(sql: "DELETE FROM correction WHERE evidence_id = ?", arguments: [row])
            } else {
                try put(correction, evidence: row)
            }
            try markCorrected(evidence: row)
        }
    }

    func put(_ correction: Correction, evidence row: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO correction (evidence_id, content, span_from, span_until, happened)
                SELECT id, ?, CASE WHEN ? THEN coalesce(?, at) END, CASE WHEN ? THEN coalesce(?, until, at) END, ?
                FROM evidence WHERE id = ?
                ON CONFLICT (evidence_id) DO UPDATE SET content = excluded.content,
                  span_from = excluded.span_from, span_until = excluded.span_until, happened = excluded.happened
                """,
            arguments: [
                try Content.write(correction), correction.hasSpan, correction.from?.seconds, correction.hasSpan,
                correction.until?.seconds, correction.happened, row,
            ])
    }
}
