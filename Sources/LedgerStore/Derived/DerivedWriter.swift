import GRDB
package import LedgerModel

/// Stores derived shards and days, replacing what was stored before.
///
/// The problem: a question derives a shard outside any transaction, since that takes long. Meanwhile an import may
/// change the evidence of the shard. Storing the result then would leave a stale timeline that looks fresh.
///
/// The invariant: the table `shard` has two numbers for each UTC day. `dirty_seq` is the revision of the last write
/// that can change the day, `derived_seq` the `dirty_seq` that the stored segments were derived from. A day is fresh
/// exactly if both are equal. A reader takes `dirty_seq` together with the evidence, and `store` only writes if it is
/// unchanged.
///
/// Example: a day was marked at revision 40 and a question derives it from that state. If a note of that day is written
/// at revision 41 before the result is stored, `store` finds 41 instead of 40, writes nothing and returns false. The
/// answer at hand still uses what it derived; the next question derives the day again.
struct DerivedWriter {
    let db: Database
    /// The people on guest lists, looked up once for all shards.
    var lists = ListedPeople()

    /// Stores a shard. Returns false and writes nothing if its evidence has changed since it was derived.
    mutating func store(_ derived: DerivedShard) throws -> Bool {
        try db.cachedStatement(sql: "UPDATE shard SET derived_seq = ?1 WHERE day = ?2 AND dirty_seq = ?1")
            .execute(arguments: [derived.dirtySeq, derived.shard.number])
        guard db.changesCount > 0 else { return false }
        try db.cachedStatement(sql: "DELETE FROM segment WHERE shard = ?").execute(arguments: [derived.shard.number])
        try db.cachedStatement(sql: "DELETE FROM reading WHERE shard = ?").execute(arguments: [derived.shard.number])
        let segment = try RowStatement(
            db, "INSERT INTO segment (shard, start, until, grade, layer, evidence_id) VALUES (?, ?, ?, ?, ?, ?)")
        for item in derived.segments {
            try segment.run { values in
                values.add(derived.shard.number)
                values.add(item.interval.start.seconds)
                values.add(item.interval.end.seconds)
                values.add(item.grade.rawValue)
                values.add(item.layer.rawValue)
                values.add(item.row)
            }
        }
        var meanings: [Meaning: Int64] = [:]
        let reading = try RowStatement(
            db,
            """
            INSERT INTO reading (evidence_id, shard, at, meaning_id, source_id, skills, is_work, sign)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (evidence_id) DO UPDATE SET shard = excluded.shard, at = excluded.at, meaning_id = excluded.meaning_id,
              source_id = excluded.source_id, skills = excluded.skills, is_work = excluded.is_work,
              sign = excluded.sign
            """)
        for item in derived.readings {
            let meaning = try meanings[item.meaning] ?? meaningRow(item.meaning)
            meanings[item.meaning] = meaning
            try reading.run { values in
                values.add(item.row)
                values.add(Shard(containing: item.at).number)
                values.add(item.at.seconds)
                values.add(meaning)
                values.add(item.sourceRow)
                values.add(item.skills.joined(separator: "\n"))
                values.add(item.isWork ? 1 : 0)
                values.add(item.sign?.rawValue ?? 0)
            }
        }
        try storeDigest(derived)
        return true
    }

    private func meaningRow(_ meaning: Meaning) throws -> Int64 {
        let values: StatementArguments = [
            meaning.arena?.rawValue ?? "", meaning.responsibility, meaning.objective, meaning.worth?.rawValue ?? "",
        ]
        let known = try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT id FROM meaning WHERE arena = ? AND responsibility = ? AND objective = ? AND worth = ?"),
            arguments: values)
        if let known { return known }
        try db.cachedStatement(sql: "INSERT INTO meaning (arena, responsibility, objective, worth) VALUES (?, ?, ?, ?)")
            .execute(arguments: values)
        return db.lastInsertedRowID
    }
}

/// What was computed from evidence and My job, stored so that questions need not compute it again.
extension LedgerStore {
    /// Stores derived shards whose evidence has not changed, and the cells of `days`. Returns the shards that were not
    /// stored, because their evidence changed while they were computed. The next question derives those again.
    ///
    /// If `waiting` is false and another program writes, it gives up at once and returns all shards.
    package func store(
        _ shards: [DerivedShard], days: [DayBounds], waiting: Bool
    ) throws(LedgerError) -> [DerivedShard] {
        try attempt(waiting: waiting) { db in
            var writer = DerivedWriter(db: db)
            let left = try shards.filter { try !writer.store($0) }
            for day in days { try writer.storeCells(day) }
            return left
        } ?? shards
    }

    /// Does `work` in its own transaction. `nil` if nothing can be written, or if another program writes and `waiting`
    /// is false. That is no error: derived data is stored only to save time.
    func attempt<Value>(
        waiting: Bool, _ work: (Database) throws -> Value
    ) throws(LedgerError) -> Value? {
        do {
            return try guarded(path) {
                try queue.inDatabase { db in
                    fetchTimeout.isOn = waiting
                    defer { fetchTimeout.isOn = true }
                    var value: Value?
                    try db.inTransaction(.immediate) {
                        value = try work(db)
                        return .commit
                    }
                    return value
                }
            }
        } catch  where [.ledgerLocked, .ledgerReadOnly, .diskFull].contains(error.code) {
            return nil
        }
    }

    /// Starts the stored timeline over under another key, after a change of zones or of a setting. It resolves floating
    /// times again, deletes the cells of all days (a day may now begin at another moment) and marks every shard that a
    /// piece can reach. Returns false if nothing could be written.
    ///
    /// - Parameter reach: `MyJobSettings.reach` of the key, in seconds.
    /// - Parameter resolve: Turns a local time, in seconds since 1970-01-01 on the wall clock, into an instant.
    package func beginTimeline(
        _ key: String, reach: Int64, waiting: Bool, _ resolve: (Int64) -> Instant
    ) throws(LedgerError) -> Bool {
        try attempt(waiting: waiting) { db in
            // Another program may have started it over meanwhile.
            guard try Meta.get(db, .derivation) != key else { return true }
            try Meta.set(db, .derivation, key)
            let revision = try Meta.raiseRevision(db)
            try DerivedWriter(db: db).moveFloating(reach: reach, revision: revision, resolve)
            try db.execute(sql: "DELETE FROM day_cells")
            try ShardMarks.markEverything(db, reach: reach, revision: revision)
            return true
        } ?? false
    }
}

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Packed rows.
///
/// The problem: some questions read a year at once, such as the direct contacts of everybody or the time of each skill.
/// A year of a busy ledger is fifty thousand rows of evidence, segments and readings, and reading them row by row takes
/// too long for a page.
///
/// So each shard has a row in `digest`, whose columns hold its segments, contacts and skills as bytes (see `Packer`),
/// and one in `tally`; each civil day has a row in `day_cells`. A year is then 365 rows.
///
/// The invariant: a packed row only repeats what evidence, segments and readings say. It is written in the same
/// transaction as them, is in no export, and can be deleted at any time. Readers must not trust the packed row of a
/// shard that is marked (`dirty_seq` > `derived_seq`): they read the evidence of that shard instead. And since a packed
/// row repeats names and times, erasing has to delete it (`ShardMarks.dropPacked`).
extension DerivedWriter {
    /// Packs a shard whose segments and readings were just stored.
    mutating func storeDigest(_ derived: DerivedShard) throws {
        let shard = derived.shard
        let people = try Snapshot.people(db, of: shard, &lists)
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO digest (shard, segments, skilled, contacts) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
            shard.number, Data(try Snapshot.segments(db, of: shard)),
            Data(Snapshot.packed(Snapshot.skilled(derived), of: shard)),
            Data(people.contacts),
        ])
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO tally (shard, people) VALUES (?, ?)")
            .execute(arguments: [shard.number, Data(people.tallies)])
    }
}

extension Snapshot {
    /// A packed column of every shard in `range`, oldest or newest first.
    static func digest(
        _ db: Database, _ column: String, _ range: ClosedRange<Int64>, newestFirst: Bool = false,
        _ read: (Shard, inout Unpacker) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT shard, \(column) FROM digest WHERE shard BETWEEN ? AND ?
                    ORDER BY shard \(newestFirst ? "DESC" : "ASC")
                    """), arguments: [range.lowerBound, range.upperBound])
        while let row = try rows.next() {
            try (row[1] as Data).withUnsafeBytes { bytes in
                var unpacker = Unpacker(bytes)
                while !unpacker.isAtEnd { try read(Shard(row[0]), &unpacker) }
            }
        }
    }
}

extension DerivedWriter {
    /// Resolves every floating time again. `resolve` turns a local time, in seconds since 1970-01-01 on the wall clock,
    /// into an instant.
    func moveFloating(
        reach: Int64, revision: Int64, _ resolve: (Int64) -> Instant
    ) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, at, until, utc_offset FROM evidence WHERE flags & ? <> 0",
            arguments: [EvidenceFlags.floating.rawValue])
        for row in rows {
            let id: Int64 = row["id"]
            let offset: Int64 = row["utc_offset"]
            let local = (row["at"] as Int64) + offset
            let at = resolve(local)
            guard at.seconds != row["at"] as Int64 else { continue }
            let until = (row["until"] as Int64?).map { resolve($0 + offset).seconds }
            try ShardMarks.mark(db, evidence: id, reach: reach, revision: revision)
            try db.execute(
                sql: "UPDATE evidence SET at = ?, until = ?, utc_offset = ? WHERE id = ?",
                arguments: [at.seconds, until.map { max($0, at.seconds) }, local - at.seconds, id])
            try ShardMarks.mark(db, evidence: id, reach: reach, revision: revision)
        }
    }
}
