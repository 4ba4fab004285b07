import GRDB
package import LedgerModel

extension Snapshot {
    /// What forgetting a person would remove and leave. Changes nothing. Throws `.noSuchID`; `.usage` if it is the
    /// person themself.
    package func preview(forgetting id: PublicID) throws -> ForgettingPreview {
        try ForgettingSearch.of(ForgottenPerson(db, id), db)
    }

    /// Every name and address by which forgetting searches for a person.
    package func names(of id: PublicID) throws -> [String] {
        let person = try ForgottenPerson(db, id)
        return person.needles.union(person.shared).sorted()
    }
}

/// Finds what will stay behind when a person is forgotten, so that the person can be told before it is done.
///
/// The problem: forgetting must remove somebody everywhere, yet must not damage text about others. Whole names and
/// addresses are safe to remove. A single word is not: “Will” may be Will Carter, another Will or just the verb.
///
/// So there are three cases, and this type counts them by running the real scrub on copies of the texts:
/// - The whole name or an address is removed everywhere. Nothing is reported, since nothing stays.
/// - A single word of the name is removed from a piece in which nobody else was (`alone`): in “1:1 Will” with only Will
///   Carter invited, it can only mean him. `alonePieces` says how many titles lose a word.
/// - Elsewhere a single word stays. `words` says which and how often, so that the person can edit those texts.
///
/// Paths of sources, keys of My job and ids given by sources stay too, because something refers to them. They are
/// listed or counted.
struct ForgettingSearch {
    private let db: Database
    private let person: ForgottenPerson
    private let forgotten: Forgotten
    /// The pieces in which they are the only other person.
    private let alone: Set<Int64>
    private var words: [StayingWord]

    static func of(_ person: ForgottenPerson, _ db: Database) throws -> ForgettingPreview {
        guard let forgotten = try Forgotten(db, adding: person.keys) else { return ForgettingPreview() }
        var preview = ForgettingSearch(
            db: db, person: person, forgotten: forgotten, alone: try person.alone(db),
            words: person.parts.map(StayingWord.init))
        return try preview.found()
    }

    private mutating func found() throws -> ForgettingPreview {
        var preview = ForgettingPreview()
        preview.names = person.names.filter { $0.lowercased() != person.shownName.lowercased() }.sorted()
        let (pieces, taken) = try lookThroughPieces()
        preview.alonePieces = pieces
        preview.alone = words.map(\.word).filter { taken.contains($0.folded) }
        for column in ["text", "for_whom", "figure", "known_by"] { try count("claim", column, \.claims) }
        for column in ["person", "heard"] { try count("telling", column, \.claims) }
        try countItems()
        preview.words = words.filter { !$0.isNowhere }
        preview.notes = try notes()
        preview.locators = try String.fetchAll(db, sql: "SELECT locator FROM source ORDER BY locator").filter {
            forgotten.scrubbed($0) != $0
        }
        preview.keys = try String.fetchAll(
            db, sql: "SELECT id FROM job_item WHERE instr(id, '/') AND kind <> 'rule' ORDER BY id"
        )
        .map { String($0.drop { $0 != "/" }.dropFirst()) }.filter { forgotten.scrubbed($0) != $0 }
        let runs = Set(person.needles.map(TextScrub.part)).sorted()
        let holding =
            runs.contains("") ? "1" : runs.map { _ in "instr(lower(external_id), ?) > 0" }.joined(separator: " OR ")
        let ids = try String.fetchCursor(
            db,
            sql: """
                SELECT external_id FROM evidence
                WHERE kind <> 'commit' AND external_id GLOB '*[^0-9A-Z]*' AND (\(holding))
                """, arguments: runs.contains("") ? [] : StatementArguments(runs))
        while let id = try ids.next() { if forgotten.scrubbed(id) != id { preview.externalIDs += 1 } }
        return preview
    }

    /// The notes and timers of the person with them that have words.
    private func notes() throws -> Int {
        let rows = try person.naming(db).map(String.init).joined(separator: ",")
        return try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM evidence e JOIN json_each(?) j ON e.id = j.value
                WHERE e.kind IN ('note', 'timer') AND e.flags & \(EvidenceFlags.unsearched.rawValue) = 0
                """, arguments: ["[\(rows)]"]) ?? 0
    }

    /// Counts the titles that lose a single word, and collects those words.
    private mutating func lookThroughPieces() throws -> (pieces: Int, taken: Set<String>) {
        var result: (pieces: Int, taken: Set<String>) = (0, [])
        guard !words.isEmpty else { return result }
        let match = words.map { "\"\($0.word.folded)\"" }.joined(separator: " OR ")
        let theirs = alone.map(String.init).joined(separator: ", ")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.id, e.title, e.body FROM evidence e
                WHERE e.words IN (SELECT rowid FROM search WHERE search MATCH ?) OR e.id IN (\(theirs))
                """, arguments: ["{title body} : (\(match))"])
        while let row = try rows.next() {
            var title = forgotten.scrubbed(row[1] as String)
            var text = forgotten.scrubbed(row[2] as String)
            if alone.contains(row[0]) {
                let kept = forgotten.scrubbed(title, partsOf: person.standIn)
                if kept != title {
                    result.pieces += 1
                    result.taken.formUnion(Self.folded(title).subtracting(Self.folded(kept)))
                }
                title = kept
                text = forgotten.scrubbed(text, partsOf: person.standIn, isText: true)
            }
            let inTitle = Self.folded(title)
            let inText = Self.folded(text)
            for index in words.indices {
                let word = words[index].word.folded
                if inTitle.contains(word) {
                    words[index].titles += 1
                } else if inText.contains(word) {
                    words[index].texts += 1
                }
            }
        }
        return result
    }

    private mutating func count(
        _ table: String, _ column: String, _ counted: WritableKeyPath<StayingWord, Int>
    ) throws {
        guard !words.isEmpty else { return }
        let texts = try String.fetchCursor(
            db, sql: "SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL")
        while let text = try texts.next() { count(Self.folded(forgotten.scrubbed(text)), counted) }
    }

    private mutating func count(_ found: Set<String>, _ counted: WritableKeyPath<StayingWord, Int>) {
        for index in words.indices where found.contains(words[index].word.folded) {
            words[index][keyPath: counted] += 1
        }
    }

    /// Counts items of My job with a word, after rules have been adapted to the scrubbed titles.
    private mutating func countItems() throws {
        guard !words.isEmpty else { return }
        let rules = try RuleScrub(db, forgotten, standIn: person.standIn, alone: alone)
        for text in try String.fetchAll(db, sql: "SELECT content FROM job_item") {
            let kept = try rules.item(Content.read(WordTree.self, text))
            count(Self.folded(forgotten.scrubbed(try Content.write(kept))), \.items)
        }
    }

    private static func folded(_ text: String) -> Set<String> {
        Set(WholeWords(text).words.map { text[$0].folded })
    }
}

extension ForgottenPerson {
    /// The events and notes in which they are the only other person. Others who declined do not count, unless they were
    /// forgotten.
    func alone(_ db: Database) throws -> Set<Int64> {
        let mine = identities.map { String($0.row) }.joined(separator: ", ")
        return try Set(
            Int64.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT p.evidence_id FROM evidence_person p JOIN evidence e ON e.id = p.evidence_id
                    WHERE p.identity_id IN (\(mine)) AND e.kind <> 'commit' AND NOT EXISTS (
                      SELECT 1 FROM evidence_person q JOIN identity i ON i.id = q.identity_id
                      JOIN person o ON o.id = i.person_id
                      WHERE q.evidence_id = e.id AND o.is_me = 0 AND q.identity_id NOT IN (\(mine))
                        AND (q.participation <> 'declined' OR i.value GLOB '\(Forgotten.name)-*'))
                    """))
    }
}
