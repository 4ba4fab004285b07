import GRDB
package import LedgerModel

/// What a person writes by hand: notes and timers. Each call is one durable transaction.
extension LedgerStore {
    /// Writes a note or a finished timer, with what is said of it, as one action and returns its id.
    @discardableResult
    package func capture(
        _ draft: EvidenceDraft, said correction: Correction = Correction(), verb: String = "log",
        _ context: WriteContext
    ) throws(LedgerError) -> PublicID {
        try write { db in try Self.capture(db, draft, said: correction, verb: verb, context) }
        return draft.id
    }

    static func capture(
        _ db: Database, _ draft: EvidenceDraft, said correction: Correction, verb: String, _ context: WriteContext
    ) throws {
        var journal = HandJournal()
        let (_, row) = try EvidenceWriter.run(db, context) { try $0.write(db, draft, source: nil) }
        if let row {
            journal.recordNew(.evidence, row)
            if !correction.isEmpty {
                try journal.touch(db, .correction, row)
                try put(db, correction, evidence: row)
            }
        }
        if verb == "stop" {
            try journal.touch(db, .openTimer, 1)
            try db.execute(sql: "DELETE FROM open_timer")
        }
        try journal.save(db, id: draft.ulid, verb: verb, subject: draft.id.description, at: context.now)
    }

    /// Remembers that something was begun. Throws `.timerRunning` when one is open.
    package func startTimer(_ timer: OpenTimer, action: ULID, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            if let open = try Self.openTimer(db) {
                throw LedgerError(
                    .timerRunning, "a timer is running: “\(open.text)”",
                    hint: "Stop it with `limelight stop`, then start the next.")
            }
            var journal = HandJournal()
            try journal.touch(db, .openTimer, 1)
            try db.execute(
                sql: "INSERT INTO open_timer (id, at, content) VALUES (1, ?, ?)",
                arguments: [timer.at.seconds, try Content.write(timer)])
            try journal.save(db, id: action, verb: "start", subject: "", at: context.now)
            _ = try Meta.raiseRevision(db)
        }
    }

    package func openTimer() throws(LedgerError) -> OpenTimer? {
        try read { db in try Self.openTimer(db) }
    }

    private static func openTimer(_ db: Database) throws -> OpenTimer? {
        try String.fetchOne(db, sql: "SELECT content FROM open_timer WHERE id = 1").map {
            try Content.read(OpenTimer.self, $0)
        }
    }

    /// Rewrites a piece that was written by hand; the older version stays beside it.
    package func edit(
        _ id: PublicID, action: ULID, _ context: WriteContext, _ change: (inout EvidenceDraft) throws -> Void
    ) throws(LedgerError) {
        try write { db in
            let row = try Self.handRow(db, id)
            guard var draft = try EvidenceReader.draft(db, row: row) else { throw LedgerError.noSuchID(id.description) }
            try change(&draft)
            draft.order.sequence += 1
            var journal = HandJournal()
            try journal.touch(db, .evidence, row)
            _ = try EvidenceWriter.run(db, context) { try $0.write(db, draft, source: nil) }
            try journal.save(db, id: action, verb: "edit", subject: id.description, at: context.now)
        }
    }

    /// Takes a piece that was written by hand off every view; `undo` brings it back.
    package func remove(_ id: PublicID, action: ULID, _ context: WriteContext) throws(LedgerError) {
        try write { db in
            let row = try Self.handRow(db, id)
            var journal = HandJournal()
            try journal.touchFlags(db, evidence: row)
            let revision = try Meta.raiseRevision(db)
            try Dirty.mark(db, evidence: row, reach: context.reach, revision: revision)
            try db.execute(
                sql: "UPDATE evidence SET flags = flags | ? WHERE id = ?",
                arguments: [EvidenceFlags([.withdrawn, .removedByHand]).rawValue, row])
            try SearchRows.remove(db, row)
            try journal.save(db, id: action, verb: "remove", subject: id.description, at: context.now)
        }
    }

    private static func handRow(_ db: Database, _ id: PublicID) throws -> Int64 {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT id, kind FROM evidence WHERE public_id = ? AND flags & ? = 0",
                arguments: [id.description, EvidenceFlags.withdrawn.rawValue])
        else { throw LedgerError.noSuchID(id.description) }
        guard EvidenceKind(rawValue: row[1])?.isByHand == true else {
            throw LedgerError(
                .notByHand, "\(id) was read from a source and stays as the source said it",
                hint: "Say what it means with `limelight correct \(id)`, or take it off the timeline with --drop.")
        }
        return row[0]
    }
}

extension EvidenceDraft {
    /// Hand rows carry a ULID as their external id.
    var ulid: ULID { ULID(text: externalID) }
}

extension HandJournal {
    /// A row that this action has just made.
    mutating func recordNew(_ table: Table, _ key: Int64) {
        append(Image(table: table.rawValue, key: .integer(key), before: nil))
    }
}

extension LedgerError {
    package static func noSuchID(_ id: String) -> LedgerError {
        LedgerError(
            .notFound, "nothing here has the id \(id)",
            hint: "Find ids with `limelight search` or `limelight timeline`.")
    }
}
