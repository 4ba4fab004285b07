import LedgerModel
import LedgerStore
import TestSupport
import Testing

/// A piece as a test has it read, with the time that it won; what deriving the timeline says elsewhere.
struct ReadPiece {
    let id: PublicID
    var meaning = Meaning()
    var skills: [String] = []
    var isWork = true
    var spans: [(interval: Interval, grade: Grade)] = []
}

extension StoreWorld {
    func trace(_ id: PublicID) throws -> TraceEvidence {
        try #require(try store.read { try $0.trace(of: id) }).trace
    }

    /// The marked shards with these readings in them, ready to be stored or laid over a snapshot.
    func derived(_ pieces: [ReadPiece]) throws -> [DerivedShard] {
        let traces = try Dictionary(uniqueKeysWithValues: pieces.map { ($0.id, try trace($0.id)) })
        return try store.read({ try $0.dirtyShards() }).map { shard, seq in
            var derived = DerivedShard(shard: shard, dirtySeq: seq, segments: [], readings: [])
            for piece in pieces {
                guard let trace = traces[piece.id] else { continue }
                let parts = piece.spans.compactMap { span in
                    span.interval.clipped(to: shard.interval).map {
                        Segment(interval: $0, grade: span.grade, layer: .stated, row: trace.row)
                    }
                }
                derived.segments += parts
                guard Shard(containing: trace.at) == shard || !parts.isEmpty else { continue }
                derived.readings.append(
                    StoredReading(
                        row: trace.row, at: trace.at, meaning: piece.meaning, sourceRow: 0, skills: piece.skills,
                        isWork: piece.isWork))
            }
            derived.segments.sort { $0.interval.start < $1.interval.start }
            return derived
        }
    }

    /// Stores these readings, and that nothing else was read.
    func derive(_ pieces: [ReadPiece] = [], days: [DayBounds] = []) throws {
        #expect(try store.store(derived(pieces), days: days, waiting: true).isEmpty)
        #expect(try marked() == [])
    }

    /// The days in UTC that are to be derived again.
    func marked() throws -> [String] {
        try store.read({ try $0.dirtyShards() }).map { CivilDay(number: $0.shard.number).iso }
    }
}
