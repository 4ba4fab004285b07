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
            let left = try shards.filter { try !Self.store(db, $0) }
            for day in days { try Self.storeCells(db, day) }
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

    /// Returns false, and leaves the shard as it is, when its evidence changed since.
    private static func store(_ db: Database, _ derived: DerivedShard) throws -> Bool {
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
            INSERT INTO reading (evidence_id, shard, at, meaning_id, source_id, skills, is_work)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (evidence_id) DO UPDATE SET shard = excluded.shard, at = excluded.at, meaning_id = excluded.meaning_id,
              source_id = excluded.source_id, skills = excluded.skills, is_work = excluded.is_work
            """)
        for item in derived.readings {
            let meaning = try meanings[item.meaning] ?? meaningRow(db, item.meaning)
            meanings[item.meaning] = meaning
            try reading.run { values in
                values.add(item.row)
                values.add(Shard(containing: item.at).number)
                values.add(item.at.seconds)
                values.add(meaning)
                values.add(item.sourceRow)
                values.add(item.skills.joined(separator: "\n"))
                values.add(item.isWork ? 1 : 0)
            }
        }
        try storeDigest(db, derived.shard)
        return true
    }

    private static func meaningRow(_ db: Database, _ meaning: Meaning) throws -> Int64 {
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

    /// The stored segments that meet `range`, with what their evidence is and means.
    package func segments(in range: Interval) throws(LedgerError) -> [ReadSegment] {
        guard let shards = Shard.covering(range) else { return [] }
        return try read { db in
            let meanings = try Self.meanings(db)
            let projects = try Self.projects(db)
            var result: [ReadSegment] = []
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT s.start, s.until, s.grade, s.layer, s.evidence_id, e.public_id, e.title, e.project_id,
                          e.kind, r.source_id, r.meaning_id, r.skills
                        FROM segment s JOIN evidence e ON e.id = s.evidence_id
                        JOIN reading r ON r.evidence_id = s.evidence_id
                        WHERE s.shard BETWEEN ? AND ? AND s.start < ? AND s.until > ? ORDER BY s.shard, s.start
                        """),
                arguments: [shards.lowerBound, shards.upperBound, range.end.seconds, range.start.seconds])
            while let row = try rows.next() {
                guard let grade = Grade(rawValue: row[2]), let layer = Layer(rawValue: row[3]),
                    let id = PublicID(row[5]), let kind = EvidenceKind(rawValue: row[8]),
                    let part = Interval(Instant(row[0]), Instant(row[1])).clipped(to: range)
                else { continue }
                result.append(
                    ReadSegment(
                        segment: Segment(interval: part, grade: grade, layer: layer, row: row[4]), id: id,
                        title: row[6], project: (row[7] as Int64?).flatMap { projects[$0] } ?? "", kind: kind,
                        source: row[9], meaning: meanings[row[10]] ?? Meaning(),
                        skills: (row[11] as String).split(separator: "\n").map(String.init)))
            }
            return result
        }
    }

    static func meanings(_ db: Database) throws -> [Int64: Meaning] {
        try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT * FROM meaning").map { row in
                (
                    row["id"],
                    Meaning(
                        arena: Arena(rawValue: row["arena"]), responsibility: row["responsibility"],
                        objective: row["objective"], worth: Worth(rawValue: row["worth"]))
                )
            })
    }

    static func projects(_ db: Database) throws -> [Int64: String] {
        try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, name FROM project").map { ($0[0], $0[1]) })
    }

    /// By what the stored timeline was derived; empty before it was.
    package func derivationKey() throws(LedgerError) -> String {
        try read { db in try Meta.get(db, .derivation) ?? "" }
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
            try Self.moveFloating(db, reach: reach, revision: revision, resolve)
            try db.execute(sql: "DELETE FROM day_cells")
            try Dirty.markEverything(db, reach: reach, revision: revision)
            return true
        } ?? false
    }

    package func revision() throws(LedgerError) -> Int64 { try read { db in try Meta.revision(db) } }
}

extension LedgerStore {
    /// The person's own pieces whose time lies in `range`, one by one.
    package func pieces(
        in range: Interval
    ) throws(LedgerError) -> [(at: Instant, project: String, source: Int64, meaning: Meaning, kind: EvidenceKind)] {
        try read { db in
            let meanings = try Self.meanings(db)
            let projects = try Self.projects(db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT r.at, e.project_id, r.source_id, r.meaning_id, e.kind
                    FROM evidence e JOIN reading r ON r.evidence_id = e.id
                    WHERE e.at >= ? AND e.at < ? AND r.is_work ORDER BY e.at
                    """, arguments: [range.start.seconds, range.end.seconds]
            ).compactMap { row in
                guard let kind = EvidenceKind(rawValue: row[4]) else { return nil }
                return (
                    Instant(row[0]), (row[1] as Int64?).flatMap { projects[$0] } ?? "", row[2],
                    meanings[row[3]] ?? Meaning(), kind
                )
            }
        }
    }
}
