import GRDB
package import LedgerModel

/// Notes as the person wrote them, to read results from.
extension Snapshot {
    /// A note, and what was said of its lines.
    package struct WrittenNote: Sendable, Hashable {
        package var id: PublicID
        package var at: Instant
        package var flags: EvidenceFlags
        package var text: String
        package var tags: [String]
        /// The hashes of the lines that were answered.
        package var answered: Set<String>
    }

    /// Those of these pieces that are notes, newest first; of one moment in the order in which they were read. Private
    /// notes and those that are gone are left out.
    package func writtenNotes(_ ids: [PublicID]) throws -> [WrittenNote] {
        let list = "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        return try notes("evidence e", "e.public_id IN (SELECT value FROM json_each(?))", [list], most: -1)
    }

    /// The newest notes of a range of which no line was answered, at most `most`.
    package func unansweredNotes(in range: Interval, most: Int) throws -> [WrittenNote] {
        try notes(
            "evidence e INDEXED BY evidence_note",
            """
            e.at >= ? AND e.at < ? AND NOT EXISTS (SELECT 1 FROM note_answer n WHERE n.evidence_id = e.id)
            """, [range.start.seconds, range.end.seconds], most: most)
    }

    /// The newest notes of a range, at most `most`.
    package func writtenNotes(in range: Interval, most: Int) throws -> [WrittenNote] {
        try notes(
            "evidence e INDEXED BY evidence_note", "e.at >= ? AND e.at < ?",
            [range.start.seconds, range.end.seconds], most: most)
    }

    private func notes(
        _ from: String, _ condition: String, _ arguments: StatementArguments, most: Int
    ) throws -> [WrittenNote] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, e.at, e.flags, e.title, e.body,
                  coalesce((SELECT group_concat(tag, char(10)) FROM evidence_tag WHERE evidence_id = e.id), ''),
                  coalesce((SELECT group_concat(id, char(10)) FROM note_answer WHERE evidence_id = e.id), '')
                FROM \(from)
                WHERE \(condition) AND e.kind = 'note' AND e.flags & \(EvidenceFlags.unsearched.rawValue) = 0
                ORDER BY e.at DESC, e.id LIMIT ?
                """, arguments: arguments + [most]
        ).compactMap { row in
            guard let id = PublicID(row[0]) else { return nil }
            let body: String = row[4]
            return WrittenNote(
                id: id, at: Instant(row[1]), flags: EvidenceFlags(rawValue: row[2]), text: body.isEmpty ? row[3] : body,
                tags: Self.lines(row[5]),
                answered: Set(Self.lines(row[6]).compactMap { $0.split(separator: "/").last.map(String.init) }))
        }
    }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
