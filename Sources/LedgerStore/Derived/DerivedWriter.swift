import GRDB
import LedgerModel

/// Stores what was derived of a shard or a day, over what was there.
struct DerivedWriter {
    let db: Database
    /// Who is on a list, looked up once for all shards.
    var lists = ListedPeople()

    /// Returns false, and leaves the shard as it is, when its evidence changed since.
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
            INSERT INTO reading (evidence_id, shard, at, meaning_id, source_id, skills, is_work)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (evidence_id) DO UPDATE SET shard = excluded.shard, at = excluded.at, meaning_id = excluded.meaning_id,
              source_id = excluded.source_id, skills = excluded.skills, is_work = excluded.is_work
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
