import GRDB
package import LedgerModel

extension Transaction {
    /// Finds the source of this kind and place, or creates it.
    ///
    /// - Parameter folder: What a repository is named for; `name` is then not used.
    package func source(
        kind: SourceKind, locator: String, name: String, folder: String = "", arena: Arena?
    ) throws -> Source {
        let id: PublicID
        if let known = try snapshot.source(kind, at: locator) {
            id = known.id
            if known.locator != locator {
                try db.execute(sql: "UPDATE source SET locator = ? WHERE id = ?", arguments: [locator, known.rowID])
            }
            try setFolder(folder, of: known)
            if let arena, known.arena != arena {
                try db.execute(
                    sql: "UPDATE source SET arena = ? WHERE id = ?", arguments: [arena.rawValue, known.rowID])
                try markAll()
            }
        } else {
            id = try freeID(kind, locator)
            let name = try Forgotten(db)?.scrubbed(name) ?? name
            try db.execute(
                sql: """
                    INSERT INTO source (public_id, kind, locator, name, folder, arena, added_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id.description, kind.rawValue, locator, folder.isEmpty ? name : "", folder, arena?.rawValue,
                    now.seconds,
                ])
            try settleRepositoryNames()
        }
        return try Snapshot.sources(db, whereSQL: "public_id = ?", [id.description])[0]
    }

    /// Sets what the evidence of a source is for by default, and whether its plans count as work.
    package func setDefault(of source: Source, arena: Arena?, plansCount: Bool?, action: ULID) throws {
        try act(action, "default", on: source.id.description) {
            try touch(.source, source.rowID)
            try db.execute(
                sql: "UPDATE source SET arena = ?, plans_count = coalesce(?, plans_count) WHERE id = ?",
                arguments: [arena?.rawValue, plansCount, source.rowID])
            try markAll()
        }
    }

    /// Sets to whom a repository is open. Nothing derived depends on it.
    package func setOpen(_ source: Source, to people: [String], action: ULID) throws {
        try act(action, "open-to", on: source.id.description) {
            try touch(.source, source.rowID)
            try db.execute(
                sql: "UPDATE source SET open_to = ? WHERE id = ?",
                arguments: [people.joined(separator: "\n"), source.rowID])
        }
    }

    /// Stores where an import stopped and its warnings; `nil` leaves the warnings unchanged.
    ///
    /// If a calendar is now true as of another moment, the days in between are marked.
    package func finishImport(of source: Source, state: String, warnings: [Diagnostic]?) throws {
        let before = try snapshot.source(source.id)
        let text = try warnings.map { try Content.write(Array($0.prefix(50))) }
        try db.execute(
            sql: "UPDATE source SET state = ?, last_import = ?, warnings = coalesce(?, warnings) WHERE id = ?",
            arguments: [state, now.seconds, text, source.rowID])
        if source.kind.descriptor.isForetelling, let before, let after = try snapshot.source(source.id) {
            try markSpoken(from: before, to: after)
        }
    }

    /// Marks the days that now count, or no longer count, because a calendar is true as of another moment.
    private func markSpoken(from before: Source, to after: Source) throws {
        guard before.speaksUntil != after.speaksUntil else { return }
        let (old, new) = (before.speaksUntil ?? .last, after.speaksUntil ?? .last)
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT e.at, e.until FROM evidence e INDEXED BY evidence_at
                    WHERE e.at > ?1 AND e.at <= ?2
                      AND EXISTS (SELECT 1 FROM sighting s WHERE s.evidence_id = e.id AND s.source_id = ?3)
                    """), arguments: [min(old, new).seconds, max(old, new).seconds, after.rowID])
        var days = Set<Int64>()
        while let row = try rows.next() {
            try ShardMarks.add(
                &days, at: Instant(row[0]), until: (row[1] as Int64?).map { Instant($0) }, reach: context.reach)
        }
        try mark(days: days)
    }

    /// Updates the last import of sources that have not changed.
    package func noteRead(_ sources: [Source]) throws {
        for source in sources {
            try db.cachedStatement(sql: "UPDATE source SET last_import = ? WHERE id = ?")
                .execute(arguments: [now.seconds, source.rowID])
        }
    }

    /// Makes the next import of these sources read everything again, and accept it as it is then.
    package func resetState(kind: SourceKind) throws {
        try resetStates(whereSQL: "kind = ?", [kind.rawValue])
        try db.execute(
            sql: """
                UPDATE sighting SET version = 0 WHERE version IS NULL
                  AND source_id IN (SELECT id FROM source WHERE kind = ?)
                """, arguments: [kind.rawValue])
    }

    /// Makes the next import read these sources completely. The moment as of which a calendar is true stays.
    func resetStates(whereSQL: String, _ arguments: StatementArguments) throws {
        for source in try Snapshot.sources(db, whereSQL: whereSQL, arguments) {
            var state = ""
            if let asOf = source.asOf {
                var kept = CalendarState()
                kept.asOf = asOf
                state = kept.text
            }
            try db.execute(sql: "UPDATE source SET state = ? WHERE id = ?", arguments: [state, source.rowID])
        }
    }

    /// Removes a source with its sightings. Evidence that only it had is deleted; if it is cited or corrected, it stays
    /// readable, off the timeline and marked *source removed*. Returns how many pieces were deleted and how many
    /// stayed.
    package func remove(_ source: Source) throws -> (removed: Int, kept: Int) {
        try evidence { writer in
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
            try Releases.drop(db, of: source.rowID)
            try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source.rowID])
            try settleRepositoryNames()
            // What it was for cannot be undone any more: that would bring it back, and the place it lay in.
            try ActionJournal.close(db, subject: source.id.description)
            if source.isPrivate {
                // Other sources may have the pieces that it made private, so read those again.
                try resetStates(whereSQL: "kind = ?", [source.kind.rawValue])
            }
            try writer.dropUnreferred(db, known)
            return (removed, kept)
        }
    }

    /// Stores the zone of the first write, only once.
    package func setHomeZone(_ name: String) throws {
        if try snapshot.homeZone == nil { try Meta.set(db, .zone, name) }
    }

    /// Marks the ledger as one with an invented year.
    package func markDemo(seed: String) throws { try Meta.set(db, .demo, seed) }
}
