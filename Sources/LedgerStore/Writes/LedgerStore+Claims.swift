import GRDB
package import LedgerModel

extension LedgerStore {
    /// Writes a claim with the evidence it cites.
    package func add(_ claim: Claim, ulid: ULID, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            var journal = HandJournal()
            try Self.add(db, claim, ulid, &journal)
            try journal.save(db, id: ulid, verb: "claim", subject: claim.id.description, at: context.now)
            _ = try Meta.raiseRevision(db)
        }
    }

    /// Writes several claims, and My job where it changes with them, as one action.
    ///
    /// Throws `.changedMeanwhile` when My job is no longer `old`.
    package func add(
        _ claims: [(claim: Claim, ulid: ULID)], frame: (new: Frame, old: Frame)?, action: ULID, _ context: WriteContext
    ) throws(LedgerError) {
        try write { db in
            var journal = HandJournal()
            if let frame { try Self.put(db, frame.new, ifStill: frame.old, &journal) }
            for (claim, ulid) in claims { try Self.add(db, claim, ulid, &journal) }
            try journal.save(db, id: action, verb: "lines", subject: "claims", at: context.now)
            _ = try Meta.raiseRevision(db)
        }
    }

    private static func add(_ db: Database, _ claim: Claim, _ ulid: ULID, _ journal: inout HandJournal) throws {
        try db.execute(
            sql: """
                INSERT INTO claim (public_id, ulid, at, text, worth, objective, for_whom, figure, known_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                claim.id.description, ulid.text, claim.at.seconds, claim.text, claim.worth?.rawValue,
                claim.objective, claim.forWhom, claim.figure, claim.knownBy,
            ])
        let row = db.lastInsertedRowID
        journal.recordNew(.claim, row)
        try cite(db, claim: row, claim.id, claim.evidence, &journal)
    }

    package func cite(
        _ evidence: [PublicID], for claim: PublicID, action: ULID, _ context: WriteContext
    ) throws(LedgerError) {
        try write { db in
            var journal = HandJournal()
            try Self.cite(db, claim: try Self.claimRow(db, claim), claim, evidence, &journal)
            try journal.save(db, id: action, verb: "cite", subject: claim.description, at: context.now)
            _ = try Meta.raiseRevision(db)
        }
    }

    private static func cite(
        _ db: Database, claim row: Int64, _ claim: PublicID, _ evidence: [PublicID], _ journal: inout HandJournal
    ) throws {
        for piece in evidence {
            let evidenceRow = try Self.row(db, of: piece)
            let key = "\(claim)/\(piece)"
            try journal.touch(db, .claimEvidence, key)
            try db.execute(
                sql: """
                    INSERT INTO claim_evidence (id, claim_id, evidence_id) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET withdrawn = 0
                    """, arguments: [key, row, evidenceRow])
        }
    }

    /// Changes a claim's words or meaning, or withdraws it.
    package func change(
        claim id: PublicID, verb: String, action: ULID, _ context: WriteContext, _ change: (inout Claim) -> Void,
        withdraw: Bool = false
    ) throws(LedgerError) {
        try write { db in
            let row = try Self.claimRow(db, id)
            guard var claim = try Self.claims(db, only: row).first else { throw LedgerError.noSuchID(id.description) }
            var journal = HandJournal()
            try journal.touch(db, .claim, row)
            change(&claim)
            try db.execute(
                sql: """
                    UPDATE claim SET text = ?, worth = ?, objective = ?, for_whom = ?, figure = ?, known_by = ?,
                      withdrawn = ? WHERE id = ?
                    """,
                arguments: [
                    claim.text, claim.worth?.rawValue, claim.objective, claim.forWhom, claim.figure, claim.knownBy,
                    withdraw, row,
                ])
            try journal.save(db, id: action, verb: verb, subject: id.description, at: context.now)
            _ = try Meta.raiseRevision(db)
        }
    }

    /// Remembers that `person` was told of the claim, and what they said back.
    package func tell(
        claim id: PublicID, _ telling: Telling, action: ULID, _ context: WriteContext
    ) throws(LedgerError) {
        try write { db in try Self.tell(db, id, telling, action: action, context) }
    }

    static func tell(
        _ db: Database, _ id: PublicID, _ telling: Telling, action: ULID, _ context: WriteContext
    ) throws {
        var journal = HandJournal()
        try journal.touch(db, .telling, action.text)
        try db.execute(
            sql: "INSERT INTO telling (id, claim_id, person, at, heard) VALUES (?, ?, ?, ?, ?)",
            arguments: [action.text, try claimRow(db, id), telling.person, telling.at.seconds, telling.heard])
        try journal.save(
            db, id: action, verb: telling.heard == nil ? "tell" : "heard", subject: id.description, at: context.now)
        _ = try Meta.raiseRevision(db)
    }

    /// Every claim that stands, newest first.
    package func claims() throws(LedgerError) -> [Claim] {
        try read { db in try Self.claims(db) }
    }

    static func claims(_ db: Database, only row: Int64? = nil) throws -> [Claim] {
        var evidence: [Int64: [PublicID]] = [:]
        let cited = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.claim_id, e.public_id FROM claim_evidence c JOIN evidence e ON e.id = c.evidence_id
                WHERE c.withdrawn = 0 AND (?1 IS NULL OR c.claim_id = ?1) ORDER BY e.at, e.public_id
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
        return try Row.fetchAll(
            db,
            sql: "SELECT * FROM claim WHERE withdrawn = 0 AND (?1 IS NULL OR id = ?1) ORDER BY at DESC, ulid DESC",
            arguments: [row]
        ).compactMap { row in
            guard let id = PublicID(row["public_id"]) else { return nil }
            let key: Int64 = row["id"]
            return Claim(
                id: id, text: row["text"], worth: (row["worth"] as String?).flatMap { Worth(rawValue: $0) },
                objective: row["objective"], forWhom: row["for_whom"], figure: row["figure"], knownBy: row["known_by"],
                at: Instant(row["at"]), evidence: evidence[key] ?? [], tellings: tellings[key] ?? [])
        }
    }

    private static func claimRow(_ db: Database, _ id: PublicID) throws -> Int64 {
        guard
            let row = try Int64.fetchOne(
                db, sql: "SELECT id FROM claim WHERE public_id = ? AND withdrawn = 0", arguments: [id.description])
        else {
            throw LedgerError(.notFound, "there is no claim \(id)", hint: "List them with `limelight claim list`.")
        }
        return row
    }
}
