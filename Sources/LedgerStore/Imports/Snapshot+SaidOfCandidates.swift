import GRDB
package import LedgerModel

extension Snapshot {
    /// What the person said of candidates for results, in the order in which they said it.
    ///
    /// - Parameter known: Pieces that are there. Of the others, a rewritten commit is told as the one in which its work
    ///   stands now.
    package func saidOfCandidates(known: Set<PublicID>) throws -> [SaidOfCandidate] {
        func pieces(_ text: String) throws -> [PublicID] {
            try CandidateWords.pieces(text).map { id in
                known.contains(id) ? id : try Works.successor(db, of: id) ?? id
            }
        }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT id, answer, pieces, leaving, until FROM said_of_candidate ORDER BY id")
        ).compactMap { row in
            guard let answer = SaidOfCandidate.Answer(rawValue: row[1]) else { return nil }
            return SaidOfCandidate(
                id: row[0], answer, try pieces(row[2]), leaving: try pieces(row[3]),
                until: (row[4] as String?).flatMap { CivilDay(iso: $0) })
        }
    }
}
