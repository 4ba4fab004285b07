import GRDB
import LedgerModel

extension EvidenceWriter {
    /// Removes a sighting. The greatest version of the other sources becomes current. If there is no other source, the
    /// evidence leaves the timeline: it is withdrawn as a new version, or marked `.sourceRemoved`.
    ///
    /// Returns whether another source still has it.
    @discardableResult
    mutating func unsee(_ db: Database, _ row: Int64, source: Int64, as flag: EvidenceFlags) throws -> Bool {
        try markDirty(db, row)
        let wasPrivate = try StoredVersion(db, row: row)?.flags.contains(.isPrivate) == true
        let gone = try Sighting.one(db, row, source)
        try db.cachedStatement(sql: "DELETE FROM sighting WHERE evidence_id = ? AND source_id = ?")
            .execute(arguments: [row, source])
        let left = try Sighting.all(db, row)
        guard left.isEmpty else {
            // An edit by the person, which no source states, stays current.
            if gone?.said == .current || gone?.said == .unread { try promote(db, row) }
            let kind = try String.fetchOne(
                db.cachedStatement(sql: "SELECT kind FROM evidence WHERE id = ?"), arguments: [row])
            if let kind = kind.flatMap({ EvidenceKind(rawValue: $0) }) { try place(db, row, kind) }
            // This source may have made it private, so the others have to state it again.
            if try wasPrivate || isPrivate(db, source) { try Sighting.forget(db, row) }
            try markDirty(db, row)
            return true
        }
        if flag == .withdrawn, let stored = try StoredVersion(db, row: row), stored.flags.isDisjoint(with: .gone) {
            let number = try archive(db, row)
            try db.cachedStatement(sql: "UPDATE evidence SET version = ? WHERE id = ?")
                .execute(arguments: [number + 1, row])
        }
        try db.cachedStatement(sql: "UPDATE evidence SET flags = flags | ? WHERE id = ?")
            .execute(arguments: [flag.rawValue, row])
        try removeSearchRow(db, row)
        return false
    }

    /// Deletes a piece that no source has any more, unless it is cited or corrected. Returns whether it was deleted.
    mutating func discard(_ db: Database, _ row: Int64) throws -> Bool {
        let isUsed = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM claim_evidence WHERE evidence_id = ?1)
                      OR EXISTS (SELECT 1 FROM correction WHERE evidence_id = ?1)
                    """), arguments: [row])
        guard isUsed == false else { return false }
        hasErased = true
        try ActionJournal.close(db, evidence: row)
        try db.cachedStatement(sql: "DELETE FROM reading WHERE evidence_id = ?").execute(arguments: [row])
        try db.cachedStatement(sql: "DELETE FROM evidence WHERE id = ?").execute(arguments: [row])
        forgetGuests()
        return true
    }

    /// Deletes the identities among these that nothing names any more.
    mutating func dropUnreferred(_ db: Database, _ identities: [Int64]) throws {
        guard !identities.isEmpty else { return }
        try People.dropUnreferred(db, identities)
        names.forgetPeople()
    }
}
