import GRDB
package import LedgerModel

extension Transaction {
    /// Writes My job as one act that can be taken back. The caller has already kept what the new one leaves out, by
    /// ending it.
    ///
    /// Throws `.changedMeanwhile` when what is kept is no longer `known`.
    package func save(_ myJob: MyJob, ifStill known: MyJob? = nil, action: ULID, verb: String) throws {
        if let known, try self.myJob() != known {
            throw LedgerError(
                .changedMeanwhile, "My job was changed meanwhile; nothing of this was kept",
                hint: "Look at what stands now, and send yours once more.")
        }
        try act(action, verb, on: "job") { try put(myJob) }
    }

    private func put(_ myJob: MyJob) throws {
        let old = try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, content, position FROM job_item").map {
                ($0[0] as String, ($0[1] as String, $0[2] as Int))
            })
        let new = try Self.rows(of: myJob)
        for id in old.keys.sorted() where !new.contains(where: { $0.id == id }) {
            try touch(.jobItem, id)
            try db.execute(sql: "DELETE FROM job_item WHERE id = ?", arguments: [id])
        }
        for row in new where old[row.id].map({ $0 != (row.content, row.position) }) ?? true {
            try touch(.jobItem, row.id)
            try db.execute(
                sql: """
                    INSERT INTO job_item (id, kind, position, content) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET position = excluded.position, content = excluded.content
                    """, arguments: [row.id, row.kind, row.position, row.content])
        }
        forgetMyJob()
        try markAll()
    }

    private typealias ItemRow = (id: String, kind: String, position: Int, content: String)

    private static func rows(of myJob: MyJob) throws -> [ItemRow] {
        var rows: [ItemRow] = [
            ("name", "name", 0, try Content.write(myJob.name)),
            ("settings", "settings", 0, try Content.write(myJob.settings)),
        ]
        func add<Item: MyJobItem>(_ items: [Item]) throws {
            for (position, item) in items.enumerated() {
                rows.append(
                    ("\(Item.kind.rawValue)/\(item.key)", Item.kind.rawValue, position, try Content.write(item)))
            }
        }
        try add(myJob.objectives)
        try add(myJob.responsibilities)
        try add(myJob.notMine)
        try add(myJob.people)
        try add(myJob.skills)
        try add(myJob.areas)
        try add(myJob.blocks)
        try add(myJob.rules)
        return rows
    }
}
