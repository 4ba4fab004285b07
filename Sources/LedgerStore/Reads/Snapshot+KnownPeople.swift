import GRDB
package import LedgerModel

extension Snapshot {
    /// Everybody whom the ledger knows, with My job's people, but for who was forgotten.
    package func knownPeople() throws -> KnownPeople {
        var people: [KnownPerson] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.public_id, p.name, p.is_me, i.value, i.name FROM person p JOIN identity i ON i.person_id = p.id
                WHERE i.value <> ? ORDER BY p.id, i.id
                """, arguments: [OthersCommit.nobody])
        while let row = try rows.next() {
            guard let id = PublicID(row[0]) else { continue }
            let (name, value): (String, String) = (row[1], row[3])
            if name == PersonSummary.forgottenName, value.hasPrefix(PersonSummary.forgottenName + "-") { continue }
            if people.last?.id != id {
                people.append(KnownPerson(id: id, name: name, names: [], identities: [], isMe: row[2]))
            }
            people[people.count - 1].identities.append(value)
            people[people.count - 1].names += StoredNames.all(row[4])
        }
        return try KnownPeople(people, myJob())
    }

    /// The sources of the repositories in which somebody appears: as an author, or in a trailer.
    package func repositories(naming identities: [String]) throws -> Set<Int64> {
        let rows = try Int64.fetchAll(
            db,
            sql: """
                WITH wanted (id) AS (SELECT i.id FROM identity i JOIN json_each(?) j ON i.value = j.value)
                SELECT source_id FROM other_commit WHERE identity_id IN wanted
                UNION SELECT s.source_id FROM guest g JOIN evidence e ON e.guests = g.list_id
                  JOIN sighting s ON s.evidence_id = e.id
                WHERE g.identity_id IN wanted AND e.kind = 'commit'
                """, arguments: [try Content.write(identities)])
        return Set(rows)
    }

    /// The newest notes that hold what somebody said of themself, at most 20.
    package func notes(saidBy identities: [String]) throws -> [PublicID] {
        try String.fetchAll(
            db,
            sql: """
                SELECT e.public_id FROM identity i JOIN json_each(?) j ON i.value = j.value
                  JOIN guest g ON g.identity_id = i.id AND g.role = ? JOIN evidence e ON e.guests = g.list_id
                WHERE e.flags & ? = 0 ORDER BY e.at DESC, e.public_id LIMIT 20
                """,
            arguments: [
                try Content.write(identities), PersonRole.saidBy.rawValue, EvidenceFlags.unsearched.rawValue,
            ]
        ).compactMap { PublicID($0) }
    }
}
