import GRDB
package import LedgerModel

extension Snapshot {
    /// The notes that have a line of the kind of `OpenLine`, ticked or not, oldest first.
    package func notesWithOpenLines() throws -> [PersonNote] {
        // The words of the index find them; the text decides.
        let words = Set(OpenLine.Kind.allCases.flatMap { $0.rawValue.lowercased().split(separator: " ") })
            .filter { $0.count > 1 }.sorted().map { "\"\($0)\"" }.joined(separator: " OR ")
        return try notes(
            """
            SELECT e.id, e.public_id, e.at, e.title, e.body, e.guests, c.content
            FROM search JOIN evidence e ON e.words = search.rowid LEFT JOIN correction c ON c.evidence_id = e.id
            WHERE search MATCH ? AND e.kind = 'note' AND e.flags & ? = 0 ORDER BY e.at, e.public_id
            """, ["{title body} : (\(words))", EvidenceFlags.unsearched.rawValue]
        ).filter { !$0.lines.isEmpty }
    }

    /// The newest notes that name somebody, up to a moment.
    package func notes(with person: PublicID, until end: Instant, most: Int) throws -> [PersonNote] {
        try notes(
            """
            SELECT e.id, e.public_id, e.at, e.title, e.body, e.guests, c.content
            FROM evidence e LEFT JOIN correction c ON c.evidence_id = e.id
            WHERE e.guests IN (
                SELECT g.list_id FROM person p JOIN identity i ON i.person_id = p.id
                  JOIN guest g ON g.identity_id = i.id WHERE p.public_id = ?)
              AND e.kind = 'note' AND e.flags & ? = 0 AND e.at <= ? ORDER BY e.at DESC, e.public_id LIMIT ?
            """, [person.description, EvidenceFlags.unsearched.rawValue, end.seconds, most])
    }

    /// One note as it is; `nil` if the piece is none.
    package func note(_ id: PublicID) throws -> PersonNote? {
        try notes(
            """
            SELECT e.id, e.public_id, e.at, e.title, e.body, e.guests, c.content
            FROM evidence e LEFT JOIN correction c ON c.evidence_id = e.id
            WHERE e.public_id = ? AND e.kind = 'note' AND e.flags & ? = 0
            """, [id.description, EvidenceFlags.unsearched.rawValue]
        ).first
    }

    private func notes(_ sql: String, _ arguments: StatementArguments) throws -> [PersonNote] {
        try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap { row in
            guard let id = PublicID(row[1]) else { return nil }
            let body: String = row[4]
            let said = try (row[6] as String?).map { try Content.read(Correction.self, $0) }
            return PersonNote(
                id: id, at: Instant(row[2]), text: body.isEmpty ? row[3] : body, people: try people(onList: row[5]),
                ticks: said?.ticks ?? [])
        }
    }

    /// Everybody on a list of guests but the person and whoever was forgotten.
    private func people(onList list: Int64?) throws -> [PublicID: String] {
        guard let list else { return [:] }
        var people: [PublicID: String] = [:]
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.public_id, p.name FROM guest g JOIN identity i ON i.id = g.identity_id
                      JOIN person p ON p.id = i.person_id
                    WHERE g.list_id = ? AND p.is_me = 0 AND NOT \(StandIn.isOne)
                    """), arguments: [list])
        for row in rows { if let id = PublicID(row[0]) { people[id] = row[1] } }
        return people
    }
}
