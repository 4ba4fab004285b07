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
    let salt: String
    private let anyForgotten: Bool
    var names: Names
    private var days = Set<Int64>()
    private var added: ClosedRange<Int64>?

    /// Runs `work` with a writer, then writes what is cheaper to write once for all of its pieces:
    /// the search rows of new ones, and the days to derive again.
    static func run<Value>(
        _ db: Database, _ context: WriteContext, names: Names = Names(),
        _ work: (inout EvidenceWriter) throws -> Value
    ) throws -> Value {
        var writer = try EvidenceWriter(db, context: context, names: names)
        let value = try work(&writer)
        if let added = writer.added { try SearchRows.add(db, added) }
        try Dirty.mark(db, days: writer.days, revision: writer.revision)
        return value
    }

    private init(_ db: Database, context: WriteContext, names: Names) throws {
        self.context = context
        revision = try Meta.raiseRevision(db)
        device = try Meta.get(db, .deviceID) ?? ""
        salt = try Meta.get(db, .salt) ?? ""
        anyForgotten = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM forgotten)") ?? false
        self.names = names
    }

    enum Outcome { case added, unchanged, updated, forgotten }

    /// Nil for the row when the piece was forgotten.
    mutating func write(_ db: Database, _ original: EvidenceDraft, source: Int64?) throws -> (Outcome, Int64?) {
        let id = original.id.description
        if anyForgotten, try Forgotten.contains(db, id, salt: salt) { return (.forgotten, nil) }
        let draft = anyForgotten ? try Forgotten.scrub(db, original, salt: salt) : original
        let hash = draft.contentHash
        let existing = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id, content_hash, sequence, last_modified, stamp, flags, standing, head_count FROM evidence
                    WHERE public_id = ?
                    """), arguments: [id])
        guard let existing else {
            let row = try insert(db, draft, id: id, hash: hash)
            try see(db, row, source)
            try attach(db, draft, to: row)
            added = (added?.lowerBound ?? row)...row
            days.formUnion(Dirty.days(at: draft.at, until: draft.until, reach: context.reach))
            return (.added, row)
        }
        let row: Int64 = existing[0]
        let isNewSighting = try see(db, row, source)
        let flags = EvidenceFlags(rawValue: existing[5])
        if (existing[1] as Int64) == hash, flags.isDisjoint(with: .gone) {
            if (existing[6] as Int) != draft.standing.rawValue || (existing[7] as Int) != draft.headCount {
                // Who the person is changed, not what the source said.
                try db.execute(
                    sql: "UPDATE evidence SET standing = ?, head_count = ? WHERE id = ?",
                    arguments: [draft.standing.rawValue, draft.headCount, row])
                try Dirty.mark(db, evidence: row, reach: context.reach, revision: revision)
                return (.updated, row)
            }
            if isNewSighting { try Dirty.mark(db, evidence: row, reach: context.reach, revision: revision) }
            return (.unchanged, row)
        }
        let current = VersionOrder(sequence: existing[2], lastModified: existing[3], stamp: existing[4])
        let isCurrent = !flags.isDisjoint(with: .gone) || supersedes(draft, hash, current, existing[1], flags)
        guard isCurrent else {
            return (try keepOlder(db, draft, row: row) ? .updated : .unchanged, row)
        }
        try Dirty.mark(db, evidence: row, reach: context.reach, revision: revision)
        try archive(db, row)
        try update(db, row, draft, hash: hash)
        try detach(db, row)
        try attach(db, draft, to: row)
        try SearchRows.add(db, row)
        days.formUnion(Dirty.days(at: draft.at, until: draft.until, reach: context.reach))
        return (.updated, row)
    }

    /// Of two versions of one event the greater is current. A commit never changes, but one that
    /// was another's becomes mine when the person adds an identity.
    private func supersedes(
        _ draft: EvidenceDraft, _ hash: Int64, _ current: VersionOrder, _ currentHash: Int64, _ flags: EvidenceFlags
    ) -> Bool {
        if draft.kind == .commit { return flags.contains(.byOther) && !draft.flags.contains(.byOther) }
        // A floating time moves with the zone the person was in.
        if draft.flags.contains(.floating), draft.order == current { return true }
        return draft.order != current ? draft.order > current : hash > currentHash
    }

    @discardableResult
    private func see(_ db: Database, _ row: Int64, _ source: Int64?) throws -> Bool {
        guard let source else { return false }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO sighting (evidence_id, source_id) VALUES (?, ?)")
            .execute(arguments: [row, source])
        return db.changesCount > 0
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

    private mutating func update(_ db: Database, _ row: Int64, _ draft: EvidenceDraft, hash: Int64) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE evidence SET at = ?, until = ?, utc_offset = ?, zone = ?, flags = ?, standing = ?, title = ?,
                  body = ?, project_id = ?, head_count = ?, work_key = ?, committed_at = ?, series = ?, measures = ?,
                  paths = ?, sequence = ?, last_modified = ?, stamp = ?, content_hash = ?, version = version + 1
                WHERE id = ?
                """)
        try statement.execute(arguments: (try columns(db, draft)) + [hash, row])
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
    private mutating func attach(_ db: Database, _ draft: EvidenceDraft, to row: Int64) throws {
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

    private func detach(_ db: Database, _ row: Int64) throws {
        try SearchRows.remove(db, row)
        try db.execute(sql: "DELETE FROM evidence_person WHERE evidence_id = ?", arguments: [row])
        try db.execute(sql: "DELETE FROM evidence_tag WHERE evidence_id = ?", arguments: [row])
    }

    private func archive(_ db: Database, _ row: Int64) throws {
        guard let draft = try EvidenceReader.draft(db, row: row) else { return }
        try db.execute(
            sql: """
                INSERT INTO evidence_version (evidence_id, version, content, replaced_at)
                SELECT id, version, ?, ? FROM evidence WHERE id = ?
                """, arguments: [try Content.write(draft), context.now.seconds, row])
    }

    /// An older version that arrived late is kept beside the current one, once.
    private func keepOlder(_ db: Database, _ draft: EvidenceDraft, row: Int64) throws -> Bool {
        guard draft.kind != .commit else { return false }
        let content = try Content.write(draft)
        let known = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM evidence_version WHERE evidence_id = ? AND content = ?)",
            arguments: [row, content])
        guard known != true else { return false }
        try db.execute(
            sql: """
                INSERT INTO evidence_version (evidence_id, version, content, replaced_at)
                SELECT ?, -1 - count(*), ?, ? FROM evidence_version WHERE evidence_id = ? AND version < 0
                """, arguments: [row, content, context.now.seconds, row])
        return true
    }
}

extension EvidenceDraft {
    /// 64 bits over everything the source said that makes a version.
    var contentHash: Int64 {
        var parts: [String] = [
            String(at.seconds), until.map { String($0.seconds) } ?? "", String(flags.rawValue),
            String(standing.rawValue),
            title, body, project ?? "", series ?? "", zone ?? "", String(utcOffset),
        ]
        parts += people.map { "\($0.identity)\u{1}\($0.role.rawValue)\u{1}\($0.participation)" }.sorted()
        parts += tags.sorted()
        parts += measures.map { "\($0.name)=\($0.value)" }
        return PublicID(.note, parts.joined(separator: "\u{0}")).hash64
    }
}
