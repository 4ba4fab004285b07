import GRDB
import LedgerModel
import TestSupport
import Testing

@testable import LedgerStore

/// A valid row of every table that a constraint stands on, and each constraint tried against it. What there is to try
/// is asked of the database itself, so that a column or a key that is added later is tried as well.
@Suite("Schema: every constraint refuses what it is there for")
struct SchemaRuleTests {
    let folder = TemporaryFolder()
    let queue: DatabaseQueue

    static let rows = """
        INSERT INTO meta VALUES ('test', 'x');
        INSERT INTO source (id, public_id, kind, locator, name, added_at) VALUES (1, 's', 'git', '/a', 'a', 0);
        INSERT INTO release VALUES (1, 1, 'v2.1', 0);
        INSERT INTO project VALUES (1, 'p');
        INSERT INTO person (id, public_id, name) VALUES (1, 'p', 'Dana');
        INSERT INTO identity (id, person_id, value, key) VALUES (1, 1, 'dana@example.com', 'dana@example.com');
        INSERT INTO not_me VALUES ('root@build');
        INSERT INTO said_of_people VALUES ('a b', 'a', 'b', 'one', NULL);
        INSERT INTO fine VALUES ('agree:a', NULL);
        INSERT INTO path VALUES (1, 'a.txt');
        INSERT INTO guest_list VALUES (1);
        INSERT INTO guest (list_id, identity_id, role) VALUES (1, 1, 'attendee');
        INSERT INTO evidence (id, public_id, kind, external_id, at, until, title, project_id, guests, content_hash,
            recorded_at, device)
          VALUES (1, 'n0123456789abcdef', 'note', 'x', 100, 200, 't', 1, 1, 0, 0, 'd');
        INSERT INTO evidence_version VALUES (1, 1, '{}', 0);
        INSERT INTO sighting (evidence_id, source_id, release_id) VALUES (1, 1, 1);
        INSERT INTO evidence_tag VALUES (1, 'ops');
        INSERT INTO other_commit VALUES ('sha', 1, 1, 8104, x'');
        INSERT INTO series VALUES (1, 'uid', 'record');
        INSERT INTO plan_birth VALUES (1, 100, 200, 0);
        INSERT INTO correction (evidence_id, content) VALUES (1, '{}');
        INSERT INTO job_item VALUES ('name', 'name', 0, '""');
        INSERT INTO claim (id, public_id, ulid, at, text) VALUES (1, 'k', 'u', 0, 'Nine of twelve');
        INSERT INTO claim_evidence (id, claim_id, evidence_id) VALUES ('k/n', 1, 1);
        INSERT INTO note_answer VALUES ('n/h', 1, 'no');
        INSERT INTO said_of_candidate (id, answer, pieces) VALUES ('u', 'struck', 'n');
        INSERT INTO learned VALUES (1, 0, 'idea n');
        INSERT INTO telling (id, claim_id, person, at) VALUES ('u', 1, 'Maria', 0);
        INSERT INTO open_timer VALUES (1, 0, '{}');
        INSERT INTO hand_action (number, id, device, at, verb, subject, before) VALUES (1, 'u', 'd', 0, 'log', '', '[]');
        INSERT INTO forgotten (hash) VALUES ('h');
        INSERT INTO shard (day, dirty_seq) VALUES (1, 1);
        INSERT INTO meaning VALUES (1, 'job', '', '', '');
        INSERT INTO segment VALUES (1, 5, 6, 1, 1, 1);
        INSERT INTO reading (evidence_id, shard, at, meaning_id, source_id, is_work) VALUES (1, 1, 100, 1, 1, 1);
        INSERT INTO day_cells VALUES (1, x'');
        INSERT INTO digest VALUES (1, x'', x'', x'');
        INSERT INTO tally VALUES (1, x'');
        """

    init() throws {
        _ = try LedgerStore(path: folder.file("ledger.sqlite"))
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        queue = try DatabaseQueue(path: folder.file("ledger.sqlite"), configuration: configuration)
        try queue.write { db in try db.execute(sql: Self.rows) }
    }

    private struct Column {
        let table: String
        let name: String
        let type: String
        let isNotNull: Bool
        /// Its value is the number of the row, which SQLite gives where none is given.
        let isRowID: Bool
    }

    private static func tables(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM pragma_table_list
                WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name
                """)
    }

    private static func columns(_ db: Database) throws -> [Column] {
        try tables(db).flatMap { table in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM pragma_table_info(?)", arguments: [table])
            let keys = rows.filter { ($0["pk"] as Int) > 0 }
            return rows.map { row in
                let type: String = row["type"]
                return Column(
                    table: table, name: row["name"], type: type, isNotNull: row["notnull"],
                    isRowID: keys.count == 1 && (row["pk"] as Int) > 0 && type == "INTEGER")
            }
        }
    }

    /// Why the database refuses `sql`; nil when it does not. Nothing of it stays.
    private func refusal(_ sql: String) throws -> ResultCode? {
        var code: ResultCode?
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                do {
                    try db.execute(sql: sql)
                    #expect(db.totalChangesCount > 0, "\(sql)")
                } catch let error as DatabaseError {
                    code = error.extendedResultCode
                }
                return .rollback
            }
        }
        return code
    }

    @Test("There is a row of every table to try it with")
    func rows() throws {
        try queue.read { db in
            let tables = try Self.tables(db)
            // The last five are those of the full-text index.
            #expect(tables.count { !$0.hasPrefix("search") } == 37)
            for table in tables where !table.hasPrefix("search") {
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 > 0, "\(table)")
                let isStrict = try Bool.fetchOne(
                    db, sql: "SELECT strict FROM pragma_table_list WHERE name = ?", arguments: [table])
                #expect(isStrict == true, "\(table)")
            }
        }
    }

    @Test("NOT NULL: nothing is missing where something has to be")
    func notNull() throws {
        let columns = try queue.read(Self.columns).filter { !$0.table.hasPrefix("search") && $0.isNotNull }
        #expect(columns.count > 80)
        for column in columns {
            let sql = "UPDATE \(column.table) SET \(column.name) = NULL"
            #expect(try refusal(sql) == .SQLITE_CONSTRAINT_NOTNULL, "\(sql)")
        }
    }

    @Test("STRICT: text is no number, and a number no bytes")
    func types() throws {
        for column in try queue.read(Self.columns) where !column.table.hasPrefix("search") {
            let wrong = column.type == "TEXT" ? "x'00'" : "'soon'"
            let sql = "UPDATE \(column.table) SET \(column.name) = \(wrong)"
            let expected: ResultCode = column.isRowID ? .SQLITE_MISMATCH : .SQLITE_CONSTRAINT_DATATYPE
            let code = try refusal(sql)
            #expect(code == expected || (column.type == "TEXT" && code != nil), "\(sql): \(String(describing: code))")
        }
    }

    @Test("Foreign keys: nothing refers to what is not there, and what is referred to does not go")
    func foreignKeys() throws {
        struct Key: Hashable {
            let table, column, parent, onDelete: String
        }
        let keys = try queue.read { db in
            try Self.tables(db).flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM pragma_foreign_key_list(?)", arguments: [table]).map {
                    Key(table: table, column: $0["from"], parent: $0["table"], onDelete: $0["on_delete"])
                }
            }
        }
        #expect(keys.count == 20)
        for key in keys {
            let sql = "UPDATE \(key.table) SET \(key.column) = 77"
            #expect(try refusal(sql) == .SQLITE_CONSTRAINT_FOREIGNKEY, "\(sql)")
        }
        for parent in Set(keys.filter { $0.onDelete != "CASCADE" }.map(\.parent)) {
            #expect(try refusal("DELETE FROM \(parent)") == .SQLITE_CONSTRAINT_FOREIGNKEY, "\(parent)")
        }
        // Only what hangs on a piece, and the people of a list, go with it.
        #expect(
            Set(keys.filter { $0.onDelete == "CASCADE" }.map(\.table)) == [
                "guest", "evidence_version", "sighting", "evidence_tag", "plan_birth", "correction",
                "note_answer",
            ])
    }

    @Test("UNIQUE: no key twice, in a table or an index")
    func unique() throws {
        var tried = 0
        for table in try queue.read(Self.tables) where !table.hasPrefix("search") {
            let (names, indexes) = try queue.read { db in
                let names = try String.fetchAll(
                    db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
                let indexes = try String.fetchAll(
                    db, sql: "SELECT name FROM pragma_index_list(?) WHERE \"unique\"", arguments: [table]
                ).map { index in
                    try String.fetchAll(db, sql: "SELECT name FROM pragma_index_info(?)", arguments: [index])
                }
                return (names, indexes)
            }
            let rowID = try queue.read(Self.columns).first { $0.table == table && $0.isRowID }?.name
            for index in indexes + (rowID.map { [[$0]] } ?? []) {
                tried += 1
                // The same row again, but that what is unique elsewhere is new.
                let values = names.map { name -> String in
                    if index.contains(name) { return name }
                    let isKey = name == rowID || indexes.contains { $0.contains(name) }
                    guard isKey else { return name }
                    return name == "public_id" && table == "evidence"
                        ? "'n00000000000000zz'" : name == rowID ? "99" : name
                }
                let sql =
                    "INSERT INTO \(table) (\(names.joined(separator: ", "))) SELECT \(values.joined(separator: ", ")) FROM \(table)"
                let code = try refusal(sql)
                #expect(
                    code == .SQLITE_CONSTRAINT_UNIQUE || code == .SQLITE_CONSTRAINT_PRIMARYKEY
                        || code == .SQLITE_CONSTRAINT_ROWID, "\(index) of \(table): \(String(describing: code))")
            }
        }
        #expect(tried > 35)
    }

    /// Each with what it lets through: the table, what breaks it, and what is the last that does not.
    static let checks: [(broken: String, sound: String)] = [
        ("UPDATE source SET arena = 'fun'", "UPDATE source SET arena = 'personal'"),
        ("UPDATE source SET private = 2", "UPDATE source SET private = 1"),
        ("UPDATE source SET plans_count = -1", "UPDATE source SET plans_count = 1"),
        ("UPDATE release SET name = ''", "UPDATE release SET name = ' '"),
        ("UPDATE project SET name = ''", "UPDATE project SET name = ' '"),
        ("UPDATE person SET is_me = 2", "UPDATE person SET is_me = 1"),
        ("UPDATE identity SET value = ''", "UPDATE identity SET value = 'x'"),
        ("UPDATE not_me SET id = ''", "UPDATE not_me SET id = 'x'"),
        ("UPDATE said_of_people SET answer = 'perhaps'", "UPDATE said_of_people SET answer = 'later'"),
        ("UPDATE fine SET id = ''", "UPDATE fine SET id = 'x'"),
        ("UPDATE evidence SET public_id = 'n0123456789abcde'", "UPDATE evidence SET public_id = 'n0123456789abcdee'"),
        ("UPDATE evidence SET until = 99", "UPDATE evidence SET until = 100"),
        ("UPDATE evidence_tag SET tag = ''", "UPDATE evidence_tag SET tag = 'x'"),
        ("UPDATE correction SET happened = 2", "UPDATE correction SET happened = 0"),
        ("UPDATE claim SET text = ''", "UPDATE claim SET text = ' '"),
        ("UPDATE claim SET within = 'day'", "UPDATE claim SET within = 'quarter'"),
        ("UPDATE claim SET withdrawn = 2", "UPDATE claim SET withdrawn = 1"),
        ("UPDATE claim_evidence SET withdrawn = 2", "UPDATE claim_evidence SET withdrawn = 1"),
        ("UPDATE note_answer SET answer = 'yes'", "UPDATE note_answer SET answer = 'next'"),
        ("UPDATE said_of_candidate SET answer = 'two'", "UPDATE said_of_candidate SET answer = 'apart'"),
        ("UPDATE learned SET pieces = ''", "UPDATE learned SET pieces = 'idea'"),
        ("UPDATE learned SET id = 0", "UPDATE learned SET id = 2"),
        ("UPDATE telling SET person = ''", "UPDATE telling SET person = 'x'"),
        ("UPDATE telling SET withdrawn = 2", "UPDATE telling SET withdrawn = 1"),
        ("UPDATE open_timer SET id = 2", "UPDATE open_timer SET at = 7"),
        ("UPDATE segment SET until = 5", "UPDATE segment SET until = 7"),
    ]

    @Test("CHECK: what cannot be is refused, and what is just within it is not", arguments: checks)
    func check(broken: String, sound: String) throws {
        #expect(try refusal(broken) == .SQLITE_CONSTRAINT_CHECK)
        #expect(try refusal(sound) == nil)
    }

    @Test("Every check of the schema is tried")
    func allChecks() {
        #expect(SchemaV1.sql.ranges(of: "CHECK (").count == Self.checks.count)
    }

    @Test("A claim that is cited, told or listed does not go, nor whom a piece or a commit names")
    func held() throws {
        for table in ["claim", "source", "project", "identity", "person"] {
            #expect(try refusal("DELETE FROM \(table)") == .SQLITE_CONSTRAINT_FOREIGNKEY, "\(table)")
        }
        // With what refers to it gone, it can go.
        #expect(try refusal("DELETE FROM telling; DELETE FROM claim_evidence; DELETE FROM claim") == nil)
        #expect(try refusal("DELETE FROM claim_evidence; DELETE FROM evidence") == nil)
    }
}
