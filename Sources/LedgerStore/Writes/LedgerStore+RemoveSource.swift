import GRDB
package import LedgerModel

extension LedgerStore {
    /// What `remove` would do, without doing it.
    package func removal(of source: Source) throws(LedgerError) -> SourceRemoval {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), total(is_shared), total(is_used AND NOT is_shared) FROM (
                      SELECT EXISTS (
                          SELECT 1 FROM sighting o WHERE o.evidence_id = s.evidence_id AND o.source_id <> s.source_id
                        ) AS is_shared,
                        EXISTS (SELECT 1 FROM claim_evidence c WHERE c.evidence_id = s.evidence_id)
                        OR EXISTS (SELECT 1 FROM correction k WHERE k.evidence_id = s.evidence_id) AS is_used
                      FROM sighting s WHERE s.source_id = ?)
                    """, arguments: [source.rowID])
            let all: Int = row?[0] ?? 0
            let shared = Int((row?[1] as Double?) ?? 0)
            let used = Int((row?[2] as Double?) ?? 0)
            return SourceRemoval(source: source, goes: all - shared - used, stays: used, elsewhere: shared)
        }
    }

    /// The ids that a source itself gave to its pieces, those that are gone left out.
    package func externalIDs(seenBy source: Source) throws(LedgerError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT e.external_id FROM sighting s JOIN evidence e ON e.id = s.evidence_id
                    WHERE s.source_id = ? AND e.flags & ? = 0
                    """, arguments: [source.rowID, EvidenceFlags.gone.rawValue])
        }
    }

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
                    try Self.resetStates(db, whereSQL: "kind = ?", [source.kind.rawValue])
                }
                try writer.dropUnreferred(db, known)
                return (removed, kept)
            }
        }
    }
}
