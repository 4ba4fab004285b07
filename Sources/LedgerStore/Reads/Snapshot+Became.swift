import GRDB
package import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What happened to cited pieces later.
extension Snapshot {
    /// How many commits of each other person changed files of some commits, in the same repositories and after a
    /// quarter. Files that everybody changes, such as README and change logs, are left out.
    package func othersChanging(filesOf ids: [PublicID], after quarter: Int) throws -> [(name: String, commits: Int)] {
        let list = "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        let cited = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT s.source_id, e.paths FROM json_each(?) j JOIN evidence e ON e.public_id = j.value
                JOIN sighting s ON s.evidence_id = e.id WHERE e.kind = 'commit' AND e.paths IS NOT NULL
                """, arguments: [list])
        let shared = try Set(
            Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM path WHERE upper(path) GLOB 'README*' OR upper(path) GLOB '*/README*'
                      OR upper(path) GLOB 'CHANGELOG*' OR upper(path) GLOB '*/CHANGELOG*'
                    """))
        var files: [Int64: Set<Int64>] = [:]
        for row in cited { files[row[0], default: []].formUnion(PackedPaths.unpack(row[1] as Data)) }
        var commits: [String: Set<String>] = [:]
        for (source, paths) in files {
            let wanted = paths.subtracting(shared)
            guard !wanted.isEmpty else { continue }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT o.sha, o.paths, p.name FROM other_commit o JOIN identity i ON i.id = o.identity_id
                    JOIN person p ON p.id = i.person_id
                    WHERE o.source_id = ? AND o.quarter > ? AND p.is_me = 0 AND i.value <> ? AND NOT \(StandIn.isOne)
                    """, arguments: [source, quarter, OthersCommit.nobody])
            while let row = try rows.next() {
                if PackedPaths.unpack(row[1] as Data).contains(where: wanted.contains) {
                    commits[row[2], default: []].insert(row[0])
                }
            }
        }
        return commits.map { ($0.key, $0.value.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The commits among these that a later own commit takes back, by its title or its body as git writes them.
    package func reverted(_ ids: [PublicID]) throws -> [PublicID] {
        let list = "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        return try String.fetchAll(
            db,
            sql: """
                SELECT e.public_id FROM json_each(?) j JOIN evidence e ON e.public_id = j.value
                WHERE e.kind = 'commit' AND EXISTS (
                  SELECT 1 FROM evidence r WHERE r.kind = 'commit' AND r.at >= e.at AND r.flags & ? = 0
                    AND r.project_id IS e.project_id
                    AND (r.title IN ('Revert "' || e.title || '"', 'revert: ' || e.title)
                      OR instr(r.body, 'This reverts commit ' || e.external_id) > 0))
                """, arguments: [list, EvidenceFlags.gone.rawValue]
        ).compactMap { PublicID($0) }
    }
}
