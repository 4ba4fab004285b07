import GRDB
import LedgerModel

/// Marks the shards of the timeline that a write may have changed.
///
/// The problem: deriving the whole timeline after each note would take seconds; deriving only the day of the note would
/// be wrong, because a piece changes time around it. A commit at 0:20 can end a session that began the day before. An
/// event that moves from Monday to Thursday changes both days.
///
/// The invariant: when a transaction ends, every shard is marked whose derived segments could differ from the stored
/// ones. A mark too many costs a few milliseconds; a missing mark gives a wrong answer that nothing ever repairs. So:
/// - The mark is written in the same transaction as the change (`DerivedWriter` says how it is removed).
/// - A piece marks all days within `reach` of its time, and all days of its interval, both before and after a change.
/// - A correction marks its own span as well, and a change of My job or of people marks everything.
enum ShardMarks {
    static func mark(_ db: Database, at: Instant, until: Instant?, reach: Int64, revision: Int64) throws {
        var days = Set<Int64>()
        add(&days, at: at, until: until, reach: reach)
        try mark(db, days: days, revision: revision)
    }

    static func mark(_ db: Database, _ interval: Interval, revision: Int64) throws {
        var days = Set<Int64>()
        add(&days, interval)
        try mark(db, days: days, revision: revision)
    }

    static func mark(_ db: Database, days: Set<Int64>, revision: Int64) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO shard (day, dirty_seq) VALUES (?, ?)
                ON CONFLICT (day) DO UPDATE SET dirty_seq = excluded.dirty_seq
                """)
        for day in days.sorted() { try statement.execute(arguments: [day, revision]) }
    }

    /// Adds the days that evidence with this time can change.
    static func add(_ days: inout Set<Int64>, at: Instant, until: Instant?, reach: Int64) {
        add(&days, Interval(at - reach, at + reach + 1))
        if let until, until > at + reach { add(&days, Interval(at + reach, until)) }
    }

    /// Adds the days of an interval, at most some years of them. Nothing on the timeline is longer than two days, but
    /// leave can be.
    private static func add(_ days: inout Set<Int64>, _ interval: Interval) {
        guard let shards = Shard.covering(interval) else { return }
        for day in shards.prefix(1_500) { days.insert(day) }
    }

    /// Marks every shard that any piece can reach, including shards that no piece reached before.
    static func markEverything(_ db: Database, reach: Int64, revision: Int64) throws {
        let days = (1...max(1, (reach + 86_399) / 86_400)).map {
            "UNION SELECT day - \($0) FROM own UNION SELECT day + \($0) FROM own"
        }
        try db.execute(
            sql: """
                WITH own (day) AS (
                  SELECT DISTINCT (at - ((at % 86400) + 86400) % 86400) / 86400 FROM evidence
                )
                INSERT OR IGNORE INTO shard (day, dirty_seq) SELECT day, ?1 FROM (
                  SELECT day FROM own \(days.joined(separator: " "))
                )
                """, arguments: [revision])
        try markAll(db, revision: revision)
    }

    /// Marks every known shard, as after a change of My job.
    static func markAll(_ db: Database, revision: Int64) throws {
        try db.execute(sql: "UPDATE shard SET dirty_seq = ?", arguments: [revision])
    }

    /// Deletes the packed rows of marked shards, so that no erased text or time is left in them.
    static func dropPacked(_ db: Database) throws {
        for table in ["digest", "tally"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE shard IN (SELECT day FROM shard WHERE dirty_seq > derived_seq)")
        }
    }

    /// Marks what a correction of a piece can change: its own time, the time to which the person moved it, and
    /// unanswered invitations of its series, because confirming one meeting confirms the series.
    static func markCorrection(_ db: Database, of row: Int64, reach: Int64, revision: Int64) throws {
        try mark(db, evidence: row, reach: reach, revision: revision)
        try markCorrected(db, evidence: row, revision: revision)
        let others = try Int64.fetchAll(
            db,
            sql: """
                SELECT o.id FROM evidence e CROSS JOIN evidence o INDEXED BY evidence_unanswered ON o.series = e.series
                WHERE e.id = ? AND o.standing = \(Standing.unanswered.rawValue)
                """, arguments: [row])
        for other in others { try mark(db, evidence: other, reach: reach, revision: revision) }
    }

    /// Marks what the stored row `id` can change, by its present time.
    static func mark(_ db: Database, evidence id: Int64, reach: Int64, revision: Int64) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT at, until FROM evidence WHERE id = ?"), arguments: [id])
        while let row = try rows.next() {
            let until = (row[1] as Int64?).map { Instant($0) }
            try mark(db, at: Instant(row[0]), until: until, reach: reach, revision: revision)
        }
    }
}
