import GRDB
package import LedgerModel

/// The first version of a plan that was seen: what was promised, and when.
///
/// The question: was a block that the person set aside used, moved or taken? A calendar only has the present state, so
/// an event that was moved three times looks as if it had always been there. The invariant: the first version is
/// written once and never changes, whatever the source says later; it is deleted only with its piece. For example,
/// “Study, Fri 14:00–15:00” that is moved to 17:00 is a promise at 14:00 that was taken. All of *Time for me* rests on
/// this.
enum PlanBirth {
    private static let sql = "INSERT OR IGNORE INTO plan_birth (evidence_id, at, until, seen_at) VALUES (?, ?, ?, ?)"

    static func keep(_ db: Database, _ row: Int64, _ promise: Interval, seen: Instant) throws {
        try RowStatement(db, sql).run { values in
            for number in [row, promise.start.seconds, promise.end.seconds, seen.seconds] { values.add(number) }
        }
    }

    /// The time of a plan, which is a timed event with nobody else in it; `nil` for everything else.
    static func promise(_ draft: EvidenceDraft) -> Interval? {
        guard draft.kind == .event, draft.standing == .alone, !draft.flags.contains(.allDay), let until = draft.until
        else { return nil }
        return Interval(draft.at, until)
    }
}

extension EvidenceWriter {
    /// Saves the first version of a plan. Does nothing if the draft is not a plan.
    mutating func keepBirth(_ db: Database, _ row: Int64, _ draft: EvidenceDraft) throws {
        guard let promise = PlanBirth.promise(draft) else { return }
        try PlanBirth.keep(db, row, promise, seen: context.now)
    }
}

extension Snapshot {
    /// The first version of a plan, and the present state of its event.
    package struct PlanRow: Sendable, Hashable {
        package var id: PublicID
        package var title: String
        package var birth: Interval
        package var current: Interval
        package var flags: EvidenceFlags
        package var standing: Standing
        /// What the person said became of it.
        package var word: BlockWord?
        package var tags: [String]
        package var sources: [String]
        package var calendars: [String]
        /// Whether it is unconfirmed: it was in the future when its calendars were last true, and nobody has said since
        /// whether it took place.
        package var isForetold: Bool
        /// Whether it names somebody else, who turned it down.
        package var namesOthers: Bool
    }

    /// The time that a plan was first promised for; `nil` if the piece is not a plan.
    package func birth(of id: PublicID) throws -> Interval? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT b.at, b.until FROM plan_birth b JOIN evidence e ON e.id = b.evidence_id WHERE e.public_id = ?
                """, arguments: [id.description]
        ).map { Interval(Instant($0[0]), Instant($0[1])) }
    }

    /// The plans that were promised for a time in `range`.
    package func plans(in range: Interval) throws -> [PlanRow] {
        let horizons = try CalendarHorizons(db)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT e.public_id, e.title, b.at, b.until, e.at, coalesce(e.until, e.at), e.flags, e.standing,
                  c.content,
                  (SELECT group_concat(tag, char(10)) FROM evidence_tag WHERE evidence_id = e.id),
                  (SELECT group_concat(s.name, char(10)) FROM sighting g JOIN source s ON s.id = g.source_id
                   WHERE g.evidence_id = e.id), e.id,
                  EXISTS (SELECT 1 FROM guest u JOIN identity i ON i.id = u.identity_id JOIN person p ON p.id = i.person_id
                    WHERE u.list_id = e.guests AND p.is_me = 0)
                FROM plan_birth b JOIN evidence e ON e.id = b.evidence_id
                LEFT JOIN correction c ON c.evidence_id = e.id
                WHERE b.at >= ? AND b.at < ? AND e.flags & ? = 0 ORDER BY b.at, e.public_id
                """, arguments: [range.start.seconds, range.end.seconds, EvidenceFlags.isPrivate.rawValue]
        ).compactMap { row in
            guard let id = PublicID(row[0]) else { return nil }
            let names = (row[10] as String? ?? "").split(separator: "\n").map(String.init)
            return PlanRow(
                id: id, title: row[1], birth: Interval(Instant(row[2]), Instant(row[3])),
                current: Interval(Instant(row[4]), Instant(row[5])), flags: EvidenceFlags(rawValue: row[6]),
                standing: Standing(rawValue: row[7]) ?? .none,
                word: try (row[8] as String?).map { try Content.read(Correction.self, $0) }?.word,
                tags: (row[9] as String? ?? "").split(separator: "\n").map(String.init), sources: names,
                calendars: names, isForetold: try horizons.isForetold(db, row[11], at: Instant(row[4])),
                namesOthers: row[12])
        }
    }
}
