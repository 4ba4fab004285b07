import GRDB
import LedgerModel

extension DerivedWriter {
    /// Resolves every floating time anew: `resolve` takes the local time, in seconds since 1970-01-01 on
    /// the wall clock, and gives the instant.
    func moveFloating(
        reach: Int64, revision: Int64, _ resolve: (Int64) -> Instant
    ) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, at, until, utc_offset FROM evidence WHERE flags & ? <> 0",
            arguments: [EvidenceFlags.floating.rawValue])
        for row in rows {
            let id: Int64 = row["id"]
            let offset: Int64 = row["utc_offset"]
            let local = (row["at"] as Int64) + offset
            let at = resolve(local)
            guard at.seconds != row["at"] as Int64 else { continue }
            let until = (row["until"] as Int64?).map { resolve($0 + offset).seconds }
            try Dirty.mark(db, evidence: id, reach: reach, revision: revision)
            try db.execute(
                sql: "UPDATE evidence SET at = ?, until = ?, utc_offset = ? WHERE id = ?",
                arguments: [at.seconds, until.map { max($0, at.seconds) }, local - at.seconds, id])
            try Dirty.mark(db, evidence: id, reach: reach, revision: revision)
        }
    }
}
