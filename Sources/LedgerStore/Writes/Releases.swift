import GRDB

/// The versions of repositories, and which commits they held.
enum Releases {
    /// Forgets the releases of a source, and what they held.
    static func drop(_ db: Database, of source: Int64) throws {
        try db.execute(
            sql: "UPDATE sighting SET release_id = NULL WHERE source_id = ? AND release_id IS NOT NULL",
            arguments: [source])
        try db.execute(sql: "DELETE FROM release WHERE source_id = ?", arguments: [source])
    }
}
