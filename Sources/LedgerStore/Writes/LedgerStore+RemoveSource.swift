import GRDB
package import LedgerModel

extension LedgerStore {
    /// Removes a source with its sightings. Evidence that is cited or corrected stays, marked
    /// *source removed*, readable but off the timeline; the rest goes. Returns how many went and stayed.
    package func remove(_ source: Source, _ context: WriteContext) throws(LedgerError) -> (removed: Int, kept: Int) {
        try write { db in
            let revision = try Meta.raiseRevision(db)
            var removed = 0
            var kept = 0
            let rows = try Int64.fetchAll(
                db, sql: "SELECT evidence_id FROM sighting WHERE source_id = ?", arguments: [source.rowID])
            for row in rows {
                try Withdrawal.unsee(
                    db, row: row, source: source.rowID, flag: .sourceRemoved, reach: context.reach, revision: revision)
                let state = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM sighting WHERE evidence_id = ?1),
                          EXISTS (SELECT 1 FROM claim_evidence WHERE evidence_id = ?1)
                          OR EXISTS (SELECT 1 FROM correction WHERE evidence_id = ?1)
                        """, arguments: [row])
                if state?[0] == true { continue }
                if state?[1] == true {
                    kept += 1
                } else {
                    try db.execute(sql: "DELETE FROM evidence WHERE id = ?", arguments: [row])
                    removed += 1
                }
            }
            try Dirty.dropPacked(db)
            try db.execute(sql: "DELETE FROM other_commit WHERE source_id = ?", arguments: [source.rowID])
            try db.execute(sql: "DELETE FROM series WHERE source_id = ?", arguments: [source.rowID])
            try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source.rowID])
            return (removed, kept)
        }
    }
}
