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

@Suite("Schema: what the database itself refuses")
struct SchemaTests {
    let folder = TemporaryFolder()

    func open() throws -> DatabaseQueue {
        _ = try LedgerStore(path: folder.file("ledger.sqlite"))
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        return try DatabaseQueue(path: folder.file("ledger.sqlite"), configuration: configuration)
    }

    static let evidence = """
        INSERT INTO evidence (public_id, kind, external_id, at, until, title, content_hash, recorded_at, device)
        VALUES ('n0123456789abcdef', 'note', 'x', 100, 200, 't', 0, 0, 'd')
        """

    @Test(
        "A row that cannot be is refused",
        arguments: [
            // An end before the start.
            "UPDATE evidence SET until = 50",
            // An id of another length.
            "UPDATE evidence SET public_id = 'n1'",
            // The same fact twice.
            evidence,
            // A person who is not there.
            "INSERT INTO identity (person_id, value, key) VALUES (99, 'a@example.com', 'a@example.com')",
            // An arena that does not exist.
            "INSERT INTO source (public_id, kind, locator, name, arena, added_at) VALUES ('s', 'git', '/', 'x', 'fun', 0)",
            // A sighting of nothing.
            "INSERT INTO sighting (evidence_id, source_id) VALUES (1, 77)",
            // Text where a number belongs.
            "UPDATE evidence SET at = 'soon'",
            // A segment without length.
            "INSERT INTO segment (shard, start, until, grade, layer, evidence_id) VALUES (0, 5, 5, 1, 1, 1)",
            // A second open timer.
            "INSERT INTO open_timer (id, at, content) VALUES (2, 0, '{}')",
            // An empty claim.
            "INSERT INTO claim (public_id, ulid, at, text) VALUES ('k', 'u', 0, '')",
            // A tag without a word.
            "INSERT INTO evidence_tag (evidence_id, tag) VALUES (1, '')",
            // People of a list that is not there, a piece with such a list, and a list that a piece has taken from it.
            "INSERT INTO guest (list_id, identity_id, role) VALUES (77, 1, 'attendee')",
            "UPDATE evidence SET guests = 77",
            "INSERT INTO guest_list VALUES (1); UPDATE evidence SET guests = 1; DELETE FROM guest_list",
        ])
    func refused(sql: String) throws {
        let queue = try open()
        try queue.write { db in try db.execute(sql: Self.evidence) }
        #expect(throws: DatabaseError.self) { try queue.write { db in try db.execute(sql: sql) } }
    }

    @Test("Deleting evidence deletes what hangs on it")
    func cascade() throws {
        let queue = try open()
        try queue.write { db in
            try db.execute(sql: Self.evidence)
            try db.execute(sql: "INSERT INTO evidence_tag (evidence_id, tag) VALUES (1, 'x')")
            try db.execute(sql: "INSERT INTO correction (evidence_id, content) VALUES (1, '{}')")
            try db.execute(sql: "INSERT INTO guest_list VALUES (1), (2); UPDATE evidence SET guests = 1")
            try db.execute(sql: "UPDATE evidence SET guests = 2")
            #expect(try Int.fetchAll(db, sql: "SELECT id FROM guest_list") == [2])
            try db.execute(sql: "DELETE FROM evidence")
            #expect(
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT (SELECT count(*) FROM evidence_tag) + (SELECT count(*) FROM correction)
                          + (SELECT count(*) FROM guest_list)
                        """) == 0)
        }
    }

    @Test("The file is only for its owner")
    func permissions() throws {
        _ = try open()
        var status = stat()
        #expect(stat(folder.file("ledger.sqlite"), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }
}

@Suite("Opening: what a ledger is, and what it is not")
struct OpeningTests {
    let folder = TemporaryFolder()

    func code(_ path: String, access: LedgerStore.Access = .write) -> LedgerError.Code? {
        do {
            _ = try LedgerStore(path: path, access: access)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("A file of another kind is not taken for a ledger, and is not touched")
    func notALedger() throws {
        let text = folder.write("notes.txt", String(repeating: "plain text ", count: 100))
        #expect(code(text) == .notALedger)
        let other = folder.file("other.sqlite")
        try DatabaseQueue(path: other).write { db in try db.execute(sql: "CREATE TABLE theirs (x)") }
        #expect(code(other) == .notALedger)
        #expect(try DatabaseQueue(path: other).read { db in try db.tableExists("theirs") })
    }

    @Test("A ledger of a newer version is refused, and left as it is")
    func newer() throws {
        let path = folder.file("ledger.sqlite")
        _ = try LedgerStore(path: path)
        try DatabaseQueue(path: path).write { db in try db.execute(sql: "PRAGMA user_version = 99") }
        #expect(code(path) == .ledgerNewer)
    }

    @Test("A missing ledger is only made when asked to")
    func missing() {
        #expect(code(folder.file("none.sqlite"), access: .existing) == .notFound)
        #expect(code(folder.file("no/such/folder/ledger.sqlite")) == nil)
        #expect(code("/proc/limelight/ledger.sqlite") == .unwritable)
    }

    @Test("A damaged ledger is told, without a word of what it holds")
    func damaged() throws {
        let path = folder.file("ledger.sqlite")
        let store = try LedgerStore(path: path)
        let context = WriteContext(now: FixedWorld.now, reach: 7200)
        for number in 0..<400 {
            var draft = EvidenceDraft(
                kind: .note, externalID: "\(number)", at: FixedWorld.now, title: "SENTINEL \(number)")
            draft.body = String(repeating: "x", count: 200)
            try store.write(at: FixedWorld.now, context, { try $0.log(draft) })
        }
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        let file = try #require(fopen(path, "r+"))
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        for offset in stride(from: 8192, to: size, by: 4096) {
            fseek(file, offset, SEEK_SET)
            fputs(String(repeating: "#", count: 64), file)
        }
        fclose(file)
        let error = #expect(throws: LedgerError.self) {
            let store = try LedgerStore(path: path)
            _ = try store.read({ try $0.search(SearchQuery("SENTINEL"), range: nil, limit: 10) })
            _ = try store.checks().first { !$0.ok && $0.tier == .required }.map { _ in
                throw LedgerError(.ledgerDamaged, "")
            }
        }
        #expect(error?.code == .ledgerDamaged)
        #expect(error.map { !"\($0)".contains("SENTINEL") } == true)
    }

    @Test("While another program writes, a capture waits, and past its time says so")
    func locked() throws {
        let path = folder.file("ledger.sqlite")
        _ = try LedgerStore(path: path)
        let holder = try DatabaseQueue(path: path)
        let store = try LedgerStore(path: path)
        let shard = DerivedShard(shard: Shard(20_000), dirtySeq: 1, segments: [], readings: [])
        try holder.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            // Questions do not need the lock.
            #expect(try store.read({ try $0.search(SearchQuery("x"), range: nil, limit: 1) }).total == 0)
            #expect(try store.store([shard], days: [], waiting: false).map(\.shard) == [shard.shard])
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try store.store([], days: [], waiting: false).isEmpty)
        // Of evidence that changed since nothing is stored either, and that is told.
        #expect(try store.store([shard], days: [], waiting: false).map(\.shard) == [shard.shard])
    }
}
