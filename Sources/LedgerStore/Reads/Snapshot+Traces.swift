import GRDB
package import LedgerModel

extension Snapshot {
    /// What the rules of My job look at, beyond the row itself.
    package struct TraceNeeds: Sendable {
        package var bodies: Bool
        package var paths: Bool
        package var people: Bool

        package init(bodies: Bool, paths: Bool, people: Bool = true) {
            self.bodies = bodies
            self.paths = paths
            self.people = people
        }
    }

    /// The shards inside `range` whose evidence changed since they were derived.
    package func dirtyShards(in range: ClosedRange<Int64>? = nil) throws -> [(shard: Shard, seq: Int64)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT day, dirty_seq FROM shard INDEXED BY shard_dirty
                WHERE dirty_seq > derived_seq AND day BETWEEN ? AND ? ORDER BY day
                """, arguments: [range?.lowerBound ?? .min, range?.upperBound ?? .max]
        ).map { (Shard($0[0]), $0[1]) }
    }

    /// Whether evidence inside `range` changed since it was derived.
    package func isMarked(in range: ClosedRange<Int64>? = nil) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM shard INDEXED BY shard_dirty
                    WHERE dirty_seq > derived_seq AND day BETWEEN ? AND ?)
                    """), arguments: [range?.lowerBound ?? .min, range?.upperBound ?? .max]) ?? false
    }

    /// All shards inside `range` that a piece can reach.
    package func shards(in range: ClosedRange<Int64>? = nil) throws -> [(shard: Shard, seq: Int64)] {
        try Row.fetchAll(
            db, sql: "SELECT day, dirty_seq FROM shard WHERE day BETWEEN ? AND ? ORDER BY day",
            arguments: [range?.lowerBound ?? .min, range?.upperBound ?? .max]
        ).map { (Shard($0[0]), $0[1]) }
    }

    /// The first and the last shard that a piece can reach; `nil` if there is none.
    package func firstAndLastShard() throws -> ClosedRange<Int64>? {
        let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT min(day), max(day) FROM shard"))
        guard let first = row?[0] as Int64?, let last = row?[1] as Int64? else { return nil }
        return first...last
    }

    /// All evidence that can affect the time of `window`, in its current versions.
    package func traces(in window: Interval, needs: TraceNeeds) throws -> [StoredTrace] {
        try TraceQuery(db: db, window: window, needs: needs).run()
    }

    /// The evidence of these rows, of any time.
    package func traces(of rows: [Int64], needs: TraceNeeds) throws -> [StoredTrace] {
        guard !rows.isEmpty else { return [] }
        return try TraceQuery(db: db, window: Interval(Instant(0), Instant(0)), needs: needs).run(only: rows)
    }

    /// One piece of evidence.
    package func trace(of id: PublicID) throws -> StoredTrace? {
        try TraceQuery(
            db: db, window: Interval(Instant(0), Instant(0)), needs: TraceNeeds(bodies: true, paths: true)
        ).run(only: try row(of: id))
    }

    /// Several pieces of evidence. Missing ones are left out.
    package func traces(of ids: [PublicID]) throws -> [StoredTrace] {
        guard !ids.isEmpty else { return [] }
        return try TraceQuery(
            db: db, window: Interval(Instant(0), Instant(0)), needs: TraceNeeds(bodies: true, paths: true)
        ).run(only: ids)
    }
}

/// Reads evidence with its people, tags, sources and corrections, one query for each table.
private struct TraceQuery {
    let db: Database
    let window: Interval
    let needs: Snapshot.TraceNeeds

    /// SQL: rows with a time in the window, rows with an interval that reaches into it, and rows that the person moved
    /// into it. All-day events take no time, so they belong only to the day on which they begin.
    private static let selection = """
        SELECT id FROM evidence WHERE at >= :from AND at < :to
        UNION ALL SELECT id FROM evidence WHERE at >= :early AND at < :from AND until > :from
        UNION ALL SELECT evidence_id FROM correction WHERE span_until > :from AND span_from < :to
        """

    private var arguments: StatementArguments {
        [
            "from": window.start.seconds, "to": window.end.seconds,
            "early": window.start.seconds - MyJobSettings.longestInterval,
        ]
    }

    func run(only row: Int64) throws -> StoredTrace? { try run(only: [row]).first }

    func run(only ids: [PublicID]) throws -> [StoredTrace] {
        let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
        return try run(
            only: Int64.fetchAll(
                db, sql: "SELECT id FROM evidence WHERE public_id IN (SELECT value FROM json_each(?))",
                arguments: ["[\(list)]"]))
    }

    func run(only rows: [Int64]) throws -> [StoredTrace] {
        try fetch("[\(rows.map(String.init).joined(separator: ","))]")
    }

    func run() throws -> [StoredTrace] {
        try run(only: Set(Int64.fetchAll(db.cachedStatement(sql: Self.selection), arguments: arguments)).sorted())
    }

    /// Reads the listed rows. The list is computed once and passed to the query of each table.
    private func fetch(_ list: String) throws -> [StoredTrace] {
        let people =
            needs.people
            ? try grouped(
                """
                SELECT e.id, o.value, p.name FROM json_each(?1) j
                CROSS JOIN evidence e ON e.id = j.value CROSS JOIN guest g ON g.list_id = e.guests
                JOIN identity i ON i.id = g.identity_id JOIN person p ON p.id = i.person_id
                JOIN identity o ON o.person_id = p.id WHERE p.is_me = 0
                """, columns: 2, list) : [:]
        let tags = try grouped(
            """
            SELECT t.evidence_id, t.tag FROM json_each(?1) j CROSS JOIN evidence_tag t ON t.evidence_id = j.value
            """, columns: 1, list)
        let seen = try SeenPieces(db, list)
        let confirmed = try Set(
            String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT DISTINCT e.series FROM correction c JOIN evidence e ON e.id = c.evidence_id
                        WHERE e.series IS NOT NULL AND c.happened
                        """)))

        var result: [StoredTrace] = []
        let rows = try RowStatement(
            db,
            """
            SELECT e.id, e.public_id, e.kind, e.at, e.until, e.flags, e.standing, e.head_count, e.work_key,
              e.committed_at, e.external_id, e.series, e.title,
              \(needs.bodies ? "e.body" : "CASE e.kind WHEN 'note' THEN e.body ELSE '' END"),
              coalesce(p.name, ''), c.content
            FROM json_each(?1) j CROSS JOIN evidence e ON e.id = j.value
            LEFT JOIN project p ON p.id = e.project_id LEFT JOIN correction c ON c.evidence_id = e.id
            WHERE e.flags & \(EvidenceFlags.gone.rawValue) = 0
            """)
        try rows.each {
            $0.add(list)
        } _: { row in
            let key = row.number(0)
            guard let id = row.id(1), let kind = EvidenceKind(rawValue: row.text(2)) else { return }
            let at = Instant(row.number(3))
            let sources = seen.sources(of: key)
            let correction = try row.optionalText(15).map { try Content.read(Correction.self, $0) }
            let series = row.optionalText(11)
            var trace = TraceEvidence(
                row: key, id: id, source: sources.id, kind: kind, at: at,
                until: row.optional(4).map { Instant($0) }, flags: EvidenceFlags(rawValue: row.number(5)),
                standing: Standing(rawValue: Int(row.number(6))) ?? .none, headCount: Int(row.number(7)),
                workKey: row.number(8), committedAt: row.optional(9).map { Instant($0) }, externalID: row.text(10),
                plansCount: sources.plansCount, seriesConfirmed: series.map { confirmed.contains($0) } ?? false,
                happened: correction?.tookPlace, correctedFrom: correction?.from, correctedUntil: correction?.until,
                dropped: correction?.dropped ?? false, layAhead: seen.horizons.layAhead(at, of: sources.rows))
            trace.busyIsMeeting = sources.busyIsMeeting
            trace.isOnlyOpen = kind == .note && OpenLine.isAll(of: row.text(12), row.text(13))
            trace.fillsGaps = correction?.happened == nil && correction?.block == .forMe
            let facts = EvidenceFacts(
                kind: kind, at: at, title: row.text(12), body: row.text(13), project: row.text(14),
                people: people[key] ?? [], tags: tags[key] ?? [],
                paths: needs.paths ? try EvidenceReader.paths(db, evidence: key) : [], sources: sources.names,
                calendars: sources.calendars, repositories: sources.repositories,
                journals: sources.journals, folders: sources.folders, arena: sources.arena)
            result.append(
                StoredTrace(
                    trace: trace, facts: facts, correction: correction, sourceRow: sources.rows.first ?? 0))
        }
        return result
    }

    private func grouped(_ sql: String, columns: Int32, _ list: String) throws -> [Int64: [String]] {
        var result: [Int64: [String]] = [:]
        try RowStatement(db, sql).each {
            $0.add(list)
        } _: { row in
            for column in 1...columns { result[row.number(0), default: []].append(row.text(column)) }
        }
        return result
    }
}

/// The sources that saw the listed pieces. Nearly all pieces of a window have the same sources, so what is needed of
/// them is computed once for each combination.
private struct SeenPieces {
    struct Sources {
        let rows: [Int64]
        /// The id of the first source; empty if the person wrote the piece.
        let id: String
        let plansCount: Bool
        let busyIsMeeting: Bool
        /// The names by which rules know the sources.
        let names: [String]
        let calendars: [String]
        /// The ids of repositories, without private ones.
        let repositories: [String]
        let journals: [String: String]
        /// The folders by which rules know the project: those of the first repository that is not private.
        let folders: [String]
        let arena: Arena?

        init(_ seen: [Source]) {
            rows = seen.map(\.rowID)
            id = seen.first?.id.description ?? ""
            plansCount = seen.contains { $0.plansCount }
            busyIsMeeting = seen.contains { $0.answers.busyWereMeetings == true }
            names = seen.flatMap {
                [$0.name, $0.locator, $0.id.description] + $0.formerly
                    + ($0.kind == .git ? ([$0.name] + $0.formerly).map(FolderNames.last) : [])
            }
            let open = seen.filter { $0.kind == .git && !$0.isPrivate }
            repositories = open.map(\.id.description)
            folders = open.first.map { [$0.folder] + $0.formerly } ?? []
            calendars = seen.filter { $0.kind == .calendar }.map(\.name)
            journals = Source.journals(seen)
            arena = seen.lazy.compactMap(\.arena).first
        }
    }

    let horizons: CalendarHorizons
    private let all: [Int64: Source]
    private let alone: [Int64: Sources]
    private let byHand = Sources([])
    /// The first source of each piece, and the others of pieces with several.
    private var first: [Int64: Int64] = [:]
    private var others: [Int64: [Int64]] = [:]

    init(_ db: Database, _ list: String) throws {
        let all = try Snapshot.sources(db, whereSQL: "1", [])
        horizons = CalendarHorizons(all)
        self.all = Dictionary(uniqueKeysWithValues: all.map { ($0.rowID, $0) })
        alone = self.all.mapValues { Sources([$0]) }
        let rows = try RowStatement(
            db,
            """
            SELECT s.evidence_id, s.source_id FROM json_each(?1) j CROSS JOIN sighting s ON s.evidence_id = j.value
            """)
        try rows.each {
            $0.add(list)
        } _: { row in
            let (piece, source) = (row.number(0), row.number(1))
            if first.updateValue(first[piece] ?? source, forKey: piece) != nil {
                others[piece, default: []].append(source)
            }
        }
    }

    func sources(of piece: Int64) -> Sources {
        guard let source = first[piece] else { return byHand }
        guard let others = others[piece] else { return alone[source] ?? byHand }
        return Sources(([source] + others).compactMap { all[$0] }.sorted { $0.id < $1.id })
    }
}
