import GRDB
import LedgerModel

/// Removes forgotten names from every column that holds words.
///
/// The problem: a name can be anywhere: in titles, texts, tags, results, names of sources, records of series, older
/// versions, My job, the hand journal, a running timer, projects and paths. One column left out would keep the name, or
/// bring it back on the next import or `undo`.
///
/// Each row is handled in two steps. SQL finds candidates by the longest ASCII run of each needle (`part`), because
/// SQLite's `lower` knows only ASCII: “Jörg Müller-Lüdenscheidt” is searched for by `denscheidt`. Then Swift scrubs
/// each candidate by whole words in full Unicode, and the row is written only if that changed it.
///
/// The invariant: stored text and freshly imported text are scrubbed by the same code (`Forgotten`, `Names.scrub`). So
/// a second import gives the same hash and changes nothing.
///
/// A new column with words belongs into `run`, and into `cell` if the hand journal can hold it.
///
/// `changes` is the same search without its writes: what a page shows beforehand is what forgetting would touch.
struct TextScrub {
    private let db: Database
    /// Collects what would change, if nothing is to be written.
    private var noted: Noted?
    private let forgotten: Forgotten
    private let names: Names
    /// For each needle, the part by which SQLite can find it.
    private let parts: Set<String>
    /// The pieces whose current version has them as the only other person.
    private let alone: Set<Int64>
    private let standIn: String
    private let rules: RuleScrub

    init(_ db: Database, _ forgotten: Forgotten, _ person: ForgottenPerson, alone: Set<Int64>) throws {
        self.db = db
        self.forgotten = forgotten
        self.alone = alone
        standIn = person.standIn
        rules = try RuleScrub(db, forgotten, standIn: person.standIn, alone: alone)
        var names = Names()
        names.heed(forgotten)
        self.names = names
        // An older version with nobody else in it may hold a single word of the name.
        parts = Set(person.needles.union(person.parts).map(Self.part))
    }

    /// The longest run of ASCII letters and digits.
    static func part(of needle: String) -> String {
        let runs = needle.lowercased().split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
        return String(runs.max { $0.count < $1.count } ?? "")
    }

    /// What `run` would change. Writes nothing.
    func changes() throws -> [Change] {
        var search = self
        let noted = Noted()
        search.noted = noted
        _ = try search.run()
        return noted.changes
    }

    /// A text that would change.
    struct Change: Hashable {
        var table: String
        /// The number of its row; of tags and versions that of the piece; `nil` if the row has none.
        var row: Int64?
        var text: String
    }

    private final class Noted {
        var changes: [Change] = []
    }

    /// Changes a row, or notes that it would be.
    private func change(
        _ table: String, _ row: Int64?, _ text: String, _ write: () throws -> Void
    ) throws {
        guard let noted else { return try write() }
        noted.changes.append(Change(table: table, row: row, text: text))
    }

    /// Scrubs everything. Returns the rows of evidence whose words changed.
    func run() throws -> Set<Int64> {
        var changed = try texts("evidence", "id", "title", forgotten.scrubbed)
        changed.formUnion(try texts("evidence", "id", "body", forgotten.scrubbed))
        changed.formUnion(try texts("evidence_tag", "evidence_id", "tag", forgotten.scrubbed))
        for column in ["text", "for_whom", "figure", "known_by"] {
            _ = try texts("claim", "id", column, forgotten.scrubbed)
        }
        for column in ["person", "heard"] { _ = try texts("telling", "id", column, forgotten.scrubbed) }
        for column in ["name", "formerly", "open_to"] { _ = try texts("source", "id", column, forgotten.scrubbed) }
        _ = try texts("series", "source_id, uid", "record") { try names.scrub(db, record: $0) }
        try notMe()
        try myJob()
        try versions()
        _ = try texts("hand_action", "number", "before", also: rules.keys.keys.map { $0.lowercased() }) { text in
            try ActionJournal.scrub(text, piece: piece, cell: cell)
        }
        _ = try texts("open_timer", "id", "content", timer)
        changed.formUnion(try projects())
        try paths()
        changed.formUnion(try titlesOfTwo())
        return changed
    }

    /// Scrubs a version of a piece.
    private func piece(_ draft: EvidenceDraft, of row: Int64?) throws -> EvidenceDraft {
        let kept = try names.scrub(db, draft)
        return row.map(alone.contains) == true ? forgotten.scrub(kept, partsOf: standIn) : kept
    }

    private func versions() throws {
        for row in try rows("evidence_version", "evidence_id, version", "content") {
            let text: String = row[0]
            let kept = try Content.write(piece(Content.read(EvidenceDraft.self, text), of: row[1]))
            guard kept != text else { continue }
            try change("evidence_version", row[1], "") {
                try db.cachedStatement(
                    sql: "UPDATE evidence_version SET content = ? WHERE evidence_id = ? AND version = ?"
                ).execute(arguments: [kept, row[1] as Int64, row[2] as Int64])
            }
        }
    }

    /// Removes single words of the names too, in pieces where they were the only other person.
    private func titlesOfTwo() throws -> Set<Int64> {
        var changed: Set<Int64> = []
        for row in alone.sorted() {
            guard let draft = try EvidenceReader.draft(db, row: row) else { continue }
            let kept = forgotten.scrub(draft, partsOf: standIn)
            guard kept != draft else { continue }
            changed.insert(row)
            try change("evidence", row, draft.title) {
                try db.cachedStatement(sql: "UPDATE evidence SET title = ?, body = ? WHERE id = ?")
                    .execute(arguments: [kept.title, kept.body, row])
                guard kept.tags != draft.tags else { return }
                try db.execute(sql: "DELETE FROM evidence_tag WHERE evidence_id = ?", arguments: [row])
                for tag in Set(kept.tags) {
                    try db.execute(
                        sql: "INSERT INTO evidence_tag (evidence_id, tag) VALUES (?, ?)", arguments: [row, tag])
                }
            }
        }
        return changed
    }

    /// Scrubs all items without searching first: there are few, and a rule may spell a word in other letters than the
    /// name.
    private func myJob() throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, content FROM job_item") {
            let (id, text): (String, String) = (row[0], row[1])
            let kept = try jobItem(text)
            guard kept != text || rules.id(id) != id else { continue }
            try change("job_item", nil, id) {
                try db.execute(
                    sql: "UPDATE job_item SET id = ?, content = ? WHERE id = ?", arguments: [rules.id(id), kept, id])
            }
        }
    }

    private func notMe() throws {
        for row in try rows("not_me", "id", "id") where scrubbed(address: row[0]) != row[0] as String {
            try db.execute(sql: "DELETE FROM not_me WHERE id = ?", arguments: [row[0] as String])
        }
    }

    private func scrubbed(address: String) -> String {
        forgotten.standIn(for: address) ?? forgotten.scrubbed(address)
    }

    private func timer(_ text: String) throws -> String {
        var timer = try Content.read(OpenTimer.self, text)
        var draft = EvidenceDraft(kind: .timer, externalID: "", at: timer.at, title: timer.text)
        (draft.people, draft.tags) = (timer.people, timer.tags)
        draft = try names.scrub(db, draft)
        (timer.text, timer.people, timer.tags) = (draft.title, draft.people, draft.tags)
        return try Content.write(timer)
    }

    /// Scrubs only what the person wrote in their own words, since a role or an arena may happen to equal a name. An
    /// item that loses an address loses its label too, whatever that is.
    private func jobItem(_ text: String) throws -> String {
        let tree = try Content.read(WordTree.self, text)
        var kept = rules.item(tree)
        if tree.texts("identities") != kept.texts("identities") { kept.set("label", Forgotten.mark) }
        return try Content.write(kept)
    }

    /// Scrubs a value in an image of a row, as `undo` would write it.
    private func cell(_ table: ActionJournal.Table, _ column: String, _ text: String) throws -> String {
        switch (table, column) {
        case (.jobItem, "content"): try jobItem(text)
        case (.jobItem, "id"): rules.id(text)
        case (.openTimer, "content"): try timer(text)
        case (.notMe, "id"): scrubbed(address: text)
        case (_, "title"), (_, "body"), (_, "text"), (_, "for_whom"), (_, "figure"), (_, "known_by"), (_, "person"),
            (_, "heard"), (_, "name"), (_, "value"), (_, "open_to"):
            forgotten.scrubbed(text)
        default: text
        }
    }

    /// The rows that contain the part of a needle, in any case.
    private func rows(
        _ table: String, _ columns: String, _ column: String, also: [String] = []
    ) throws -> [Row] {
        let parts = self.parts.union(also)
        let condition =
            parts.contains("")
            ? "\(column) IS NOT NULL"
            : parts.map { _ in "instr(lower(\(column)), ?) > 0" }.joined(separator: " OR ")
        return try Row.fetchAll(
            db, sql: "SELECT \(column), \(columns) FROM \(table) WHERE \(condition)",
            arguments: parts.contains("") ? [] : StatementArguments(parts.sorted()))
    }

    /// Scrubs a column. Returns the first column of the keys of the changed rows.
    private func texts(
        _ table: String, _ key: String, _ column: String, also: [String] = [], _ scrub: (String) throws -> String
    ) throws -> Set<Int64> {
        var changed: Set<Int64> = []
        for row in try rows(table, key, column, also: also) {
            let text: String = row[0]
            let kept = try scrub(text)
            guard kept != text else { continue }
            let id = Int64.fromDatabaseValue(row[1])
            if let id { changed.insert(id) }
            let keys = key.split(separator: ", ").map { "\($0) = ?" } + (table == "evidence_tag" ? ["tag = ?"] : [])
            var values = StatementArguments(row.databaseValues.dropFirst())
            if table == "evidence_tag" { values += [text] }
            try change(table, id, text) {
                try db.execute(
                    sql: "UPDATE OR REPLACE \(table) SET \(column) = ? WHERE \(keys.joined(separator: " AND "))",
                    arguments: [kept] + values)
            }
        }
        return changed
    }

    /// Scrubs names of projects and merges projects whose names become equal. Returns their evidence.
    private func projects() throws -> Set<Int64> {
        var changed: Set<Int64> = []
        for row in try rows("project", "id", "name") {
            let kept = forgotten.scrubbed(row[0] as String)
            guard kept != row[0] as String else { continue }
            let id: Int64 = row[1]
            changed.formUnion(
                try Int64.fetchAll(db, sql: "SELECT id FROM evidence WHERE project_id = ?", arguments: [id]))
            try change("project", nil, row[0]) { try rename(project: id, to: kept) }
        }
        return changed
    }

    private func rename(project id: Int64, to kept: String) throws {
        let other = try Int64.fetchOne(db, sql: "SELECT id FROM project WHERE name = ?", arguments: [kept])
        if let other {
            try db.execute(sql: "UPDATE evidence SET project_id = ? WHERE project_id = ?", arguments: [other, id])
            try db.execute(sql: "DELETE FROM project WHERE id = ?", arguments: [id])
        } else {
            try db.execute(sql: "UPDATE project SET name = ? WHERE id = ?", arguments: [kept, id])
        }
    }

    /// Scrubs paths. Paths that become equal get a suffix, because packed lists refer to them by number.
    private func paths() throws {
        for row in try rows("path", "id", "path") {
            let path: String = row[0]
            let kept = forgotten.scrubbed(path)
            guard kept != path else { continue }
            let isTaken = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM path WHERE path = ?)", arguments: [kept])
            let id: Int64 = row[1]
            try change("path", nil, path) {
                try db.execute(
                    sql: "UPDATE path SET path = ? WHERE id = ?",
                    arguments: [isTaken == true ? "\(kept)~\(id)" : kept, id])
            }
        }
    }
}
