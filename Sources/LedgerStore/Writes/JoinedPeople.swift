import GRDB
import LedgerModel

/// Gives each identity the person whose it is, by `SamePeople`.
///
/// The problem: an identity belongs to a person by `identity.person_id`, which every list, tie and count follows. Who is
/// one person can change at any time: My job is loaded, two are joined by hand, an import brings an address that was
/// listed before it was seen.
///
/// So `person_id` is derived here from what was said and from nothing else. The invariants:
/// - A person has the id and the place of the first of their identities (`isBefore`), so that it makes no difference
///   which was read first, nor how often they were joined and parted.
/// - The person themself is left alone: `me` says which identities are theirs, and nothing joins them to others. So is
///   everyone who was forgotten.
/// - Rows of people to whom nothing belongs any more go.
enum JoinedPeople {
    /// Settles all identities, or only those with these keys. Returns the identities whose person or shown name changed.
    @discardableResult
    static func settle(_ transaction: Transaction, only keys: Set<String>? = nil) throws -> Set<Int64> {
        let db = transaction.db
        let same = try SamePeople(transaction.myJob().people, said: transaction.snapshot.saidOfPeople())
        var wanted = keys
        if let keys { wanted = Set(keys.flatMap(same.keys)) }
        let members = try Member.all(db, wanted).filter { !$0.isMe && !$0.isStandIn }
        let groups = Dictionary(grouping: members) { same.root(of: $0.key) }.values
            .map { $0.sorted(by: Member.isBefore) }.sorted { Member.isBefore($0[0], $1[0]) }
        let owners = owners(groups)
        var changed: Set<Int64> = []
        var places: [(group: [Member], person: Int64, name: String)] = []
        for (index, group) in groups.enumerated() {
            let name = same.label(of: group[0].key) ?? shownName(group)
            let kept = Set(group.map(\.person)).filter { owners[$0] == index }.min()
            let person = try kept ?? insert(db, group[0], name)
            for member in group where member.person != person {
                try db.cachedStatement(sql: "UPDATE identity SET person_id = ? WHERE id = ?")
                    .execute(arguments: [person, member.row])
                changed.insert(member.row)
            }
            places.append((group, person, name))
        }
        if !changed.isEmpty { try dropEmpty(db, Set(members.map(\.person))) }
        for place in places { changed.formUnion(try call(db, place.group, place.person, place.name)) }
        return changed
    }

    /// Which group keeps each row of a person: the one with the identity of which the row has its id, else the first.
    private static func owners(_ groups: [[Member]]) -> [Int64: Int] {
        var owners: [Int64: Int] = [:]
        for (index, group) in groups.enumerated() {
            for member in group where member.personID == member.ownID { owners[member.person] = index }
        }
        for (index, group) in groups.enumerated() {
            for member in group where owners[member.person] == nil { owners[member.person] = index }
        }
        return owners
    }

    /// The row of the person who has their id from an identity.
    private static func insert(_ db: Database, _ first: Member, _ name: String) throws -> Int64 {
        let id = first.ownID
        if let known = try Int64.fetchOne(db, sql: "SELECT id FROM person WHERE public_id = ?", arguments: [id]) {
            return known
        }
        try db.execute(sql: "INSERT INTO person (public_id, name) VALUES (?, ?)", arguments: [id, name])
        return db.lastInsertedRowID
    }

    private static func dropEmpty(_ db: Database, _ people: Set<Int64>) throws {
        for person in people {
            try db.cachedStatement(
                sql: """
                    DELETE FROM person WHERE id = ?1 AND is_me = 0
                      AND NOT EXISTS (SELECT 1 FROM identity WHERE person_id = ?1)
                    """
            ).execute(arguments: [person])
        }
    }

    /// Gives a person the id and the name of their group. Returns the identities if either changed.
    private static func call(
        _ db: Database, _ group: [Member], _ person: Int64, _ name: String
    ) throws -> [Int64] {
        if group[0].person == person, group[0].personID == group[0].ownID, group[0].personName == name { return [] }
        try db.cachedStatement(
            sql: "UPDATE person SET public_id = ?2, name = ?3 WHERE id = ?1 AND (public_id <> ?2 OR name <> ?3)"
        ).execute(arguments: [person, group[0].ownID, name])
        return db.changesCount > 0 ? group.map(\.row) : []
    }

    /// The name of a person whom My job does not name. One identity keeps the name that it has; of several the best
    /// name is shown: not an address, with given and family name, in the order in which it is said.
    private static func shownName(_ group: [Member]) -> String {
        let first = group[0]
        if group.count == 1, first.person != 0, first.names.contains(first.personName) { return first.personName }
        func rank(_ name: String) -> Int {
            name.contains("@") ? 3 : !name.contains(" ") ? 2 : name.contains(",") ? 1 : 0
        }
        let names = group.flatMap(\.names)
        return names.enumerated().min { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }?.element
            ?? first.value
    }
}

/// An identity, and the person to whom it belongs at present.
private struct Member {
    let row: Int64
    let value: String
    let key: String
    /// The names that came with it, and itself.
    let names: [String]
    let person: Int64
    let personID: String
    let personName: String
    let isMe: Bool
    /// The id that a person has from it.
    let ownID: String

    private init(_ found: Row) {
        (row, value, key, person) = (found[0], found[1], found[2], found[4])
        (personID, personName, isMe) = (found[5], found[6], found[7])
        names = StoredNames.all(found[3]) + [value]
        ownID = PublicID(.person, value).description
    }

    /// Whether nobody can tell any more who it was.
    var isStandIn: Bool { !value.contains("@") && value.hasPrefix(Forgotten.name + "-") }

    /// Addresses come before names alone, and then by the alphabet.
    static func isBefore(_ a: Member, _ b: Member) -> Bool {
        let (mine, theirs) = (a.value.contains("@"), b.value.contains("@"))
        return mine != theirs ? mine : a.value < b.value
    }

    /// - Parameter keys: `nil` for everybody.
    static func all(_ db: Database, _ keys: Set<String>?) throws -> [Member] {
        let which = keys == nil ? "" : "WHERE i.key IN (SELECT value FROM json_each(?))"
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT i.id, i.value, i.key, i.name, p.id, p.public_id, p.name, p.is_me
                    FROM identity i JOIN person p ON p.id = i.person_id \(which) ORDER BY i.id
                    """),
            arguments: try keys.map { [try Content.write($0.sorted())] } ?? []
        ).map(Member.init)
    }
}
