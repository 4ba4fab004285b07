import GRDB
import LedgerModel

/// Versions: the greatest of what the sources say is current, the others lie beside it. So neither the
/// order of imports nor a source that came and went leaves a trace in what is current.
extension EvidenceWriter {
    /// A source says something of a known piece that is not what it is known to say.
    mutating func settle(
        _ db: Database, _ draft: EvidenceDraft, isSame: Bool, source: Int64, own: Sighting?,
        _ stored: inout StoredVersion
    ) throws -> Outcome {
        let row = stored.row
        if let own, !stored.isGone, try isOlder(db, draft, than: own, stored) {
            return try keep(db, draft, row).isNew ? .updated : .unchanged
        }
        if isSame {
            try Sighting.put(db, row, source, .current, draft.order)
            if draft.order != stored.order { try settleOrder(db, row) }
            try place(db, row, draft.kind, draft.project)
            if own == nil { try markDirty(db, row) }
            return .unchanged
        }
        let others = try Sighting.all(db, row).filter { $0.source != source }
        let isHeld = !stored.isGone && (others.contains { $0.said == .current } || isByHand(own, others))
        if isHeld, let current = try EvidenceReader.draft(db, row: row), VersionRank(draft) < VersionRank(current) {
            let kept = try keep(db, draft, row)
            try Sighting.put(db, row, source, .older(kept.number), draft.order)
            try place(db, row, draft.kind, draft.project)
            if own == nil { try markDirty(db, row) }
            return kept.isNew ? .updated : .unchanged
        }
        let isAnew = own?.said == .unread && draft.order >= stored.order
        let isMerelyReadBetter = draft.kind == .commit || isAnew
        let keepsOld = stored.isGone || !isMerelyReadBetter || others.contains { $0.said == .current }
        try become(db, draft, &stored, keepingOld: keepsOld)
        try Sighting.put(db, row, source, .current, draft.order)
        // Another source may say something greater than what this one now says.
        if !isHeld { try promote(db, row) }
        try place(db, row, draft.kind, draft.project)
        return .updated
    }

    /// One source's older version that arrives late. A commit has no older versions, and a floating
    /// time moves with the zone the person was in.
    private func isOlder(
        _ db: Database, _ draft: EvidenceDraft, than own: Sighting, _ stored: StoredVersion
    ) throws -> Bool {
        guard draft.kind != .commit, own.said != .unread else { return false }
        if draft.order != own.order { return draft.order < own.order }
        guard !draft.flags.contains(.floating), var said = try version(db, stored.row, own.said) else { return false }
        said.order = own.order
        return VersionRank(draft) < VersionRank(said)
    }

    /// The person's own edit of what a source said: no source says what is current.
    private func isByHand(_ own: Sighting?, _ others: [Sighting]) -> Bool {
        ([own].compactMap { $0 } + others).allSatisfy { if case .older = $0.said { true } else { false } }
    }

    private func version(_ db: Database, _ row: Int64, _ said: Sighting.Said) throws -> EvidenceDraft? {
        switch said {
        case .current: try EvidenceReader.draft(db, row: row)
        case .older(let number): try Self.version(db, row, number)
        case .unread: nil
        }
    }

    private static func version(_ db: Database, _ row: Int64, _ number: Int64) throws -> EvidenceDraft? {
        try String.fetchOne(
            db, sql: "SELECT content FROM evidence_version WHERE evidence_id = ? AND version = ?",
            arguments: [row, number]
        ).map { try Content.read(EvidenceDraft.self, $0) }
    }

    /// Makes `draft` the current version. What a hand removed stays removed.
    mutating func become(
        _ db: Database, _ draft: EvidenceDraft, _ stored: inout StoredVersion, keepingOld: Bool = true
    ) throws {
        let row = stored.row
        var draft = draft
        draft.flags.subtract([.withdrawn, .sourceRemoved, .removedByHand])
        if stored.flags.contains(.removedByHand) { draft.flags.formUnion([.withdrawn, .removedByHand]) }
        let isScrubbed = draft.flags.contains(.isPrivate) && !stored.flags.contains(.isPrivate)
        try markDirty(db, row)
        if keepingOld, !isScrubbed {
            try Sighting.moveCurrent(db, row, to: try archive(db, row))
            stored.number = try freeNumber(db, row)
        }
        try update(db, row, draft, version: stored.number)
        let known = try People.seen(db, in: row)
        if isScrubbed {
            try PrivateTime.scrubOlder(db, row)
            hasErased = true
        }
        try detach(db, row)
        try attach(db, draft, to: row)
        // Who is named by an older version can still be found and forgotten.
        if isScrubbed || !keepingOld { try dropUnreferred(db, known) }
        try addSearchRow(db, row, draft)
        try markDirty(db, row)
        stored = try StoredVersion(db, row: row) ?? stored
    }

    /// When no source says the current version any more, the greatest that one does say becomes it.
    mutating func promote(_ db: Database, _ row: Int64) throws {
        guard var stored = try StoredVersion(db, row: row) else { return }
        let seen = try Sighting.all(db, row)
        var best: (rank: VersionRank, number: Int64, draft: EvidenceDraft)?
        for sighting in seen {
            guard case .older(let number) = sighting.said, var draft = try Self.version(db, row, number) else {
                continue
            }
            draft.order = sighting.order
            let rank = VersionRank(draft)
            if best.map({ $0.rank < rank }) ?? true { best = (rank, number, draft) }
        }
        if seen.contains(where: { $0.said == .current }) {
            try settleOrder(db, row)
            guard let best, let current = try EvidenceReader.draft(db, row: row), VersionRank(current) < best.rank
            else { return }
        }
        guard let best else {
            // Nothing is known of what the others say: whatever they say next is current.
            try db.execute(
                sql: "UPDATE evidence SET sequence = ?, content_hash = 0 WHERE id = ?",
                arguments: [VersionOrder.lowest.sequence, row])
            return
        }
        try become(db, best.draft, &stored)
        try Sighting.makeCurrent(db, row, from: best.number)
        try settleOrder(db, row)
    }

    /// The order of the current version is the greatest under which a source says it.
    private func settleOrder(_ db: Database, _ row: Int64) throws {
        let orders = try Sighting.all(db, row).filter { $0.said == .current }.map(\.order)
        guard let order = orders.max() else { return }
        try db.cachedStatement(
            sql: "UPDATE evidence SET sequence = ?, last_modified = ?, stamp = ? WHERE id = ?"
        ).execute(arguments: [order.sequence, order.lastModified, order.stamp, row])
    }

    /// A commit belongs to the project of the first of the repositories it is in, by their ids.
    mutating func place(_ db: Database, _ row: Int64, _ kind: EvidenceKind, _ project: String? = nil) throws {
        guard kind == .commit else { return }
        let places = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT s.name FROM sighting g JOIN source s ON s.id = g.source_id
                    WHERE g.evidence_id = ? AND NOT s.private ORDER BY s.public_id
                    """), arguments: [row])
        let name = places.count == 1 ? project ?? places[0] : places.first
        try db.cachedStatement(sql: "UPDATE evidence SET project_id = ? WHERE id = ?")
            .execute(arguments: [try names.project(db, name), row])
    }

    /// Puts the current version beside itself and returns the number under which it lies there.
    func archive(_ db: Database, _ row: Int64) throws -> Int64 {
        let number = try freeNumber(db, row)
        guard let draft = try EvidenceReader.draft(db, row: row) else { return number }
        try db.execute(
            sql: "INSERT INTO evidence_version (evidence_id, version, content, replaced_at) VALUES (?, ?, ?, ?)",
            arguments: [row, number, try Content.write(draft), context.now.seconds])
        return number
    }

    /// The number of the current version, or the next when it was given before: none is given twice.
    func freeNumber(_ db: Database, _ row: Int64) throws -> Int64 {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT max(e.version, coalesce((SELECT max(v.version) + 1 FROM evidence_version v
                      WHERE v.evidence_id = e.id), 1)) FROM evidence e WHERE e.id = ?
                    """), arguments: [row]) ?? 1
    }

    /// A version that is not current is kept beside the current one, once, under a number below 0.
    private func keep(_ db: Database, _ draft: EvidenceDraft, _ row: Int64) throws -> (number: Int64, isNew: Bool) {
        let hash = draft.contentHash
        var lowest: Int64 = 0
        let rows = try Row.fetchAll(
            db, sql: "SELECT version, content FROM evidence_version WHERE evidence_id = ?", arguments: [row])
        for known in rows {
            let number: Int64 = known[0]
            if try Content.read(EvidenceDraft.self, known[1]).contentHash == hash { return (number, false) }
            lowest = min(lowest, number)
        }
        try db.execute(
            sql: "INSERT INTO evidence_version (evidence_id, version, content, replaced_at) VALUES (?, ?, ?, ?)",
            arguments: [row, lowest - 1, try Content.write(draft), context.now.seconds])
        return (lowest - 1, true)
    }

    mutating func markDirty(_ db: Database, _ row: Int64) throws {
        let bounds = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT at, until FROM evidence WHERE id = ?"), arguments: [row])
        guard let bounds else { return }
        Dirty.add(
            &days, at: Instant(bounds[0]), until: (bounds[1] as Int64?).map { Instant($0) }, reach: context.reach)
    }
}

extension VersionOrder {
    /// Below whatever a source says.
    static let lowest = VersionOrder(sequence: .min)
}

/// The current version of a piece, as far as a write looks at it.
struct StoredVersion {
    let row: Int64
    var number: Int64
    var hash: Int64
    var order: VersionOrder
    var flags: EvidenceFlags

    /// Off every view, though not by the person's own hand: whoever sees it brings it back.
    var isGone: Bool { !flags.isDisjoint(with: .gone) && !flags.contains(.removedByHand) }

    init(row: Int64, number: Int64, hash: Int64, order: VersionOrder, flags: EvidenceFlags) {
        (self.row, self.number, self.hash, self.order, self.flags) = (row, number, hash, order, flags)
    }

    init?(_ db: Database, row: Int64) throws {
        let found = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id, version, content_hash, sequence, last_modified, stamp, flags
                    FROM evidence WHERE id = ?
                    """), arguments: [row])
        guard let found else { return nil }
        self.row = row
        number = found[1]
        hash = found[2]
        order = VersionOrder(sequence: found[3], lastModified: found[4], stamp: found[5])
        flags = EvidenceFlags(rawValue: found[6])
    }
}
