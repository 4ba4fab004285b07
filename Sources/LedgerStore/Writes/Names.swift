import GRDB
import LedgerModel

/// Finds or creates the rows that evidence refers to, and remembers them during an import.
struct Names {
    private var projects: [String: Int64] = [:]
    private var identities: [String: Int64] = [:]
    /// The people of the last piece, because those of a series repeat.
    private var last: (people: [PersonMention], rows: [Int64?]) = ([], [])
    private var noted: [PersonMention] = []
    private var paths: [String: Int64] = [:]
    /// Addresses with names that are already stored.
    private var called: Set<String> = []
    private(set) var forgotten: Forgotten?
    /// Identities whose person has a new name, which rules may look for.
    var renamed: Set<Int64> = []
    /// Keys of identities that were not known before, which may be somebody who is.
    var fresh: Set<String> = []

    init() {}

    /// Takes over what was forgotten. Drops all remembered rows if that has changed, since they may be gone.
    mutating func heed(_ forgotten: Forgotten?) {
        if forgotten?.count != self.forgotten?.count { self = Names() }
        self.forgotten = forgotten
    }

    /// Joins people who were not known before with those who are one person with them.
    mutating func joinFresh(_ transaction: Transaction) throws {
        if fresh.isEmpty { return }
        renamed.formUnion(try JoinedPeople.settle(transaction, only: fresh))
        fresh.removeAll()
    }

    /// Drops remembered people, whose rows may be gone.
    mutating func forgetPeople() {
        identities.removeAll()
        called.removeAll()
        (last, noted) = (([], []), [])
    }

    mutating func project(_ db: Database, _ name: String?) throws -> Int64? {
        guard let name, !name.isEmpty else { return nil }
        if let known = projects[name] { return known }
        let kept = forgotten?.scrubbed(name) ?? name
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM project WHERE name = ?"), arguments: [kept])
        let id = try found ?? insert(db, "INSERT INTO project (name) VALUES (?)", [kept])
        projects[name] = id
        return id
    }

    /// The row of each person; `nil` if a mention is empty.
    mutating func identities(_ db: Database, of people: [PersonMention]) throws -> [Int64?] {
        if people == last.people { return last.rows }
        var rows: [Int64?] = []
        for person in people {
            rows.append(person.identity.isEmpty ? nil : try identity(db, person.identity, name: person.name))
        }
        last = (people, rows)
        return rows
    }

    mutating func identity(_ db: Database, _ value: String, name: String) throws -> Int64 {
        if let known = identities[value] {
            try note(db, value, name)
            return known
        }
        let (kept, name) = try standIn(db, value, name: name)
        let known = try Self.row(db, kept)
        let id = try known ?? insert(db, kept, name: name)
        if known != nil, !name.isEmpty, !name.contains("@") { try call(db, id, name) }
        try note(db, kept, name)
        identities[value] = id
        return id
    }

    /// Stores the names that came with known addresses this time.
    mutating func note(_ db: Database, _ people: [PersonMention]) throws {
        if people.isEmpty || people == noted { return }
        for person in people { try note(db, person.identity, person.name) }
        noted = people
    }

    /// Stores one name of an address. Skips the person's own addresses, which need no other name, and forgotten people.
    private mutating func note(_ db: Database, _ value: String, _ name: String) throws {
        guard !name.isEmpty, name != value, value.contains("@"), called.insert(value + "\n" + name).inserted,
            forgotten?.standIn(for: value) == nil
        else { return }
        // Bounded, so that memory does not grow with the history.
        if called.count > 50_000 { called.removeAll(keepingCapacity: true) }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT i.id, i.name FROM identity i JOIN person p ON p.id = i.person_id
                    WHERE i.value = ? AND p.is_me = 0
                    """), arguments: [value])
        guard let row, let names = StoredNames.adding(name, to: row[1]) else { return }
        try db.cachedStatement(sql: "UPDATE identity SET name = ? WHERE id = ?").execute(arguments: [
            names, row[0] as Int64,
        ])
    }

    /// Replaces an address that was used as a name by a real name.
    private mutating func call(_ db: Database, _ identity: Int64, _ name: String) throws {
        try db.cachedStatement(
            sql: """
                UPDATE person SET name = ?1 WHERE id = (SELECT person_id FROM identity WHERE id = ?2)
                  AND instr(name, '@') > 0
                """
        ).execute(arguments: [name, identity])
        if db.changesCount > 0 { renamed.insert(identity) }
    }

    /// The stand-in of a person who was forgotten, else the person. A name alone is not enough if its address is known
    /// to be somebody else's, and a single word never is.
    func standIn(_ db: Database, _ value: String, name: String) throws -> (value: String, name: String) {
        guard let forgotten else { return (value, name) }
        if forgotten.isStandIn(value) { return (value, "") }
        if let standIn = forgotten.standIn(for: value) { return (standIn, "") }
        if WholeWords(name).words.count > 1 || !value.contains("@"), let standIn = forgotten.standIn(for: name),
            try Self.row(db, value) == nil
        {
            return (standIn, "")
        }
        return (value, name)
    }

    private static func row(_ db: Database, _ value: String) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM identity WHERE value = ?"), arguments: [value])
    }

    private mutating func insert(_ db: Database, _ value: String, name: String) throws -> Int64 {
        let isStandIn = value.hasPrefix(Forgotten.name + "-")
        let shown = isStandIn ? Forgotten.name : name.isEmpty ? value : name
        let key = PersonKey.of(value)
        fresh.insert(key)
        let person = try insert(
            db, "INSERT INTO person (public_id, name) VALUES (?, ?)", [PublicID(.person, value).description, shown])
        return try insert(
            db, "INSERT INTO identity (person_id, value, key, name) VALUES (?, ?, ?, ?)", [person, value, key, name])
    }

    mutating func path(_ db: Database, _ path: String) throws -> Int64 {
        if let known = paths[path] { return known }
        let kept = forgotten?.scrubbed(path) ?? path
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM path WHERE path = ?"), arguments: [kept])
        let id = try found ?? insert(db, "INSERT INTO path (path) VALUES (?)", [kept])
        // Bounded, so that memory does not grow with the history.
        if paths.count > 50_000 { paths.removeAll(keepingCapacity: true) }
        paths[path] = id
        return id
    }

    mutating func pack(_ db: Database, _ list: [String]) throws -> [UInt8] {
        var ids: [Int64] = []
        ids.reserveCapacity(list.count)
        for path in list { ids.append(try self.path(db, path)) }
        return PackedPaths.pack(Array(Set(ids)))
    }

    private func insert(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> Int64 {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
        return db.lastInsertedRowID
    }
}

extension Names {
    /// The draft without forgotten names and words, and with stand-ins for forgotten people.
    func scrub(_ db: Database, _ draft: EvidenceDraft) throws -> EvidenceDraft {
        guard let forgotten else { return draft }
        var draft = forgotten.scrub(draft)
        var people: [PersonMention] = []
        for var person in draft.people {
            (person.identity, person.name) = try standIn(db, person.identity, name: person.name)
            if !people.contains(where: { $0.identity == person.identity && $0.role == person.role }) {
                people.append(person)
            }
        }
        draft.people = people
        return forgotten.scrubAlone(draft)
    }
}

/// People who are in the ledger only because something names them.
enum People {
    /// The identities that the pieces of a source name.
    static func seen(_ db: Database, by source: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT p.identity_id FROM evidence_person p JOIN sighting s ON s.evidence_id = p.evidence_id
                WHERE s.source_id = ?1 UNION SELECT identity_id FROM other_commit WHERE source_id = ?1
                """, arguments: [source])
    }

    static func seen(_ db: Database, in evidence: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT DISTINCT identity_id FROM evidence_person WHERE evidence_id = ?", arguments: [evidence])
    }

    /// Deletes identities that nothing names any more, with their people. Never deletes the person's own.
    static func dropUnreferred(_ db: Database, _ identities: [Int64]) throws {
        for identity in identities {
            let person = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT p.id FROM identity i JOIN person p ON p.id = i.person_id
                        WHERE i.id = ?1 AND p.is_me = 0 AND p.role IS NULL
                          AND NOT EXISTS (SELECT 1 FROM guest WHERE identity_id = ?1)
                          AND NOT EXISTS (SELECT 1 FROM other_commit WHERE identity_id = ?1)
                        """), arguments: [identity])
            guard let person else { continue }
            try db.cachedStatement(sql: "DELETE FROM identity WHERE id = ?").execute(arguments: [identity])
            try db.cachedStatement(
                sql: "DELETE FROM person WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM identity WHERE person_id = ?1)"
            ).execute(arguments: [person])
        }
    }
}
