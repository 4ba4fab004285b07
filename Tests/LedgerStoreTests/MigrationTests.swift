import GRDB
import LedgerModel
import LedgerStore
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// There is one schema yet: later ones are made up here.
@Suite("Migration: alone, all of it or nothing, with a copy kept")
struct MigrationTests {
    let folder = TemporaryFolder()
    var path: String { folder.file("ledger.sqlite") }

    static let second = "ALTER TABLE claim ADD COLUMN mood TEXT NOT NULL DEFAULT ''"

    func schema(_ more: String...) -> Schema { Schema(Schema.shipped.migrations + more) }

    func fill() throws {
        let store = try LedgerStore(path: path)
        for title in ["restore drill", "walked Jonas through it"] {
            let draft = EvidenceDraft(kind: .note, externalID: title, at: FixedWorld.now, title: title)
            try store.write(at: FixedWorld.now, WriteContext(now: FixedWorld.now, reach: 7200), { try $0.log(draft) })
        }
    }

    func titles(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { db in
            try String.fetchAll(db, sql: "SELECT title FROM evidence ORDER BY title")
        }
    }

    func version(_ path: String) throws -> Int? {
        try DatabaseQueue(path: path).read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
    }

    func code(_ schema: Schema) -> LedgerError.Code? {
        do {
            _ = try LedgerStore(path: path, schema: schema)
            return nil
        } catch {
            return error.code
        }
    }

    static let held = ["restore drill", "walked Jonas through it"]

    @Test("An older ledger is brought to the schema, and lies beside it as it was, for its owner only")
    func migrates() throws {
        try fill()
        let store = try LedgerStore(path: path, schema: schema(Self.second))
        #expect(try version(path) == 2)
        #expect(try titles(path) == Self.held)
        #expect(store.backups() == [path + ".backup-1"])
        #expect(try version(path + ".backup-1") == 1)
        #expect(try titles(path + ".backup-1") == Self.held)
        var status = stat()
        #expect(stat(path + ".backup-1", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(access(path + ".backup-new", F_OK) != 0)
        // The copy is a ledger: who goes back uses it.
        #expect(
            try LedgerStore(path: path + ".backup-1").read {
                try $0.search(SearchQuery("drill"), range: nil, limit: 5)
            }.total == 1)
    }

    @Test("The last three copies stay, the latest first")
    func keepsThree() throws {
        try fill()
        let steps = (2...6).map { "CREATE TABLE step_\($0) (x INTEGER) STRICT" }
        for count in 1...5 {
            _ = try LedgerStore(path: path, schema: Schema(Schema.shipped.migrations + steps.prefix(count)))
        }
        #expect(try (1...3).map { try version("\(path).backup-\($0)") } == [5, 4, 3])
        #expect(access(path + ".backup-4", F_OK) != 0)
    }

    @Test("While a server runs on the ledger it is refused by name, and nothing is changed")
    func served() throws {
        try fill()
        let file = folder.write("ledger.sqlite.serve", "7007\n4321\n\(String(repeating: "s", count: 40))\n")
        let server = open(file, O_RDWR)
        #expect(hold(server))
        let error = #expect(throws: LedgerError.self) {
            try LedgerStore(path: path, schema: schema(Self.second))
        }
        #expect(error?.code == .ledgerInUse)
        #expect(
            error?.hint.description
                == "Nothing was changed. Stop the server with Ctrl-C where it runs (process 4321), then try again.")
        #expect(error.map { !"\($0)".contains("ssss") } == true)
        #expect(try version(path) == 1)
        #expect(LedgerStore.backups(of: path) == [])
        // Its own schema may be opened beside it.
        #expect(code(.shipped) == nil)
        // A server that was killed leaves the file, and no lock.
        close(server)
        #expect(code(schema(Self.second)) == nil)
        #expect(try version(path) == 2)
    }

    private func hold(_ descriptor: Int32) -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    @Test("A step that fails, or that leaves a row pointing nowhere, changes nothing")
    func fails() throws {
        try fill()
        #expect(code(schema(Self.second, "CREATE TABLE claim (x)")) == .storeFailed)
        #expect(
            code(schema("INSERT INTO telling (id, claim_id, person, at) VALUES ('t', 99, 'Maria', 0)")) == .storeFailed)
        #expect(try version(path) == 1)
        #expect(try titles(path) == Self.held)
        #expect(code(.shipped) == nil)
    }

    @Test("A table that is made anew does not take along what refers to it")
    func rebuilds() throws {
        try fill()
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "INSERT INTO evidence_tag (evidence_id, tag) SELECT id, 'drill' FROM evidence")
        }
        let anew = """
            CREATE TABLE evidence_new AS SELECT * FROM evidence;
            DELETE FROM evidence;
            INSERT INTO evidence SELECT * FROM evidence_new;
            DROP TABLE evidence_new;
            """
        #expect(code(schema(anew)) == nil)
        let tags = try DatabaseQueue(path: path).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM evidence_tag")
        }
        #expect(tags == 2)
        // Afterwards they are watched again.
        let store = try LedgerStore(path: path, schema: schema(anew))
        #expect(try store.checks().first { $0.name == "references" }?.ok == true)
    }

    @Test("A program that was open before the migration writes nothing more")
    func olderProgram() throws {
        try fill()
        let older = try LedgerStore(path: path)
        _ = try LedgerStore(path: path, schema: schema(Self.second))
        let draft = EvidenceDraft(kind: .note, externalID: "late", at: FixedWorld.now, title: "late")
        let error = #expect(throws: LedgerError.self) {
            try older.write(at: FixedWorld.now, WriteContext(now: FixedWorld.now, reach: 7200)) { try $0.log(draft) }
        }
        #expect(error?.code == .ledgerNewer)
        #expect(try titles(path) == Self.held)
    }

    @Test("A database of another program is no ledger, whatever its version")
    func foreign() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE t (x); PRAGMA user_version = 1") }
        try queue.close()
        #expect(code(.shipped) == .notALedger)
    }

    @Test("An empty file that others could read becomes private")
    func emptyFile() throws {
        let path = folder.write("empty.sqlite", "")
        chmod(path, 0o644)
        _ = try LedgerStore(path: path)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("Eight that migrate at once do it once")
    func atOnce() async throws {
        try fill()
        let (path, schema) = (path, schema(Self.second))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try LedgerStore(path: path, schema: schema) } }
            try await group.waitForAll()
        }
        #expect(try version(path) == 2)
        #expect(LedgerStore.backups(of: path).count == 1)
    }
}
