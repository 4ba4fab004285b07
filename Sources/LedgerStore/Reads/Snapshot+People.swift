import GRDB
package import LedgerModel

extension Snapshot {
    /// All people, or one of them. Those whom most pieces name come first.
    package func people(only id: PublicID? = nil) throws -> [PersonSummary] {
        let tallies = try PersonTally.all(db)
        let namesakes = try Namesakes(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT p.id, p.public_id, p.name, p.is_me, group_concat(i.value, char(10)),
                  sum((SELECT count(DISTINCT o.sha) FROM other_commit o WHERE o.identity_id = i.id)),
                  min((SELECT min(o.quarter) FROM other_commit o WHERE o.identity_id = i.id)),
                  max((SELECT max(o.quarter) FROM other_commit o WHERE o.identity_id = i.id)),
                  group_concat(i.name, char(10))
                FROM person p JOIN identity i ON i.person_id = p.id
                WHERE (?1 IS NULL OR p.public_id = ?1) AND i.value <> ?2 GROUP BY p.id ORDER BY p.name, p.id
                """, arguments: [id?.description, OthersCommit.nobody]
        ).compactMap { row -> PersonSummary? in
            guard let id = PublicID(row[1]) else { return nil }
            let tally = tallies[row[0]]
            var person = PersonSummary(
                id: id, name: row[2], isMe: row[3],
                identities: (row[4] as String? ?? "").split(separator: "\n").map(String.init),
                evidence: tally?.pieces ?? 0, last: tally.flatMap { $0.last == Instant(.min) ? nil : $0.last },
                others: row[5], firstQuarter: row[6],
                lastQuarter: row[7])
            person.mark = namesakes[row[0]]
            let stored = (row[8] as String? ?? "").split(separator: "\n").flatMap { StoredNames.all(String($0)) }
            var seen: Set<String> = []
            person.names = ([person.name] + stored).filter { !$0.contains("@") && seen.insert($0).inserted }
            return person
        }.enumerated().sorted { ($1.element.evidence, $0.offset) < ($0.element.evidence, $1.offset) }.map(\.element)
    }

    /// The pieces that name a person and that a search can show: the latest ones before `next`, and the earliest from
    /// then on.
    package func pieces(
        naming id: PublicID, before next: Instant, past: Int, ahead: Int
    ) throws -> NamingPieces {
        let none = SearchResult(total: 0, hits: [])
        let person = try Int64.fetchOne(
            db, sql: "SELECT id FROM person WHERE public_id = ?", arguments: [id.description])
        guard let person else { return NamingPieces(past: none, ahead: none) }
        let shards = try PersonTally.shards(db, of: person).filter { $0.tally.visible > 0 }
            .sorted { $0.shard < $1.shard }
        let today = Shard(containing: next)
        return try NamingPieces(
            past: Self.naming(
                db, person, shards.filter { $0.shard <= today }.reversed(), limit: past, edge: next,
                isAhead: false),
            ahead: Self.naming(
                db, person, shards.filter { $0.shard >= today }, limit: ahead, edge: next, isAhead: true))
    }

    /// Counts the pieces of all these shards, but reads only as many shards as `limit` needs.
    private static func naming(
        _ db: Database, _ person: Int64, _ shards: some Sequence<(shard: Shard, tally: PersonTally)>, limit: Int,
        edge: Instant, isAhead: Bool
    ) throws -> SearchResult {
        // The sign keeps SQLite from using this condition as a bound of the index, which would read everything up to
        // the edge instead of one shard.
        let side = "+e.at \(isAhead ? ">=" : "<") \(edge.seconds)"
        var (total, known) = (0, 0)
        var read: [Int64] = []
        for (shard, tally) in shards {
            var count = tally.visible
            if shard.interval.contains(edge) {
                count =
                    try Int.fetchOne(
                        db, sql: "SELECT count(*) \(Self.named) AND \(side)",
                        arguments: ["[\(shard.number)]", person]) ?? 0
            }
            total += count
            if known < limit, count > 0 {
                read.append(shard.number)
                known += count
            }
        }
        let hits = try hits(
            db,
            sql: """
                SELECT \(hitColumns), substr(e.body, 1, 160) \(named) AND \(side)
                ORDER BY e.at \(isAhead ? "ASC" : "DESC"), e.public_id LIMIT ?
                """, arguments: ["[\(read.map(String.init).joined(separator: ","))]", person, limit])
        return SearchResult(total: total, hits: hits)
    }

    /// SQL: visible evidence `e` in the listed shards that names a person.
    private static let named = """
        FROM json_each(?) j CROSS JOIN evidence e INDEXED BY evidence_at
          ON e.at >= j.value * 86400 AND e.at < (j.value + 1) * 86400
        WHERE e.flags & \(PersonTally.hidden.rawValue) = 0
          AND EXISTS (SELECT 1 FROM evidence_person ep JOIN identity i ON i.id = ep.identity_id
            WHERE ep.evidence_id = e.id AND i.person_id = ?)
        """
}

extension Snapshot {
    /// An identity of the person with this name; `nil` unless exactly one person has it.
    package func identity(ofPerson name: String) throws -> PersonMention? {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.id, p.name, i.value FROM person p JOIN identity i ON i.person_id = p.id
                WHERE p.id IN (SELECT person_id FROM identity WHERE key = ?1
                  UNION SELECT id FROM person WHERE name = ?2 COLLATE NOCASE)
                ORDER BY i.value LIKE '%@%' DESC, i.value LIMIT 20
                """, arguments: [PersonKey.of(name), name])
        guard let first = rows.first, Set(rows.map { $0[0] as Int64 }).count == 1 else { return nil }
        return PersonMention(identity: first[2], name: first[1], role: .mentioned)
    }

    /// Everybody, to find whom a name or an address means.
    package func known() throws -> [WhoIsWho.Known] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT p.id, p.public_id, p.name, i.value, i.name FROM person p JOIN identity i ON i.person_id = p.id
                    WHERE p.is_me = 0 ORDER BY p.id
                    """))
        var people: [WhoIsWho.Known] = []
        var last: Int64?
        while let row = try rows.next() {
            guard let id = PublicID(row[1]) else { continue }
            if last != row[0] { people.append(.init(id: id, identities: [], names: [row[2]])) }
            last = row[0]
            people[people.count - 1].identities.append(row[3])
            people[people.count - 1].names += StoredNames.all(row[4])
        }
        return people
    }
}
