import GRDB
package import LedgerModel

extension Transaction {
    /// Writes down what the person said of a candidate. Part of an action of the person.
    package func say(_ said: SaidOfCandidate) throws {
        try touch(.saidOfCandidate, said.id)
        try db.execute(
            sql: "INSERT INTO said_of_candidate (id, answer, pieces, leaving, until) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                said.id, said.answer.rawValue, CandidateWords.text(said.pieces), CandidateWords.text(said.leaving),
                said.until?.iso,
            ])
    }
}

/// The column of ids: no reference, because what was said holds after a source was removed and is read again.
enum CandidateWords {
    static func pieces(_ text: String) -> [PublicID] { text.split(separator: " ").compactMap { PublicID(String($0)) } }
    static func text(_ pieces: [PublicID]) -> String { pieces.map(\.description).joined(separator: " ") }

    /// Takes a forgotten piece out of what was said.
    static func forget(_ db: Database, _ id: PublicID) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT id, pieces, leaving FROM said_of_candidate WHERE instr(pieces || ' ' || leaving, ?) > 0"),
            arguments: [id.description])
        for row in rows {
            let (rest, leaving) = (pieces(row[1]).filter { $0 != id }, pieces(row[2]).filter { $0 != id })
            if rest.isEmpty {
                try db.execute(sql: "DELETE FROM said_of_candidate WHERE id = ?", arguments: [row[0] as String])
            } else {
                try db.execute(
                    sql: "UPDATE said_of_candidate SET pieces = ?, leaving = ? WHERE id = ?",
                    arguments: [text(rest), text(leaving), row[0] as String])
            }
        }
    }
}
