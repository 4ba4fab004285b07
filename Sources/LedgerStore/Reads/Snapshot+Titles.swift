import GRDB
package import LedgerModel

/// Titles by the words in them.
extension Snapshot {
    /// A piece whose title holds a word.
    package struct TitleHit: Sendable, Hashable {
        package var id: PublicID
        package var at: Instant
        package var title: String
    }

    /// How many titles there are. Occurrences of a series that say the same are one.
    package func titleCount() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM search") ?? 0 }

    /// How many titles hold a word, or one that it begins, and the newest pieces of them up to a moment, at most `most`.
    /// Commits of others are left out.
    package func titles(
        holding word: String, until end: Instant, most: Int
    ) throws -> (titles: Int, hits: [TitleHit]) {
        let match = "{title} : \"\(word.replacing("\"", with: " ").replacing("\u{0}", with: " "))\"*"
        let titles = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM search WHERE search MATCH ?", arguments: [match])
        let hits = try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, e.at, e.title FROM search JOIN evidence e ON e.words = search.rowid
                WHERE search MATCH ? AND e.flags & ? = 0 AND e.at <= ? ORDER BY e.at DESC, e.public_id LIMIT ?
                """,
            arguments: [
                match, EvidenceFlags.unsearched.union(.byOther).rawValue, end.seconds, most,
            ])
        return (
            titles ?? 0,
            hits.compactMap { row in PublicID(row[0]).map { TitleHit(id: $0, at: Instant(row[1]), title: row[2]) } }
        )
    }
}
