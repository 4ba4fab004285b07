import GRDB
import LedgerModel

/// The guest lists that a transaction has written. Pieces with the same people share a list, so that a weekly meeting
/// with ten guests takes ten rows and not five hundred.
///
/// Row numbers are remembered only inside one transaction, because another transaction may delete a list.
struct GuestLists {
    private struct Guest: Hashable {
        let identity: Int64
        let role: String
        let participation: String
    }

    private var known: [[Guest]: Int64] = [:]
    /// The people and list of the last piece, because occurrences of a series come one after the other.
    private var last: (people: [PersonMention], list: Int64?) = ([], nil)
    /// The first number that this transaction used, and the next; 0 until they are looked up. No number is used twice.
    private var (first, next): (Int64, Int64) = (0, 0)
    /// The list that was created for the last piece.
    private var made: Int64?

    /// The list of the people whom a piece names; `nil` if it names nobody.
    mutating func list(_ db: Database, of people: [PersonMention], _ names: inout Names) throws -> Int64? {
        made = nil
        if people == last.people { return last.list }
        var guests: [Guest] = []
        for (person, identity) in zip(people, try names.identities(db, of: people)) {
            guard let identity,
                !guests.contains(where: { $0.identity == identity && $0.role == person.role.rawValue })
            else { continue }
            guests.append(
                Guest(identity: identity, role: person.role.rawValue, participation: person.participation))
        }
        guests.sort { ($0.identity, $0.role) < ($1.identity, $1.role) }
        let list = guests.isEmpty ? nil : try known[guests] ?? insert(db, guests)
        if let list { known[guests] = list }
        last = (people, list)
        return list
    }

    private mutating func insert(_ db: Database, _ guests: [Guest]) throws -> Int64 {
        if next == 0 {
            first = (try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM guest_list")) ?? 0) + 1
            next = first
        }
        let list = next
        next += 1
        made = list
        try RowStatement(db, "INSERT INTO guest_list (id) VALUES (?)").run { $0.add(list) }
        let statement = try RowStatement(
            db, "INSERT INTO guest (list_id, identity_id, role, participation) VALUES (?, ?, ?, ?)")
        for guest in guests {
            try statement.run { values in
                values.add(list)
                values.add(guest.identity)
                values.add(guest.role)
                values.add(guest.participation)
            }
        }
        return list
    }

    /// Deletes the last list if it was created for a piece that turned out to exist.
    mutating func takeBack(_ db: Database) throws {
        guard let list = made else { return }
        try db.cachedStatement(sql: "DELETE FROM guest_list WHERE id = ?").execute(arguments: [list])
        forget()
    }

    /// Removes the people from a piece. A trigger of the schema deletes the list with the last piece that has it.
    mutating func leave(_ db: Database, _ row: Int64) throws {
        let list = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT guests FROM evidence WHERE id = ? AND guests IS NOT NULL"),
            arguments: [row])
        guard let list else { return }
        try Self.clear(db, row)
        if first > 0, list >= first { forget() }
    }

    /// Drops what is remembered. Call it after pieces were deleted, because their lists may be gone too.
    mutating func forget() {
        known.removeAll()
        (last, made) = (([], nil), nil)
    }

    /// Removes the people from a piece.
    static func clear(_ db: Database, _ row: Int64) throws {
        try db.cachedStatement(sql: "UPDATE evidence SET guests = NULL WHERE id = ?").execute(arguments: [row])
    }

    /// Deletes lists that no piece has. Only rows from an export or a damaged ledger can leave some.
    static func dropUnnamed(_ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM guest_list WHERE id NOT IN (SELECT guests FROM evidence WHERE guests IS NOT NULL)")
    }
}
