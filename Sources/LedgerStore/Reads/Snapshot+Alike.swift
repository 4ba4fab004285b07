import GRDB
package import LedgerModel

/// Pieces that are like a result, by the words of their titles and by whom they name.
extension Snapshot {
    package struct AlikePiece: Sendable, Hashable {
        package var id: PublicID
        package var kind: EvidenceKind
        package var at: Instant
        package var flags: EvidenceFlags
        package var title: String
        package var series: String?
        /// Those of the people asked for who are in it.
        package var people: Set<PublicID> = []
    }

    /// The number of titles that hold a word that begins so, up to `most`.
    package func titleCount(beginning stem: String, most: Int) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
            arguments: ["{title} : \(Self.prefix(stem))", most]) ?? 0
    }

    /// Pieces of a range with two words that begin with these stems, or with one of `rare`, those nearest to `around`
    /// first, at most `most`. Commits of others, plans of the person alone and what was declined are left out.
    package func pieces(
        withTwoOf stems: [String], or rare: [String], in range: Interval, around: Instant, most: Int
    ) throws -> [AlikePiece] {
        var terms = rare.map(Self.prefix)
        for (place, stem) in stems.enumerated() where place + 1 < stems.count {
            let others = stems[(place + 1)...].map(Self.prefix).joined(separator: " OR ")
            terms.append("(\(Self.prefix(stem)) AND (\(others)))")
        }
        guard !terms.isEmpty else { return [] }
        return try alike(
            "search JOIN evidence e ON e.words = search.rowid",
            "search MATCH ? AND", ["{title} : (\(terms.joined(separator: " OR ")))"], range, around, most)
    }

    /// Pieces of a range that name one of these people, in the same way.
    package func pieces(
        naming people: Set<PublicID>, in range: Interval, around: Instant, most: Int
    ) throws -> [AlikePiece] {
        let lists = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT g.list_id FROM person p JOIN identity i ON i.person_id = p.id
                  JOIN guest g ON g.identity_id = i.id WHERE p.public_id IN (SELECT value FROM json_each(?))
                """, arguments: ["[" + people.map { "\"\($0)\"" }.joined(separator: ",") + "]"])
        guard !lists.isEmpty else { return [] }
        return try alike(
            "evidence e", "e.guests IN (SELECT value FROM json_each(?)) AND", [Self.list(lists)], range, around, most)
    }

    private func alike(
        _ from: String, _ condition: String, _ arguments: StatementArguments, _ range: Interval, _ around: Instant,
        _ most: Int
    ) throws -> [AlikePiece] {
        let hidden = EvidenceFlags.unsearched.union(.byOther).rawValue
        return try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, e.kind, e.at, e.title, e.series, e.guests, e.flags FROM \(from)
                WHERE \(condition) e.at >= ? AND e.at < ? AND e.flags & ? = 0
                  AND e.standing NOT IN (\(Self.unlikely))
                ORDER BY abs(e.at - ?), e.public_id LIMIT ?
                """,
            arguments: arguments + [range.start.seconds, range.end.seconds, hidden, around.seconds, most]
        ).compactMap { row in
            guard let id = PublicID(row[0]), let kind = EvidenceKind(rawValue: row[1]) else { return nil }
            var piece = AlikePiece(
                id: id, kind: kind, at: Instant(row[2]), flags: EvidenceFlags(rawValue: row[6]), title: row[3],
                series: row[4])
            piece.people = try self.people(row[5])
            return piece
        }
    }

    private static let unlikely = [Standing.alone, .declined, .cancelled, .transparent, .others].map {
        "\($0.rawValue)"
    }
    .joined(separator: ", ")

    /// The people of a list of guests.
    private func people(_ list: Int64?) throws -> Set<PublicID> {
        guard let list else { return [] }
        return try Set(
            String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT p.public_id FROM guest g JOIN identity i ON i.id = g.identity_id
                          JOIN person p ON p.id = i.person_id WHERE g.list_id = ? AND p.is_me = 0
                        """), arguments: [list]
            ).compactMap { PublicID($0) })
    }

    /// The beginning of a word as an FTS5 string.
    private static func prefix(_ stem: String) -> String { "\"\(stem.replacing("\"", with: " "))\"*" }
}
