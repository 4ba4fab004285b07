import GRDB
package import LedgerModel

extension Transaction {
    /// Writes the frame as one act that can be taken back. The caller has already kept what the new one leaves out, by
    /// ending it.
    ///
    /// Throws `.changedMeanwhile` when what is kept is no longer `known`.
    package func save(_ frame: Frame, ifStill known: Frame? = nil, action: ULID, verb: String) throws {
        if let known, try self.frame() != known {
            throw LedgerError(
                .changedMeanwhile, "My job was changed meanwhile; nothing of this was kept",
                hint: "Look at what stands now, and send yours once more.")
        }
        try act(action, verb, on: "frame") { try put(frame) }
    }

    private func put(_ frame: Frame) throws {
        let old = try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, content, position FROM frame_item").map {
                ($0[0] as String, ($0[1] as String, $0[2] as Int))
            })
        let new = try Self.rows(of: frame)
        for id in old.keys.sorted() where !new.contains(where: { $0.id == id }) {
            try touch(.frameItem, id)
            try db.execute(sql: "DELETE FROM frame_item WHERE id = ?", arguments: [id])
        }
        for row in new where old[row.id].map({ $0 != (row.content, row.position) }) ?? true {
            try touch(.frameItem, row.id)
            try db.execute(
                sql: """
                    INSERT INTO frame_item (id, kind, position, content) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET position = excluded.position, content = excluded.content
                    """, arguments: [row.id, row.kind, row.position, row.content])
        }
        forgetFrame()
        try markAll()
    }

    private typealias ItemRow = (id: String, kind: String, position: Int, content: String)

    private static func rows(of frame: Frame) throws -> [ItemRow] {
        var rows: [ItemRow] = [
            ("name", "name", 0, try Content.write(frame.name)),
            ("settings", "settings", 0, try Content.write(frame.settings)),
        ]
        func add<Item: FrameItem>(_ items: [Item]) throws {
            for (position, item) in items.enumerated() {
                rows.append(
                    ("\(Item.kind.rawValue)/\(item.key)", Item.kind.rawValue, position, try Content.write(item)))
            }
        }
        try add(frame.objectives)
        try add(frame.responsibilities)
        try add(frame.notMine)
        try add(frame.people)
        try add(frame.skills)
        try add(frame.areas)
        try add(frame.blocks)
        try add(frame.rules)
        return rows
    }
}
