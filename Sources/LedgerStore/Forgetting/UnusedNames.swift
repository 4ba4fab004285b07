import GRDB
import LedgerModel

/// Names of files and projects are kept once for all that refer to them; what was scrubbed leaves some unused.
enum UnusedNames {
    static func drop(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM project WHERE id NOT IN
                  (SELECT project_id FROM evidence WHERE project_id IS NOT NULL)
                """)
        var used: Set<Int64> = []
        let packed = try Row.fetchCursor(
            db, sql: "SELECT paths FROM evidence WHERE paths IS NOT NULL UNION ALL SELECT paths FROM other_commit")
        while let row = try packed.next() {
            try row.withUnsafeData(atIndex: 0) { data in
                if let data { used.formUnion(PackedPaths.unpack(data)) }
            }
        }
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM path") where !used.contains(id) {
            try db.cachedStatement(sql: "DELETE FROM path WHERE id = ?").execute(arguments: [id])
        }
    }
}
