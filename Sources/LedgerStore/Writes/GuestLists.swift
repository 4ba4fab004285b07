import GRDB
import LedgerModel

/// The lists of people that a transaction has written: pieces that name the same people in it share one, so that a
/// weekly meeting with ten guests is ten rows and not five hundred.
///
/// Its numbers are known only inside the transaction that made them: another one may end with the list gone.
struct GuestLists {
    private struct Guest: Hashable {
        let identity: Int64
        let role: String
        let participation: String
    }

    private var known: [[Guest]: Int64] = [:]
    /// Of the last piece: those of a series follow each other.
    private var last: (people: [PersonMention], list: Int64?) = ([], nil)
    /// The first number that this transaction gave, and the next; zero until they are looked up. None is given twice.
    private var (first, next): (Int64, Int64) = (0, 0)
    /// The list that was made for the last piece.
    private var made: Int64?

    /// The list of those whom a piece names; nil for nobody.
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

    /// The piece that was to have the last list is there already.
    mutating func takeBack(_ db: Database) throws {
        guard let list = made else { return }
        try db.cachedStatement(sql: "DELETE FROM guest_list WHERE id = ?").execute(arguments: [list])
        forget()
    }

    /// A piece names nobody any more. Its list goes with the last that has it, by the schema's triggers.
    mutating func leave(_ db: Database, _ row: Int64) throws {
        let list = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT guests FROM evidence WHERE id = ? AND guests IS NOT NULL"),
            arguments: [row])
        guard let list else { return }
        try Self.clear(db, row)
        if first > 0, list >= first { forget() }
    }

    /// Pieces were deleted, and perhaps lists with them.
    mutating func forget() {
        known.removeAll()
        (last, made) = (([], nil), nil)
    }

    /// Takes everybody off a piece.
    static func clear(_ db: Database, _ row: Int64) throws {
        try db.cachedStatement(sql: "UPDATE evidence SET guests = NULL WHERE id = ?").execute(arguments: [row])
    }

    /// Lists that no piece has: only rows from outside bring some.
    static func dropUnnamed(_ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM guest_list WHERE id NOT IN (SELECT guests FROM evidence WHERE guests IS NOT NULL)")
    }
}
