import GRDB
package import LedgerModel

extension LedgerStore {
    /// Finds the source of this kind and place, or makes it.
    package func source(
        kind: SourceKind, locator: String, name: String, arena: Arena?, now: Instant
    ) throws(LedgerError) -> Source {
        let id = Source.id(kind: kind, locator: locator)
        if let known = try source(id), known.locator == locator, arena == nil || known.arena == arena { return known }
        return try write { db in
            if let known = try Self.sources(db, whereSQL: "public_id = ?", [id.description]).first {
                // An export leaves addresses out; given once more, it is the same source again.
                if known.locator != locator {
                    try db.execute(
                        sql: "UPDATE source SET locator = ? WHERE id = ?", arguments: [locator, known.rowID])
                } else if arena == nil || known.arena == arena {
                    return known
                }
                guard let arena, known.arena != arena else {
                    return try Self.sources(db, whereSQL: "public_id = ?", [id.description])[0]
                }
                try db.execute(
                    sql: "UPDATE source SET arena = ? WHERE id = ?", arguments: [arena.rawValue, known.rowID])
                try Dirty.markAll(db, revision: try Meta.raiseRevision(db))
            } else {
                let name = try Forgotten(db)?.scrubbed(name) ?? name
                try db.execute(
                    sql:
                        "INSERT INTO source (public_id, kind, locator, name, arena, added_at) VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [id.description, kind.rawValue, locator, name, arena?.rawValue, now.seconds])
            }
            return try Self.sources(db, whereSQL: "public_id = ?", [id.description])[0]
        }
    }

    package func sources() throws(LedgerError) -> [Source] {
        try read { db in try Self.sources(db, whereSQL: "1", []) }
    }

    package func source(_ id: PublicID) throws(LedgerError) -> Source? {
        try read { db in try Self.sources(db, whereSQL: "public_id = ?", [id.description]).first }
    }

    /// The source whose id starts so, or whose name or locator is so.
    package func source(named text: String) throws(LedgerError) -> Source {
        let all = try sources()
        let exact = all.filter { $0.name == text || $0.locator == text }
        let found = exact.isEmpty ? all.filter { $0.id.description.hasPrefix(text) } : exact
        if let only = found.first, found.count == 1 { return only }
        if found.count > 1 {
            throw LedgerError(
                .ambiguousID,
                "“\(text)” could be \(found.count) sources: \(found.map(\.id.description).joined(separator: ", "))",
                hint: "Use the id that `limelight sources` shows.")
        }
        throw LedgerError(.notFound, "there is no source “\(text)”", hint: "List them with `limelight sources`.")
    }

    static func sources(_ db: Database, whereSQL: String, _ arguments: StatementArguments) throws -> [Source] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM source WHERE \(whereSQL) ORDER BY kind, name, id", arguments: arguments
        )
        .compactMap { row in
            guard let id = PublicID(row["public_id"]), let kind = SourceKind(rawValue: row["kind"]) else { return nil }
            return Source(
                rowID: row["id"], id: id, kind: kind, locator: row["locator"], name: row["name"],
                arena: (row["arena"] as String?).flatMap { Arena(rawValue: $0) }, isPrivate: row["private"],
                plansCount: row["plans_count"], state: row["state"],
                lastImport: (row["last_import"] as Int64?).map { Instant($0) })
        }
    }

    /// What a source's evidence is for, until a hand or a rule says otherwise; whether plans count as work.
    package func setDefault(
        of source: Source, arena: Arena?, plansCount: Bool?, action: ULID, _ context: WriteContext
    ) throws(LedgerError) {
        try write { db in
            var journal = HandJournal()
            try journal.touch(db, .source, source.rowID)
            try db.execute(
                sql: "UPDATE source SET arena = ?, plans_count = coalesce(?, plans_count) WHERE id = ?",
                arguments: [arena?.rawValue, plansCount, source.rowID])
            try Dirty.markAll(db, revision: try Meta.raiseRevision(db))
            try journal.save(db, id: action, verb: "default", subject: source.id.description, at: context.now)
        }
    }

    /// Remembers where an import stopped and what it warned about; nil keeps what is warned about.
    ///
    /// Of a calendar that is true as of another moment by that, the days in between are derived again.
    ///
    /// - Parameter reach: `FrameSettings.reach`, in seconds; only calendars need it.
    package func finishImport(
        of source: Source, state: String, warnings: [Diagnostic]?, now: Instant, reach: Int64 = 0
    ) throws(LedgerError) {
        try write { db in
            let before = try Self.sources(db, whereSQL: "id = ?", [source.rowID]).first
            let text = try warnings.map { try Content.write(Array($0.prefix(50))) }
            try db.execute(
                sql: "UPDATE source SET state = ?, last_import = ?, warnings = coalesce(?, warnings) WHERE id = ?",
                arguments: [state, now.seconds, text, source.rowID])
            let revision = try Meta.raiseRevision(db)
            if source.kind == .calendar, let before,
                let after = try Self.sources(db, whereSQL: "id = ?", [source.rowID]).first
            {
                try CalendarHorizons.mark(db, from: before, to: after, reach: reach, revision: revision)
            }
        }
    }

    /// The same for sources that say what they said before, with one write: only when they were read is new.
    package func noteRead(_ sources: [Source], now: Instant) throws(LedgerError) {
        guard !sources.isEmpty else { return }
        try write { db in
            for source in sources {
                try db.cachedStatement(sql: "UPDATE source SET last_import = ? WHERE id = ?")
                    .execute(arguments: [now.seconds, source.rowID])
            }
            _ = try Meta.raiseRevision(db)
        }
    }

    /// What the last imports of a source warned about.
    package func warnings(of source: Source) throws(LedgerError) -> [Diagnostic] {
        try read { db in
            let text = try String.fetchOne(
                db, sql: "SELECT warnings FROM source WHERE id = ?", arguments: [source.rowID])
            return try text.map { try Content.read([Diagnostic].self, $0) } ?? []
        }
    }

    /// Makes the next import of these sources read everything again, and believe it as it is then read.
    package func resetState(kind: SourceKind) throws(LedgerError) {
        try write { db in
            try Self.resetStates(db, whereSQL: "kind = ?", [kind.rawValue])
            try db.execute(
                sql: """
                    UPDATE sighting SET version = 0 WHERE version IS NULL
                      AND source_id IN (SELECT id FROM source WHERE kind = ?)
                    """, arguments: [kind.rawValue])
        }
    }

    /// The next import reads these sources whole. As of when a calendar is true is not read again: it stays.
    static func resetStates(_ db: Database, whereSQL: String, _ arguments: StatementArguments) throws {
        for source in try sources(db, whereSQL: whereSQL, arguments) {
            var state = ""
            if source.kind == .calendar, let asOf = source.asOf {
                var kept = CalendarState()
                kept.asOf = asOf
                state = kept.text
            }
            try db.execute(sql: "UPDATE source SET state = ? WHERE id = ?", arguments: [state, source.rowID])
        }
    }

    /// How much each source holds, or one of them.
    package func sourceSummaries(only id: PublicID? = nil) throws(LedgerError) -> [SourceSummary] {
        try read { db in
            let chosen = try Self.sources(db, whereSQL: "?1 IS NULL OR public_id = ?1", [id?.description])
            return try chosen.map { source in
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT count(*), min(e.at), max(e.at) FROM sighting s JOIN evidence e ON e.id = s.evidence_id
                        WHERE s.source_id = ? AND e.flags & ? = 0
                        """, arguments: [source.rowID, EvidenceFlags.gone.rawValue])
                let others = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM other_commit WHERE source_id = ?", arguments: [source.rowID])
                let warnings = try String.fetchOne(
                    db, sql: "SELECT warnings FROM source WHERE id = ?", arguments: [source.rowID])
                return SourceSummary(
                    source: source, evidence: row?[0] ?? 0, others: others ?? 0,
                    first: (row?[1] as Int64?).map { Instant($0) }, last: (row?[2] as Int64?).map { Instant($0) },
                    warnings: try warnings.map { try Content.read([Diagnostic].self, $0) } ?? [])
            }
        }
    }
}
