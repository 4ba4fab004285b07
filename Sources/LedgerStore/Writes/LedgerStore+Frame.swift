import GRDB
package import LedgerModel

/// The frame is kept item by item; YAML is a view of it.
extension LedgerStore {
    package func frame() throws(LedgerError) -> Frame {
        try read { db in try Self.frame(db) }
    }

    static func frame(_ db: Database) throws -> Frame {
        var frame = Frame()
        let rows = try Row.fetchCursor(db, sql: "SELECT kind, content FROM frame_item ORDER BY kind, position")
        while let row = try rows.next() {
            let content: String = row[1]
            switch row[0] as String {
            case FrameKind.objective.rawValue: frame.objectives.append(try Content.read(Objective.self, content))
            case FrameKind.responsibility.rawValue:
                frame.responsibilities.append(try Content.read(Responsibility.self, content))
            case FrameKind.notMine.rawValue: frame.notMine.append(try Content.read(NotMine.self, content))
            case FrameKind.person.rawValue: frame.people.append(try Content.read(FramePerson.self, content))
            case FrameKind.skill.rawValue: frame.skills.append(try Content.read(Skill.self, content))
            case FrameKind.area.rawValue: frame.areas.append(try Content.read(LearningArea.self, content))
            case FrameKind.block.rawValue: frame.blocks.append(try Content.read(BlockPattern.self, content))
            case FrameKind.rule.rawValue: frame.rules.append(try Content.read(Rule.self, content))
            case "settings": frame.settings = try Content.read(FrameSettings.self, content)
            case "name": frame.name = try Content.read(String.self, content)
            default: continue
            }
        }
        return frame
    }

    /// Writes the frame as one action that can be taken back. The caller has already kept what the
    /// new one leaves out, by ending it.
    ///
    /// Throws `.changedMeanwhile` when what is kept is no longer `known`.
    ///
    /// - Parameter erasesPeople: Takes everybody out of what was read, in the same transaction; that is not taken back.
    package func save(
        _ frame: Frame, ifStill known: Frame? = nil, erasesPeople: Bool = false, action: ULID, verb: String,
        _ context: WriteContext
    ) throws(LedgerError) {
        try write { db in
            var journal = HandJournal()
            try Self.put(db, frame, ifStill: known, &journal)
            try journal.save(db, id: action, verb: verb, subject: "frame", at: context.now)
            if erasesPeople { try LeftOutPeople.erase(db, context) }
        }
        if erasesPeople { try compact() }
    }

    static func put(_ db: Database, _ frame: Frame, ifStill known: Frame?, _ journal: inout HandJournal) throws {
        if let known, try Self.frame(db) != known {
            throw LedgerError(
                .changedMeanwhile, "My job was changed meanwhile; nothing of this was kept",
                hint: "Look at what stands now, and send yours once more.")
        }
        let old = try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, content, position FROM frame_item").map {
                ($0[0] as String, ($0[1] as String, $0[2] as Int))
            })
        let new = try Self.rows(of: frame)
        for id in old.keys.sorted() where !new.contains(where: { $0.id == id }) {
            try journal.touch(db, .frameItem, id)
            try db.execute(sql: "DELETE FROM frame_item WHERE id = ?", arguments: [id])
        }
        for row in new where old[row.id].map({ $0 != (row.content, row.position) }) ?? true {
            try journal.touch(db, .frameItem, row.id)
            try db.execute(
                sql: """
                    INSERT INTO frame_item (id, kind, position, content) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET position = excluded.position, content = excluded.content
                    """, arguments: [row.id, row.kind, row.position, row.content])
        }
        try Dirty.markAll(db, revision: try Meta.raiseRevision(db))
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
