import GRDB
package import LedgerModel

/// Forgetting: the one write that edits facts. What it removed cannot be brought back, not by `undo` and not by the
/// next import, and nothing of it stays in free pages, the search index or the log.
extension Transaction {
    /// Scrubs a piece of evidence in every version, with its corrections and citations, and those whom only it named.
    package func forget(_ id: PublicID) throws {
        isToBeCompacted = true
        try evidence { writer in
            let row = try snapshot.row(of: id)
            let known = try People.seen(db, in: row)
            try markSaid(of: row)
            try Forgotten.add(db, piece: id)
            writer.hasErased = true
            try HandJournal.close(db, evidence: row)
            try SearchRows.remove(db, row)
            for table in ["claim_evidence", "reading", "segment"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE evidence_id = ?", arguments: [row])
            }
            try db.execute(sql: "DELETE FROM evidence WHERE id = ?", arguments: [row])
            writer.forgetGuests()
            try writer.dropUnreferred(db, known)
        }
    }

    /// Takes a person's names and addresses, as whole words, out of every text; counts stay, under somebody without a
    /// name. Returns what it could not reach.
    @discardableResult
    package func forget(person id: PublicID) throws -> ForgettingPreview {
        isToBeCompacted = true
        let person = try ForgottenPerson(db, id)
        let preview = try ForgettingSearch.of(person, db)
        try Forgotten.add(db, person.keys)
        guard let forgotten = try Forgotten(db) else { return preview }
        let naming = try evidence(of: person)
        let alone = try person.alone(db)
        try person.rename(db)
        let changed = try TextScrub(db, forgotten, person, alone: alone).run()
        for row in changed.union(naming) { try Forgotten.hashAgain(db, row) }
        // Nobody of whom nothing is counted.
        try People.dropUnreferred(db, person.identities.map(\.row))
        // Rules may have looked for the name.
        try markAll()
        try Dirty.dropPacked(db)
        try SearchRows.rebuild(db)
        return preview
    }

    private func evidence(of person: ForgottenPerson) throws -> Set<Int64> {
        var rows: Set<Int64> = []
        for identity in person.identities {
            rows.formUnion(
                try Int64.fetchAll(
                    db, sql: "SELECT evidence_id FROM evidence_person WHERE identity_id = ?", arguments: [identity.row])
            )
        }
        return rows
    }
}

extension Forgotten {
    /// So that the next import, scrubbed alike, changes nothing.
    static func hashAgain(_ db: Database, _ row: Int64) throws {
        guard let hash = try EvidenceReader.draft(db, row: row)?.contentHash else { return }
        try db.cachedStatement(sql: "UPDATE evidence SET content_hash = ? WHERE id = ? AND content_hash <> 0")
            .execute(arguments: [hash, row])
    }
}
