import GRDB
package import LedgerModel

extension Snapshot {
    package func sources() throws -> [Source] {
        try Self.sources(db, whereSQL: "1", [])
    }

    package func source(_ id: PublicID) throws -> Source? {
        try Self.sources(db, whereSQL: "public_id = ?", [id.description]).first
    }

    /// The source of this kind at this place.
    package func source(_ kind: SourceKind, at locator: String) throws -> Source? {
        let found = try Self.sources(db, whereSQL: "kind = ? AND locator = ?", [kind.rawValue, locator]).first
        // A restored ledger has no addresses. A source whose address is given again is the same source. A repository
        // is known by its place alone, since it keeps its id when it moves.
        return try found ?? (kind == .git ? nil : source(Source.id(kind: kind, locator: locator)))
    }

    /// The source whose name or locator is so, or whose id starts so, with three characters at least. The folder’s name
    /// is enough for a repository if there is only one.
    ///
    /// Throws `.notFound`, `.ambiguousID`.
    package func source(named text: String) throws -> Source {
        let all = try sources()
        let named = all.filter { $0.name == text || $0.locator == text }
        let exact = named.isEmpty ? all.filter { $0.kind == .git && FolderNames.last($0.name) == text } : named
        // Nothing at all is the start of every id.
        let start = text.count < 3 ? nil : text.lowercased()
        let starting = all.filter { source in start.map { source.id.description.hasPrefix($0) } ?? false }
        let found = exact.isEmpty ? starting : exact
        if let only = found.first, found.count == 1 { return only }
        if found.count > 1 {
            throw LedgerError(
                .ambiguousID,
                "“\(text)” could be \(found.count) sources: \(found.map(\.id.description).joined(separator: ", "))",
                hint: "Use the id that \(offer: .sourceList) shows.")
        }
        throw LedgerError(.notFound, "there is no source “\(text)”", hint: "List them with \(offer: .sourceList).")
    }

    /// - Parameter isWhole: Whether to read what calendars ask and were answered.
    static func sources(
        _ db: Database, whereSQL: String, _ arguments: StatementArguments, isWhole: Bool = true
    ) throws -> [Source] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM source WHERE \(whereSQL) ORDER BY kind, name, id", arguments: arguments
        )
        .compactMap { row -> Source? in
            guard let id = PublicID(row["public_id"]), let kind = SourceKind(rawValue: row["kind"]) else { return nil }
            var source = Source(
                rowID: row["id"], id: id, kind: kind, locator: row["locator"], name: row["name"],
                folder: row["folder"],
                formerly: (row["formerly"] as String).split(separator: "\n").map(String.init),
                arena: (row["arena"] as String?).flatMap { Arena(rawValue: $0) }, isPrivate: row["private"],
                plansCount: row["plans_count"], state: row["state"],
                lastImport: (row["last_import"] as Int64?).map { Instant($0) },
                openTo: ((row["open_to"] as String?) ?? "").split(separator: "\n").map(String.init)
                    .filter { $0 != Forgotten.mark })
            if isWhole, kind == .calendar {
                let (answers, traits): (String, String) = (row["answers"], row["traits"])
                if !answers.isEmpty { source.answers = try Content.read(CalendarAnswers.self, answers) }
                if !traits.isEmpty { source.traits = try Content.read(CalendarTraits.self, traits) }
            }
            return source
        }
    }

    /// The warnings of the last imports of a source.
    package func warnings(of source: Source) throws -> [Diagnostic] {
        let text = try String.fetchOne(
            db, sql: "SELECT warnings FROM source WHERE id = ?", arguments: [source.rowID])
        return try text.map { try Content.read([Diagnostic].self, $0) } ?? []
    }

    /// The amount that each source holds, or only one of them.
    package func sourceSummaries(only id: PublicID? = nil) throws -> [SourceSummary] {
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

    /// What `remove` would do. Changes nothing.
    package func removal(of source: Source) throws -> SourceRemoval {
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

    /// The ids that a source gave to its pieces, without pieces that are gone.
    package func externalIDs(seenBy source: Source) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT e.external_id FROM sighting s JOIN evidence e ON e.id = s.evidence_id
                WHERE s.source_id = ? AND e.flags & ? = 0
                """, arguments: [source.rowID, EvidenceFlags.gone.rawValue])
    }
}
