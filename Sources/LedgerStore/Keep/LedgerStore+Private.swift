import GRDB
package import LedgerModel

extension LedgerStore {
    /// Marks a source private: what it gave keeps its time only, in every version, as if forgotten.
    /// Taking the mark off asks for a new import, since nothing else was kept.
    package func setPrivate(_ source: Source, _ isPrivate: Bool, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            let revision = try Meta.raiseRevision(db)
            try db.execute(
                sql: "UPDATE source SET private = ?, state = '' WHERE id = ?", arguments: [isPrivate, source.rowID])
            guard isPrivate else { return }
            let rows = try Int64.fetchAll(
                db, sql: "SELECT evidence_id FROM sighting WHERE source_id = ?", arguments: [source.rowID])
            for row in rows {
                try SearchRows.remove(db, row)
                try db.execute(
                    sql: """
                        UPDATE evidence SET title = '', body = '', paths = NULL, measures = '', flags = flags | ?
                        WHERE id = ?
                        """, arguments: [EvidenceFlags.isPrivate.rawValue, row])
                for table in ["evidence_person", "evidence_tag", "evidence_version"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE evidence_id = ?", arguments: [row])
                }
                try Dirty.mark(db, evidence: row, reach: context.reach, revision: revision)
            }
            try Dirty.dropPacked(db)
            try db.execute(sql: "DELETE FROM series WHERE source_id = ?", arguments: [source.rowID])
            try db.execute(sql: "DELETE FROM other_commit WHERE source_id = ?", arguments: [source.rowID])
        }
        if isPrivate { try compact() }
    }
}
