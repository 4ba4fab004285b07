import GRDB
package import LedgerModel

/// What the person said is not theirs, so that no import takes it for theirs and nothing asks about it again.
extension Transaction {
    /// Remembers an address that was not known as the person's. Returns false if that was said before.
    func deny(_ identity: String, action: ULID) throws -> Bool {
        guard identity.contains("@"), try !snapshot.notMe().contains(identity) else { return false }
        try act(action, "me") {
            try deny(identity)
            try markAll()
        }
        return true
    }

    func deny(_ identity: String) throws {
        try touch(.notMe, identity)
        try db.execute(sql: "INSERT OR IGNORE INTO not_me (id) VALUES (?)", arguments: [identity])
    }

    /// The person says now that it is theirs.
    func forgetDenial(of identity: String) throws {
        guard try snapshot.notMe().contains(identity) else { return }
        try touch(.notMe, identity)
        try db.execute(sql: "DELETE FROM not_me WHERE id = ?", arguments: [identity])
    }

    /// Stores the names under which the person's addresses wrote commits, by which others of theirs are found.
    package func callMe(_ names: [(address: String, name: String)]) throws {
        for (address, name) in names {
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT i.id, i.name FROM identity i JOIN person p ON p.id = i.person_id
                    WHERE i.value = ? AND p.is_me = 1
                    """, arguments: [address])
            guard let row else { continue }
            let known: String = row[1]
            guard let all = known.isEmpty ? name : StoredNames.adding(name, to: known), all != known else { continue }
            try db.execute(sql: "UPDATE identity SET name = ? WHERE id = ?", arguments: [all, row[0] as Int64])
        }
    }
}

extension Snapshot {
    /// What the person said is not theirs: addresses in lower case, and names.
    package func notMe() throws -> Set<String> { try Set(String.fetchAll(db, sql: "SELECT id FROM not_me")) }

    /// The addresses that wrote commits under a name of the person, most commits first. None of the person's own, and
    /// none of which they said that it is not theirs.
    package func alsoMine() throws -> [AlsoMine] {
        let mine = try Row.fetchAll(
            db,
            sql: """
                SELECT i.value, i.name, p.name FROM identity i JOIN person p ON p.id = i.person_id WHERE p.is_me = 1
                """
        ).flatMap { row in [row[0] as String] + StoredNames.all(row[1]) + [row[2] as String] }
        let names = Set(mine.filter { !$0.contains("@") && !$0.isEmpty }.map(\.caseFolded))
        if names.isEmpty { return [] }
        let others = try Row.fetchCursor(
            db,
            sql: """
                SELECT i.id, i.value, i.name FROM identity i JOIN person p ON p.id = i.person_id
                WHERE p.is_me = 0 AND i.name <> '' AND instr(i.value, '@') > 0
                  AND i.value NOT IN (SELECT id FROM not_me)
                """)
        var found: [AlsoMine] = []
        while let row = try others.next() {
            guard let name = StoredNames.all(row[2]).first(where: { names.contains($0.caseFolded) }) else { continue }
            let commits = try commits(writtenBy: row[0])
            if commits > 0 { found.append(AlsoMine(identity: row[1], name: name, commits: commits)) }
        }
        return found.sorted { ($1.commits, $0.identity) < ($0.commits, $1.identity) }
    }

    private func commits(writtenBy identity: Int64) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT (SELECT count(DISTINCT sha) FROM other_commit WHERE identity_id = ?1)
                      + (SELECT count(*) FROM guest g JOIN evidence e ON e.guests = g.list_id
                         WHERE g.identity_id = ?1 AND g.role = ?2 AND e.kind = 'commit')
                    """), arguments: [identity, PersonRole.author.rawValue]) ?? 0
    }
}
