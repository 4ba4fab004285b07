import GRDB
package import LedgerModel

extension Transaction {
    /// Writes My job as one action that can be undone. The caller must already have ended items instead of leaving them
    /// out.
    ///
    /// Throws `.changedMeanwhile` if My job is no longer `known`.
    package func save(_ myJob: MyJob, ifStill known: MyJob? = nil, action: ULID, verb: String) throws {
        if let known, try self.myJob() != known {
            throw LedgerError(
                .changedMeanwhile, "My job was changed meanwhile; nothing was saved",
                hint: "Look at the current version, then save yours again.")
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
        try JoinedPeople.settle(self)
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

/// Who the person is in the sources, by mail addresses and names.
extension Transaction {
    /// Adds an identity of the person. Returns false if it was known. Without an action the program added it by itself,
    /// and `undo` skips it.
    @discardableResult
    package func addMe(_ identity: String, name: String, action: ULID?) throws -> Bool {
        guard let action else { return try addMe(identity, name: name) }
        return try act(action, "me") { try addMe(identity, name: name) }
    }

    private func addMe(_ identity: String, name: String) throws -> Bool {
        try forgetDenial(of: identity)
        var names = Names()
        let me = try Int64.fetchOne(db, sql: "SELECT id FROM person WHERE is_me = 1")
        let row = try names.identity(db, identity, name: name)
        let person = try Int64.fetchOne(db, sql: "SELECT person_id FROM identity WHERE id = ?", arguments: [row])
        guard let person, person != me else { return false }
        if let me {
            // Whoever is one person with it is the person too. The row of the person goes, so it is restored first.
            for row in try Int64.fetchAll(
                db, sql: "SELECT id FROM identity WHERE person_id = ? ORDER BY id", arguments: [person])
            {
                try touch(.identity, row)
                try db.execute(sql: "UPDATE identity SET person_id = ? WHERE id = ?", arguments: [me, row])
            }
            try touch(.person, person)
            try db.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [person])
        } else {
            try touch(.person, person)
            try db.execute(sql: "UPDATE person SET is_me = 1 WHERE id = ?", arguments: [person])
        }
        try markAll()
        return true
    }

    /// Removes an identity of the person, which then belongs to a separate person, and remembers that it is not theirs.
    /// Returns false if there was nothing to remember: a name that was not the person's, or what was said before.
    package func removeMe(_ identity: String, action: ULID) throws -> Bool {
        let mine = try Row.fetchAll(
            db,
            sql: """
                SELECT i.id, i.value, i.name, p.id AS person, p.public_id FROM identity i
                JOIN person p ON p.id = i.person_id WHERE p.is_me = 1 ORDER BY i.id
                """
        ).map { MyIdentity($0) }
        guard let own = mine.first(where: { $0.value == identity }) else { return try deny(identity, action: action) }
        let others = mine.filter { $0.row != own.row }
        // A person has their id from one of their addresses. Where that one is taken away, it keeps the id, and the
        // others are the person under the id of one of theirs.
        let keepsID = own.personID == PublicID(.person, own.value).description || others.isEmpty
        try act(action, "me") {
            try deny(identity)
            let moved = keepsID ? others : [own]
            if let first = moved.first {
                let person = try person(of: first, isMe: keepsID)
                for identity in moved {
                    try touch(.identity, identity.row)
                    try db.execute(
                        sql: "UPDATE identity SET person_id = ? WHERE id = ?", arguments: [person, identity.row])
                }
            }
            if keepsID {
                // The identity as well: where both go meanwhile, both come back.
                try touch(.identity, own.row)
                try touch(.person, own.person)
                try db.execute(sql: "UPDATE person SET is_me = 0 WHERE id = ?", arguments: [own.person])
            }
            try JoinedPeople.settle(self)
            try markAll()
        }
        return true
    }

    /// One of the person's identities.
    private struct MyIdentity {
        let row: Int64
        let value: String
        let name: String
        let person: Int64
        let personID: String

        init(_ row: Row) {
            (self.row, value, person, personID) = (row["id"], row["value"], row["person"], row["public_id"])
            name = StoredNames.shown(row["name"])
        }
    }

    /// The person who has their id from an identity.
    private func person(of identity: MyIdentity, isMe: Bool) throws -> Int64 {
        let id = PublicID(.person, identity.value).description
        if let known = try Int64.fetchOne(db, sql: "SELECT id FROM person WHERE public_id = ?", arguments: [id]) {
            try touch(.person, known)
            try db.execute(sql: "UPDATE person SET is_me = ? WHERE id = ?", arguments: [isMe, known])
            return known
        }
        let name = identity.name.isEmpty ? identity.value : identity.name
        try db.execute(
            sql: "INSERT INTO person (public_id, name, is_me) VALUES (?, ?, ?)", arguments: [id, name, isMe])
        let row = db.lastInsertedRowID
        touchNew(.person, row)
        return row
    }
}
