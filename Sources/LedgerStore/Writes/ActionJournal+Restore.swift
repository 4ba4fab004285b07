import GRDB
import LedgerModel

extension ActionJournal {
    /// Restores every row, last change first.
    static func restore(_ db: Database, _ text: String, _ writer: inout EvidenceWriter) throws {
        var isAnotherMe = false
        for image in try Content.read([Image].self, text).reversed() {
            guard let table = Table(rawValue: image.table), try isSameRow(db, table, image) else { continue }
            if table == .evidence, case .integer(let row) = image.key {
                try restoreEvidence(db, row, image, &writer)
                continue
            }
            if table == .correction, case .integer(let row) = image.key {
                try writer.transaction.markCorrection(of: row)
            }
            try put(db, table, image)
            if table == .correction, case .integer(let row) = image.key {
                try writer.transaction.markCorrected(evidence: row)
            }
            if [.identity, .person, .notMe].contains(table) { isAnotherMe = true }
            if table == .jobItem || table == .source { try writer.transaction.markAll() }
        }
        guard isAnotherMe else { return }
        try writer.transaction.markAll()
        for source in SourceDescriptor.all where source.dependsOnOwner {
            try writer.transaction.resetState(kind: source.kind)
        }
    }

    /// Whether the row still is the one that the image shows. A row may have been deleted by forgetting or with its
    /// source, and another may have its key now.
    private static func isSameRow(_ db: Database, _ table: Table, _ image: Image) throws -> Bool {
        if table == .correction {
            return try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM evidence WHERE id = ?)", arguments: [image.key.value]) ?? false
        }
        guard let column = table.identity, let before = image.before, let known = before[column] else { return true }
        let current = try DatabaseValue.fetchOne(
            db, sql: "SELECT \(column) FROM \(table.rawValue) WHERE \(table.key) = ?", arguments: [image.key.value])
        // Deleted evidence is not created from its image, because no source would have it.
        guard let current, !current.isNull else { return table != .evidence }
        return current == known.value
    }

    /// Restores evidence as a new version, so that version numbers only rise.
    private static func restoreEvidence(
        _ db: Database, _ row: Int64, _ image: Image, _ writer: inout EvidenceWriter
    ) throws {
        guard let stored = try StoredVersion(db, row: row) else { return }
        try writer.markDirty(db, row)
        try writer.removeSearchRow(db, row)
        guard let before = image.before else {
            // Undoing never deletes a fact, it withdraws it.
            try db.execute(
                sql: "UPDATE evidence SET flags = flags | ? WHERE id = ?",
                arguments: [EvidenceFlags([.withdrawn, .removedByHand]).rawValue, row])
            return
        }
        let isWhole = before["title"] != nil
        if isWhole { try Sighting.moveCurrent(db, row, to: try writer.archive(db, row)) }
        try put(db, .evidence, image)
        // If its source withdrew it meanwhile, it stays withdrawn.
        let gone = stored.isGone ? stored.flags.intersection(.gone) : []
        try db.execute(
            sql: "UPDATE evidence SET version = ?, flags = flags | ? WHERE id = ?",
            arguments: [isWhole ? try writer.freeNumber(db, row) : stored.number, gone.rawValue, row])
        if isWhole {
            try attachAgain(db, row, image, &writer)
            try saySo(db, row)
        }
        if let draft = try EvidenceReader.draft(db, row: row) { try writer.addSearchRow(db, row, draft) }
        try writer.markDirty(db, row)
    }

    private static func attachAgain(
        _ db: Database, _ row: Int64, _ image: Image, _ writer: inout EvidenceWriter
    ) throws {
        // Images from an earlier version of the program do not have the people.
        guard let people = image.people, let tags = image.tags, var draft = try EvidenceReader.draft(db, row: row)
        else {
            return
        }
        try writer.detach(db, row)
        draft.people = people
        draft.tags = tags
        try writer.attach(db, draft, to: row)
    }

    /// Marks the sources that state the restored version as stating the current one.
    private static func saySo(_ db: Database, _ row: Int64) throws {
        guard let hash = try EvidenceReader.draft(db, row: row)?.contentHash else { return }
        for sighting in try Sighting.all(db, row) {
            guard case .older(let number) = sighting.said,
                let content = try String.fetchOne(
                    db, sql: "SELECT content FROM evidence_version WHERE evidence_id = ? AND version = ?",
                    arguments: [row, number]),
                try Content.read(EvidenceDraft.self, content).contentHash == hash
            else { continue }
            try Sighting.makeCurrent(db, row, from: number)
        }
    }

    private static func put(_ db: Database, _ table: Table, _ image: Image) throws {
        let name = table.rawValue
        guard let before = image.before else {
            // Somebody else may have the number by now.
            let isFree = table == .person ? "AND id NOT IN (SELECT person_id FROM identity)" : ""
            try db.execute(sql: "DELETE FROM \(name) WHERE \(table.key) = ? \(isFree)", arguments: [image.key.value])
            return
        }
        // Only columns of the schema go into the SQL, since images also come from exports.
        var known = Set(try db.columns(in: name).map(\.name))
        known.subtract(table.leftOut)
        // Keep what imports have written since.
        if table == .source {
            known.subtract(["state", "last_import", "warnings", "locator", "name", "folder", "formerly"])
        }
        let cells = before.filter { known.contains($0.key) }.sorted { $0.key < $1.key }
        let columns = cells.map(\.key)
        let values = StatementArguments(cells.map(\.value.value))
        try db.execute(
            sql: """
                UPDATE \(name) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE \(table.key) = ?
                """, arguments: values + [image.key.value])
        guard db.changesCount == 0 else { return }
        try db.execute(
            sql: """
                INSERT INTO \(name) (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """, arguments: values)
    }

    /// Empties the actions on a piece, so that none of its words stay. They cannot be undone any more.
    static func close(_ db: Database, subject: String) throws {
        try db.cachedStatement(
            sql:
                "UPDATE hand_action SET before = '[]', undone_by = coalesce(undone_by, 'forgotten') WHERE subject = ? AND subject <> ''"
        ).execute(arguments: [subject])
    }

    static func close(_ db: Database, evidence row: Int64) throws {
        let id = try String.fetchOne(
            db.cachedStatement(sql: "SELECT public_id FROM evidence WHERE id = ?"), arguments: [row])
        if let id { try close(db, subject: id) }
    }
}
