import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads stored evidence back as the draft from which it was written.
enum EvidenceReader {
    static func draft(_ db: Database, row id: Int64) throws -> EvidenceDraft? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT e.*, p.name AS project FROM evidence e LEFT JOIN project p ON p.id = e.project_id
                        WHERE e.id = ?
                        """), arguments: [id]),
            let kind = EvidenceKind(rawValue: row["kind"])
        else { return nil }
        var draft = EvidenceDraft(
            kind: kind, externalID: row["external_id"], at: Instant(row["at"]),
            until: (row["until"] as Int64?).map { Instant($0) }, title: row["title"])
        draft.utcOffset = row["utc_offset"]
        draft.zone = row["zone"]
        draft.flags = EvidenceFlags(rawValue: row["flags"])
        draft.standing = Standing(rawValue: row["standing"]) ?? .none
        draft.body = row["body"]
        draft.project = row["project"]
        draft.headCount = row["head_count"]
        draft.workKey = row["work_key"]
        draft.committedAt = (row["committed_at"] as Int64?).map { Instant($0) }
        draft.order = VersionOrder(
            sequence: row["sequence"], lastModified: row["last_modified"], stamp: row["stamp"])
        draft.series = row["series"]
        draft.measures = MeasureText.read(row["measures"])
        draft.people = try people(db, id)
        draft.tags = try String.fetchAll(
            db, sql: "SELECT tag FROM evidence_tag WHERE evidence_id = ? ORDER BY tag", arguments: [id])
        draft.paths = try paths(db, row["paths"] as Data?)
        return draft
    }

    static func people(_ db: Database, _ id: Int64) throws -> [PersonMention] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT i.value, i.name, p.role, p.participation FROM evidence_person p
                    JOIN identity i ON i.id = p.identity_id WHERE p.evidence_id = ? ORDER BY p.role, i.value
                    """), arguments: [id]
        ).compactMap { row in
            PersonRole(rawValue: row[2]).map {
                PersonMention(
                    identity: row[0], name: StoredNames.shown(row[1]), role: $0, participation: row[3])
            }
        }
    }

    static func paths(_ db: Database, evidence row: Int64) throws -> [String] {
        let packed = try Data?.fetchOne(
            db.cachedStatement(sql: "SELECT paths FROM evidence WHERE id = ?"), arguments: [row])
        return try paths(db, packed ?? nil)
    }

    static func paths(_ db: Database, _ packed: Data?) throws -> [String] {
        guard let packed else { return [] }
        return try PackedPaths.unpack(packed).compactMap { id in
            try String.fetchOne(db.cachedStatement(sql: "SELECT path FROM path WHERE id = ?"), arguments: [id])
        }
    }
}

extension EvidenceFlags {
    /// No search finds pieces with one of these flags.
    static let unsearched = EvidenceFlags([.withdrawn, .sourceRemoved, .isPrivate])
}
