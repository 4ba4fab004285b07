import GRDB
package import LedgerModel

extension Snapshot {
    /// Time with each person in `range`. Times of several people overlap and must not be summed.
    ///
    /// - Parameter laid: Shards to use instead of the stored ones.
    /// - Parameter timer: The people whom the running timer names. Its segments have the row 0.
    package func peopleOfSegments(
        in range: Interval, laid: [DerivedShard] = [], timer: [PersonMention] = []
    ) throws -> [(person: PublicID, name: String, spent: Spent, pieces: Int)] {
        guard let shards = Shard.covering(range) else { return [] }
        var result: [PublicID: (name: String, spent: Spent, pieces: Set<Int64>)] = [:]
        func add(_ person: PublicID, _ name: String, _ grade: Grade, _ span: Interval, _ piece: Int64) {
            guard let part = span.clipped(to: range) else { return }
            result[person, default: (name, .zero, [])].spent += Spent(grade, part.seconds)
            result[person]?.pieces.insert(piece)
        }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT p.id, p.public_id, p.name, s.grade, s.start, s.until, s.evidence_id
                FROM segment s JOIN evidence_person ep ON ep.evidence_id = s.evidence_id
                JOIN identity i ON i.id = ep.identity_id JOIN person p ON p.id = i.person_id
                WHERE s.shard BETWEEN ?1 AND ?2 AND s.start < ?3 AND s.until > ?4 AND p.is_me = 0
                  AND NOT \(StandIn.isOne)
                  AND s.shard NOT IN (SELECT value FROM json_each(?5))
                """,
            arguments: [
                shards.lowerBound, shards.upperBound, range.end.seconds, range.start.seconds,
                Self.list(laid.map(\.shard.number)),
            ])
        let namesakes = try Namesakes(db)
        while let row = try rows.next() {
            guard let person = PublicID(row[1]), let grade = Grade(rawValue: row[3]) else { continue }
            add(person, namesakes.listed(row[0], row[2]), grade, Interval(Instant(row[4]), Instant(row[5])), row[6])
        }
        let segments = laid.flatMap(\.segments)
        var people = try Self.people(db, of: Set(segments.map(\.row)))
        people[0] = try timer.compactMap { try Self.person(db, $0) }
        for segment in segments {
            for (person, name) in people[segment.row] ?? [] {
                add(person, name, segment.grade, segment.interval, segment.row)
            }
        }
        return result.map { ($0, $1.name, $1.spent, $1.pieces.count) }
    }

    /// Numbers as a JSON list for `json_each`.
    static func list(_ numbers: some Sequence<Int64>) -> String {
        "[" + numbers.map(String.init).joined(separator: ",") + "]"
    }

    /// The people of each piece by its row, each once, without the person.
    private static func people(
        _ db: Database, of rows: Set<Int64>
    ) throws -> [Int64: [(person: PublicID, name: String)]] {
        guard !rows.isEmpty else { return [:] }
        let found = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT ep.evidence_id, p.public_id, p.name, p.id FROM evidence_person ep
                JOIN identity i ON i.id = ep.identity_id JOIN person p ON p.id = i.person_id
                WHERE ep.evidence_id IN (SELECT value FROM json_each(?)) AND p.is_me = 0
                  AND NOT \(StandIn.isOne)
                """, arguments: [list(rows)])
        let namesakes = try Namesakes(db)
        var people: [Int64: [(person: PublicID, name: String)]] = [:]
        for row in found {
            if let person = PublicID(row[1]) {
                people[row[0], default: []].append((person, namesakes.listed(row[3], row[2])))
            }
        }
        return people
    }

    /// The person whom a mention means in the ledger, or would mean once it is written; `nil` if it is oneself, or
    /// was forgotten.
    private static func person(_ db: Database, _ mention: PersonMention) throws -> (person: PublicID, name: String)? {
        guard !mention.isForgotten else { return nil }
        let known = try Row.fetchOne(
            db,
            sql: """
                SELECT p.public_id, p.name, p.is_me FROM identity i JOIN person p ON p.id = i.person_id
                WHERE i.key = ? ORDER BY i.value <> ? LIMIT 1
                """, arguments: [PersonKey.of(mention.identity), mention.identity])
        guard let known else {
            return (PublicID(.person, mention.identity), mention.name.isEmpty ? mention.identity : mention.name)
        }
        return known[2] ? nil : PublicID(known[0]).map { ($0, known[1]) }
    }
}
