import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes drafts as evidence: new, unchanged, or a newer version; never twice.
struct EvidenceWriter {
    let context: WriteContext
    let revision: Int64
    let device: String
    var names: Names
    private let anyPrivate: Bool
    var days = Set<Int64>()
    private var added: ClosedRange<Int64>?
    /// Something was erased, of which nothing may be left in what is derived.
    var hasErased = false

    /// Runs `work` with a writer, then writes what is cheaper to write once for all of its pieces:
    /// the search rows of new ones, and the days to derive again.
    static func run<Value>(
        _ db: Database, _ context: WriteContext, names: Names = Names(),
        _ work: (inout EvidenceWriter) throws -> Value
    ) throws -> Value {
        var writer = try EvidenceWriter(db, context: context, names: names)
        let value = try work(&writer)
        if let added = writer.added { try SearchRows.add(db, added) }
        try writer.markRenamed(db)
        try Dirty.mark(db, days: writer.days, revision: writer.revision)
        if writer.hasErased { try Dirty.dropPacked(db) }
        return value
    }

    private init(_ db: Database, context: WriteContext, names: Names) throws {
        self.context = context
        revision = try Meta.raiseRevision(db)
        device = try Meta.get(db, .deviceID) ?? ""
        anyPrivate = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM source WHERE private)") ?? false
        self.names = names
        self.names.heed(try Forgotten(db))
        self.names.renamed.removeAll()
    }

    enum Outcome { case added, unchanged, updated, forgotten }

    /// Nil for the row when the piece was forgotten.
    mutating func write(_ db: Database, _ original: EvidenceDraft, source: Int64?) throws -> (Outcome, Int64?) {
        let id = original.id.description
        if names.forgotten?.holds(id) == true { return (.forgotten, nil) }
        var draft = try names.scrub(db, original)
        guard var stored = try StoredVersion(db, id: id) else {
            let row = try insert(db, draft, id: id, hash: draft.contentHash)
            if let source { try Sighting.put(db, row, source, .current, draft.order) }
            try attach(db, draft, to: row)
            try noteAdded(db, row)
            days.formUnion(Dirty.days(at: draft.at, until: draft.until, reach: context.reach))
            return (.added, row)
        }
        if anyPrivate, draft.kind != .commit, try PrivateTime.covers(db, stored.row, and: source) {
            draft = draft.keepingTimeOnly
            if !stored.flags.contains(.isPrivate) {
                let known = try People.seen(db, in: stored.row)
                try PrivateTime.scrub(db, stored.row)
                try markDirty(db, stored.row)
                hasErased = true
                try dropUnreferred(db, known)
                stored = try StoredVersion(db, id: id) ?? stored
            }
        }
        let hash = draft.contentHash
        let own = try source.flatMap { try Sighting.one(db, stored.row, $0) }
        let isSame = hash == stored.hash && !stored.isGone
        if isSame, source == nil || (own?.said == .current && own?.order == draft.order) {
            try names.note(db, draft.people)
            return (.unchanged, stored.row)
        }
        guard let source else {
            try become(db, draft, &stored)
            return (.updated, stored.row)
        }
        return (try settle(db, draft, isSame: isSame, source: source, own: own, &stored), stored.row)
    }

    /// New rows follow each other; one that took the place of a deleted row is indexed at once.
    private mutating func noteAdded(_ db: Database, _ row: Int64) throws {
        if added == nil || added?.upperBound == row - 1 {
            added = (added?.lowerBound ?? row)...row
        } else {
            try SearchRows.add(db, row)
        }
    }

    private mutating func insert(_ db: Database, _ draft: EvidenceDraft, id: String, hash: Int64) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO evidence (public_id, kind, external_id, at, until, utc_offset, zone, flags, standing, title,
                  body, project_id, head_count, work_key, committed_at, series, measures, paths, sequence,
                  last_modified, stamp, content_hash, recorded_at, device)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(
            arguments: [id, draft.kind.rawValue, draft.externalID] + (try columns(db, draft))
                + [hash, context.now.seconds, device])
        return db.lastInsertedRowID
    }

    /// Writes `draft` over the row, under the number `version`.
    mutating func update(_ db: Database, _ row: Int64, _ draft: EvidenceDraft, version: Int64) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE evidence SET at = ?, until = ?, utc_offset = ?, zone = ?, flags = ?, standing = ?, title = ?,
                  body = ?, project_id = ?, head_count = ?, work_key = ?, committed_at = ?, series = ?, measures = ?,
                  paths = ?, sequence = ?, last_modified = ?, stamp = ?, content_hash = ?, version = ?
                WHERE id = ?
                """)
        try statement.execute(arguments: (try columns(db, draft)) + [draft.contentHash, version, row])
    }

    /// The columns from `at` to `stamp`, in the order of the table.
    private mutating func columns(_ db: Database, _ draft: EvidenceDraft) throws -> StatementArguments {
        let project = try names.project(db, draft.project)
        let paths = draft.paths.isEmpty ? nil : Data(try names.pack(db, draft.paths))
        let end = draft.until.map { max($0, draft.at).seconds }
        return [
            draft.at.seconds, end, draft.utcOffset, draft.zone, draft.flags.rawValue, draft.standing.rawValue,
            draft.title, draft.body, project, draft.headCount, draft.workKey, draft.committedAt?.seconds, draft.series,
            MeasureText.write(draft.measures), paths, draft.order.sequence, draft.order.lastModified,
            draft.order.stamp,
        ]
    }

    /// People and tags of the current version.
    mutating func attach(_ db: Database, _ draft: EvidenceDraft, to row: Int64) throws {
        for person in draft.people where !person.identity.isEmpty {
            let identity = try names.identity(db, person.identity, name: person.name)
            try db.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO evidence_person (evidence_id, identity_id, role, participation)
                    VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [row, identity, person.role.rawValue, person.participation])
        }
        for tag in draft.tags where !tag.isEmpty {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO evidence_tag (evidence_id, tag) VALUES (?, ?)")
                .execute(arguments: [row, tag])
        }
    }

    func detach(_ db: Database, _ row: Int64) throws {
        try SearchRows.remove(db, row)
        try db.execute(sql: "DELETE FROM evidence_person WHERE evidence_id = ?", arguments: [row])
        try db.execute(sql: "DELETE FROM evidence_tag WHERE evidence_id = ?", arguments: [row])
    }

    /// What names somebody who got a name by now may be read otherwise.
    private mutating func markRenamed(_ db: Database) throws {
        for identity in names.renamed {
            let rows = try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT evidence_id FROM evidence_person WHERE identity_id IN (
                          SELECT id FROM identity WHERE person_id = (SELECT person_id FROM identity WHERE id = ?))
                        """), arguments: [identity])
            for row in rows { try markDirty(db, row) }
        }
    }

    func isPrivate(_ db: Database, _ source: Int64) throws -> Bool {
        guard anyPrivate else { return false }
        return try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT private FROM source WHERE id = ?"), arguments: [source]) ?? false
    }

    /// Those of new rows are written together at the end.
    func addSearchRow(_ db: Database, _ row: Int64) throws {
        if added?.contains(row) != true { try SearchRows.add(db, row) }
    }
}
