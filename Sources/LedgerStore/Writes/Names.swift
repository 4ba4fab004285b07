import GRDB
import LedgerModel

/// Finds or makes the rows that evidence refers to, remembering them for one transaction.
struct Names {
    private var projects: [String: Int64] = [:]
    private var identities: [String: Int64] = [:]
    private var paths: [String: Int64] = [:]

    mutating func project(_ db: Database, _ name: String?) throws -> Int64? {
        guard let name, !name.isEmpty else { return nil }
        if let known = projects[name] { return known }
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM project WHERE name = ?"), arguments: [name])
        let id = try found ?? insert(db, "INSERT INTO project (name) VALUES (?)", [name])
        projects[name] = id
        return id
    }

    mutating func identity(_ db: Database, _ value: String, name: String) throws -> Int64 {
        if let known = identities[value] { return known }
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM identity WHERE value = ?"), arguments: [value])
        if let found {
            identities[value] = found
            return found
        }
        let shown = name.isEmpty ? value : name
        let person = try insert(
            db, "INSERT INTO person (public_id, name) VALUES (?, ?)", [PublicID(.person, value).description, shown])
        let id = try insert(
            db, "INSERT INTO identity (person_id, value, name) VALUES (?, ?, ?)", [person, value, name])
        identities[value] = id
        return id
    }

    mutating func path(_ db: Database, _ path: String) throws -> Int64 {
        if let known = paths[path] { return known }
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM path WHERE path = ?"), arguments: [path])
        let id = try found ?? insert(db, "INSERT INTO path (path) VALUES (?)", [path])
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
