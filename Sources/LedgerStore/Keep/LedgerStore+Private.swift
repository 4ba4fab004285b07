import GRDB
package import LedgerModel

extension LedgerStore {
    /// Marks a source private: what it gave keeps its time only, in every version, as if forgotten.
    /// Taking the mark off asks for a new import, since nothing else was kept.
    package func setPrivate(_ source: Source, _ isPrivate: Bool, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            try EvidenceWriter.run(db, context) { writer in
                try db.execute(
                    sql: "UPDATE source SET private = ? WHERE id = ?", arguments: [isPrivate, source.rowID])
                try Self.resetStates(db, whereSQL: "id = ?", [source.rowID])
                let rows = try Int64.fetchAll(
                    db, sql: "SELECT evidence_id FROM sighting WHERE source_id = ?", arguments: [source.rowID])
                guard isPrivate else {
                    // What was kept of them is no version: whoever sees them says them anew.
                    for row in rows { try Sighting.forget(db, row) }
                    try Self.resetStates(db, whereSQL: "kind = ?", [source.kind.rawValue])
                    return
                }
                writer.hasErased = true
                let known = try People.seen(db, by: source.rowID)
                for row in rows {
                    try PrivateTime.scrub(db, row)
                    try writer.markDirty(db, row)
                }
                try db.execute(sql: "DELETE FROM series WHERE source_id = ?", arguments: [source.rowID])
                try db.execute(sql: "DELETE FROM other_commit WHERE source_id = ?", arguments: [source.rowID])
                try writer.dropUnreferred(db, known)
                try UnusedNames.drop(db)
            }
        }
        if isPrivate { try compact() }
    }
}
