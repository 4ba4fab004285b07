import GRDB
import LedgerModel

/// Remembers, for every action by hand, the rows it changes as they were before, so that `undo`
/// can take the action back. Actions are only ever added.
struct HandJournal {
    private var images: [Image] = []

    /// A row before the action; `before` is nil for a row that did not exist.
    struct Image: Codable {
        var table: String
        var key: Cell
        var before: [String: Cell]?
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
        case frameItem = "frame_item"
        case openTimer = "open_timer"

        var key: String { self == .correction ? "evidence_id" : "id" }
    }

    /// Call before the row is inserted, changed or deleted.
    mutating func touch(_ db: Database, _ table: Table, _ key: some DatabaseValueConvertible) throws {
        let value = key.databaseValue
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM \(table.rawValue) WHERE \(table.key) = ?", arguments: [value])
        var before: [String: Cell]?
        if let row {
            before = [:]
            for (column, value) in row where !(value.storage.isBlob) { before?[column] = Cell(value) }
        }
        images.append(Image(table: table.rawValue, key: Cell(value), before: before))
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

    /// Puts every row back as it was, last change first.
    static func restore(_ db: Database, _ text: String, reach: Int64, revision: Int64) throws {
        for image in try Content.read([Image].self, text).reversed() {
            guard let table = Table(rawValue: image.table) else { continue }
            if table == .evidence, case .integer(let row) = image.key {
                try restoreEvidence(db, row, image, reach: reach, revision: revision)
                continue
            }
            if table == .correction, case .integer(let row) = image.key {
                try Dirty.mark(db, evidence: row, reach: reach, revision: revision)
                try Dirty.markCorrected(db, evidence: row, revision: revision)
            }
            try put(db, table, image)
            if table == .correction, case .integer(let row) = image.key {
                try Dirty.markCorrected(db, evidence: row, revision: revision)
            }
            if table == .frameItem || table == .source || table == .identity {
                try Dirty.markAll(db, revision: revision)
            }
        }
    }

    private static func restoreEvidence(
        _ db: Database, _ row: Int64, _ image: Image, reach: Int64, revision: Int64
    ) throws {
        try Dirty.mark(db, evidence: row, reach: reach, revision: revision)
        try SearchRows.remove(db, row)
        if image.before == nil {
            // A fact is never deleted by taking back: it is withdrawn.
            try db.execute(
                sql: "UPDATE evidence SET flags = flags | ? WHERE id = ?",
                arguments: [EvidenceFlags.withdrawn.rawValue, row])
        } else {
            try put(db, .evidence, image)
            try SearchRows.add(db, row)
        }
        try Dirty.mark(db, evidence: row, reach: reach, revision: revision)
    }

    private static func put(_ db: Database, _ table: Table, _ image: Image) throws {
        let name = table.rawValue
        guard let before = image.before else {
            try db.execute(sql: "DELETE FROM \(name) WHERE \(table.key) = ?", arguments: [image.key.value])
            return
        }
        // Columns come from the ledger's own schema, never from outside.
        let known = Set(try db.columns(in: name).map(\.name))
        let columns = before.keys.filter { known.contains($0) }.sorted()
        let updates = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO \(name) (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                ON CONFLICT (\(table.key)) DO UPDATE SET \(updates)
                """, arguments: StatementArguments(columns.map { before[$0]!.value }))
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
