import GRDB
package import LedgerModel

extension Snapshot {
    /// A version of a piece that was read, with its words.
    package struct VersionWithWords {
        package let row: Int64
        package let series: String?
        package let isCurrent: Bool
        package let facts: EvidenceFacts
        package let sources: [Source]
    }

    /// Hands over every version that has words of every piece that was read from a source, withdrawn ones too.
    package func eachWithWords(_ take: (VersionWithWords) throws -> Void) throws {
        let sources = try Snapshot.sources(db, whereSQL: "1", [])
        let byRow = Dictionary(uniqueKeysWithValues: sources.map { ($0.rowID, $0) })
        let rows = try Int64.fetchAll(
            db, sql: "SELECT e.id FROM evidence e WHERE e.flags & ? = 0 AND \(LeftOutPeople.isRead)",
            arguments: [EvidenceFlags.isPrivate.rawValue])
        for row in rows {
            guard let draft = try EvidenceReader.draft(db, row: row) else { continue }
            let seen = try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT source_id FROM sighting WHERE evidence_id = ? ORDER BY source_id"),
                arguments: [row]
            ).compactMap { byRow[$0] }
            let versions = try String.fetchAll(
                db.cachedStatement(sql: "SELECT content FROM evidence_version WHERE evidence_id = ?"),
                arguments: [row]
            ).map { try Content.read(EvidenceDraft.self, $0) }
            for (index, version) in ([draft] + versions).enumerated() {
                try take(
                    VersionWithWords(
                        row: row, series: draft.series, isCurrent: index == 0,
                        facts: EvidenceFacts(version, from: seen), sources: seen))
            }
        }
    }
}
