import GRDB
package import LedgerModel

/// What becomes of the commits that a repository no longer has.
extension ImportWriter {
    /// Commits that a rewritten history no longer holds: other people’s are withdrawn, the person’s own stay, for what was
    /// once seen was done.
    package func lose(commits shas: [String]) throws(LedgerError) {
        var rows: [Int64] = []
        var own: [Int64] = []
        let source = source.rowID
        try inShortTransactions(shas) { db, sha in
            try db.cachedStatement(sql: "DELETE FROM other_commit WHERE sha = ? AND source_id = ?")
                .execute(arguments: [sha, source])
            if db.changesCount > 0 { count.withdrawn += 1 }
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT e.id, e.flags FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                        WHERE e.public_id = ? AND s.source_id = ?
                        """), arguments: [PublicID(.commit, sha).description, source])
            guard let row else { return }
            if EvidenceFlags(rawValue: row[1]).contains(.byOther) { rows.append(row[0]) } else { own.append(row[0]) }
        }
        try withdraw(rows)
        try inShortTransactions(own, of: { transaction, row in try Works.lose(transaction, row, source: source) })
    }

    /// Every known sha of this source, including others' commits.
    package func knownCommits() throws(LedgerError) -> Set<String> {
        try store.read { [source] in try $0.knownCommits(of: source) }
    }

    /// The person’s own commits that this repository no longer has, once their work was looked for elsewhere: what stands
    /// again has their judgements, and they go.
    ///
    /// - Returns: How many are left without an heir.
    package func settleWorks() throws(LedgerError) -> Int {
        let source = source.rowID
        let gone = try store.read { snapshot in try Works.unreachable(snapshot.db, source: source) }
        if gone.isEmpty { return 0 }
        var heirless = 0
        var replaced: [Int64] = []
        try inShortTransactions(gone) { db, commit in
            if let heir = try Works.heir(db, of: commit, among: gone, source: source) {
                try Works.handOver(db, from: commit, to: heir)
                replaced.append(commit.row)
            } else {
                heirless += 1
            }
        }
        try withdraw(replaced)
        return heirless
    }

    /// How many of the person’s own commits this repository no longer has.
    package func unreachableCount() throws(LedgerError) -> Int {
        let source = source.rowID
        return try store.read { snapshot in try Works.unreachable(snapshot.db, source: source).count }
    }

    /// The person’s own commits of this repository that may be squashes of what is gone; empty if nothing is.
    package func possibleSquashes() throws(LedgerError) -> [String] {
        let source = source.rowID
        return try store.read { snapshot in try Works.possibleSquashes(snapshot.db, source: source) }
    }

    /// Makes points of those that are squashes.
    ///
    /// - Parameter parents: When the first parent of each was written, where that is known.
    package func markSquashes(_ shas: [String], parents: [String: Instant]) throws(LedgerError) {
        let source = source.rowID
        let parts = try store.read { snapshot in try Works.parts(snapshot.db, source: source) }
        try inShortTransactions(
            shas,
            of: { transaction, sha in
                try Works.markIfSquash(transaction, sha: sha, parent: parents[sha], of: parts)
            })
    }
}

extension Snapshot {
    /// Every known sha of a repository, including others’ commits.
    package func knownCommits(of source: Source) throws -> Set<String> {
        try Set(
            String.fetchAll(
                db,
                sql: """
                    SELECT e.external_id FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                    WHERE s.source_id = ?1 AND e.kind = 'commit' AND e.flags & ?2 = 0
                    UNION ALL SELECT sha FROM other_commit WHERE source_id = ?1
                    """, arguments: [source.rowID, EvidenceFlags.gone.rawValue]))
    }

    /// The repositories of which one of these commits was read.
    package func repositories(knowing shas: some Sequence<String>) throws -> [Source] {
        let shas = Array(shas)
        func list(_ texts: [String]) -> String { "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
        return try Self.sources(
            db,
            whereSQL: """
                kind = 'git' AND id IN (
                  SELECT s.source_id FROM json_each(?) j JOIN evidence e ON e.public_id = j.value
                  JOIN sighting s ON s.evidence_id = e.id
                  UNION SELECT o.source_id FROM json_each(?) j JOIN other_commit o ON o.sha = j.value)
                """, [list(shas.map { PublicID(.commit, $0).description }), list(shas)])
    }

    /// The subjects of the commits that are kept of a repository, by author time; empty ones if it is private.
    package func knownWorks(of source: Source) throws -> [Instant: Set<String>] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT e.at, e.title FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                WHERE s.source_id = ? AND e.kind = 'commit'
                """, arguments: [source.rowID]
        ).reduce(into: [:]) { works, row in works[Instant(row[0]), default: []].insert(row[1]) }
    }
}
