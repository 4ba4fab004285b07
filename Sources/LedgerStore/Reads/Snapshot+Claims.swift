import GRDB
package import LedgerModel

extension Snapshot {
    /// All results that were not withdrawn, newest first. Those that were written down together stay together, in their
    /// order, where the newest of them is.
    package func claims() throws -> [Claim] { try claims(only: nil) }

    /// One result by its row, or all.
    func claims(only row: Int64?) throws -> [Claim] {
        var evidence: [Int64: [PublicID]] = [:]
        let cited = try Row.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT c.claim_id, e.public_id FROM claim_evidence c JOIN evidence e ON e.id = c.evidence_id
                WHERE c.withdrawn = 0 AND e.flags & \(EvidenceFlags.withdrawn.rawValue) = 0
                  AND (?1 IS NULL OR c.claim_id = ?1) ORDER BY e.at, e.public_id
                """, arguments: [row])
        while let row = try cited.next() {
            if let id = PublicID(row[1]) { evidence[row[0], default: []].append(id) }
        }
        var tellings: [Int64: [Telling]] = [:]
        let told = try Row.fetchCursor(
            db,
            sql: """
                SELECT claim_id, person, at, heard FROM telling
                WHERE withdrawn = 0 AND (?1 IS NULL OR claim_id = ?1) ORDER BY at, id
                """, arguments: [row])
        while let row = try told.next() {
            tellings[row[0], default: []].append(Telling(person: row[1], at: Instant(row[2]), heard: row[3]))
        }
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT * FROM claim WHERE withdrawn = 0 AND (?1 IS NULL OR id = ?1) ORDER BY at DESC, ulid DESC",
            arguments: [row])
        return Self.together(rows).compactMap { row in
            guard let id = PublicID(row["public_id"]) else { return nil }
            let key: Int64 = row["id"]
            return Claim(
                id: id, text: row["text"], worth: (row["worth"] as String?).flatMap { Worth(rawValue: $0) },
                objective: row["objective"], forWhom: row["for_whom"], figure: row["figure"], knownBy: row["known_by"],
                at: Instant(row["at"]),
                within: (row["within"] as String?).flatMap { Claim.Span(rawValue: $0) },
                evidence: evidence[key] ?? [], tellings: tellings[key] ?? [])
        }
    }
}

extension Snapshot {
    private static func together(_ rows: [Row]) -> [Row] {
        let batches = Dictionary(grouping: rows.filter { $0["batch"] as String? != nil }) {
            $0["batch"] as String? ?? ""
        }
        var seen: Set<String> = []
        return rows.flatMap { row -> [Row] in
            guard let batch = row["batch"] as String? else { return [row] }
            guard seen.insert(batch).inserted else { return [] }
            return (batches[batch] ?? []).sorted { ($0["place"] as Int) < ($1["place"] as Int) }
        }
    }

    /// The result that `text` names by its id, by the start of its id, or by words that only it has.
    ///
    /// Throws `.notFound` if there is none, `.ambiguousID` if there are several. Both list results.
    package func claim(named text: String) throws -> PublicID {
        let claims = try claims()
        let wanted = text.trimmed
        if let claim = claims.first(where: { $0.id.description == wanted.lowercased() }) { return claim.id }
        let starting = wanted.count < 3 ? [] : claims.filter { $0.id.description.hasPrefix(wanted.lowercased()) }
        if starting.count == 1 { return starting[0].id }
        let words = wanted.folded.split(whereSeparator: \.isWhitespace)
        let found =
            words.isEmpty
            ? []
            : claims.filter { claim in
                let text = claim.text.folded
                return words.allSatisfy { text.contains($0) }
            }
        if found.count == 1 { return found[0].id }
        let several = found.isEmpty ? starting : found
        let listed = (several.isEmpty ? claims : several).prefix(5).map { "  \($0.id)  \($0.text)" }
        if several.isEmpty {
            throw LedgerError(
                .notFound, "no result has the id or the words “\(text.prefix(60))”",
                hint: listed.isEmpty
                    ? "Write the result down first with \(offer: .addResult)."
                    : "The latest:\n\(listed.joined(separator: "\n"))")
        }
        let what = found.isEmpty ? "an id that begins with" : "the words"
        throw LedgerError(
            .ambiguousID, "\(several.count) results have \(what) “\(text.prefix(60))”",
            hint: "Give the \(found.isEmpty ? "whole id" : "id, or more words"):\n\(listed.joined(separator: "\n"))")
    }
}
