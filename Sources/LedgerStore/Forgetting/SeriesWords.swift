import GRDB
import LedgerModel

/// Which words a calendar's record of a series may hold: those that a piece of the ledger shows.
///
/// The problem: a record has the words of the whole series, and of each changed occurrence, so that the series can be
/// expanded further. Forget one changed occurrence, or make it private, and its title would stay in the record; and the
/// next import would write it again.
///
/// So whatever writes a record passes it through `scrubbed`. A changed occurrence keeps its words there only while its
/// own piece shows them, and the series while any of its other pieces does. Each part without words becomes
/// CLASS:PRIVATE with its times. Nothing is kept of a series that was forgotten.
struct SeriesWords {
    /// What was forgotten or made private; read once for many records.
    struct Kept {
        fileprivate let forgotten: Forgotten?
        /// The series with private pieces.
        fileprivate let partlyPrivate: Set<String>

        /// The series among these that have private pieces.
        func partlyPrivate(among uids: [String]) -> Set<String> { partlyPrivate.intersection(uids) }

        init(_ db: Database) throws {
            forgotten = try Forgotten(db)
            partlyPrivate = Set(
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT series FROM evidence INDEXED BY evidence_private
                        WHERE flags & \(EvidenceFlags.isPrivate.rawValue) AND series IS NOT NULL
                        """))
        }
    }

    private let db: Database
    private let kept: Kept
    private var forgotten: Forgotten? { kept.forgotten }
    private var partlyPrivate: Set<String> { kept.partlyPrivate }

    init(_ db: Database, _ kept: Kept? = nil) throws {
        self.db = db
        self.kept = try kept ?? Kept(db)
    }

    /// The record as it may be stored; `nil` if nothing of it may.
    func scrubbed(_ record: String, uid: String) throws -> String? {
        if forgotten?.holds(series: uid) == true { return nil }
        guard forgotten != nil || partlyPrivate.contains(uid) else { return record }
        let lines = record.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let parts = RecordPart.all(in: lines).filter { part in part.lines.contains { Self.isWord(lines[$0]) } }
        guard !parts.isEmpty else { return record }
        var wordless = try parts.filter { part in try part.id.map { try hides($0) } ?? false }
        let rest = parts.filter { $0.id == nil }
        if !rest.isEmpty, try hidesRest(of: uid, besides: RecordPart.all(in: lines).compactMap(\.id)) {
            wordless += rest
        }
        guard !wordless.isEmpty else { return record }
        let ends = Set(wordless.map(\.lines.upperBound))
        let taken = Set(wordless.flatMap { $0.lines.filter { Self.isWord(lines[$0]) } })
        var kept: [String] = []
        for (index, line) in lines.enumerated() where !taken.contains(index) {
            if ends.contains(index) { kept.append("CLASS:PRIVATE") }
            kept.append(line)
        }
        return kept.joined(separator: "\r\n")
    }

    /// Scrubs the stored records of series.
    func scrub(_ series: Set<String>) throws {
        let list = try Content.write(series.sorted())
        let rows = try Row.fetchAll(
            db, sql: "SELECT source_id, uid, record FROM series WHERE uid IN (SELECT value FROM json_each(?))",
            arguments: [list])
        for row in rows {
            let (source, uid, record): (Int64, String, String) = (row[0], row[1], row[2])
            guard let kept = try scrubbed(record, uid: uid) else {
                try db.execute(sql: "DELETE FROM series WHERE source_id = ? AND uid = ?", arguments: [source, uid])
                continue
            }
            guard kept != record else { continue }
            try db.execute(
                sql: "UPDATE series SET record = ? WHERE source_id = ? AND uid = ?", arguments: [kept, source, uid])
        }
    }

    /// Whether no piece shows the words of this occurrence, or of the note that was made of it.
    func hides(_ externalID: String) throws -> Bool {
        for id in [PublicID(.event, externalID), PublicID(.note, "event/" + externalID)] {
            if forgotten?.holds(id.description) == true { return true }
            let isPrivate = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT flags & ? <> 0 FROM evidence WHERE public_id = ?"),
                arguments: [EvidenceFlags.isPrivate.rawValue, id.description])
            if isPrivate == true { return true }
        }
        return false
    }

    /// Whether no piece of the series shows its words, other than those that have their own.
    func hidesRest(of uid: String, besides changed: [String]) throws -> Bool {
        if forgotten?.holds(series: uid) == true { return true }
        guard partlyPrivate.contains(uid) else { return false }
        return try Bool.fetchOne(
            db,
            sql: """
                SELECT NOT EXISTS (SELECT 1 FROM evidence WHERE series = ?1 AND flags & ?2 = 0
                  AND external_id NOT IN (SELECT value FROM json_each(?3)))
                """, arguments: [uid, EvidenceFlags.isPrivate.rawValue, try Content.write(changed)]) ?? false
    }

    private static let words = ["SUMMARY", "DESCRIPTION", "CATEGORIES", "ORGANIZER", "ATTENDEE"]

    private static func isWord(_ line: String) -> Bool {
        words.contains { line.hasPrefix($0) && [":", ";"].contains(line.dropFirst($0.count).first) }
    }
}

/// An event of a record: where it is, and the id of its piece if it is a change of one occurrence alone.
private struct RecordPart {
    /// From the line after BEGIN to that of END.
    var lines: ClosedRange<Int>
    var id: String?

    static func all(in lines: [String]) -> [RecordPart] {
        var parts: [RecordPart] = []
        var start: Int?
        var id: String?
        for (index, line) in lines.enumerated() {
            if line == "BEGIN:VEVENT" {
                (start, id) = (index + 1, nil)
            } else if line.hasPrefix("X-LIMELIGHT-ID:") {
                id = RecordLine(line).plainValue
            } else if line == "END:VEVENT", let first = start, first <= index {
                parts.append(RecordPart(lines: first...index, id: id))
                start = nil
            }
        }
        return parts
    }
}

extension Snapshot {
    /// Whether no piece shows the words of an event in a calendar file.
    ///
    /// - Parameters:
    ///   - id: The external id of its piece; `nil` for a series.
    ///   - changed: The pieces of the series that have words of their own.
    package func hides(event uid: String, _ id: String?, besides changed: [String], _ kept: HiddenWords) throws -> Bool
    {
        let words = try SeriesWords(db, kept.kept)
        return try id.map { try words.hides($0) } ?? words.hidesRest(of: uid, besides: changed)
    }

    package func hiddenWords() throws -> HiddenWords { HiddenWords(kept: try SeriesWords.Kept(db)) }
}

/// What was forgotten or made private, read once for many events.
package struct HiddenWords { let kept: SeriesWords.Kept }
