import GRDB
import LedgerModel

/// The first sight of a plan: what was promised, and when it was first seen.
///
/// The question: was a block that the person set aside kept, moved, or lost? A calendar only says how things stand
/// now, so an event that was moved three times looks kept. The invariant: what a plan said when it was first seen is
/// written once and stays, whatever its source says later; it goes only with its piece. For example “Study, Fri
/// 14:00–15:00” that is moved to 17:00 is a promise at 14:00, lost there, and all of *Time for me* rests on that.
enum PlanBirth {
    private static let sql = "INSERT OR IGNORE INTO plan_birth (evidence_id, at, until, seen_at) VALUES (?, ?, ?, ?)"

    fileprivate static func keep(_ db: Database, _ row: Int64, _ promise: Interval, seen: Instant) throws {
        try RowStatement(db, sql).run { values in
            for number in [row, promise.start.seconds, promise.end.seconds, seen.seconds] { values.add(number) }
        }
    }

    /// The time of a plan: of a timed event without anybody else on it. `nil` for everything else.
    static func promise(_ draft: EvidenceDraft) -> Interval? {
        guard draft.kind == .event, draft.standing == .alone, !draft.flags.contains(.allDay), let until = draft.until
        else { return nil }
        return Interval(draft.at, until)
    }
}

extension EvidenceWriter {
    /// Keeps a plan as it was first seen; nothing is done for what is none.
    mutating func keepBirth(_ db: Database, _ row: Int64, _ draft: EvidenceDraft) throws {
        guard let promise = PlanBirth.promise(draft) else { return }
        try PlanBirth.keep(db, row, promise, seen: context.now)
    }
}
