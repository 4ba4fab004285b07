import GRDB
package import LedgerModel

/// What was computed from evidence and frame, kept so that questions need not compute it again.
extension LedgerStore {
    /// Stores derived shards whose evidence is still as it was, and the cells of the days they meet. Returns those that
    /// are not stored: the evidence changed while they were computed, and the next question derives them again.
    ///
    /// With `waiting` false it gives up at once when another program writes, and returns all of them.
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

    /// Does `work` in a transaction of its own; nil when another program writes, unless it waits for that, and where
    /// nothing can be written: what is derived is only kept to save time.
    func attempt<Value>(
        waiting: Bool, _ work: (Database) throws -> Value
    ) throws(LedgerError) -> Value? {
        do {
            return try guarded(path) {
                try queue.inDatabase { db in
                    patience.isOn = waiting
                    defer { patience.isOn = true }
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

    /// Begins the stored timeline anew under another key: floating times move, the cells of all days go, since days may
    /// begin elsewhere, and every shard is marked that a piece can reach. Returns false when nothing could be written.
    ///
    /// - Parameter reach: `FrameSettings.reach` of the key, in seconds.
    /// - Parameter resolve: Takes a local time, in seconds since 1970-01-01 on the wall clock, and gives the instant.
    package func beginTimeline(
        _ key: String, reach: Int64, waiting: Bool, _ resolve: (Int64) -> Instant
    ) throws(LedgerError) -> Bool {
        try attempt(waiting: waiting) { db in
            // Another program may have done it meanwhile.
            guard try Meta.get(db, .derivation) != key else { return true }
            try Meta.set(db, .derivation, key)
            let revision = try Meta.raiseRevision(db)
            try DerivedWriter(db: db).moveFloating(reach: reach, revision: revision, resolve)
            try db.execute(sql: "DELETE FROM day_cells")
            try Dirty.markEverything(db, reach: reach, revision: revision)
            return true
        } ?? false
    }
}
