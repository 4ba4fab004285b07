import GRDB
package import LedgerModel

extension Snapshot {
    /// Per segment: start in the shard, length, grade, and the id, kind and meaning of its evidence.
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

    /// The stored segments that meet `range`, in order.
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
