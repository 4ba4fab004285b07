import GRDB
package import LedgerModel

/// The names and addresses of a person who is being forgotten, and the single identity that replaces them from now on.
struct ForgottenPerson {
    let row: Int64
    /// `forgotten-` and part of a salted hash, so that no address can be derived from it.
    let standIn: String
    let shownName: String
    /// The names as they are shown, in every place where one comes with an address of theirs.
    private(set) var names: Set<String> = []
    /// Names of a single word that came with an address of theirs. They are removed only where they must mean this
    /// person.
    private(set) var shared: Set<String> = []
    private(set) var identities: [(row: Int64, value: String)] = []

    init(_ db: Database, _ id: PublicID) throws {
        let found = try Row.fetchOne(
            db, sql: "SELECT id, name, is_me FROM person WHERE public_id = ?", arguments: [id.description])
        guard let found else { throw LedgerError.noSuchID(id.description) }
        guard !(found["is_me"] as Bool) else { throw LedgerError.thatIsYou }
        row = found["id"]
        standIn = Forgotten.name + "-" + contentHash(id.description, salt: try Meta.get(db, .salt) ?? "").prefix(16)
        shownName = found["name"]
        names.insert(shownName)
        for identity in try Row.fetchAll(
            db, sql: "SELECT id, value, name FROM identity WHERE person_id = ? ORDER BY id", arguments: [row])
        {
            identities.append((identity["id"], identity["value"]))
            names.formUnion(StoredNames.all(identity["name"]))
            if !(identity["value"] as String).contains("@") { names.insert(identity["value"]) }
        }
        names.formUnion(try AddressNames.all(db, of: Set(identities.map(\.value))))
        // What an earlier forgetting left of a name is none.
        names = names.filter {
            $0.count >= 2 && !$0.contains(Forgotten.mark) && !$0.contains("@") && WholeWords($0).key != nil
        }
        setAside()
        try addNameless(db)
    }

    /// Moves names of a single word to `shared`. An address that came as `Otto`, `Max` or `Will` must not remove each
    /// such word everywhere. Like the single words of a name, it is removed where nobody else was; elsewhere it stays
    /// and is counted, because it is not certain who is meant.
    private mutating func setAside() {
        shared = names.filter { WholeWords($0).words.count == 1 && $0.lowercased() != shownName.lowercased() }
        names.subtract(shared)
    }

    /// Adds people of this name whom notes mention without an address. Nothing tells them apart from the person.
    private mutating func addNameless(_ db: Database) throws {
        let keys = Set(names.compactMap { WholeWords($0).key })
        let others = try Row.fetchCursor(
            db,
            sql: """
                SELECT i.id, i.value FROM identity i JOIN person p ON p.id = i.person_id
                WHERE i.person_id <> ? AND p.is_me = 0 AND instr(i.value, '@') = 0
                """, arguments: [row])
        while let other = try others.next() {
            if let key = WholeWords(other[1]).key, keys.contains(key) { identities.append((other[0], other[1])) }
        }
    }

    /// The texts to search for: addresses, and names as they are shown and as files and lists write them.
    var needles: Set<String> {
        var needles = Set(identities.map(\.value)).union(names)
        for name in names {
            let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count > 1, let last = words.last else { continue }
            needles.insert(last + ", " + words.dropLast().joined(separator: " "))
            for separator in [".", "-", "_"] { needles.insert(words.joined(separator: separator)) }
        }
        return needles.filter { $0.count >= 2 }
    }

    /// The single words of the names, which are searched for only in pieces with nobody else.
    var parts: [String] {
        var parts: [String: String] = [:]
        for name in names.union(shared) {
            let least = shared.contains(name) ? 2 : 3
            for word in WholeWords(name).words where name[word].count >= least {
                let shown = String(name[word])
                parts[shown.folded] = min(parts[shown.folded] ?? shown, shown)
            }
        }
        return parts.values.sorted()
    }

    /// Everything that is saved about them as hashes.
    var keys: [Forgotten.Key] {
        needles.compactMap { .name($0, standIn: standIn) } + parts.map { .part($0, of: standIn) }
    }

    /// The pieces that name them, withdrawn ones too.
    func naming(_ db: Database) throws -> Set<Int64> {
        var rows: Set<Int64> = []
        for identity in identities {
            rows.formUnion(
                try Int64.fetchAll(
                    db, sql: "SELECT evidence_id FROM evidence_person WHERE identity_id = ?", arguments: [identity.row])
            )
        }
        return rows
    }

    /// Merges all their identities into the stand-in. Counts stay.
    func rename(_ db: Database) throws {
        guard let kept = identities.first?.row else { return }
        for other in identities.dropFirst() {
            try db.execute(
                sql: "UPDATE OR IGNORE guest SET identity_id = ? WHERE identity_id = ?",
                arguments: [kept, other.row])
            try db.execute(sql: "DELETE FROM guest WHERE identity_id = ?", arguments: [other.row])
            try db.execute(
                sql: "UPDATE other_commit SET identity_id = ? WHERE identity_id = ?", arguments: [kept, other.row])
            try People.dropUnreferred(db, [other.row])
        }
        try db.execute(
            sql: "UPDATE identity SET value = ?1, key = ?1, name = '' WHERE id = ?2",
            arguments: [standIn, kept])
        // The public id has to change, because it is a hash of the address without salt.
        try db.execute(
            sql: "UPDATE person SET name = ?, role = NULL, public_id = ? WHERE id = ?",
            arguments: [Forgotten.name, PublicID(.person, standIn).description, row])
    }
}

extension LedgerError {
    package static let thatIsYou = LedgerError(.usage, "that is you", hint: "Erase the ledger’s file instead.")
}
