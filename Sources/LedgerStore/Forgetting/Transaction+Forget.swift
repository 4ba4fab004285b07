import GRDB
package import LedgerModel

/// Forgetting is the only write that edits facts.
///
/// The invariant: neither `undo` nor the next import brings back what was removed, and no copy stays in free pages, the
/// search index, packed rows or the log.
///
/// The next import is the difficult part. The source still has the name, so the ledger has to recognise it without
/// keeping it. It keeps salted hashes (`Forgotten`), and each import scrubs its drafts with them before it compares
/// versions. Stored versions are hashed again after their scrub (`hashAgain`), so that the import finds them unchanged.
///
/// The order in `forget(person:)` matters. The preview, the rules and `alone` read the names that the scrub removes, so
/// they come first.
extension Transaction {
    /// Erases a piece in every version, with its corrections and citations, and the people whom only it named.
    package func forget(_ id: PublicID) throws { try forget(Wordless(db, id, wholeSeries: false)) }

    /// The same for the whole series of a piece, and for all that an import would add to it. Throws `.usage` if it is in
    /// none.
    package func forget(seriesOf id: PublicID) throws { try forget(Wordless(db, id, wholeSeries: true)) }

    private func forget(_ what: Wordless) throws {
        isToBeCompacted = true
        try Forgotten.add(db, what.rows.map { .piece($0.id) })
        if let series = what.series { try Forgotten.add(db, [.series(series)]) }
        try evidence { writer in
            writer.hasErased = true
            for (row, id) in what.rows {
                let known = try People.seen(db, in: row)
                try markCorrection(of: row)
                try ActionJournal.close(db, evidence: row)
                try SearchRows.remove(db, row)
                for table in ["claim_evidence", "reading", "segment"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE evidence_id = ?", arguments: [row])
                }
                try CandidateWords.forget(db, id)
                try LearnedPieces.forget(db, id)
                try db.execute(sql: "DELETE FROM evidence WHERE id = ?", arguments: [row])
                writer.forgetGuests()
                try writer.dropUnreferred(db, known)
            }
            try UnusedNames.drop(db)
        }
        try SeriesWords(db).scrub(what.allSeries)
        try RuleWords.drop(db, of: what.titles)
    }

    /// Removes a person's names and addresses, as whole words, from every text. Counts stay, under a stand-in without a
    /// name. Returns what it could not reach.
    @discardableResult
    package func forget(person id: PublicID) throws -> ForgettingPreview {
        isToBeCompacted = true
        let person = try ForgottenPerson(db, id)
        let preview = try ForgettingSearch.of(person, db)
        try Forgotten.add(db, person.keys)
        guard let forgotten = try Forgotten(db) else { return preview }
        let naming = try person.naming(db)
        let alone = try person.alone(db)
        let addresses = Set(person.identities.map(\.value))
        try forgetSaid(of: addresses)
        try forgetAnswers(about: addresses)
        try person.rename(db)
        let changed = try TextScrub(db, forgotten, person, alone: alone).run()
        for row in changed.union(naming) { try Forgotten.hashAgain(db, row) }
        // A stand-in under which nothing is counted goes too.
        try People.dropUnreferred(db, person.identities.map(\.row))
        // Rules may have matched the name.
        try markAll()
        try ShardMarks.dropPacked(db)
        try SearchRows.rebuild(db)
        return preview
    }
}

extension Transaction {
    /// Removes what calendars ask about these addresses, and what was answered.
    private func forgetAnswers(about addresses: Set<String>) throws {
        for source in try snapshot.sources() {
            let (answers, traits) = (source.answers.without(addresses), source.traits.without(addresses))
            guard answers != source.answers || traits != source.traits else { continue }
            try db.execute(
                sql: "UPDATE source SET answers = ?, traits = ? WHERE id = ?",
                arguments: [try Content.write(answers), try Content.write(traits), source.rowID])
            try ActionJournal.close(db, subject: source.id.description)
        }
    }
}

extension Forgotten {
    /// Updates the hash of a scrubbed piece, so that the next import, scrubbed in the same way, changes nothing.
    static func hashAgain(_ db: Database, _ row: Int64) throws {
        guard let hash = try EvidenceReader.draft(db, row: row)?.contentHash else { return }
        try db.cachedStatement(sql: "UPDATE evidence SET content_hash = ? WHERE id = ? AND content_hash <> 0")
            .execute(arguments: [hash, row])
    }
}

/// Paths and projects are stored once for all pieces that refer to them. Scrubbing can leave some unused.
enum UnusedNames {
    static func drop(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM project WHERE id NOT IN
                  (SELECT project_id FROM evidence WHERE project_id IS NOT NULL)
                """)
        var used: Set<Int64> = []
        let packed = try Row.fetchCursor(
            db, sql: "SELECT paths FROM evidence WHERE paths IS NOT NULL UNION ALL SELECT paths FROM other_commit")
        while let row = try packed.next() {
            try row.withUnsafeData(atIndex: 0) { data in
                if let data { used.formUnion(PackedPaths.unpack(data)) }
            }
        }
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM path") where !used.contains(id) {
            try db.cachedStatement(sql: "DELETE FROM path WHERE id = ?").execute(arguments: [id])
        }
    }
}

extension Transaction {
    /// Marks a source private or takes the mark off. A private source keeps only times, in every version, and the rest
    /// is erased for good; so taking the mark off needs a new import.
    package func setPrivate(_ source: Source, _ isPrivate: Bool) throws {
        isToBeCompacted = isToBeCompacted || isPrivate
        // Must come first, because a writer reads which sources are private.
        try db.execute(sql: "UPDATE source SET private = ? WHERE id = ?", arguments: [isPrivate, source.rowID])
        try resetStates(whereSQL: "id = ?", [source.rowID])
        let rows = try Int64.fetchAll(
            db, sql: "SELECT evidence_id FROM sighting WHERE source_id = ?", arguments: [source.rowID])
        guard isPrivate else {
            // The stored times are no version: each source has to state its pieces again.
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
            try Releases.drop(db, of: source.rowID)
            try writer.dropUnreferred(db, known)
            try UnusedNames.drop(db)
        }
    }
}
