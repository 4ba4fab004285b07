import GRDB
package import LedgerModel

/// The names and addresses of a person that is being forgotten, and the one identity that stands for
/// them from now on.
struct ForgottenPerson {
    let row: Int64
    /// `forgotten-` and a part of a salted hash, so that no address can be told from it.
    let standIn: String
    let shownName: String
    /// The names as they are shown, wherever an address of theirs carries one.
    private(set) var names: Set<String> = []
    /// Single words by which an address of theirs came: only looked for where a word is theirs.
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
            names.formUnion(CalledNames.all(identity["name"]))
            if !(identity["value"] as String).contains("@") { names.insert(identity["value"]) }
        }
        names.formUnion(try CarriedNames.all(db, of: Set(identities.map(\.value))))
        names = names.filter { $0.count >= 2 && !$0.contains("@") && WholeWords($0).key != nil }
        setAside()
        try addNameless(db)
    }

    /// An address that came as `Otto`, `Max` or `Will` does not take every such word out of everything: like the
    /// single words of a name it goes where nobody else was, and stays, counted, where it cannot be told who is meant.
    private mutating func setAside() {
        shared = names.filter { WholeWords($0).words.count == 1 && $0.lowercased() != shownName.lowercased() }
        names.subtract(shared)
    }

    /// Whom notes call by this very name, without an address: only the name could tell them apart.
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

    /// What is looked for: names as they are shown and as they stand in files and lists, and addresses.
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

    /// Single words of the names, which are looked for only where nobody else was.
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

    /// Everything that is kept of them as hashes.
    var keys: [Forgotten.Key] {
        needles.compactMap { .name($0, standIn: standIn) } + parts.map { .part($0, of: standIn) }
    }

    /// Makes all their identities the one that stands for them; what is counted stays.
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
        try db.execute(sql: "UPDATE identity SET value = ?, name = '' WHERE id = ?", arguments: [standIn, kept])
        // The public id is a hash of the address without salt.
        try db.execute(
            sql: "UPDATE person SET name = ?, role = NULL, public_id = ? WHERE id = ?",
            arguments: [Forgotten.name, PublicID(.person, standIn).description, row])
    }
}

extension LedgerError {
    package static let thatIsYou = LedgerError(.usage, "that is you", hint: "Erase the ledger's file instead.")
}
