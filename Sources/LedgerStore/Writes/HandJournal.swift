import GRDB
import LedgerModel

/// Remembers, for every action by hand, the rows it changes as they were before, so that `undo`
/// can take the action back. Actions are only ever added.
struct HandJournal {
    private var images: [Image] = []

    var isEmpty: Bool { images.isEmpty }

    /// A row before the action; `before` is nil for a row that did not exist.
    struct Image: Codable {
        var table: String
        var key: Cell
        var before: [String: Cell]?
        /// Of evidence: who and what hung on it.
        var people: [PersonMention]?
        var tags: [String]?

        /// Of evidence: its words and who hung on it.
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

    /// The tables an action by hand may change, with the column that names a row.
    enum Table: String, CaseIterable {
        case evidence, correction, claim, telling, source, identity, person
        case claimEvidence = "claim_evidence"
        case jobItem = "job_item"
        case openTimer = "open_timer"

        var key: String { self == .correction ? "evidence_id" : "id" }

        /// Columns that no image holds: what is derived, and numbers of lists, for which the image has the people.
        var leftOut: Set<String> { self == .evidence ? [ExportFormat.derivedColumn(of: rawValue), "guests"] : [] }

        /// What a row is known by whatever its key: keys of deleted rows are given again.
        var identity: String? {
            switch self {
            case .evidence, .claim, .source, .person: "public_id"
            case .identity: "value"
            case .correction, .telling, .claimEvidence, .jobItem, .openTimer: nil
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

    /// Call before the flags of evidence are changed by hand, and nothing else of it.
    mutating func touchFlags(_ db: Database, evidence row: Int64) throws {
        try touch(db, .evidence, row)
        let last = images.count - 1
        images[last].before = images[last].before?.filter { $0.key == "public_id" || $0.key == "flags" }
        images[last].people = nil
        images[last].tags = nil
    }

    /// Images without forgotten names: `piece` scrubs a draft of what hung on a piece of this row and of its words,
    /// `cell` a text in a column of another row.
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

    /// Items of My job that an action changed, with what they held before; nil for what was new.
    static func jobItems(in text: String) throws -> [(id: String, content: String?)] {
        try Content.read([Image].self, text).compactMap { image in
            guard image.table == Table.jobItem.rawValue, let id = image.key.text else { return nil }
            return (id, image.before?["content"]?.text)
        }
    }

    /// Hands over, of each image, who hung on a piece and every text in it.
    static func each(in text: String, _ take: ([PersonMention], [String]) throws -> Void) throws {
        for image in try Content.read([Image].self, text) {
            try take(image.people ?? [], (image.before ?? [:]).values.compactMap(\.text))
        }
    }

    mutating func append(_ image: Image) { images.append(image) }

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

extension Dirty {
    /// The span that a correction gave the evidence may lie far from its own time.
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
