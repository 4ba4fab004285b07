import GRDB
package import LedgerModel

extension Snapshot {
    /// Everything stored about a piece. The time that it won is missing, since that is derived. Throws `.notFound`.
    package func show(_ id: PublicID) throws -> ShownEvidence {
        let row = try row(of: id)
        guard var draft = try EvidenceReader.draft(db, row: row),
            let columns = try Row.fetchOne(
                db, sql: "SELECT version, recorded_at FROM evidence WHERE id = ?", arguments: [row])
        else { throw LedgerError.noSuchID(id.description) }
        // An event lists the person too, to tell how it stands.
        let me = Set(try me())
        draft.people.removeAll { me.contains($0.identity) }
        let sources = try Self.sources(
            db, whereSQL: "id IN (SELECT source_id FROM sighting WHERE evidence_id = ?)", [row])
        let correction = try String.fetchOne(
            db, sql: "SELECT content FROM correction WHERE evidence_id = ?", arguments: [row])
        let cited = try String.fetchAll(
            db,
            sql: """
                SELECT k.public_id FROM claim_evidence c JOIN claim k ON k.id = c.claim_id
                WHERE c.evidence_id = ? AND c.withdrawn = 0 AND k.withdrawn = 0 ORDER BY k.at
                """, arguments: [row])
        let older = try String.fetchAll(
            db, sql: "SELECT content FROM evidence_version WHERE evidence_id = ? ORDER BY version DESC",
            arguments: [row])
        return ShownEvidence(
            id: id, draft: draft, version: columns[0], recordedAt: Instant(columns[1]), sources: sources,
            correction: try correction.map { try Content.read(Correction.self, $0) },
            citedBy: cited.compactMap { PublicID($0) },
            older: try older.map { try Content.read(EvidenceDraft.self, $0) }, spent: .zero)
    }

    /// The seconds that a piece won in a stored shard, by grade.
    package func time(of row: Int64, in shard: Shard) throws -> [(Grade, Int64)] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT grade, until - start FROM segment WHERE shard = ? AND evidence_id = ?"),
            arguments: [shard.number, row]
        ).compactMap { row in Grade(rawValue: row[0]).map { ($0, row[1]) } }
    }

    /// The only id that starts with `text`. Throws `.notFound` or `.ambiguousID`.
    package func resolve(_ text: String) throws -> PublicID {
        if let whole = PublicID(text.lowercased()) { return whole }
        let prefix = text.lowercased()
        guard prefix.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw LedgerError.noSuchID(text)
        }
        guard prefix.count >= 3 else {
            throw LedgerError(
                .notFound, "“\(text)” is too short for an id", hint: "Give at least three characters of it.")
        }
        let found = try String.fetchAll(
            db,
            sql: """
                SELECT public_id FROM evidence WHERE public_id >= ?1 AND public_id < ?2
                UNION SELECT public_id FROM claim WHERE public_id >= ?1 AND public_id < ?2
                UNION SELECT public_id FROM person WHERE public_id >= ?1 AND public_id < ?2 LIMIT 6
                """, arguments: [prefix, prefix + "~"])
        if found.count == 1, let id = PublicID(found[0]) { return id }
        if found.isEmpty { throw LedgerError.noSuchID(text) }
        throw LedgerError(
            .ambiguousID, "\(text) could be \(found.count > 5 ? "more than five ids" : found.joined(separator: ", "))",
            hint: "Give a few more characters.")
    }
}

extension Snapshot {
    package func has(_ id: PublicID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM evidence WHERE public_id = ?)"),
            arguments: [id.description]) ?? false
    }

    /// The row of a piece. Throws `.notFound`.
    func row(of id: PublicID) throws -> Int64 {
        guard
            let row = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM evidence WHERE public_id = ?"), arguments: [id.description])
        else { throw LedgerError.noSuchID(id.description) }
        return row
    }
}
