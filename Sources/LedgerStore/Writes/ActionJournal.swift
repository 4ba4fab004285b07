import GRDB
import LedgerModel

/// The hand journal: for each action of the person, the rows that it changed, as they were before. `undo` restores
/// them.
///
/// The problem: an action can change several tables at once (a note with a correction, My job with its rules), and more
/// actions, imports and forgetting can happen before it is undone.
///
/// The invariants:
/// - A row is touched before it changes, in the same transaction. A change without a touch could not be undone, so
///   writes go through `Transaction.act`, `touch` and `touchNew`.
/// - Actions are only added. `undo` adds one too and marks the action that it took back, so that the next `undo` goes
///   on to the one before.
/// - Images hold text, so forgetting scrubs them like any other column (`scrub`), or empties them (`close`).
/// - An image names its row by its key, and SQLite can give the key of a deleted row to a new one. So a row is restored
///   only if its lasting identity (`Table.identity`) is still the same.
///
/// Example: “log” touches a new row of `evidence` (no image before) and the correction made with it. Undoing restores
/// “no row”, which for evidence means withdrawn, because a fact is never deleted.
struct ActionJournal {
    private var images: [Image] = []

    var isEmpty: Bool { images.isEmpty }

    /// A row before the action. `before` is `nil` if the row did not exist.
    struct Image: Codable {
        var table: String
        var key: Cell
        var before: [String: Cell]?
        /// The people and tags of evidence, which are in other tables.
        var people: [PersonMention]?
        var tags: [String]?

        /// The words and people of evidence as a draft, to scrub them.
        fileprivate var draft: EvidenceDraft {
            let kind = before?["kind"]?.text.flatMap { EvidenceKind(rawValue: $0) } ?? .note
            var draft = EvidenceDraft(
                kind: kind, externalID: "", at: Instant(0), title: before?["title"]?.text ?? "")
            (draft.body, draft.people, draft.tags) = (before?["body"]?.text ?? "", people ?? [], tags ?? [])
            return draft
        }

        fileprivate var row: Int64? {
            if case .integer(let row) = key { row } else { nil }
        }
    }

    enum Cell: Codable, Hashable {
        case null
        case integer(Int64)
        case text(String)

        init(_ value: DatabaseValue) {
            switch value.storage {
            case .int64(let number): self = .integer(number)
            case .string(let text): self = .text(text)
            case .null, .double, .blob: self = .null
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let number = try? container.decode(Int64.self) {
                self = .integer(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .null: try container.encodeNil()
            case .integer(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }

        var text: String? {
            if case .text(let text) = self { text } else { nil }
        }

        var value: DatabaseValue {
            switch self {
            case .null: .null
            case .integer(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
        }
    }

    /// The tables that an action of the person may change.
    enum Table: String, CaseIterable {
        case evidence, correction, claim, telling, source, identity, person, fine, learned
        case claimEvidence = "claim_evidence"
        case noteAnswer = "note_answer"
        case jobItem = "job_item"
        case openTimer = "open_timer"
        case notMe = "not_me"
        case saidOfPeople = "said_of_people"
        case saidOfCandidate = "said_of_candidate"

        var key: String { self == .correction ? "evidence_id" : "id" }

        /// Columns that no image holds: derived ones, and the number of the guest list, because the image has the
        /// people.
        var leftOut: Set<String> { self == .evidence ? [ExportFormat.derivedColumn(of: rawValue), "guests"] : [] }

        /// The columns that name somebody.
        var naming: [String] {
            switch self {
            case .telling: ["person"]
            case .identity: ["value"]
            case .notMe: ["id"]
            case .saidOfPeople: ["one", "other"]
            case .evidence, .correction, .claim, .source, .person, .claimEvidence, .noteAnswer, .jobItem, .openTimer,
                .fine, .saidOfCandidate, .learned:
                []
            }
        }

        /// The column that identifies a row whatever its key, since keys of deleted rows are used again; `nil` if there
        /// is none.
        var identity: String? {
            switch self {
            case .evidence, .claim, .source, .person: "public_id"
            case .identity: "value"
            case .correction, .telling, .claimEvidence, .noteAnswer, .jobItem, .openTimer, .notMe, .saidOfPeople,
                .fine, .saidOfCandidate, .learned:
                nil
            }
        }
    }

    /// Call before the row is inserted, changed or deleted.
    mutating func touch(_ db: Database, _ table: Table, _ key: some DatabaseValueConvertible) throws {
        let value = key.databaseValue
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM \(table.rawValue) WHERE \(table.key) = ?", arguments: [value])
        var before: [String: Cell]?
        if let row {
            before = [:]
            for (column, value) in row
            where !value.storage.isBlob && !table.leftOut.contains(column) {
                before?[column] = Cell(value)
            }
        }
        var image = Image(table: table.rawValue, key: Cell(value), before: before)
        if table == .evidence, let id = Int64.fromDatabaseValue(value),
            let draft = try EvidenceReader.draft(db, row: id)
        {
            image.people = draft.people
            image.tags = draft.tags
        }
        images.append(image)
    }

    /// Call before only the flags of evidence are changed. The image then holds nothing else.
    mutating func touchFlags(_ db: Database, evidence row: Int64) throws {
        try touch(db, .evidence, row)
        let last = images.count - 1
        images[last].before = images[last].before?.filter { $0.key == "public_id" || $0.key == "flags" }
        images[last].people = nil
        images[last].tags = nil
    }

    /// Removes forgotten names from images. `piece` scrubs the words and people of a row of evidence, `cell` a text in
    /// a column of any other row.
    static func scrub(
        _ text: String, piece: (EvidenceDraft, Int64?) throws -> EvidenceDraft,
        cell: (Table, String, String) throws -> String
    ) throws -> String {
        var images = try Content.read([Image].self, text)
        for index in images.indices {
            guard let table = Table(rawValue: images[index].table) else { continue }
            if case .text(let key) = images[index].key { images[index].key = .text(try cell(table, table.key, key)) }
            for (column, value) in images[index].before ?? [:] {
                guard case .text(let text) = value, table != .evidence || !["title", "body"].contains(column) else {
                    continue
                }
                images[index].before?[column] = .text(try cell(table, column, text))
            }
            guard table == .evidence else { continue }
            let draft = try piece(images[index].draft, images[index].row)
            for (column, text) in [("title", draft.title), ("body", draft.body)]
            where images[index].before?[column] != nil {
                images[index].before?[column] = .text(text)
            }
            if images[index].people != nil { images[index].people = draft.people }
            if images[index].tags != nil { images[index].tags = draft.tags }
        }
        return try Content.write(images)
    }

    /// The items of My job that an action changed, with their content before; `nil` for new ones.
    static func jobItems(in text: String) throws -> [(id: String, content: String?)] {
        try Content.read([Image].self, text).compactMap { image in
            guard image.table == Table.jobItem.rawValue, let id = image.key.text else { return nil }
            return (id, image.before?["content"]?.text)
        }
    }

    /// The images without those of some items of My job; `nil` if there are none.
    static func without(jobItems ids: Set<String>, in text: String) throws -> String? {
        let images = try Content.read([Image].self, text)
        let kept = images.filter { $0.table != Table.jobItem.rawValue || !ids.contains($0.key.text ?? "") }
        return kept.count == images.count ? nil : try Content.write(kept)
    }

    /// The keys of the rows of a table that an action changed.
    static func keys(of table: Table, in text: String) throws -> [String] {
        try Content.read([Image].self, text).compactMap { $0.table == table.rawValue ? $0.key.text : nil }
    }

    /// Hands over the people and all texts of each image.
    static func each(in text: String, _ take: ([PersonMention], [String]) throws -> Void) throws {
        for image in try Content.read([Image].self, text) {
            try take(image.people ?? [], (image.before ?? [:]).values.compactMap(\.text))
        }
    }

    /// What was said of one piece is said of another from now on: corrections and citations that moved.
    static func handOver(_ db: Database, from old: Int64, to new: Int64) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT number, before FROM hand_action WHERE instr(before, ?) > 0", arguments: ["\(old)"])
        for row in rows {
            var images = try Content.read([Image].self, row[1])
            for index in images.indices
            where [Table.correction.rawValue, Table.claimEvidence.rawValue].contains(images[index].table) {
                if images[index].table == Table.correction.rawValue, case .integer(old) = images[index].key {
                    images[index].key = .integer(new)
                }
                if case .integer(old)? = images[index].before?["evidence_id"] {
                    images[index].before?["evidence_id"] = .integer(new)
                }
            }
            try db.cachedStatement(sql: "UPDATE hand_action SET before = ? WHERE number = ?")
                .execute(arguments: [try Content.write(images), row[0] as Int64])
        }
    }

    mutating func append(_ image: Image) { images.append(image) }

    /// The rows that an action changed as they are now: what an undo of it has to restore to be undone itself.
    static func current(_ db: Database, _ text: String) throws -> ActionJournal {
        var journal = ActionJournal()
        // Images are restored from the last to the first: a row comes back after the one that it refers to.
        for image in try Content.read([Image].self, text).reversed() {
            guard let table = Table(rawValue: image.table) else { continue }
            // A fact is only withdrawn by an undo, and of a removal only the flags are kept.
            if table == .evidence, image.before?["title"] == nil, let row = image.row {
                try journal.touchFlags(db, evidence: row)
            } else {
                try journal.touch(db, table, image.key.value)
            }
        }
        return journal
    }

    /// Whom or what an action names in the rows that it changed: people, addresses, the text of a timer.
    static func names(_ db: Database, _ text: String) throws -> [String] {
        var names: [String] = []
        for image in try Content.read([Image].self, text) {
            guard let table = Table(rawValue: image.table) else { continue }
            var rows = [image.before ?? [:]]
            var now = ActionJournal()
            if !table.naming.isEmpty { try now.touch(db, table, image.key.value) }
            rows += now.images.compactMap(\.before)
            for cells in rows {
                for column in table.naming {
                    for name in cells[column]?.text?.split(separator: "\n") ?? [] where !names.contains(String(name)) {
                        names.append(String(name))
                    }
                }
            }
        }
        return names
    }

    func save(_ db: Database, id: ULID, verb: String, subject: String, at now: Instant) throws {
        try db.cachedStatement(
            sql: "INSERT INTO hand_action (id, device, at, verb, subject, before) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                id.text, try Meta.get(db, .deviceID) ?? "", now.seconds, verb, subject, try Content.write(images),
            ])
    }
}

extension DatabaseValue.Storage {
    fileprivate var isBlob: Bool {
        if case .blob = self { true } else { false }
    }
}

extension ShardMarks {
    /// Marks the span that a correction gave the evidence, which may be far from its own time.
    static func markCorrected(_ db: Database, evidence row: Int64, revision: Int64) throws {
        guard
            let text = try String.fetchOne(
                db, sql: "SELECT content FROM correction WHERE evidence_id = ?", arguments: [row])
        else { return }
        let correction = try Content.read(Correction.self, text)
        let bounds = try Row.fetchOne(
            db, sql: "SELECT at, coalesce(until, at) FROM evidence WHERE id = ?", arguments: [row])
        guard correction.from != nil || correction.until != nil, let bounds else { return }
        let start = correction.from ?? Instant(bounds[0])
        let end = correction.until ?? Instant(bounds[1])
        try mark(db, Interval(start, max(end, start + 1)), revision: revision)
    }
}
