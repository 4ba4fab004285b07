import GRDB
package import LedgerModel

/// The names of repositories, which depend on which others there are (`FolderNames`).
///
/// A repository’s name is also that of its project. Pieces refer to the row of the project, which keeps its number when a
/// second repository of the name makes it longer, or the removal of that one makes it shorter again.
enum RepositoryNames {
    /// Gives every repository its name. Returns whether any that already had one has another now.
    static func settle(_ db: Database) throws -> Bool {
        let rows = try Row.fetchAll(db, sql: "SELECT id, name, folder FROM source WHERE kind = 'git' AND folder <> ''")
        let names = FolderNames.of(rows.map { $0[2] as String })
        let forgotten = try Forgotten(db)
        var renamed: [String: String] = [:]
        for row in rows {
            let (old, folder): (String, String) = (row[1], row[2])
            let name = names[folder] ?? folder
            let kept = forgotten?.scrubbed(name) ?? name
            guard kept != old else { continue }
            try db.execute(sql: "UPDATE source SET name = ? WHERE id = ?", arguments: [kept, row[0] as Int64])
            if !old.isEmpty { renamed[old] = kept }
        }
        try renameProjects(db, renamed)
        return !renamed.isEmpty
    }

    private static func renameProjects(_ db: Database, _ renamed: [String: String]) throws {
        var rows: [(id: Int64, name: String)] = []
        for (old, new) in renamed.sorted(by: { $0.key < $1.key }) {
            guard let id = try row(db, old) else { continue }
            rows.append((id, new))
            // One may take the name that another gives up.
            try db.execute(sql: "UPDATE project SET name = ? WHERE id = ?", arguments: ["\u{1}\(id)", id])
        }
        for (id, name) in rows {
            if let left = try row(db, name) {
                // Of a source that was removed: what is cited stays with it.
                try db.execute(sql: "UPDATE evidence SET project_id = ? WHERE project_id = ?", arguments: [id, left])
                try db.execute(sql: "DELETE FROM project WHERE id = ?", arguments: [left])
            }
            try db.execute(sql: "UPDATE project SET name = ? WHERE id = ?", arguments: [name, id])
        }
    }

    private static func row(_ db: Database, _ name: String) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT id FROM project WHERE name = ?", arguments: [name])
    }
}

extension Transaction {
    /// Gives every repository its name. A rule may look for the names, so all days are marked if one has changed.
    func settleRepositoryNames() throws {
        if try RepositoryNames.settle(db) { try markAll() }
    }

    /// Sets what a repository is named for; an empty folder changes nothing.
    func setFolder(_ folder: String, of source: Source) throws {
        guard !folder.isEmpty, folder != source.folder else { return }
        try db.execute(sql: "UPDATE source SET folder = ? WHERE id = ?", arguments: [folder, source.rowID])
        try settleRepositoryNames()
    }

    /// An id for a new source. That of its place may be with a repository that was there before.
    func freeID(_ kind: SourceKind, _ locator: String) throws -> PublicID {
        var id = Source.id(kind: kind, locator: locator)
        var number = 1
        while try snapshot.source(id) != nil {
            number += 1
            id = Source.id(kind: kind, locator: "\(locator)\u{0}\(number)")
        }
        return id
    }

    /// Lets a repository go on at another place, with its id and all that is set for it.
    package func move(_ source: Source, to locator: String, folder: String) throws {
        let forgotten = try Forgotten(db)
        let formerly = ([source.folder] + source.formerly).filter { $0 != folder && !$0.isEmpty }
            .map { forgotten?.scrubbed($0) ?? $0 }
        try db.execute(
            sql: "UPDATE source SET locator = ?, folder = ?, formerly = ? WHERE id = ?",
            arguments: [locator, folder, formerly.prefix(20).joined(separator: "\n"), source.rowID])
        _ = try RepositoryNames.settle(db)
        try markAll()
    }

    /// Takes a repository from its place, which holds another one now. What was read stays.
    package func setAside(_ source: Source, on day: CivilDay) throws {
        var number = 1
        var locator = Source.replaced(source.locator, on: day, number: number)
        while try snapshot.source(source.kind, at: locator) != nil {
            number += 1
            locator = Source.replaced(source.locator, on: day, number: number)
        }
        let mark = "before \(day.iso)" + (number > 1 ? " (\(number))" : "")
        try move(source, to: locator, folder: "\(mark)/\(FolderNames.last(source.folder))")
    }
}
