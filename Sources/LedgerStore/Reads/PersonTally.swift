import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How many pieces name a person, and the last of them, kept by shard: a list of everybody adds up ten years of them
/// instead of counting every piece anew.
///
/// A shard that changed since it was derived is counted from its evidence, as a change of a person's addresses marks
/// all of them; so the sum is what counting everything gives.
struct PersonTally {
    /// Pieces that name them, those that are off every view among them.
    var pieces = 0
    /// Those that a search can show.
    var visible = 0
    var last = Instant(.min)

    /// What a search never shows.
    static let hidden = EvidenceFlags([.withdrawn, .isPrivate])

    fileprivate mutating func add(_ other: PersonTally) {
        pieces += other.pieces
        visible += other.visible
        last = max(last, other.last)
    }

    /// Of everybody, by the row of the person.
    static func all(_ db: Database) throws -> [Int64: PersonTally] {
        var sums: [Int64: PersonTally] = [:]
        try each(db) { _, person, tally in sums[person, default: PersonTally()].add(tally) }
        return sums
    }

    /// Of one person, by shard, in no order.
    static func shards(_ db: Database, of person: Int64) throws -> [(shard: Shard, tally: PersonTally)] {
        var result: [(shard: Shard, tally: PersonTally)] = []
        try each(db) { shard, other, tally in
            if other == person { result.append((shard, tally)) }
        }
        return result
    }

    private static func each(_ db: Database, _ visit: (Shard, Int64, PersonTally) -> Void) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT t.shard, t.people FROM tally t JOIN shard s ON s.day = t.shard
                    WHERE s.dirty_seq <= s.derived_seq
                    """))
        while let row = try rows.next() {
            let shard = Shard(row[0])
            try (row[1] as Data).withUnsafeBytes { bytes in
                var unpacker = Unpacker(bytes)
                while !unpacker.isAtEnd {
                    let person = try unpacker.number()
                    var tally = PersonTally()
                    tally.pieces = try unpacker.int()
                    tally.visible = try unpacker.int()
                    tally.last = Instant(shard.interval.start.seconds &+ (try unpacker.number()))
                    visit(shard, person, tally)
                }
            }
        }
        let changed = try Int64.fetchAll(
            db, sql: "SELECT day FROM shard INDEXED BY shard_dirty WHERE dirty_seq > derived_seq ORDER BY day")
        for run in runs(changed) { try count(db, run, visit) }
    }

    /// The tallies of one shard, gathered from rows of one piece after the other.
    struct Sum {
        private var people: [Int64: (tally: PersonTally, piece: Int64)] = [:]

        /// A piece that names somebody more than once counts once.
        mutating func add(_ person: Int64, _ piece: Int64, _ at: Instant, isVisible: Bool) {
            var known = people[person] ?? (PersonTally(), 0)
            guard known.piece != piece else { return }
            known.piece = piece
            known.tally.add(PersonTally(pieces: 1, visible: isVisible ? 1 : 0, last: at))
            people[person] = known
        }

        /// Rows of persons in order, each with its tally; times from the start of the shard.
        func pack(_ start: Instant) -> [UInt8] {
            var packer = Packer()
            for (person, known) in people.sorted(by: { $0.key < $1.key }) {
                packer.add(person)
                packer.add(known.tally.pieces)
                packer.add(known.tally.visible)
                packer.add(known.tally.last - start)
            }
            return packer.bytes
        }
    }

    /// From the evidence itself.
    private static func count(
        _ db: Database, _ shards: ClosedRange<Int64>, _ visit: (Shard, Int64, PersonTally) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT i.person_id, (e.at - ?1) / 86400, count(DISTINCT e.id),
                      count(DISTINCT CASE WHEN e.flags & ?3 = 0 THEN e.id END), max(e.at)
                    FROM evidence e INDEXED BY evidence_at CROSS JOIN guest g ON g.list_id = e.guests
                    JOIN identity i ON i.id = g.identity_id
                    WHERE e.at >= ?1 AND e.at < ?2 GROUP BY 1, 2
                    """),
            arguments: [
                Shard(shards.lowerBound).interval.start.seconds, Shard(shards.upperBound).interval.end.seconds,
                hidden.rawValue,
            ])
        while let row = try rows.next() {
            var tally = PersonTally()
            (tally.pieces, tally.visible, tally.last) = (row[2], row[3], Instant(row[4]))
            visit(Shard(shards.lowerBound + (row[1] as Int64)), row[0], tally)
        }
    }

    /// Shards that follow each other, counted together.
    private static func runs(_ days: [Int64]) -> [ClosedRange<Int64>] {
        var runs: [ClosedRange<Int64>] = []
        for day in days {
            if let last = runs.last, last.upperBound == day - 1 {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        return runs
    }
}
