import GRDB
package import LedgerModel

extension Snapshot {
    /// The last step of learning kinds of work; `nil` if nothing was learned. Pieces may be gone meanwhile.
    package func learned() throws -> LearnedStep? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT id, at, pieces FROM learned ORDER BY id DESC LIMIT 1")).map {
            LearnedStep(number: $0[0], at: Instant($0[1]), kinds: LearnedPieces.read($0[2]))
        }
    }

    /// The pieces of which the person said the kind of work, the newest first, with what they said.
    package func saidKinds(limit: Int) throws -> [(id: PublicID, worth: Worth)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT public_id, json_extract(content, '$.worth') AS worth
                    FROM correction JOIN evidence ON id = evidence_id
                    WHERE worth IS NOT NULL AND flags & ? = 0 ORDER BY evidence.at DESC, id DESC LIMIT ?
                    """), arguments: [EvidenceFlags([.withdrawn, .isPrivate]).rawValue, limit]
        ).compactMap { row in
            guard let id = PublicID(row[0] as String), let worth = Worth(rawValue: row[1]) else { return nil }
            return (id, worth)
        }
    }
}

extension Transaction {
    /// Writes the next step of learning and returns its number. Part of an action of the person.
    package func learn(_ kinds: [PublicID: Worth]) throws -> Int {
        let number = try (snapshot.learned()?.number ?? 0) + 1
        try touch(.learned, number)
        try db.execute(
            sql: "INSERT INTO learned (id, at, pieces) VALUES (?, ?, ?)",
            arguments: [number, now.seconds, LearnedPieces.text(kinds)])
        return number
    }
}

/// The column of pieces: a line for each kind of work, with its ids. No reference, because a source may be removed and
/// read again; and no weights, because they would be of words that may be forgotten.
enum LearnedPieces {
    static func read(_ text: String) -> [PublicID: Worth] {
        var kinds: [PublicID: Worth] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let worth = words.first.flatMap({ Worth(rawValue: String($0)) }) else { continue }
            for id in words.dropFirst().compactMap({ PublicID(String($0)) }) { kinds[id] = worth }
        }
        return kinds
    }

    static func text(_ kinds: [PublicID: Worth]) -> String {
        Worth.allCases.map { worth in
            ([worth.rawValue] + kinds.filter { $0.value == worth }.keys.sorted().map(\.description))
                .joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// Takes a forgotten piece out of every step.
    static func forget(_ db: Database, _ id: PublicID) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, pieces FROM learned WHERE instr(pieces, ?) > 0"),
            arguments: [id.description])
        for row in rows {
            var kinds = read(row[1])
            kinds[id] = nil
            try db.execute(
                sql: "UPDATE learned SET pieces = ? WHERE id = ?", arguments: [text(kinds), row[0] as Int64])
        }
    }
}
