import GRDB
package import LedgerModel

extension Snapshot {
    /// Everything that forgetting a person would touch, found by the same search. Throws `.noSuchID`; `.usage` if it is
    /// the person themself.
    package func heldTexts(about id: PublicID) throws -> HeldTexts {
        let person = try ForgottenPerson(db, id)
        guard let forgotten = try Forgotten(db, adding: person.keys) else { return HeldTexts() }
        let changes = try TextScrub(db, forgotten, person, alone: person.alone(db)).changes()
        let others = try OtherPeople(db, besides: person)
        var held = HeldTexts()
        let naming = try person.naming(db)
        var rows = naming
        var projects: Set<String> = []
        var seen: Set<HeldTexts.Text> = []
        func add(_ place: HeldTexts.Place, _ text: String) {
            let item = HeldTexts.Text(place, text, namesOthers: others.areNamed(in: text))
            if seen.insert(item).inserted { held.texts.append(item) }
        }
        for change in changes {
            switch change.table {
            case "evidence", "evidence_tag", "evidence_version": if let row = change.row { rows.insert(row) }
            case "claim", "telling": break
            case "source": add(.source, change.text)
            case "project":
                add(.project, change.text)
                projects.insert(change.text)
            case "job_item": add(.job, change.text.replacing("/", with: " "))
            case "open_timer": add(.timer, try timerText())
            case "series": held.series += 1
            case "path": held.paths += 1
            default: held.actions += 1
            }
        }
        for text in try claims(changes.filter { $0.table == "claim" }) { add(.result, text) }
        for change in changes where change.table == "telling" { add(.told, change.text) }
        held.pieces = try pieces(rows, naming: naming, others)
        return held
    }

    private func timerText() throws -> String { try openTimer()?.text ?? "" }

    /// The whole results, each once, whichever of their columns names the person.
    private func claims(_ changes: [TextScrub.Change]) throws -> [String] {
        try Set(changes.compactMap(\.row)).sorted().compactMap { row in
            try String.fetchOne(db, sql: "SELECT text FROM claim WHERE id = ?", arguments: [row])
        }
    }

    private func pieces(
        _ rows: Set<Int64>, naming: Set<Int64>, _ others: OtherPeople
    ) throws -> [HeldTexts.Piece] {
        try rows.compactMap { row -> HeldTexts.Piece? in
            guard let draft = try EvidenceReader.draft(db, row: row) else { return nil }
            let hit = SearchHit(
                id: draft.id, at: draft.at, until: draft.until, source: "", kind: draft.kind, title: draft.title,
                snippet: "", flags: draft.flags)
            return HeldTexts.Piece(
                hit: hit, isOnlyText: !naming.contains(row),
                namesOthers: others.takePart(in: draft) || others.areNamed(in: draft.title + "\n" + draft.body))
        }.sorted { ($1.hit.at, $0.hit.id) < ($0.hit.at, $1.hit.id) }
    }
}

/// Everybody but the person and one other, to tell what names somebody else too.
private struct OtherPeople {
    private let identities: Set<String>
    /// Whole names and addresses, by the keys of their words.
    private let keys: Set<String>
    private let lengths: [Int]

    init(_ db: Database, besides person: ForgottenPerson) throws {
        let theirs = Set(person.identities.map(\.value))
        var others: Set<String> = []
        var names: Set<String> = []
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT i.value, i.name, p.is_me FROM identity i JOIN person p ON p.id = i.person_id
                WHERE NOT \(StandIn.isOne)
                """)
        for row in rows {
            let value: String = row[0]
            guard !(row[2] as Bool), !theirs.contains(value) else { continue }
            others.insert(value)
            names.formUnion(StoredNames.all(row[1]))
            names.insert(value)
        }
        let words = names.map { WholeWords($0) }.filter { $0.words.count > 1 }
        let known = Set(person.needles.compactMap { WholeWords($0).key })
        identities = others
        keys = Set(words.compactMap(\.key)).subtracting(known)
        lengths = Set(words.map(\.words.count)).sorted()
    }

    func takePart(in draft: EvidenceDraft) -> Bool { draft.people.contains { identities.contains($0.identity) } }

    func areNamed(in text: String) -> Bool {
        let words = WholeWords(text)
        return words.words.indices.contains { start in
            lengths.contains { length in
                start + length <= words.words.count && keys.contains(words.key(start..<start + length))
            }
        }
    }
}
