import GRDB
package import LedgerModel

/// The stored timeline with the meaning of its evidence.
extension Snapshot {
    /// The stored segments that overlap `range`, with their evidence and its meaning.
    package func segments(in range: Interval) throws -> [ReadSegment] {
        guard let shards = Shard.covering(range) else { return [] }
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

    /// The settings and zones by which the stored timeline was derived, as a key; empty if it was never derived.
    package func derivationKey() throws -> String {
        try Meta.get(db, .derivation) ?? ""
    }

    /// The person's own pieces in `range`, one by one.
    package func pieces(
        in range: Interval
    ) throws -> [(at: Instant, project: String, source: Int64, meaning: Meaning, kind: EvidenceKind)] {
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

extension Snapshot {
    /// Packs the segments of a shard: start in the shard, length, grade, and the id, kind and meaning of the evidence.
    static func segments(_ db: Database, of shard: Shard) throws -> [UInt8] {
        var packer = Packer()
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT s.start, s.until, s.grade, e.public_id, e.kind, r.meaning_id
                    FROM segment s JOIN evidence e ON e.id = s.evidence_id
                    JOIN reading r ON r.evidence_id = s.evidence_id WHERE s.shard = ? ORDER BY s.start
                    """), arguments: [shard.number])
        while let row = try rows.next() {
            guard let id = PublicID(row[3]), let kind = EvidenceKind(rawValue: row[4]) else { continue }
            packer.add((row[0] as Int64) - shard.interval.start.seconds)
            packer.add((row[1] as Int64) - (row[0] as Int64))
            packer.add(row[2] as Int)
            packer.add(id)
            packer.add(kind.code)
            packer.add(row[5] as Int64)
        }
        return packer.bytes
    }

    /// The stored segments that overlap `range`, in order.
    package func plainSegments(in range: Interval) throws -> [PlainSegment] {
        guard let shards = Shard.covering(range) else { return [] }
        let arenas = try Self.meanings(db).mapValues(\.arena)
        var result: [PlainSegment] = []
        try Self.digest(db, "segments", shards) { shard, unpacker in
            let start = Instant(shard.interval.start.seconds &+ (try unpacker.number()))
            let end = Instant(start.seconds &+ (try unpacker.number()))
            guard let grade = Grade(rawValue: try unpacker.int()) else { throw Unpacker.damage }
            let id = try unpacker.id()
            let kind = try EvidenceKind(code: unpacker.int())
            let meaning = try unpacker.number()
            guard let part = Interval(start, end).clipped(to: range) else { return }
            result.append(
                PlainSegment(interval: part, grade: grade, id: id, kind: kind, arena: arenas[meaning] ?? nil))
        }
        return result
    }
}

extension Snapshot {
    /// All-day events that overlap `range`, in time order, such as leave, travel and holidays.
    package func allDayEvents(
        in range: Interval
    ) throws -> [(interval: Interval, title: String, calendars: [String], standing: Standing, flags: EvidenceFlags)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT e.at, e.until, e.title, e.standing,
                      (SELECT group_concat(s.name, char(10)) FROM sighting g JOIN source s ON s.id = g.source_id
                       WHERE g.evidence_id = e.id), e.flags
                    FROM \(WholeDays.meeting) AND e.kind = 'event' AND e.flags & :gone = 0 ORDER BY e.at, e.id
                    """),
            arguments: [
                "from": range.start.seconds, "to": range.end.seconds, "gone": EvidenceFlags.gone.rawValue,
            ]
        ).map { row in
            (
                Interval(Instant(row[0]), Instant(row[1])), row[2],
                (row[4] as String? ?? "").split(separator: "\n").map(String.init),
                Standing(rawValue: row[3]) ?? .none, EvidenceFlags(rawValue: row[5])
            )
        }
    }
}
