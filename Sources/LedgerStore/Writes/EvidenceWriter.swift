import GRDB
import LedgerModel

/// Writes drafts as evidence. A draft is new, unchanged or another version of a piece; no piece is written twice.
struct EvidenceWriter {
    let context: WriteContext
    let transaction: Transaction
    let device: String
    var names: Names
    private let anyPrivate: Bool
    var days = Set<Int64>()
    private var words = PendingWords()
    private var guests = GuestLists()
    /// Whether to insert first and look for a known piece only if that fails. Faster on the first import of a source.
    var expectsNew = false
    var statements = Statements()
    /// Whether something was erased, so that no copy may stay in derived rows.
    var hasErased = false
    /// Whether something lost its words, so that the file has to be rewritten before long.
    var hasHidden = false

    /// Runs `work` with a writer, then writes what is cheaper to write once for all pieces: new search rows and the
    /// days to derive again.
    static func run<Value>(
        _ transaction: Transaction, names: Names, _ work: (inout EvidenceWriter) throws -> Value
    ) throws -> Value {
        let db = transaction.db
        var writer = try EvidenceWriter(transaction, names: names)
        let value = try work(&writer)
        try writer.words.flush(db)
        // With an identity that is gone, the person may be known by another.
        if writer.hasErased { writer.names.renamed.formUnion(try JoinedPeople.settle(transaction)) }
        try writer.names.joinFresh(transaction)
        try writer.markRenamed(db)
        try transaction.mark(days: writer.days)
        if writer.hasErased || writer.hasHidden { try ShardMarks.dropPacked(db) }
        if writer.hasHidden { try Meta.set(db, .isToBeCompacted, "yes") }
        return value
    }

    private init(_ transaction: Transaction, names: Names) throws {
        let db = transaction.db
        self.transaction = transaction
        context = try transaction.context
        device = try Meta.get(db, .deviceID) ?? ""
        anyPrivate = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM source WHERE private)") ?? false
        self.names = names
        self.names.heed(try Forgotten(db))
        self.names.renamed.removeAll()
        self.names.fresh.removeAll()
    }

    enum Outcome { case added, unchanged, updated, forgotten }

    /// Writes a draft. The row is `nil` if the piece was forgotten.
    mutating func write(_ db: Database, _ original: EvidenceDraft, source: Int64?) throws -> (Outcome, Int64?) {
        try write(db, PreparedDraft(original), source: source)
    }

    mutating func write(_ db: Database, _ ready: PreparedDraft, source: Int64?) throws -> (Outcome, Int64?) {
        guard let forgotten = names.forgotten else {
            return try write(db, ready.draft, id: ready.id, ready.hash, source)
        }
        let series = ready.draft.series
        if forgotten.holds(ready.id) || series.map(forgotten.holds(series:)) == true { return (.forgotten, nil) }
        var draft = try names.scrub(db, ready.draft)
        if forgotten.isWordless(ready.id, series: series) { draft = draft.keepingTimeOnly }
        return try write(db, draft, id: ready.id, draft.contentHash, source)
    }

    /// Writes a scrubbed draft. New ones are written without a copy, because copying a hundred thousand drafts takes
    /// longer than writing them.
    private mutating func write(
        _ db: Database, _ draft: EvidenceDraft, id: String, _ hash: Int64, _ source: Int64?
    ) throws -> (Outcome, Int64?) {
        let added = expectsNew ? try insert(db, draft, id: id, hash: hash) : nil
        guard added == nil, let (stored, own) = try find(db, id, source) else {
            guard let row = try added ?? insert(db, draft, id: id, hash: hash) else {
                throw DatabaseError(resultCode: .SQLITE_CONSTRAINT)
            }
            if let source { try Sighting.put(statements[db, .sighting], row, source, .current, draft.order) }
            if !draft.tags.isEmpty { try tag(db, draft, row) }
            ShardMarks.add(&days, at: draft.at, until: draft.until, reach: context.reach)
            return (.added, row)
        }
        return try write(db, draft, id: id, hash, source, over: stored, own)
    }

    /// Writes a draft of a known piece.
    private mutating func write(
        _ db: Database, _ draft: EvidenceDraft, id: String, _ hash: Int64, _ source: Int64?,
        over stored: StoredVersion, _ own: Sighting?
    ) throws -> (Outcome, Int64?) {
        var (draft, hash, stored, own) = (draft, hash, stored, own)
        if anyPrivate, draft.kind != .commit, try PrivateTime.covers(db, stored.row, and: source) {
            draft = draft.keepingTimeOnly
            hash = draft.contentHash
            if !stored.flags.contains(.isPrivate) {
                try words.flush(db)
                let known = try People.seen(db, in: stored.row)
                try PrivateTime.scrub(db, stored.row)
                guests.forget()
                try markDirty(db, stored.row)
                hasHidden = true
                try dropUnreferred(db, known)
                (stored, own) = try find(db, id, source) ?? (stored, own)
            }
        }
        if source != nil, !stored.flags.isDisjoint(with: .unreachable) {
            // The repository has it again.
            try db.cachedStatement(sql: "UPDATE evidence SET flags = flags & ~? WHERE id = ?")
                .execute(arguments: [EvidenceFlags.unreachable.rawValue, stored.row])
            stored.flags.remove(.unreachable)
            try markDirty(db, stored.row)
        }
        let isSame = hash == stored.hash && !stored.isGone
        if isSame, source == nil || (own?.said == .current && own?.order == draft.order) {
            try names.note(db, draft.people)
            return (.unchanged, stored.row)
        }
        guard let source else {
            try become(db, draft, &stored)
            return (.updated, stored.row)
        }
        return (try settle(db, draft, isSame: isSame, source: source, own: own, &stored), stored.row)
    }

    /// The current version of a piece, and what this source states about it.
    private mutating func find(_ db: Database, _ id: String, _ source: Int64?) throws -> (StoredVersion, Sighting?)? {
        try statements[db, .find].first {
            $0.add(id)
            $0.add(source)
        } _: { row in
            let stored = StoredVersion(
                row: row.number(0), number: row.number(1), hash: row.number(2),
                order: VersionOrder(sequence: row.number(3), lastModified: row.number(4), stamp: row.number(5)),
                flags: EvidenceFlags(rawValue: .init(truncatingIfNeeded: row.number(6))))
            let own = row.optional(7).map { source in
                Sighting(
                    source: source, said: .init(row.optional(8)),
                    order: VersionOrder(sequence: row.number(9), lastModified: row.number(10), stamp: row.number(11)))
            }
            return (stored, own)
        }
    }

    /// Inserts a new piece. `nil` if it exists already.
    private mutating func insert(_ db: Database, _ draft: EvidenceDraft, id: String, hash: Int64) throws -> Int64? {
        let (project, paths) = try references(db, draft)
        let list = try guests.list(db, of: draft.people, &names)
        let search = try words.row(db, of: draft)
        try statements[db, .insert].run { values in
            values.add(id)
            values.add(draft.kind.rawValue)
            values.add(draft.externalID)
            values.add(draft, project: project, paths: paths)
            values.add(hash)
            values.add(context.now.seconds)
            values.add(device)
            values.add(list)
            values.add(search?.words)
        }
        guard db.changesCount > 0 else {
            words.takeBack()
            try guests.takeBack(db)
            return nil
        }
        let row = db.lastInsertedRowID
        if let search, search.isNew { words.wait(row) }
        return row
    }

    /// Writes `draft` over the row, under the number `version`.
    mutating func update(_ db: Database, _ row: Int64, _ draft: EvidenceDraft, version: Int64) throws {
        let statement = try RowStatement(
            db,
            """
            UPDATE evidence SET at = ?, until = ?, utc_offset = ?, zone = ?, flags = ?, standing = ?, title = ?,
              body = ?, project_id = ?, head_count = ?, work_key = ?, committed_at = ?, series = ?, measures = ?,
              paths = ?, sequence = ?, last_modified = ?, stamp = ?, content_hash = ?, version = ?
            WHERE id = ?
            """)
        let (project, paths) = try references(db, draft)
        try statement.run { values in
            values.add(draft, project: project, paths: paths)
            values.add(draft.contentHash)
            values.add(version)
            values.add(row)
        }
    }

    private mutating func references(
        _ db: Database, _ draft: EvidenceDraft
    ) throws -> (project: Int64?, paths: [UInt8]?) {
        (try names.project(db, draft.project), draft.paths.isEmpty ? nil : try names.pack(db, draft.paths))
    }

    /// Writes the people and tags of the current version.
    mutating func attach(_ db: Database, _ draft: EvidenceDraft, to row: Int64) throws {
        if let list = try guests.list(db, of: draft.people, &names) {
            try db.cachedStatement(sql: "UPDATE evidence SET guests = ? WHERE id = ?").execute(arguments: [list, row])
        }
        try tag(db, draft, row)
    }

    private mutating func tag(_ db: Database, _ draft: EvidenceDraft, _ row: Int64) throws {
        for tag in draft.tags where !tag.isEmpty {
            try statements[db, .tag].run { values in
                values.add(row)
                values.add(tag)
            }
        }
    }

    mutating func detach(_ db: Database, _ row: Int64) throws {
        try removeSearchRow(db, row)
        try guests.leave(db, row)
        try db.execute(sql: "DELETE FROM evidence_tag WHERE evidence_id = ?", arguments: [row])
    }

    /// Marks the pieces that name someone whose name has changed, because rules may now read them in another way.
    private mutating func markRenamed(_ db: Database) throws {
        for identity in names.renamed {
            let rows = try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT evidence_id FROM evidence_person WHERE identity_id IN (
                          SELECT id FROM identity WHERE person_id = (SELECT person_id FROM identity WHERE id = ?))
                        """), arguments: [identity])
            for row in rows { try markDirty(db, row) }
        }
    }

    func isPrivate(_ db: Database, _ source: Int64) throws -> Bool {
        guard anyPrivate else { return false }
        return try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT private FROM source WHERE id = ?"), arguments: [source]) ?? false
    }

    /// Adds the words of a piece to the search. They are written at the end.
    mutating func addSearchRow(_ db: Database, _ row: Int64, _ draft: EvidenceDraft) throws {
        guard let search = try words.row(db, of: draft) else { return }
        try db.cachedStatement(sql: "UPDATE evidence SET words = ? WHERE id = ?").execute(arguments: [
            search.words, row,
        ])
        if search.isNew { words.wait(row) }
    }

    /// Call after pieces were deleted.
    mutating func forgetGuests() { guests.forget() }

    mutating func removeSearchRow(_ db: Database, _ row: Int64) throws { try words.remove(db, row) }
}

/// One prepared statement for each kind of row. They are prepared when first needed, since a note needs few of them.
struct Statements {
    private var made = [RowStatement?](repeating: nil, count: Kind.allCases.count)

    subscript(_ db: Database, _ kind: Kind) -> RowStatement {
        mutating get throws {
            if let known = made[kind.rawValue] { return known }
            let statement = try RowStatement(db, kind.sql)
            made[kind.rawValue] = statement
            return statement
        }
    }

    enum Kind: Int, CaseIterable {
        case find, insert, sighting, tag

        var sql: String {
            switch self {
            case .find:
                """
                SELECT e.id, e.version, e.content_hash, e.sequence, e.last_modified, e.stamp, e.flags,
                  s.source_id, s.version, s.sequence, s.last_modified, s.stamp
                FROM evidence e LEFT JOIN sighting s ON s.evidence_id = e.id AND s.source_id = ?2
                WHERE e.public_id = ?1
                """
            case .insert:
                """
                INSERT INTO evidence (public_id, kind, external_id, at, until, utc_offset, zone, flags, standing, title,
                  body, project_id, head_count, work_key, committed_at, series, measures, paths, sequence,
                  last_modified, stamp, content_hash, recorded_at, device, guests, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (public_id) DO NOTHING
                """
            case .sighting: Sighting.putSQL
            case .tag: "INSERT OR IGNORE INTO evidence_tag (evidence_id, tag) VALUES (?, ?)"
            }
        }
    }
}

extension RowValues {
    /// The columns from `at` to `stamp`, in the order of the table.
    fileprivate mutating func add(_ draft: EvidenceDraft, project: Int64?, paths: [UInt8]?) {
        add(draft.at.seconds)
        add(draft.until.map { max($0, draft.at).seconds })
        add(draft.utcOffset)
        add(draft.zone)
        add(draft.flags.rawValue)
        add(draft.standing.rawValue)
        add(draft.title)
        add(draft.body)
        add(project)
        add(draft.headCount)
        add(draft.workKey)
        add(draft.committedAt?.seconds)
        add(draft.series)
        add(MeasureText.write(draft.measures))
        add(paths)
        add(draft.order.sequence)
        add(draft.order.lastModified)
        add(draft.order.stamp)
    }
}
