import GRDB
package import LedgerModel
import LocalFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes one import of one source in short transactions, so that a note never waits long.
package final class ImportWriter {
    let store: LedgerStore
    let source: Source
    let context: WriteContext
    private var names = Names()
    /// Whether the source had any pieces before this import.
    package let isKnown: Bool
    /// Set from the first write on.
    private var mode: ImportMode?
    /// The numbers of pieces that this import has written so far.
    package internal(set) var count = WriteCount()

    package init(_ store: LedgerStore, source: Source, context: WriteContext) throws(LedgerError) {
        self.store = store
        self.source = source
        self.context = context
        isKnown = try store.read { snapshot in
            try Bool.fetchOne(
                snapshot.db, sql: "SELECT EXISTS (SELECT 1 FROM sighting WHERE source_id = ?)",
                arguments: [source.rowID])
                ?? false
        }
    }

    private func begin() throws(LedgerError) {
        if mode == nil { mode = try ImportMode(store) }
    }

    /// Writes drafts and others' commits. Counts a commit once even if two clones have it.
    package func write(_ drafts: [EvidenceDraft], others: [OthersCommit] = []) throws(LedgerError) {
        try write(ready: drafts.map(context.ready), others: others)
    }

    /// The same for drafts that were made ready in advance with the context of this import.
    package func write(ready drafts: [PreparedDraft], others: [OthersCommit] = []) throws(LedgerError) {
        var mine = drafts[...]
        var theirs = context.leavesPeopleOut ? [] : others[...]
        if !mine.isEmpty || !theirs.isEmpty { try begin() }
        while !mine.isEmpty || !theirs.isEmpty {
            let names = self.names
            do {
                let done = try store.write(at: context.now, context) { transaction in
                    try transaction.evidence(names: names) { writer in
                        // Not for commits: another clone often has them already, and their files and projects need
                        // lookups.
                        writer.expectsNew = !isKnown && source.kind.descriptor.isFirstToTell
                        return try writeSome(transaction.db, &writer, mine, theirs)
                    }
                }
                count += done.count
                mine = mine.dropFirst(done.mine)
                theirs = theirs.dropFirst(done.theirs)
                self.names = done.names
                if !mine.isEmpty || !theirs.isEmpty { Self.letOthersIn() }
            } catch {
                // Drop the row ids of a transaction that did not commit.
                self.names = Names()
                throw error
            }
        }
    }

    /// Writes as many pieces as fit into one short transaction.
    private func writeSome(
        _ db: Database, _ writer: inout EvidenceWriter, _ mine: ArraySlice<PreparedDraft>,
        _ theirs: ArraySlice<OthersCommit>
    ) throws -> (count: WriteCount, mine: Int, theirs: Int, names: Names) {
        let end = ContinuousClock.now + Self.longestTransaction
        var count = WriteCount()
        var written = (mine: 0, theirs: 0)
        let name = source.kind == .git ? try self.name(db) : nil
        for index in mine.indices {
            // Another repository of its name may have been read since this import began, or its folder renamed.
            if let name, let project = mine[index].draft.project, project != name {
                var renamed = mine[index]
                renamed.draft.project = name
                count += try writeOne(db, renamed, &writer)
            } else {
                count += try writeOne(db, mine[index], &writer)
            }
            written.mine += 1
            if ContinuousClock.now > end { return (count, written.mine, 0, writer.names) }
        }
        for other in theirs {
            count += try writeOne(db, other, &writer)
            written.theirs += 1
            if ContinuousClock.now > end { break }
        }
        return (count, written.mine, written.theirs, writer.names)
    }

    private func name(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT name FROM source WHERE id = ?", arguments: [source.rowID])
    }

    /// The time after which a transaction takes no more pieces. Search rows and the log add to it.
    private static let longestTransaction = Duration.milliseconds(80)

    private func writeOne(_ db: Database, _ ready: PreparedDraft, _ writer: inout EvidenceWriter) throws -> WriteCount {
        var count = WriteCount()
        let (outcome, row) = try writer.write(db, ready, source: source.rowID)
        switch outcome {
        case .added:
            if ready.draft.kind == .commit, try removeOther(db, ready.draft.externalID) {
                count.updated += 1
            } else {
                count.added += 1
            }
        case .unchanged: count.unchanged += 1
        case .updated: count.updated += 1
        case .forgotten: count.forgotten += 1
        }
        if let row { try writer.keepBirth(db, row, ready.draft) }
        return count
    }

    /// Deletes the row of a commit that counted as somebody else's until the person added an identity.
    private func removeOther(_ db: Database, _ sha: String) throws -> Bool {
        try db.cachedStatement(sql: "DELETE FROM other_commit WHERE sha = ?").execute(arguments: [sha])
        return db.changesCount > 0
    }

    private func writeOne(_ db: Database, _ other: OthersCommit, _ writer: inout EvidenceWriter) throws -> WriteCount {
        var count = WriteCount()
        let isMachine = context.machines.contains(other.author)
        let identity = try writer.names.identity(
            db, isMachine ? OthersCommit.nobody : other.author, name: isMachine ? "" : other.authorName)
        let here = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT length(paths), identity_id FROM other_commit WHERE sha = ? AND source_id = ?"),
            arguments: [other.sha, source.rowID])
        if let here {
            if here[1] as Int64 == identity {
                count.unchanged += 1
            } else {
                // `.mailmap` says otherwise now who wrote it.
                try db.cachedStatement(sql: "UPDATE other_commit SET identity_id = ? WHERE sha = ? AND source_id = ?")
                    .execute(arguments: [identity, other.sha, source.rowID])
                count.updated += 1
            }
            // A partial or shallow clone may have lacked the paths before.
            if here[0] as Int64 == 0, !other.paths.isEmpty {
                try db.cachedStatement(sql: "UPDATE other_commit SET paths = ? WHERE sha = ? AND source_id = ?")
                    .execute(arguments: [Data(try writer.names.pack(db, other.paths)), other.sha, source.rowID])
            }
            return count
        }
        // It may have been the person's own until they removed an identity.
        let wasMine = isKnown ? try unseeOwn(db, other.sha, &writer) : false
        let elsewhere = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM other_commit WHERE sha = ?)"), arguments: [other.sha])
        let paths = Data(try writer.names.pack(db, other.paths))
        try db.cachedStatement(
            sql: "INSERT INTO other_commit (sha, source_id, identity_id, quarter, paths) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [other.sha, source.rowID, identity, other.quarter, paths])
        if wasMine {
            count.updated += 1
        } else if elsewhere == true {
            count.unchanged += 1
        } else {
            count.added += 1
        }
        return count
    }

    /// Removes the piece of a commit that was the person's until they removed an identity, since its words are somebody
    /// else's.
    private func unseeOwn(_ db: Database, _ sha: String, _ writer: inout EvidenceWriter) throws -> Bool {
        let row = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT e.id FROM evidence e JOIN sighting s ON s.evidence_id = e.id
                    WHERE e.public_id = ? AND s.source_id = ?
                    """), arguments: [PublicID(.commit, sha).description, source.rowID])
        guard let row else { return false }
        if try !writer.unsee(db, row, source: source.rowID, as: .withdrawn) { _ = try writer.discard(db, row) }
        return true
    }

    /// Stores each series as its source wrote it, so that `sync` can expand it further.
    ///
    /// A record names those who were invited, so none is stored if people are left out.
    package func write(series: [(uid: String, record: String)]) throws(LedgerError) {
        let series = context.leavesPeopleOut ? [] : series
        let known = try store.read { snapshot in
            try Set(
                String.fetchAll(
                    snapshot.db, sql: "SELECT uid FROM series WHERE source_id = ?", arguments: [source.rowID]))
        }
        var names = Names()
        names.heed(try store.read { snapshot in try Forgotten(snapshot.db) })
        let kept = names
        let gone = known.subtracting(series.map(\.uid)).sorted()
        let words = try store.read { snapshot in try SeriesWords.Kept(snapshot.db) }
        try inShortTransactions(series) { db, item in
            guard let record = try SeriesWords(db, words).scrubbed(item.record, uid: item.uid) else {
                try db.cachedStatement(sql: "DELETE FROM series WHERE source_id = ? AND uid = ?")
                    .execute(arguments: [source.rowID, item.uid])
                return
            }
            try db.cachedStatement(
                sql: """
                    INSERT INTO series (source_id, uid, record) VALUES (?, ?, ?)
                    ON CONFLICT (source_id, uid) DO UPDATE SET record = excluded.record
                      WHERE record <> excluded.record
                    """
            ).execute(arguments: [source.rowID, item.uid, try kept.scrub(db, record: record)])
        }
        // What is private here keeps no words in the record of another source.
        let hidden = words.partlyPrivate(among: series.map(\.uid))
        if !hidden.isEmpty { try store.write(at: context.now, context) { try SeriesWords($0.db).scrub(hidden) } }
        try inShortTransactions(gone) { db, uid in
            try db.cachedStatement(sql: "DELETE FROM series WHERE source_id = ? AND uid = ?")
                .execute(arguments: [source.rowID, uid])
        }
    }

    /// The stored series of this source.
    package func keptSeries() throws(LedgerError) -> [String] {
        try store.read { snapshot in
            try String.fetchAll(
                snapshot.db, sql: "SELECT record FROM series WHERE source_id = ? ORDER BY uid",
                arguments: [source.rowID])
        }
    }

    /// Does `work` for each item, in transactions that are short.
    func inShortTransactions<Item>(
        _ items: [Item], _ work: (Database, Item) throws -> Void
    ) throws(LedgerError) {
        try inShortTransactions(items, of: { transaction, item in try work(transaction.db, item) })
    }

    func inShortTransactions<Item>(
        _ items: [Item], of work: (Transaction, Item) throws -> Void
    ) throws(LedgerError) {
        var rest = items[...]
        if !rest.isEmpty { try begin() }
        while !rest.isEmpty {
            let done = try store.write(at: context.now, context) { transaction in
                let end = ContinuousClock.now + Self.longestTransaction
                var done = 0
                for item in rest {
                    try work(transaction, item)
                    done += 1
                    if ContinuousClock.now > end { break }
                }
                return done
            }
            rest = rest.dropFirst(done)
            if !rest.isEmpty { Self.letOthersIn() }
        }
    }

    /// Pauses between transactions. Programs that wait for the ledger try every millisecond.
    private static func letOthersIn() { SystemClock.wait(.milliseconds(3)) }

    /// Withdraws all pieces that are missing from a full listing of the source.
    package func withdrawAllBut(_ kept: Set<PublicID>) throws(LedgerError) {
        // A new source has nothing else to withdraw.
        guard isKnown else { return }
        let rows = try store.read { snapshot in
            try Row.fetchAll(
                snapshot.db,
                sql: """
                    SELECT e.id, e.public_id FROM sighting s JOIN evidence e ON e.id = s.evidence_id
                    WHERE s.source_id = ? AND e.flags & ? = 0
                    """, arguments: [self.source.rowID, EvidenceFlags.gone.rawValue]
            ).compactMap { row -> Int64? in
                guard let id = PublicID(row[1]) else { return nil }
                return kept.contains(id) ? nil : row[0]
            }
        }
        try withdraw(rows)
    }

    func withdraw(_ rows: [Int64]) throws(LedgerError) {
        if !rows.isEmpty { try begin() }
        var index = 0
        while index < rows.count {
            let batch = rows[index..<min(index + 500, rows.count)]
            try store.write(at: context.now, context) { transaction in
                try transaction.evidence { writer in
                    for row in batch {
                        try writer.unsee(transaction.db, row, source: source.rowID, as: .withdrawn)
                        count.withdrawn += 1
                    }
                }
            }
            index += 500
        }
    }
}
