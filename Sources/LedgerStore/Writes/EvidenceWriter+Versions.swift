import GRDB
import LedgerModel

/// Versions of a piece.
///
/// The problem: several sources can have the same piece, in different versions. A meeting is in my calendar and in the
/// team's export; I move it, and for a week the export still has the old time. Files are also imported late, twice, or
/// in another order on another machine, and sources are removed again. All of this must lead to the same ledger.
///
/// The invariant: each source states one version of a piece (its `Sighting`), and the greatest stated version by
/// `VersionRank` is current. It is in the table `evidence`; all others are in `evidence_version`. The current version
/// therefore depends only on which sources there are and what each states now, and not on the order of imports.
///
/// Example: the calendar states “14:00, SEQUENCE 2” and the export “13:00, SEQUENCE 1”. The first is current. When the
/// calendar is removed, no source states the current version any more, and `promote` makes 13:00 current.
///
/// Versions that were current once have numbers above 0, in order. Versions that never were have numbers below 0. Two
/// cases are special. An edit by the person stays current until a source states a greater version, although no source
/// states the edit. And the content of a commit never changes, so a reading that merely knows more replaces the old one,
/// which is only kept if another source still states it.
extension EvidenceWriter {
    /// Handles a source that states something new about a known piece.
    mutating func settle(
        _ db: Database, _ draft: EvidenceDraft, isSame: Bool, source: Int64, own: Sighting?,
        _ stored: inout StoredVersion
    ) throws -> Outcome {
        let row = stored.row
        // Of what is private no version has words, wherever else it is read.
        let kept = stored.flags.contains(.isPrivate) ? draft.keepingTimeOnly : draft
        if let own, !stored.isGone, try isOlder(db, draft, than: own, stored) {
            return try keep(db, kept, row).isNew ? .updated : .unchanged
        }
        if isSame {
            try Sighting.put(db, row, source, .current, draft.order)
            if draft.order != stored.order { try settleOrder(db, row) }
            try place(db, row, draft.kind)
            if own == nil { try markDirty(db, row) }
            return .unchanged
        }
        let others = try Sighting.all(db, row).filter { $0.source != source }
        let isHeld = !stored.isGone && (others.contains { $0.said == .current } || isByHand(own, others))
        if isHeld, let current = try EvidenceReader.draft(db, row: row), VersionRank(draft) < VersionRank(current) {
            let older = try keep(db, kept, row)
            try Sighting.put(db, row, source, .older(older.number), draft.order)
            try place(db, row, draft.kind)
            if own == nil { try markDirty(db, row) }
            return older.isNew ? .updated : .unchanged
        }
        let isAnew = own?.said == .unread && draft.order >= stored.order
        let isMerelyReadBetter = draft.kind == .commit || isAnew
        let keepsOld = stored.isGone || !isMerelyReadBetter || others.contains { $0.said == .current }
        try become(db, draft, &stored, keepingOld: keepsOld)
        try Sighting.put(db, row, source, .current, draft.order)
        // This source may have lowered its version, so that another source now states a greater one.
        if !isHeld { try promote(db, row) }
        try place(db, row, draft.kind)
        return .updated
    }

    /// Whether a draft is an older version of the same source that arrives late. Commits have no older versions, and a
    /// floating time changes with the zone of the person without being another version.
    private func isOlder(
        _ db: Database, _ draft: EvidenceDraft, than own: Sighting, _ stored: StoredVersion
    ) throws -> Bool {
        guard draft.kind != .commit, own.said != .unread else { return false }
        if draft.order != own.order { return draft.order < own.order }
        guard !draft.flags.contains(.floating), var said = try version(db, stored.row, own.said) else { return false }
        said.order = own.order
        return VersionRank(draft) < VersionRank(said)
    }

    /// Whether the current version is the person's own edit, since no source states it.
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

    /// Makes `draft` the current version. A piece that the person removed stays removed.
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
            hasHidden = true
        }
        try detach(db, row)
        try attach(db, draft, to: row)
        // If an older version stays, keep the people whom it names, so that they can be found and forgotten.
        if isScrubbed || !keepingOld { try dropUnreferred(db, known) }
        try addSearchRow(db, row, draft)
        try markDirty(db, row)
        stored = try StoredVersion(db, row: row) ?? stored
    }

    /// Makes the greatest version that a source states current, if it is greater than the current one or if no source
    /// states that any more.
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
            // It is not known what the other sources state, so make their next version win against this one.
            try db.execute(
                sql: "UPDATE evidence SET sequence = ?, content_hash = 0 WHERE id = ?",
                arguments: [VersionOrder.lowest.sequence, row])
            return
        }
        try become(db, best.draft, &stored)
        try Sighting.makeCurrent(db, row, from: best.number)
        try settleOrder(db, row)
    }

    /// Gives the current version the greatest order with which a source states it.
    private func settleOrder(_ db: Database, _ row: Int64) throws {
        let orders = try Sighting.all(db, row).filter { $0.said == .current }.map(\.order)
        guard let order = orders.max() else { return }
        try db.cachedStatement(
            sql: "UPDATE evidence SET sequence = ?, last_modified = ?, stamp = ? WHERE id = ?"
        ).execute(arguments: [order.sequence, order.lastModified, order.stamp, row])
    }

    /// Gives a commit the project of the first of its repositories, in the order of their ids.
    mutating func place(_ db: Database, _ row: Int64, _ kind: EvidenceKind) throws {
        guard kind == .commit else { return }
        let name = try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT s.name FROM sighting g JOIN source s ON s.id = g.source_id
                    WHERE g.evidence_id = ?1 AND NOT s.private
                      AND NOT EXISTS (SELECT 1 FROM evidence WHERE id = ?1 AND flags & ?2) ORDER BY s.public_id LIMIT 1
                    """), arguments: [row, EvidenceFlags.isPrivate.rawValue])
        try db.cachedStatement(sql: "UPDATE evidence SET project_id = ? WHERE id = ?")
            .execute(arguments: [try names.project(db, name), row])
    }

    /// Copies the current version to `evidence_version` and returns its number there.
    func archive(_ db: Database, _ row: Int64) throws -> Int64 {
        let number = try freeNumber(db, row)
        guard let draft = try EvidenceReader.draft(db, row: row) else { return number }
        try db.execute(
            sql: "INSERT INTO evidence_version (evidence_id, version, content, replaced_at) VALUES (?, ?, ?, ?)",
            arguments: [row, number, try Content.write(draft), context.now.seconds])
        return number
    }

    /// The number of the current version, or the next free one if that was used before. No number is used twice.
    func freeNumber(_ db: Database, _ row: Int64) throws -> Int64 {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT max(e.version, coalesce((SELECT max(v.version) + 1 FROM evidence_version v
                      WHERE v.evidence_id = e.id), 1)) FROM evidence e WHERE e.id = ?
                    """), arguments: [row]) ?? 1
    }

    /// Stores a version that is not current under a number below 0, unless it is stored already.
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
        ShardMarks.add(
            &days, at: Instant(bounds[0]), until: (bounds[1] as Int64?).map { Instant($0) }, reach: context.reach)
    }
}

extension VersionOrder {
    /// Less than any order that a source can state.
    static let lowest = VersionOrder(sequence: .min)
}

/// The properties of a piece's current version that a write looks at.
struct StoredVersion {
    let row: Int64
    var number: Int64
    var hash: Int64
    var order: VersionOrder
    var flags: EvidenceFlags

    /// Whether it is off every view and was not removed by the person, so that a source that has it brings it back.
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
