import GRDB
package import LedgerModel

extension Snapshot {
    /// Own work that touches skills. Per set of skills: its keys, how many entries, and of each the time of
    /// the piece in the shard, seconds and pieces: one entry for a piece, one for its segments here.
    static func skilled(_ db: Database, of shard: Shard) throws -> [UInt8] {
        var entries: [String: [(at: Int64, seconds: Int64, pieces: Int64)]] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT skills, at, 0, 1 FROM reading WHERE shard = ?1 AND skills <> '' AND is_work
                    UNION ALL
                    SELECT r.skills, r.at, sum(s.until - s.start), 0
                    FROM segment s JOIN reading r ON r.evidence_id = s.evidence_id
                    WHERE s.shard = ?1 AND s.grade < 3 AND r.skills <> '' AND r.is_work
                      AND r.shard BETWEEN ?1 - 1 AND ?1 + 1 GROUP BY s.evidence_id
                    """), arguments: [shard.number])
        while let row = try rows.next() { entries[row[0], default: []].append((row[1], row[2], row[3])) }
        var packer = Packer()
        for (skills, list) in entries.sorted(by: { $0.key < $1.key }) {
            packer.add(skills)
            packer.add(list.count)
            for entry in list {
                packer.add(signed: entry.at - shard.interval.start.seconds)
                packer.add(entry.seconds)
                packer.add(entry.pieces)
            }
        }
        return packer.bytes
    }

    /// The same of a shard that is not stored.
    private static func skilled(
        _ derived: DerivedShard
    ) -> [(skills: String, at: Instant, seconds: Int64, pieces: Int)] {
        var entries: [(skills: String, at: Instant, seconds: Int64, pieces: Int)] = []
        for reading in derived.readings where reading.isWork && !reading.skills.isEmpty {
            let home = Shard(containing: reading.at).number
            let skills = reading.skills.joined(separator: "\n")
            if home == derived.shard.number { entries.append((skills, reading.at, 0, 1)) }
            guard abs(home - derived.shard.number) <= 1 else { continue }
            let seconds = derived.segments.filter { $0.row == reading.row && $0.grade != .possible }
                .reduce(0) { $0 + $1.interval.seconds }
            if seconds > 0 { entries.append((skills, reading.at, seconds, 0)) }
        }
        return entries
    }

    /// Seconds and pieces that touched each skill in `range`; they never add up to a whole.
    ///
    /// - Parameter laid: Shards that are not read from the store.
    package func skills(
        in range: Interval, laid: [DerivedShard] = []
    ) throws -> [(skill: String, seconds: Int64, pieces: Int)] {
        guard let shards = Shard.covering(range) else { return [] }
        // A piece at the edge may have won time in the next shard.
        let near = shards.lowerBound - 1...shards.upperBound + 1
        let replaced = Set(laid.map(\.shard.number))
        var sums: [String: (seconds: Int64, pieces: Int)] = [:]
        for derived in laid where near.contains(derived.shard.number) {
            for entry in Self.skilled(derived) where range.contains(entry.at) {
                sums[entry.skills, default: (0, 0)].seconds += entry.seconds
                sums[entry.skills, default: (0, 0)].pieces += entry.pieces
            }
        }
        try Self.digest(db, "skilled", near) { shard, unpacker in
            let skills = try unpacker.text()
            var sum: (seconds: Int64, pieces: Int) = (0, 0)
            for _ in 0..<max(0, try unpacker.int()) {
                let at = Instant(shard.interval.start.seconds &+ (try unpacker.signed()))
                let (seconds, pieces) = (try unpacker.number(), try unpacker.int())
                guard range.contains(at) else { continue }
                sum.seconds += seconds
                sum.pieces += pieces
            }
            guard sum.seconds > 0 || sum.pieces > 0, !replaced.contains(shard.number) else { return }
            sums[skills, default: (0, 0)].seconds += sum.seconds
            sums[skills, default: (0, 0)].pieces += sum.pieces
        }
        return sums.flatMap { skills, sum in
            skills.split(separator: "\n").map { (String($0), sum.seconds, sum.pieces) }
        }
    }
}
