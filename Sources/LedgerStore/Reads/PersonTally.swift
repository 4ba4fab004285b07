import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The number of pieces that name a person, and the last of them, stored by shard. A list of all people sums the
/// tallies of ten years instead of counting every piece.
///
/// A shard that changed since it was derived is counted from its evidence, and a change of a person's addresses marks
/// all their shards. So the sum always equals a full count.
struct PersonTally {
    /// All pieces that name them, including pieces that no view shows.
    var pieces = 0
    /// The pieces among them that a search can show.
    var visible = 0
    /// The last piece that is not merely somebody else's event, or one that does not name the person; `.min` if there is none.
    var last = Instant(.min)

    /// The flags of pieces that a search never shows.
    static let hidden = EvidenceFlags([.withdrawn, .isPrivate])

    fileprivate mutating func add(_ other: PersonTally) {
        pieces += other.pieces
        visible += other.visible
        last = max(last, other.last)
    }

    /// The tallies of all people, by the row of the person.
    static func all(_ db: Database) throws -> [Int64: PersonTally] {
        var sums: [Int64: PersonTally] = [:]
        try each(db) { _, person, tally in sums[person, default: PersonTally()].add(tally) }
        return sums
    }

    /// The tallies of one person by shard, in no order.
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
                    let last = try unpacker.number()
                    if last >= 0 { tally.last = Instant(shard.interval.start.seconds &+ last) }
                    visit(shard, person, tally)
                }
            }
        }
        let changed = try Int64.fetchAll(
            db, sql: "SELECT day FROM shard INDEXED BY shard_dirty WHERE dirty_seq > derived_seq ORDER BY day")
        for run in runs(changed) { try count(db, run, visit) }
    }

    /// Collects the tallies of one shard. The rows of each piece must come one after the other.
    struct Sum {
        private var people: [Int64: (tally: PersonTally, piece: Int64)] = [:]

        /// Counts a piece only once if it names the person more than once.
        mutating func add(_ person: Int64, _ piece: Int64, _ at: Instant, isVisible: Bool, isOthers: Bool) {
            var known = people[person] ?? (PersonTally(), 0)
            guard known.piece != piece else { return }
            known.piece = piece
            known.tally.add(PersonTally(pieces: 1, visible: isVisible ? 1 : 0, last: isOthers ? Instant(.min) : at))
            people[person] = known
        }

        /// Packs the rows of people in order, each with its tally. Times count from the start of the shard.
        func pack(_ start: Instant) -> [UInt8] {
            var packer = Packer()
            for (person, known) in people.sorted(by: { $0.key < $1.key }) {
                packer.add(person)
                packer.add(known.tally.pieces)
                packer.add(known.tally.visible)
                packer.add(known.tally.last < start ? -1 : known.tally.last - start)
            }
            return packer.bytes
        }
    }

    /// Counts from the evidence itself.
    private static func count(
        _ db: Database, _ shards: ClosedRange<Int64>, _ visit: (Shard, Int64, PersonTally) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT i.person_id, (e.at - ?1) / 86400, count(DISTINCT e.id),
                      count(DISTINCT CASE WHEN e.flags & ?3 = 0 THEN e.id END),
                      max(CASE WHEN e.standing NOT IN (\(Standing.others.rawValue), \(Standing.possible.rawValue)) THEN e.at END)
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
            (tally.pieces, tally.visible) = (row[2], row[3])
            if let last: Int64 = row[4] { tally.last = Instant(last) }
            visit(Shard(shards.lowerBound + (row[1] as Int64)), row[0], tally)
        }
    }

    /// Joins consecutive shards, to count them together.
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
