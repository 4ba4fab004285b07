import GRDB
package import LedgerModel

/// Writes of results, their evidence, and who was told.
extension Transaction {
    /// Writes a result with the evidence that it cites.
    ///
    /// - Parameter batch: The first of those that are written down together, and the place among them.
    package func add(_ claim: Claim, ulid: ULID, batch: (first: ULID, place: Int)? = nil) throws {
        try act(ulid, "claim", on: claim.id.description) {
            try db.execute(
                sql: """
                    INSERT INTO claim
                      (public_id, ulid, at, within, text, worth, objective, for_whom, figure, known_by, batch, place)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    claim.id.description, ulid.text, claim.at.seconds, claim.within?.rawValue, claim.text,
                    claim.worth?.rawValue, claim.objective, claim.forWhom, claim.figure, claim.knownBy,
                    batch?.first.text, batch?.place ?? 0,
                ])
            let row = db.lastInsertedRowID
            touchNew(.claim, row)
            try cite(claim.evidence, for: claim.id, in: row)
        }
    }

    /// Adds evidence to a result.
    package func cite(_ evidence: [PublicID], for claim: PublicID, action: ULID) throws {
        let row = try claimRow(claim)
        try act(action, "cite", on: claim.description) { try cite(evidence, for: claim, in: row) }
    }

    private func cite(_ evidence: [PublicID], for claim: PublicID, in row: Int64) throws {
        for piece in evidence {
            let evidenceRow = try snapshot.row(of: piece)
            let key = "\(claim)/\(piece)"
            try touch(.claimEvidence, key)
            try db.execute(
                sql: """
                    INSERT INTO claim_evidence (id, claim_id, evidence_id) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET withdrawn = 0
                    """, arguments: [key, row, evidenceRow])
        }
    }

    /// Changes the words or meaning of a result, or withdraws it.
    package func change(
        claim id: PublicID, verb: String, action: ULID, withdraw: Bool = false, _ change: (inout Claim) -> Void
    ) throws {
        let row = try claimRow(id)
        guard var claim = try snapshot.claims(only: row).first else { throw LedgerError.noSuchID(id.description) }
        change(&claim)
        try act(action, verb, on: id.description) {
            try touch(.claim, row)
            try db.execute(
                sql: """
                    UPDATE claim SET at = ?, within = ?, text = ?, worth = ?, objective = ?, for_whom = ?, figure = ?,
                      known_by = ?, withdrawn = ? WHERE id = ?
                    """,
                arguments: [
                    claim.at.seconds, claim.within?.rawValue, claim.text, claim.worth?.rawValue, claim.objective,
                    claim.forWhom, claim.figure, claim.knownBy, withdraw, row,
                ])
        }
    }

    /// Records that someone was told a result, and what they said back.
    package func tell(claim id: PublicID, _ telling: Telling, action: ULID) throws {
        let row = try claimRow(id)
        try act(action, telling.heard == nil ? "tell" : "heard", on: id.description) {
            try touch(.telling, action.text)
            try db.execute(
                sql: "INSERT INTO telling (id, claim_id, person, at, heard) VALUES (?, ?, ?, ?, ?)",
                arguments: [action.text, row, telling.person, telling.at.seconds, telling.heard])
        }
    }

    /// Keeps what was said of a line of a note, so that it is not offered again.
    ///
    /// - Parameter line: A hash of its words.
    package func answer(_ note: PublicID, line: String, _ answer: NoteAnswer) throws {
        let key = "\(note)/\(line)"
        try touch(.noteAnswer, key)
        try db.execute(
            sql: """
                INSERT INTO note_answer (id, evidence_id, answer) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET answer = excluded.answer
                """, arguments: [key, try snapshot.row(of: note), answer.rawValue])
    }

    private func claimRow(_ id: PublicID) throws -> Int64 {
        guard
            let row = try Int64.fetchOne(
                db, sql: "SELECT id FROM claim WHERE public_id = ? AND withdrawn = 0", arguments: [id.description])
        else {
            throw LedgerError(.notFound, "there is no result \(id)", hint: "List them with \(offer: .results).")
        }
        return row
    }
}
