import GRDB
package import LedgerModel

extension Snapshot {
    /// What candidates for results need of a piece beyond its trace.
    package struct CandidateRow: Sendable {
        package var series = ""
        /// The names of the other people on it, each once.
        package var people: [String] = []
        /// The first release that holds a commit, with its moment.
        package var release: (name: String, at: Instant)?

        package init() {}
    }

    /// By rows of pieces with a time in `range`; pieces that have none of it are left out.
    package func candidateRows(in range: Interval) throws -> [Int64: CandidateRow] {
        var found: [Int64: CandidateRow] = [:]
        let bounds: StatementArguments = [range.start.seconds, range.end.seconds]
        let series = try Row.fetchCursor(
            db,
            sql:
                "SELECT id, series FROM evidence INDEXED BY evidence_at WHERE at >= ? AND at < ? AND series IS NOT NULL",
            arguments: bounds)
        while let row = try series.next() { found[row[0], default: CandidateRow()].series = row[1] }
        let releases = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.id, r.name, r.at FROM evidence e INDEXED BY evidence_at
                JOIN sighting s ON s.evidence_id = e.id JOIN release r ON r.id = s.release_id
                WHERE e.at >= ? AND e.at < ? ORDER BY r.at DESC, r.name DESC
                """, arguments: bounds)
        while let row = try releases.next() {
            found[row[0], default: CandidateRow()].release = (row[1], Instant(row[2]))
        }
        let people = try Row.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT e.id, p.name FROM evidence e INDEXED BY evidence_at
                JOIN guest g ON g.list_id = e.guests JOIN identity i ON i.id = g.identity_id
                JOIN person p ON p.id = i.person_id
                WHERE e.at >= ? AND e.at < ? AND p.is_me = 0 AND NOT \(StandIn.isOne) ORDER BY e.id, p.name
                """, arguments: bounds)
        while let row = try people.next() { found[row[0], default: CandidateRow()].people.append(row[1]) }
        return found
    }

    /// Whether more pieces than `count` have a time in `range`.
    package func holds(moreThan count: Int, in range: Interval) throws -> Bool {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM (
                SELECT 1 FROM evidence INDEXED BY evidence_at WHERE at >= ? AND at < ? LIMIT ?)
                """, arguments: [range.start.seconds, range.end.seconds, count + 1]) ?? 0 > count
    }

    /// When each project had its first release.
    package func firstReleases() throws -> [String: Instant] {
        try Row.fetchAll(
            db, sql: "SELECT s.name, min(r.at) FROM release r JOIN source s ON s.id = r.source_id GROUP BY s.name"
        ).reduce(into: [:]) { first, row in first[row[0]] = Instant(row[1]) }
    }
}
