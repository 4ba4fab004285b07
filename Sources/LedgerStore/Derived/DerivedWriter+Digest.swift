import GRDB
import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What questions read a year of at once: one row a shard, packed. It repeats what evidence, segments
/// and readings say, so that no question walks over the evidence of a year.
extension DerivedWriter {
    /// Packs a shard anew, whose segments and readings were just stored.
    mutating func storeDigest(_ derived: DerivedShard) throws {
        let shard = derived.shard
        let people = try Snapshot.people(db, of: shard, &lists)
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO digest (shard, segments, skilled, contacts) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
            shard.number, Data(try Snapshot.segments(db, of: shard)),
            Data(Snapshot.packed(Snapshot.skilled(derived), of: shard)),
            Data(people.contacts),
        ])
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO tally (shard, people) VALUES (?, ?)")
            .execute(arguments: [shard.number, Data(people.tallies)])
    }
}

extension Snapshot {
    /// The packed column of every shard in `range`, in order of time or against it.
    static func digest(
        _ db: Database, _ column: String, _ range: ClosedRange<Int64>, newestFirst: Bool = false,
        _ read: (Shard, inout Unpacker) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT shard, \(column) FROM digest WHERE shard BETWEEN ? AND ?
                    ORDER BY shard \(newestFirst ? "DESC" : "ASC")
                    """), arguments: [range.lowerBound, range.upperBound])
        while let row = try rows.next() {
            try (row[1] as Data).withUnsafeBytes { bytes in
                var unpacker = Unpacker(bytes)
                while !unpacker.isAtEnd { try read(Shard(row[0]), &unpacker) }
            }
        }
    }
}
