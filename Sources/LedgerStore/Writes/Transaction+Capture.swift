import GRDB
package import LedgerModel

/// Writes of notes and timers.
extension Transaction {
    /// Writes a note with its correction as one action.
    package func log(_ draft: EvidenceDraft, said correction: Correction = Correction()) throws {
        try act(draft.ulid, "log", on: draft.id.description) { try put(draft, said: correction) }
    }

    /// Ends the open timer as `draft`, as one action.
    package func stopTimer(_ draft: EvidenceDraft) throws {
        try act(draft.ulid, "stop", on: draft.id.description) {
            try put(draft, said: Correction())
            try touch(.openTimer, 1)
            try db.execute(sql: "DELETE FROM open_timer")
        }
    }

    private func put(_ draft: EvidenceDraft, said correction: Correction) throws {
        let (_, row) = try evidence { try $0.write(db, draft, source: nil) }
        guard let row else { return }
        touchNew(.evidence, row)
        guard !correction.isEmpty else { return }
        try touch(.correction, row)
        try put(correction, evidence: row)
    }

    /// Starts a timer. Throws `.timerRunning` if one is open.
    package func startTimer(_ timer: OpenTimer, action: ULID) throws {
        if let open = try snapshot.openTimer() {
            throw LedgerError(
                .timerRunning, "a timer is running: “\(open.text)”",
                hint: "Stop it with \(offer: .stopTimer), then start the next.")
        }
        try act(action, "start") {
            try touch(.openTimer, 1)
            try db.execute(
                sql: "INSERT INTO open_timer (id, at, content) VALUES (1, ?, ?)",
                arguments: [timer.at.seconds, try Content.write(timer)])
        }
    }

    /// Rewrites a piece that the person wrote. The older version stays too. Throws `.notByHand`.
    package func edit(
        _ id: PublicID, action: ULID, _ change: (inout EvidenceDraft) throws -> Void
    ) throws {
        let row = try handRow(id)
        guard var draft = try EvidenceReader.draft(db, row: row) else { throw LedgerError.noSuchID(id.description) }
        try change(&draft)
        draft.order.sequence += 1
        try act(action, "edit", on: id.description) {
            try touch(.evidence, row)
            _ = try evidence { try $0.write(db, draft, source: nil) }
        }
    }

    /// Removes a piece that the person wrote from every view; `undo` brings it back. Throws `.notByHand`.
    package func remove(_ id: PublicID, action: ULID) throws {
        let row = try handRow(id)
        try act(action, "remove", on: id.description) {
            try touchFlags(evidence: row)
            try mark(evidence: row)
            try db.execute(
                sql: "UPDATE evidence SET flags = flags | ? WHERE id = ?",
                arguments: [EvidenceFlags([.withdrawn, .removedByHand]).rawValue, row])
            try SearchRows.remove(db, row)
        }
    }

    private func handRow(_ id: PublicID) throws -> Int64 {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT id, kind FROM evidence WHERE public_id = ? AND flags & ? = 0",
                arguments: [id.description, EvidenceFlags.withdrawn.rawValue])
        else { throw LedgerError.noSuchID(id.description) }
        guard EvidenceKind(rawValue: row[1])?.isByHand == true else {
            throw LedgerError(
                .notByHand, "\(id) was read from a source and cannot be edited",
                hint: "Say what it means with \(offer: .correct(id)), or take it off the timeline with --drop.")
        }
        return row[0]
    }
}

extension EvidenceDraft {
    /// Pieces that the person wrote have a ULID as their external id.
    var ulid: ULID { ULID(text: externalID) }
}

extension ActionJournal {
    /// Records a row that this action has just inserted.
    mutating func recordNew(_ table: Table, _ key: Int64) {
        append(Image(table: table.rawValue, key: .integer(key), before: nil))
    }
}

extension LedgerError {
    package static func noSuchID(_ id: String) -> LedgerError {
        LedgerError(
            .notFound, "nothing here has the id \(id)",
            hint: "Find ids with \(offer: .find) or \(offer: .timeline).")
    }
}

extension Transaction {
    /// Changes the correction of a piece of evidence.
    package func correct(_ id: PublicID, action: ULID, _ change: (inout Correction) -> Void) throws {
        let row = try snapshot.row(of: id)
        let stored = try String.fetchOne(
            db, sql: "SELECT content FROM correction WHERE evidence_id = ?", arguments: [row])
        var correction = try stored.map { try Content.read(Correction.self, $0) } ?? Correction()
        change(&correction)
        try act(action, "correct", on: id.description) {
            try touch(.correction, row)
            try markCorrection(of: row)
            if correction.isEmpty {
                try db.execute(sql: "DELETE FROM correction WHERE evidence_id = ?", arguments: [row])
            } else {
                try put(correction, evidence: row)
            }
            try markCorrected(evidence: row)
        }
    }

    func put(_ correction: Correction, evidence row: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO correction (evidence_id, content, span_from, span_until, happened)
                SELECT id, ?, CASE WHEN ? THEN coalesce(?, at) END, CASE WHEN ? THEN coalesce(?, until, at) END, ?
                FROM evidence WHERE id = ?
                ON CONFLICT (evidence_id) DO UPDATE SET content = excluded.content,
                  span_from = excluded.span_from, span_until = excluded.span_until, happened = excluded.happened
                """,
            arguments: [
                try Content.write(correction), correction.hasSpan, correction.from?.seconds, correction.hasSpan,
                correction.until?.seconds, correction.happened, row,
            ])
    }
}
