import GRDB
package import LedgerModel

extension LedgerStore {
    /// Removes a source with its sightings. Evidence that is cited or corrected stays, marked
    /// *source removed*, readable but off the timeline; the rest goes. Returns how many went and stayed.
    package func remove(_ source: Source, _ context: WriteContext) throws(LedgerError) -> (removed: Int, kept: Int) {
        try write { db in
            try EvidenceWriter.run(db, context) { writer in
                writer.hasErased = true
                let known = try People.seen(db, by: source.rowID)
                var (removed, kept) = (0, 0)
                let rows = try Int64.fetchAll(
                    db, sql: "SELECT evidence_id FROM sighting WHERE source_id = ?", arguments: [source.rowID])
                for row in rows where try !writer.unsee(db, row, source: source.rowID, as: .sourceRemoved) {
                    if try writer.discard(db, row) { removed += 1 } else { kept += 1 }
                }
                try db.execute(sql: "DELETE FROM other_commit WHERE source_id = ?", arguments: [source.rowID])
                try db.execute(sql: "DELETE FROM series WHERE source_id = ?", arguments: [source.rowID])
                try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source.rowID])
                if source.isPrivate {
                    // What it kept secret is read anew where others see it.
                    try db.execute(
                        sql: "UPDATE source SET state = '' WHERE kind = ?", arguments: [source.kind.rawValue])
                }
                try writer.dropUnreferred(db, known)
                return (removed, kept)
            }
        }
    }
}
