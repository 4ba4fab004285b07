import GRDB
package import LedgerModel

extension Transaction {
    /// Marks a source private: what it gave keeps its time only, in every version, as if forgotten. Taking the mark off
    /// asks for a new import, since nothing else was kept.
    package func setPrivate(_ source: Source, _ isPrivate: Bool) throws {
        isToBeCompacted = isToBeCompacted || isPrivate
        // Before a writer asks which sources are private.
        try db.execute(sql: "UPDATE source SET private = ? WHERE id = ?", arguments: [isPrivate, source.rowID])
        try resetStates(whereSQL: "id = ?", [source.rowID])
        let rows = try Int64.fetchAll(
            db, sql: "SELECT evidence_id FROM sighting WHERE source_id = ?", arguments: [source.rowID])
        guard isPrivate else {
            // What was kept of them is no version: whoever sees them says them anew.
            for row in rows { try Sighting.forget(db, row) }
            return try resetStates(whereSQL: "kind = ?", [source.kind.rawValue])
        }
        try evidence { writer in
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
}
