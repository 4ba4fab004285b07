import GRDB
package import LedgerModel

/// Which release first held what the person did.
extension ImportWriter {
    /// The releases of this repository that the ledger knows, by name.
    package func knownReleases() throws(LedgerError) -> [String: Instant] {
        let source = source.rowID
        return try store.read { snapshot in
            try Row.fetchAll(snapshot.db, sql: "SELECT name, at FROM release WHERE source_id = ?", arguments: [source])
                .reduce(into: [:]) { known, row in known[row[0]] = Instant(row[1]) }
        }
    }

    /// The shas of the person's own commits of this repository.
    package func ownCommits() throws(LedgerError) -> [String] {
        let source = source.rowID
        return try store.read { snapshot in
            try String.fetchAll(
                snapshot.db,
                sql: """
                    SELECT e.external_id FROM sighting s JOIN evidence e ON e.id = s.evidence_id
                    WHERE s.source_id = ? AND e.kind = 'commit' AND e.flags & ? = 0 ORDER BY e.external_id
                    """,
                arguments: [
                    source, EvidenceFlags([.withdrawn, .sourceRemoved, .isPrivate, .byOther, .unreachable]).rawValue,
                ])
        }
    }

    /// Replaces the releases of this repository, and which of them first held each commit. Each release is written with
    /// what it held, so that after an end in between the known releases differ from those of the repository.
    package func write(releases: [String: Instant], holding commits: [String: String]) throws(LedgerError) {
        let source = source.rowID
        try store.write(at: context.now, context) { transaction in try Releases.drop(transaction.db, of: source) }
        let held = Dictionary(grouping: commits.keys) { commits[$0] ?? "" }
        let ordered = releases.sorted { $0.key < $1.key }
        try inShortTransactions(ordered) { db, release in
            try db.cachedStatement(sql: "INSERT INTO release (source_id, name, at) VALUES (?, ?, ?)")
                .execute(arguments: [source, release.key, release.value.seconds])
            let row = db.lastInsertedRowID
            for sha in held[release.key] ?? [] {
                try db.cachedStatement(
                    sql: """
                        UPDATE sighting SET release_id = ?
                        WHERE source_id = ? AND evidence_id = (SELECT id FROM evidence WHERE public_id = ?)
                        """
                ).execute(arguments: [row, source, PublicID(.commit, sha).description])
            }
        }
    }
}
