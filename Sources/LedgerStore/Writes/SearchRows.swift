import GRDB
import LedgerModel

/// The full-text rows of all current, visible pieces.
///
/// `evidence.words` is the row with the words of a piece. Occurrences of a series with the same words share a row, so
/// that the words are indexed once and not fifty times. A row is deleted with the last piece that has it.
enum SearchRows {
    private static let people = """
        coalesce((SELECT group_concat(i.name || ' ' || i.value, ' ') FROM guest g
          JOIN identity i ON i.id = g.identity_id WHERE g.list_id = e.guests), '')
        """
    /// Of a project only its folder’s name, so that the words stay when another repository of that name is read.
    private static let tags = """
        coalesce((SELECT group_concat(tag, ' ') FROM evidence_tag WHERE evidence_id = e.id), '')
          || ' ' || coalesce((SELECT \(LastPart.of("name")) FROM project WHERE id = e.project_id), '')
        """

    /// Adds a row for a piece that has none, if it is visible.
    static func add(_ db: Database, _ row: Int64) throws {
        try db.cachedStatement(sql: "UPDATE evidence SET words = ? WHERE id = ? AND flags & ? = 0")
            .execute(arguments: [try next(db), row, EvidenceFlags.unsearched.rawValue])
        if db.changesCount > 0 { try fill(db, [row]) }
    }

    /// The number of the next row.
    static func next(_ db: Database) throws -> Int64 {
        (try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(words) FROM evidence WHERE words IS NOT NULL")) ?? 0)
            + 1
    }

    /// Writes the full-text rows of pieces that already have a number. Uses a single statement, because the index
    /// batches what one statement adds.
    static func fill(_ db: Database, _ rows: [Int64]) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO search (rowid, title, body, people, tags)
                SELECT e.words, e.title, e.body, \(people), \(tags)
                FROM json_each(?) j CROSS JOIN evidence e ON e.id = j.value WHERE e.words IS NOT NULL
                """
        ).execute(arguments: ["[" + rows.map(String.init).joined(separator: ",") + "]"])
    }

    /// Removes a piece from the search, and its words if no other piece has them. Returns the number of the deleted
    /// row.
    @discardableResult
    static func remove(_ db: Database, _ row: Int64) throws -> Int64? {
        let words = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT words FROM evidence WHERE id = ? AND words IS NOT NULL"), arguments: [row])
        guard let words else { return nil }
        try db.cachedStatement(sql: "UPDATE evidence SET words = NULL WHERE id = ?").execute(arguments: [row])
        let isShared = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM evidence WHERE words = ?)"), arguments: [words])
        if isShared == true { return nil }
        try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [words])
        return words
    }

    /// Rewrites all rows, as after forgetting or a restore.
    static func rebuild(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM search")
        try db.execute(
            sql: "UPDATE evidence SET words = CASE WHEN flags & ? = 0 THEN id END",
            arguments: [EvidenceFlags.unsearched.rawValue])
        try db.execute(
            sql: """
                UPDATE evidence SET words = s.words FROM (
                  SELECT id, min(id) OVER (PARTITION BY series, title, body, people, tags) AS words FROM (
                    SELECT e.id, e.series, e.title, e.body, \(people) AS people, \(tags) AS tags
                    FROM evidence e WHERE e.series IS NOT NULL AND e.words IS NOT NULL)
                ) s WHERE s.id = evidence.id AND s.words <> s.id
                """)
        try db.execute(
            sql: """
                INSERT INTO search (rowid, title, body, people, tags)
                SELECT e.id, e.title, e.body, \(people), \(tags) FROM evidence e WHERE e.words = e.id
                """)
    }
}

/// The full-text rows that a transaction is going to add. They are written together.
struct PendingWords {
    private var rows: [Int64] = []
    /// The number of the next row; 0 until it is looked up.
    private var next: Int64 = 0
    /// The last draft, and the row with its words.
    private var last: (draft: EvidenceDraft, words: Int64)?

    /// The row for the words of `draft`, and whether it is new; for a new row call `wait`. `nil` if no search shows the
    /// draft.
    mutating func row(_ db: Database, of draft: EvidenceDraft) throws -> (words: Int64, isNew: Bool)? {
        guard draft.flags.isDisjoint(with: EvidenceFlags.unsearched) else { return nil }
        if draft.series != nil, let last, last.draft.saysTheSame(as: draft) { return (last.words, false) }
        if next == 0 { next = try SearchRows.next(db) }
        let words = next
        next += 1
        last = draft.series == nil ? nil : (draft, words)
        return (words, true)
    }

    /// Says that the piece in this row of `evidence` has the number of its new words.
    mutating func wait(_ row: Int64) { rows.append(row) }

    /// Drops the last row, because its piece turned out to exist.
    mutating func takeBack() { last = nil }

    mutating func flush(_ db: Database) throws {
        guard !rows.isEmpty else { return }
        try SearchRows.fill(db, rows)
        rows.removeAll(keepingCapacity: true)
    }

    /// Removes a piece from the search, even if its words are not written yet.
    mutating func remove(_ db: Database, _ row: Int64) throws {
        try flush(db)
        let deleted = try SearchRows.remove(db, row)
        if deleted != nil, deleted == last?.words { last = nil }
    }
}

extension EvidenceDraft {
    /// Whether two drafts have the same words. Cheap, because occurrences that were expanded together share their
    /// texts.
    fileprivate func saysTheSame(as other: EvidenceDraft) -> Bool {
        series == other.series && title == other.title && body == other.body && people == other.people
            && tags == other.tags && project == other.project
    }
}
