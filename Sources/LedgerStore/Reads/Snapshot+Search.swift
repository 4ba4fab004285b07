import GRDB
package import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Snapshot {
    /// Evidence that matches, newest first. `range` is the meaning of `since:` and `until:` in the person's zone. If
    /// matches are not counted, the total is the number of hits returned, because counting reads every row that
    /// matches.
    ///
    /// - Parameter readings: What the stored readings lack.
    package func search(
        _ query: SearchQuery, among ids: [PublicID]? = nil, range: Interval?, limit: Int, offset: Int = 0,
        isCounted: Bool = true, readings: ReadingsBeside = .none
    ) throws -> SearchResult {
        guard let clause = try SearchClause(db, query, among: ids, range: range, readings) else {
            return SearchResult(total: 0, hits: [])
        }
        let total =
            isCounted
            ? try Int.fetchOne(
                db, sql: "SELECT count(*) \(clause.from) WHERE \(clause.conditions)", arguments: clause.arguments)
            : nil
        let hits = try Self.hits(
            db,
            sql: """
                SELECT \(Self.hitColumns), \(clause.isFullText ? "e.words" : "substr(e.body, 1, 160)") FROM (
                  SELECT e.id \(clause.from) WHERE \(clause.conditions) ORDER BY e.at DESC, e.public_id LIMIT ? OFFSET ?
                ) h CROSS JOIN evidence e ON e.id = h.id ORDER BY e.at DESC, e.public_id
                """, arguments: clause.arguments + [limit, offset], around: query.words)
        return SearchResult(total: total ?? hits.count, hits: hits)
    }

    /// SQL: the columns of a hit from evidence `e`. The snippet or the full-text row follows.
    static let hitColumns = """
        e.public_id, e.at, e.until,
          coalesce((SELECT s.name FROM sighting g JOIN source s ON s.id = g.source_id
            WHERE g.evidence_id = e.id ORDER BY s.public_id LIMIT 1), ''),
          e.kind, e.title, e.flags
        """

    static func hits(
        _ db: Database, sql: String, arguments: StatementArguments, around words: [String] = []
    ) throws -> [SearchHit] {
        let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
        let snippets = words.isEmpty ? [:] : try snippets(db, around: words, in: rows.map { $0[7] })
        return rows.compactMap { row -> SearchHit? in
            guard let id = PublicID(row[0]), let kind = EvidenceKind(rawValue: row[4]) else { return nil }
            return SearchHit(
                id: id, at: Instant(row[1]), until: (row[2] as Int64?).map { Instant($0) }, source: row[3],
                kind: kind, title: row[5], snippet: words.isEmpty ? row[7] : snippets[row[7]] ?? "",
                flags: EvidenceFlags(rawValue: row[6]))
        }
    }

    /// The words around a match, only for the rows that are shown. The sign in the SQL makes SQLite pick the rows from
    /// a single pass over the matches; without it SQLite would run the match again for each row.
    private static func snippets(_ db: Database, around words: [String], in rows: [Int64]) throws -> [Int64: String] {
        let list = Set(rows).sorted().map(String.init).joined(separator: ",")
        let found = try Row.fetchAll(
            db,
            sql: """
                SELECT rowid, snippet(search, -1, '', '', '…', 12) FROM search
                WHERE search MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
                """, arguments: [SearchClause.match(words), "[\(list)]"])
        return Dictionary(found.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// The newest ids that match, as a figure carries them.
    package func ids(
        _ query: SearchQuery, among ids: [PublicID]? = nil, range: Interval?, limit: Int = 20,
        readings: ReadingsBeside = .none
    ) throws -> [PublicID] {
        guard let clause = try SearchClause(db, query, among: ids, range: range, readings) else { return [] }
        return try String.fetchAll(
            db,
            sql:
                "SELECT e.public_id \(clause.from) WHERE \(clause.conditions) ORDER BY e.at DESC, e.public_id LIMIT ?",
            arguments: clause.arguments + [limit]
        ).compactMap { PublicID($0) }
    }
}

/// A query as SQL; every value is bound.
private struct SearchClause {
    var from = "FROM evidence e"
    /// No search finds private pieces, whatever the query.
    var conditions = "e.flags & \(EvidenceFlags([.withdrawn, .isPrivate]).rawValue) = 0"
    var arguments: StatementArguments = []
    var isFullText = false

    /// `nil` if nothing can match.
    init?(
        _ db: Database, _ query: SearchQuery, among ids: [PublicID]?, range: Interval?, _ beside: ReadingsBeside
    ) throws {
        if !query.words.isEmpty {
            isFullText = true
            from = "FROM search JOIN evidence e ON e.words = search.rowid"
        }
        if query.needsReadings {
            let readings = try LaidReadings(db, beside.laid)
            from += " JOIN \(readings.table) r ON r.evidence_id = e.id"
            arguments += readings.arguments
            let signs = query.values(.isA).compactMap(WorkSign.init(key:))
            for sign in signs { add("r.sign = ?", [sign.rawValue]) }
            if signs.isEmpty || query.values(.isA).contains("work") { add("r.is_work", []) }
            if let range { add("r.at >= ? AND r.at < ?", [range.start.seconds, range.end.seconds]) }
            if SearchQuery.meaningKeys.contains(where: { !query.values($0).isEmpty }) {
                let wanted = try WantedMeanings(db, query, readings, beside.inherited, range)
                guard !wanted.isEmpty else { return nil }
                add(wanted.condition, wanted.arguments)
            }
        } else if let range {
            add("e.at >= ? AND e.at < ?", [range.start.seconds, range.end.seconds])
        }
        if let ids {
            guard !ids.isEmpty else { return nil }
            let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
            add("e.public_id IN (SELECT value FROM json_each(?))", ["[\(list)]"])
        }
        for path in query.values(.path) {
            let rows = try Self.pieces(db, touching: path, range)
            guard !rows.isEmpty else { return nil }
            add("e.id IN (SELECT value FROM json_each(?))", [Snapshot.list(rows)])
        }
        if isFullText { add("search MATCH ?", [Self.match(query.words)]) }
        for key in SearchQuery.Key.allCases where key.isSingleValued {
            let alternatives = query.values(key).compactMap { Self.condition(.init(key, $0)) }
            guard !alternatives.isEmpty else { continue }
            let any = alternatives.map(\.sql).joined(separator: " OR ")
            add("(\(any))", alternatives.reduce([]) { $0 + $1.values })
        }
        for filter in query.filters where !filter.key.isSingleValued {
            if let condition = Self.condition(filter) { add(condition.sql, condition.values) }
        }
    }

    /// The rows of the pieces with a path that is `wanted`, lies in it, or ends with it. `*` and `?` stand for other
    /// characters. Paths are packed, so each piece with some is looked at.
    private static func pieces(_ db: Database, touching wanted: String, _ range: Interval?) throws -> [Int64] {
        let plain = wanted.hasSuffix("/") ? String(wanted.dropLast()) : wanted
        // A bracket is a letter of a path, and would begin a set.
        let glob = plain.replacing("[", with: "[[]")
        let paths = try Set(
            Int64.fetchAll(
                db, sql: "SELECT id FROM path WHERE path GLOB ? OR path GLOB ? OR path GLOB ? OR path GLOB ?",
                arguments: [glob, glob + "/*", "*/" + glob, "*/" + glob + "/*"]))
        guard !paths.isEmpty else { return [] }
        var found: [Int64] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, paths FROM evidence WHERE paths IS NOT NULL AND at >= ? AND at < ?",
            arguments: [(range?.start ?? .first).seconds, (range?.end ?? .last).seconds])
        while let row = try rows.next() {
            if PackedPaths.unpack(row[1] as Data).contains(where: paths.contains) { found.append(row[0]) }
        }
        return found
    }

    /// The condition of one filter; `nil` if the filter is handled elsewhere.
    private static func condition(_ filter: SearchQuery.Filter) -> (sql: String, values: StatementArguments)? {
        let value = filter.value
        switch filter.key {
        case .project:
            return value == "unknown"
                ? ("e.project_id IS NULL", [])
                : (
                    "e.project_id IN (SELECT id FROM project WHERE ? IN (name, \(LastPart.of("name"))))",
                    [value]
                )
        case .kind: return ("e.kind = ?", [value])
        case .id: return ("substr(e.public_id, 1, ?) = ?", Self.start(value))
        case .source:
            if value == "hand" { return ("NOT EXISTS (SELECT 1 FROM sighting WHERE evidence_id = e.id)", []) }
            return (
                """
                e.id IN (SELECT g.evidence_id FROM sighting g JOIN source s ON s.id = g.source_id
                  WHERE s.public_id = ? OR s.name = ? OR s.kind = 'git' AND \(LastPart.of("s.name")) = ?)
                """, [value, value, value]
            )
        case .person:
            return (
                """
                e.id IN (SELECT ep.evidence_id FROM evidence_person ep JOIN identity i ON i.id = ep.identity_id
                  WHERE i.person_id IN (
                    SELECT p.id FROM person p WHERE p.public_id = ? OR p.name = ? COLLATE NOCASE AND NOT \(StandIn.isOne)
                    UNION SELECT person_id FROM identity WHERE key = ?))
                """, [value, value, PersonKey.of(value)]
            )
        case .tag: return ("e.id IN (SELECT evidence_id FROM evidence_tag WHERE tag = ? COLLATE NOCASE)", [value])
        case .skill:
            return ("instr(char(10) || r.skills || char(10), char(10) || ? || char(10)) > 0", [value])
        case .claim:
            return (
                """
                e.id IN (SELECT c.evidence_id FROM claim_evidence c JOIN claim k ON k.id = c.claim_id
                  WHERE substr(k.public_id, 1, ?) = ? AND c.withdrawn = 0)
                """, Self.start(value)
            )
        case .path: return ("e.paths IS NOT NULL", [])
        case .since, .until, .arena, .responsibility, .objective, .worth, .contact, .hours, .group, .isA: return nil
        }
    }

    private mutating func add(_ condition: String, _ values: StatementArguments) {
        conditions += " AND " + condition
        arguments += values
    }

    /// The length and the letters of an id, or of the start of one as lists print it.
    private static func start(_ value: String) -> StatementArguments {
        let value = value.lowercased()
        return value.count < 3 ? [17, value] : [value.count, value]
    }

    /// The words as FTS5 strings, so that nothing in them is syntax. The last may be the beginning of a word. NUL
    /// becomes a space, because FTS5 would stop reading at it.
    fileprivate static func match(_ words: [String]) -> String {
        words.enumerated().map { index, word in
            "\"" + word.replacing("\"", with: "\"\"").replacing("\u{0}", with: " ") + "\""
                + (index == words.count - 1 ? "*" : "")
        }.joined(separator: " ")
    }
}

extension SearchQuery {
    static let meaningKeys: [SearchQuery.Key] = [.arena, .responsibility, .objective, .worth]

    /// Whether it needs readings, which are derived.
    package var needsReadings: Bool {
        !values(.skill).isEmpty || values(.isA).contains { $0 == "work" || WorkSign(key: $0) != nil }
            || Self.meaningKeys.contains { !values($0).isEmpty }
    }
}
