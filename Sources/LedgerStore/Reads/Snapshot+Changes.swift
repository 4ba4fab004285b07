import GRDB
package import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Who changed what in a repository.
extension Snapshot {
    /// What was read of a repository, at most `most` commits of each side. Private pieces and those that are gone are left
    /// out; a commit of somebody else that names the person is of the quarter of its day.
    package func changes(in source: Int64, most: Int, _ zones: ZoneHistory) throws -> FileChanges {
        var changes = FileChanges(own: [], others: [], paths: [:])
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.public_id, e.at, e.flags, e.paths, e.guests IS NOT NULL AND EXISTS (
                    SELECT 1 FROM guest g JOIN identity i ON i.id = g.identity_id JOIN person p ON p.id = i.person_id
                    WHERE g.list_id = e.guests AND g.role IN ('author', 'co-author') AND p.is_me = 0),
                  a.value, a.name
                FROM sighting s CROSS JOIN evidence e ON e.id = s.evidence_id
                LEFT JOIN guest w ON w.list_id = e.guests AND w.role = 'author' AND e.flags & ? <> 0
                LEFT JOIN identity a ON a.id = w.identity_id
                WHERE s.source_id = ? AND e.kind = 'commit' AND e.flags & ? = 0
                ORDER BY e.at DESC, e.public_id LIMIT ?
                """,
            arguments: [
                EvidenceFlags.byOther.rawValue, source,
                EvidenceFlags.gone.union([.isPrivate, .unreachable]).rawValue, most,
            ])
        var read = 0
        while let row = try rows.next() {
            read += 1
            guard let id = PublicID(row[0]) else { continue }
            let at = Instant(row[1])
            let files = Set((row[3] as Data?).map(PackedPaths.unpack) ?? [])
            if EvidenceFlags(rawValue: row[2]).contains(.byOther) {
                changes.others.append(
                    .init(
                        author: row[5] ?? "", name: row[6] ?? "", quarter: zones.day(of: at).quarterNumber,
                        files: files))
            } else {
                changes.own.append(.init(id: id, at: at, files: files, isShared: row[4]))
            }
        }
        changes.isWhole = read < most
        let others = try Row.fetchCursor(
            db,
            sql: """
                SELECT i.value, p.name, o.quarter, o.paths FROM other_commit o JOIN identity i ON i.id = o.identity_id
                JOIN person p ON p.id = i.person_id
                WHERE o.source_id = ? AND p.is_me = 0 AND i.value <> ? LIMIT ?
                """, arguments: [source, OthersCommit.nobody, most])
        read = 0
        while let row = try others.next() {
            read += 1
            changes.others.append(
                .init(author: row[0], name: row[1], quarter: row[2], files: Set(PackedPaths.unpack(row[3] as Data))))
        }
        changes.isWhole = changes.isWhole && read < most
        let files = changes.own.reduce(into: Set<Int64>()) { $0.formUnion($1.files) }
            .union(changes.others.reduce(into: Set<Int64>()) { $0.formUnion($1.files) })
        let list = "[\(files.sorted().map(String.init).joined(separator: ","))]"
        let named = try Row.fetchCursor(
            db, sql: "SELECT p.id, p.path FROM json_each(?) j JOIN path p ON p.id = j.value", arguments: [list])
        while let row = try named.next() { changes.paths[row[0]] = row[1] }
        return changes
    }

    /// The number of commits of a repository, own and of others together.
    package func commitCount(in source: Int64) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT (SELECT count(*) FROM sighting WHERE source_id = ?1)
                  + (SELECT count(*) FROM other_commit WHERE source_id = ?1)
                """, arguments: [source]) ?? 0
    }

    /// Whether the person has an earlier commit in a repository.
    package func hasOwnCommit(in source: Int64, before at: Instant) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM sighting s CROSS JOIN evidence e ON e.id = s.evidence_id
                WHERE s.source_id = ? AND e.kind = 'commit' AND e.at < ? AND e.flags & ? = 0)
                """,
            arguments: [
                source, at.seconds,
                EvidenceFlags.gone.union([.isPrivate, .unreachable, .byOther]).rawValue,
            ]) ?? false
    }

    /// The others on some pieces: who was there or wrote with the person. Private pieces, those with more than `most`
    /// others, and whoever declined or was forgotten are left out.
    package func colleagues(on ids: [PublicID], most: Int) throws -> [PublicID: [(identity: String, name: String)]] {
        let list = "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT e.public_id, i.value, p.name FROM json_each(?) j JOIN evidence e ON e.public_id = j.value
                JOIN guest g ON g.list_id = e.guests JOIN identity i ON i.id = g.identity_id
                JOIN person p ON p.id = i.person_id
                WHERE p.is_me = 0 AND NOT \(StandIn.isOne) AND e.flags & ? = 0 AND e.head_count <= ?
                  AND g.participation <> 'declined' AND g.role NOT IN ('reporter', 'said-by')
                ORDER BY e.at, e.public_id, p.name
                """,
            arguments: [list, EvidenceFlags.gone.union(.isPrivate).rawValue, most])
        var found: [PublicID: [(identity: String, name: String)]] = [:]
        while let row = try rows.next() {
            if let id = PublicID(row[0]) { found[id, default: []].append((row[1], row[2])) }
        }
        return found
    }
}
