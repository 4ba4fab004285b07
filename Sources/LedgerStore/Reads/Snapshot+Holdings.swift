import GRDB
package import LedgerModel

/// The size of the ledger, in numbers.
extension Snapshot {
    package func holdings() throws -> Holdings {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT (SELECT count(*) FROM evidence), (SELECT count(*) FROM source),
                  (SELECT count(*) FROM claim WHERE withdrawn = 0), (SELECT min(at) FROM evidence),
                  (SELECT max(at) FROM evidence), EXISTS (SELECT 1 FROM hand_action)
                """)
        return Holdings(
            evidence: row?[0] ?? 0, sources: row?[1] ?? 0, claims: row?[2] ?? 0,
            first: (row?[3] as Int64?).map { Instant($0) }, last: (row?[4] as Int64?).map { Instant($0) },
            demoSeed: try Meta.get(db, .demo), hasHandRows: row?[5] ?? false)
    }
}
