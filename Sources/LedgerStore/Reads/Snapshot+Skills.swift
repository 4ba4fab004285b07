import GRDB
package import LedgerModel

extension Snapshot {
    /// Packs the skills of a shard: for each set of skills its keys and the number of entries, and for each entry the
    /// time in the shard, seconds and pieces.
    static func packed(
        _ entries: [(skills: String, at: Instant, seconds: Int64, pieces: Int)], of shard: Shard
    ) -> [UInt8] {
        var packer = Packer()
        for (skills, list) in Dictionary(grouping: entries, by: \.skills).sorted(by: { $0.key < $1.key }) {
            packer.add(skills)
            packer.add(list.count)
            for entry in list {
                packer.add(signed: entry.at - shard.interval.start)
                packer.add(entry.seconds)
                packer.add(entry.pieces)
            }
        }
        return packer.bytes
    }

    /// The person's own work with skills. A piece has one entry for itself and one for its segments in this shard.
    static func skilled(
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

    /// Seconds and pieces of each skill in `range`. A piece can have several skills, so these must not be summed.
    ///
    /// - Parameter laid: Shards to use instead of the stored ones.
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
