import GRDB
import LedgerModel

/// Marks the shards of the timeline that a write may have changed, in the same transaction.
enum Dirty {
    static func mark(_ db: Database, at: Instant, until: Instant?, reach: Int64, revision: Int64) throws {
        try mark(db, Interval(at - reach, at + reach + 1), revision: revision)
        if let until, until > at + reach { try mark(db, Interval(at + reach, until), revision: revision) }
    }

    static func mark(_ db: Database, _ interval: Interval, revision: Int64) throws {
        guard let range = Shard.covering(interval) else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO shard (day, dirty_seq) VALUES (?, ?)
                ON CONFLICT (day) DO UPDATE SET dirty_seq = excluded.dirty_seq
                """)
        // Nothing on the timeline is longer than two days; leave of a season is.
        for day in range.prefix(400) { try statement.execute(arguments: [day, revision]) }
    }

    /// After a change of the frame every shard is derived again.
    static func markAll(_ db: Database, revision: Int64) throws {
        try db.execute(sql: "UPDATE shard SET dirty_seq = ?", arguments: [revision])
    }

    /// Marks what the stored row `id` can change.
    static func mark(_ db: Database, evidence id: Int64, reach: Int64, revision: Int64) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT at, until FROM evidence WHERE id = ?"), arguments: [id])
        while let row = try rows.next() {
            let until = (row[1] as Int64?).map { Instant($0) }
            try mark(db, at: Instant(row[0]), until: until, reach: reach, revision: revision)
        }
    }
}
