import GRDB
package import LedgerModel

/// The events of a calendar that say the same of themselves, name the same people and stand the same: they are judged
/// together, since a calendar of a hundred thousand dates has a few hundred of these.
package struct EventClass: Sendable, Hashable {
    var list: Int64?
    package var flags: EvidenceFlags
    package var standing: Standing
    package var headCount: Int
    package var count: Int
    /// How many days they last together, if they are whole days.
    package var days: Int

    /// The flags that tell one from another.
    static let mask: EvidenceFlags = .said.union([.allDay, .isPrivate, .leave, .ownStandings, .madePrivate])
}

/// Whom an event names.
package struct ListedGuest: Sendable, Hashable {
    package var identity: String
    package var isMe: Bool
    package var isOrganizer: Bool
    package var participation: String
}

/// Everything that a calendar is judged by.
package struct CalendarEvents: Sendable {
    package var classes: [EventClass] = []
    /// The guests of each list.
    var lists: [Int64: [ListedGuest]] = [:]
    /// For each event that names people the lists of its dates; a series is one event.
    var named: [[Int64]] = []

    package func guests(_ item: EventClass) -> [ListedGuest] { item.list.flatMap { lists[$0] } ?? [] }

    /// Whom each event names, whatever its dates.
    package var namings: [[ListedGuest]] {
        named.map { $0.count == 1 ? lists[$0[0]] ?? [] : $0.flatMap { lists[$0] ?? [] } }
    }
}

extension Snapshot {
    /// The events of a calendar, by what they say and whom they name.
    package func events(of source: Source) throws -> CalendarEvents {
        var events = CalendarEvents()
        try RowStatement(
            db,
            """
            SELECT e.guests, e.flags & \(EventClass.mask.rawValue), e.standing, e.head_count, count(*),
              sum(iif(e.flags & 1, (coalesce(e.until, e.at) - e.at + 43200) / 86400, 0))
            FROM sighting s CROSS JOIN evidence e ON e.id = s.evidence_id
            WHERE s.source_id = ? AND e.kind = 'event' AND e.flags & \(EvidenceFlags.gone.rawValue) = 0
            GROUP BY 1, 2, 3, 4
            """
        ).each {
            $0.add(source.rowID)
        } _: { row in
            events.classes.append(
                EventClass(
                    list: row.optional(0), flags: EvidenceFlags(rawValue: row.number(1)),
                    standing: Standing(rawValue: Int(row.number(2))) ?? .none, headCount: Int(row.number(3)),
                    count: Int(row.number(4)), days: Int(row.number(5))))
        }
        try RowStatement(
            db,
            """
            SELECT g.list_id, i.value, p.is_me, g.role = 'organizer', g.participation
            FROM (SELECT DISTINCT e.guests AS list FROM sighting s CROSS JOIN evidence e ON e.id = s.evidence_id
              WHERE s.source_id = ? AND e.kind = 'event' AND e.guests IS NOT NULL) l
            CROSS JOIN guest g ON g.list_id = l.list JOIN identity i ON i.id = g.identity_id
            JOIN person p ON p.id = i.person_id
            """
        ).each {
            $0.add(source.rowID)
        } _: { row in
            events.lists[row.number(0), default: []].append(
                ListedGuest(
                    identity: row.text(1), isMe: row.number(2) != 0, isOrganizer: row.number(3) != 0,
                    participation: row.text(4)))
        }
        var last: String?
        try RowStatement(
            db,
            """
            SELECT coalesce(e.series, e.public_id), e.guests
            FROM sighting s CROSS JOIN evidence e ON e.id = s.evidence_id
            WHERE s.source_id = ? AND e.kind = 'event' AND e.guests IS NOT NULL
              AND e.flags & \(EvidenceFlags.gone.union(.isPrivate).rawValue) = 0
            GROUP BY 1, 2
            """
        ).each {
            $0.add(source.rowID)
        } _: { row in
            let (event, list) = (row.text(0), row.number(1))
            if event == last { events.named[events.named.count - 1].append(list) } else { events.named.append([list]) }
            last = event
        }
        return events
    }

    /// The timed events of a calendar before `until` that are shown as busy and stand, and whether each lists anybody.
    package func busyEvents(
        of source: Source, until: Instant
    ) throws -> [(interval: Interval, isListed: Bool)] {
        let ignored: EvidenceFlags = .gone.union([.allDay, .saidFree, .saidCancelled, .saysCancelled, .isPrivate])
        return try Row.fetchAll(
            db,
            sql: """
                SELECT e.at, e.until, e.guests IS NOT NULL FROM sighting s CROSS JOIN evidence e ON e.id = s.evidence_id
                WHERE s.source_id = ? AND e.kind = 'event' AND e.flags & ? = 0 AND e.at < ? AND e.until > e.at
                """, arguments: [source.rowID, ignored.rawValue, until.seconds]
        ).map { (Interval(Instant($0[0]), Instant($0[1])), $0[2]) }
    }
}

extension Transaction {
    /// Writes how the events of a class stand, and marks their days. Leaves out those that a calendar in `stronger` has
    /// too, which decides.
    package func judge(
        _ item: EventClass, of source: Source, as judgement: EventJudgement, without stronger: [Int64]
    ) throws {
        let others = "(\(stronger.map(String.init).joined(separator: ",")))"
        let condition = """
            e.guests IS ? AND e.flags & \(EventClass.mask.rawValue) = ? AND e.standing = ? AND e.head_count = ?
              AND e.kind = 'event' AND e.flags & \(EvidenceFlags.gone.rawValue) = 0
              AND EXISTS (SELECT 1 FROM sighting s WHERE s.evidence_id = e.id AND s.source_id = ?)
              AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.evidence_id = e.id AND s.source_id IN \(others))
            """
        let rows = try Row.fetchAll(
            db, sql: "SELECT e.id, e.at, e.until FROM evidence e WHERE \(condition)",
            arguments: [item.list, item.flags.rawValue, item.standing.rawValue, item.headCount, source.rowID])
        var days = Set<Int64>()
        var flags = item.flags
        if judgement.isLeave { flags.insert(.leave) } else { flags.remove(.leave) }
        for row in rows {
            let (id, at, until): (Int64, Int64, Int64?) = (row[0], row[1], row[2])
            try db.cachedStatement(
                sql: "UPDATE evidence SET standing = ?, head_count = ?, flags = (flags & ~?) | ? WHERE id = ?"
            ).execute(
                arguments: [
                    judgement.standing.rawValue, judgement.headCount, EvidenceFlags.leave.rawValue,
                    flags.intersection(.leave).rawValue, id,
                ])
            try ShardMarks.add(&days, at: Instant(at), until: until.map { Instant($0) }, reach: context.reach)
            if judgement.standing == .alone, !item.flags.contains(.allDay), let until {
                try PlanBirth.keep(db, id, Interval(Instant(at), Instant(until)), seen: now)
            }
        }
        try mark(days: days)
    }

    /// Stores what a calendar turned out to be.
    package func setTraits(_ traits: CalendarTraits, of source: Source) throws {
        try db.execute(
            sql: "UPDATE source SET traits = ? WHERE id = ?", arguments: [try Content.write(traits), source.rowID])
    }

    /// Stores what the person answered about a calendar.
    ///
    /// - Parameter me: An address of it that is the person’s.
    package func answer(_ answers: CalendarAnswers, of source: Source, me: String?, action: ULID) throws {
        try act(action, "answer", on: source.id.description) {
            if let me { try addMe(me, name: "", action: action) }
            try touch(.source, source.rowID)
            try db.execute(
                sql: "UPDATE source SET answers = ? WHERE id = ?",
                arguments: [try Content.write(answers), source.rowID])
            try markAll()
        }
    }
}
