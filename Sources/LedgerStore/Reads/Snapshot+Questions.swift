import GRDB
package import LedgerModel

/// The small tables that questions take beside day cells.
extension Snapshot {
    /// Under what name stands who was forgotten.
    package static let forgottenName = PersonSummary.forgottenName

    /// The one identity of the one person who bears a name; nil when nobody does, or several.
    package func identity(ofPerson name: String) throws -> PersonMention? {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.id, p.name, i.value FROM person p JOIN identity i ON i.person_id = p.id
                WHERE p.name = ? COLLATE NOCASE ORDER BY i.value LIKE '%@%' DESC, i.id LIMIT 20
                """, arguments: [name])
        guard let first = rows.first, Set(rows.map { $0[0] as Int64 }).count == 1 else { return nil }
        return PersonMention(identity: first[2], name: first[1], role: .mentioned)
    }

    package func holdings() throws -> Holdings {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT (SELECT count(*) FROM evidence), (SELECT count(*) FROM source),
                  (SELECT count(*) FROM claim WHERE withdrawn = 0), (SELECT min(at) FROM evidence),
                  (SELECT max(at) FROM evidence), EXISTS (SELECT 1 FROM hand_action)
                """)
        return Holdings(
            evidence: row?[0] ?? 0, sources: row?[1] ?? 0, claims: row?[2] ?? 0,
            first: (row?[3] as Int64?).map { Instant($0) }, last: (row?[4] as Int64?).map { Instant($0) },
            demoSeed: try Meta.get(db, .demo), hasHandRows: row?[5] ?? false)
    }

}

extension Snapshot {
    /// Time touched with each person in `range`; it overlaps and does not add up.
    ///
    /// - Parameter laid: Shards that are not read from the store.
    /// - Parameter timer: Who is named by the timer that runs, whose segments have the row 0.
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
                  AND s.shard NOT IN (SELECT value FROM json_each(?5))
                """,
            arguments: [
                shards.lowerBound, shards.upperBound, range.end.seconds, range.start.seconds,
                Self.list(laid.map(\.shard.number)),
            ])
        while let row = try rows.next() {
            guard let person = PublicID(row[1]), let grade = Grade(rawValue: row[3]) else { continue }
            add(person, row[2], grade, Interval(Instant(row[4]), Instant(row[5])), row[6])
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

    /// Numbers as a list for `json_each`.
    static func list(_ numbers: some Sequence<Int64>) -> String {
        "[" + numbers.map(String.init).joined(separator: ",") + "]"
    }

    /// Everybody but the person, of each piece by its row, once.
    private static func people(
        _ db: Database, of rows: Set<Int64>
    ) throws -> [Int64: [(person: PublicID, name: String)]] {
        guard !rows.isEmpty else { return [:] }
        let found = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT ep.evidence_id, p.public_id, p.name FROM evidence_person ep
                JOIN identity i ON i.id = ep.identity_id JOIN person p ON p.id = i.person_id
                WHERE ep.evidence_id IN (SELECT value FROM json_each(?)) AND p.is_me = 0
                """, arguments: [list(rows)])
        var people: [Int64: [(person: PublicID, name: String)]] = [:]
        for row in found {
            if let person = PublicID(row[1]) { people[row[0], default: []].append((person, row[2])) }
        }
        return people
    }

    /// Whom a name stands for in the ledger, or would stand for once it is written; nil for the person.
    private static func person(_ db: Database, _ mention: PersonMention) throws -> (person: PublicID, name: String)? {
        let known = try Row.fetchOne(
            db,
            sql: """
                SELECT p.public_id, p.name, p.is_me FROM identity i JOIN person p ON p.id = i.person_id
                WHERE i.value = ?
                """, arguments: [mention.identity])
        guard let known else {
            return (PublicID(.person, mention.identity), mention.name.isEmpty ? mention.identity : mention.name)
        }
        return known[2] ? nil : PublicID(known[0]).map { ($0, known[1]) }
    }

    /// Somebody at a meeting.
    package struct MeetingRow: Sendable, Hashable {
        package var name: String
        /// The address or name by which the source knows them.
        package var identity: String
        package var title: String
        package var at: Instant
        package var evidence: PublicID
    }

    /// Meetings with their people in `range`, soonest first: the next occasions, or those that were held.
    ///
    /// - Parameter held: Without those of which nobody knows whether they were.
    package func meetings(in range: Interval, held: Bool = false) throws -> [MeetingRow] {
        let horizons = try CalendarHorizons(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT p.name, e.title, e.at, e.public_id, i.value, e.id
                FROM evidence e INDEXED BY evidence_at JOIN evidence_person ep ON ep.evidence_id = e.id
                JOIN identity i ON i.id = ep.identity_id JOIN person p ON p.id = i.person_id
                WHERE e.at >= ? AND e.at < ? AND e.kind = 'event' AND e.head_count BETWEEN 1 AND 12
                  AND e.standing IN (\(Standing.organised.rawValue), \(Standing.accepted.rawValue))
                  AND p.is_me = 0 AND e.flags & ? = 0
                ORDER BY e.at, e.public_id LIMIT 2000
                """,
            arguments: [
                range.start.seconds, range.end.seconds,
                EvidenceFlags([.withdrawn, .sourceRemoved, .isPrivate, .allDay]).rawValue,
            ]
        ).compactMap { row in
            let at = Instant(row[2])
            guard let id = PublicID(row[3]), try !held || !horizons.isForetold(db, row[5], at: at) else {
                return nil
            }
            return MeetingRow(name: row[0], identity: row[4], title: row[1], at: at, evidence: id)
        }
    }
}
