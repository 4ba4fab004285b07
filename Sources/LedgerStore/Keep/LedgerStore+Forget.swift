import GRDB
package import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Forgetting: the one write that edits facts. What it removed cannot be brought back, not by `undo`
/// and not by the next import.
extension LedgerStore {
    /// Scrubs a piece of evidence in every version, with its corrections and citations, and those whom
    /// only it named.
    package func forget(_ id: PublicID, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            try EvidenceWriter.run(db, context) { writer in
                let row = try Self.row(db, of: id)
                let known = try People.seen(db, in: row)
                try Dirty.markSaid(db, of: row, reach: context.reach, revision: writer.revision)
                try Forgotten.add(db, piece: id)
                writer.hasErased = true
                try HandJournal.close(db, evidence: row)
                try SearchRows.remove(db, row)
                for table in ["claim_evidence", "reading", "segment"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE evidence_id = ?", arguments: [row])
                }
                try db.execute(sql: "DELETE FROM evidence WHERE id = ?", arguments: [row])
                try writer.dropUnreferred(db, known)
            }
        }
        try compact()
    }

    /// Takes a person's names and addresses, as whole words, out of every text; counts stay, under
    /// somebody without a name. Returns what it could not reach.
    @discardableResult
    package func forget(person id: PublicID, _ context: WriteContext) throws(LedgerError) -> ForgettingRemains {
        let remains = try write { db in
            let person = try ForgottenPerson(db, id)
            let remains = try Remains.of(person, db)
            let revision = try Meta.raiseRevision(db)
            try Forgotten.add(db, person.keys)
            guard let forgotten = try Forgotten(db) else { return remains }
            let naming = try Self.evidence(of: person, db)
            let alone = try person.alone(db)
            try person.rename(db)
            let changed = try TextScrub(db, forgotten, person, alone: alone).run()
            for row in changed.union(naming) { try Self.hashAgain(db, row) }
            // Nobody of whom nothing is counted.
            try People.dropUnreferred(db, person.identities.map(\.row))
            // Rules may have looked for the name.
            try Dirty.markAll(db, revision: revision)
            try Dirty.dropPacked(db)
            try SearchRows.rebuild(db)
            return remains
        }
        try compact()
        return remains
    }

    private static func evidence(of person: ForgottenPerson, _ db: Database) throws -> Set<Int64> {
        var rows: Set<Int64> = []
        for identity in person.identities {
            rows.formUnion(
                try Int64.fetchAll(
                    db, sql: "SELECT evidence_id FROM evidence_person WHERE identity_id = ?", arguments: [identity.row])
            )
        }
        return rows
    }

    /// So that the next import, scrubbed alike, changes nothing.
    static func hashAgain(_ db: Database, _ row: Int64) throws {
        guard let hash = try EvidenceReader.draft(db, row: row)?.contentHash else { return }
        try db.cachedStatement(sql: "UPDATE evidence SET content_hash = ? WHERE id = ? AND content_hash <> 0")
            .execute(arguments: [hash, row])
    }

    /// Nothing of what was removed stays in free pages, the search index or the log.
    func compact() throws(LedgerError) {
        try guarded(path) {
            try queue.inDatabase { db in
                try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
            }
            try queue.vacuum()
            try queue.inDatabase { db in
                _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    /// Backups that still hold what was forgotten.
    package func backups() -> [String] { Self.backups(of: path) }
    package static func backups(of path: String) -> [String] { Backup.existing(path) }

    package func deleteBackups() {
        for file in backups() { unlink(file) }
    }
}
