import GRDB
package import LedgerModel

/// Meetings with at most four others. Questions read two years of them at once, so they are packed by shard.
extension Snapshot {
    /// One occurrence of a recurring event of exactly two.
    package struct PairRow: Sendable, Hashable {
        package var person: PublicID
        package var name: String
        package var at: Instant
        package var evidence: PublicID
        package var standing: Standing
        /// Whether it is unconfirmed: it was in the future when its calendars were last true, and nobody has said since
        /// whether it took place.
        package var isForetold: Bool
        /// Who put it at another time than its series has; `nil` if it is not moved.
        package var movedBy: Mover?
        /// Whether the other turned it down.
        package var isRefused: Bool
    }

    /// Everyone but the person, with their direct contacts in `range` that took place and were not declined, newest
    /// first.
    package func acquaintances(in range: Interval) throws -> [Acquaintance] {
        let (others, places) = try Self.others(db)
        var people = others
        try Self.meetings(db, range) { item in
            // One contact for each piece, even if somebody has several roles or addresses in it.
            guard item.isContact, let place = places[item.identity],
                people[place].contacts.last?.evidence != item.evidence
            else { return }
            people[place].contacts.append(
                Contact(
                    at: item.at, evidence: item.evidence, headCount: item.headCount,
                    startedByMe: item.standing == .organised || item.evidence.kind.isByHand))
        }
        return people
    }

    /// Occurrences of recurring meetings of two people in `range`, whether held, cancelled or in the future, newest
    /// first.
    package func pairMeetings(in range: Interval) throws -> [PairRow] {
        let (others, places) = try Self.others(db)
        var result: [PairRow] = []
        try Self.meetings(db, range) { item in
            // Return one row for each occurrence, even if the other person has several roles or addresses in it.
            guard item.isPair, item.evidence != result.last?.evidence, let place = places[item.identity] else {
                return
            }
            result.append(
                PairRow(
                    person: others[place].person, name: others[place].name, at: item.at, evidence: item.evidence,
                    standing: item.standing, isForetold: item.isForetold, movedBy: item.movedBy,
                    isRefused: item.isRefused))
        }
        return result
    }

    /// Everyone but the person, and the index in the list for each of their identities.
    private static func others(_ db: Database) throws -> (people: [Acquaintance], places: [Int64: Int]) {
        var people: [Acquaintance] = []
        var places: [Int64: Int] = [:]
        let namesakes = try Namesakes(db)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT i.id, p.public_id, p.name, p.id FROM person p JOIN identity i ON i.person_id = p.id
                WHERE p.is_me = 0 AND NOT \(StandIn.isOne) ORDER BY p.id
                """)
        while let row = try rows.next() {
            guard let person = PublicID(row[1]) else { continue }
            if people.last?.person != person {
                people.append(Acquaintance(person: person, name: namesakes.listed(row[3], row[2])))
            }
            places[row[0]] = people.count - 1
        }
        return (people, places)
    }

    /// Visits meetings, newest first. Shards that changed since they were packed are read from their evidence.
    private static func meetings(_ db: Database, _ range: Interval, _ visit: (PackedContact) -> Void) throws {
        guard let shards = Shard.covering(range) else { return }
        func read(_ shard: Shard, _ unpacker: inout Unpacker) throws {
            let item = try PackedContact(shard, &unpacker)
            if range.contains(item.at) { visit(item) }
        }
        var end = shards.upperBound
        let dirty = try Int64.fetchAll(
            db,
            sql: """
                SELECT day FROM shard INDEXED BY shard_dirty
                WHERE dirty_seq > derived_seq AND day BETWEEN ? AND ? ORDER BY day DESC
                """, arguments: [shards.lowerBound, shards.upperBound])
        var lists = ListedPeople()
        for day in dirty {
            if day < end { try digest(db, "contacts", day + 1...end, newestFirst: true, read) }
            try people(db, of: Shard(day), &lists).contacts.withUnsafeBytes { bytes in
                var unpacker = Unpacker(bytes)
                while !unpacker.isAtEnd { try read(Shard(day), &unpacker) }
            }
            end = day - 1
        }
        if shards.lowerBound <= end { try digest(db, "contacts", shards.lowerBound...end, newestFirst: true, read) }
    }

    /// Packs the people of a shard in a single pass over its pieces.
    ///
    /// Contacts have one entry for each person of a piece with at most four others, newest first: identity, time in the
    /// shard, id, head count, standing, and whether it is a contact, a meeting of two, foretold, moved, organised by
    /// somebody else, and turned down by the other of two. For tallies see `PersonTally`.
    static func people(
        _ db: Database, of shard: Shard, _ lists: inout ListedPeople
    ) throws -> (contacts: [UInt8], tallies: [UInt8]) {
        let horizons = try CalendarHorizons(db)
        let held = [Standing.none, .organised, .accepted, .presumed].map { Int64($0.rawValue) }
        let bounds = shard.interval
        var contacts: [ShardContact] = []
        var tallies = PersonTally.Sum()
        let rows = try RowStatement(
            db,
            """
            SELECT e.id, e.guests, e.at, e.flags, e.public_id, e.head_count, e.standing,
              e.kind = 'event' AND e.series IS NOT NULL AND e.standing <> \(Standing.others.rawValue),
              e.external_id LIKE '%/________T______Z'
                AND substr(e.external_id, -16) <> strftime('%Y%m%dT%H%M%SZ', e.at, 'unixepoch')
            FROM evidence e INDEXED BY evidence_at WHERE e.at >= ?1 AND e.at < ?2 AND e.guests IS NOT NULL
            """)
        try rows.each {
            $0.add(bounds.start.seconds)
            $0.add(bounds.end.seconds)
        } _: { row in
            let (piece, at) = (row.number(0), Instant(row.number(2)))
            let flags = EvidenceFlags(rawValue: row.number(3))
            let people = try lists.people(db, row.number(1))
            for listed in people {
                tallies.add(
                    listed.person, piece, at, isVisible: flags.isDisjoint(with: PersonTally.hidden),
                    isOthers: [Standing.others, .possible].contains { $0.rawValue == Int(row.number(6)) })
            }
            // Somebody who was invited under two addresses came once.
            let headCount = max(min(row.number(5), 1), row.number(5) - lists.twice(people))
            let isRefused = row.number(7) != 0 && headCount == 0 && Self.isRefused(people)
            let (standing, isPair) = (row.number(6), isRefused || row.number(7) != 0 && headCount == 1)
            guard isRefused || (1...4).contains(headCount), flags.isDisjoint(with: .unsearched) else { return }
            let isHeld = !isRefused && !flags.contains(.allDay) && held.contains(standing)
            guard isPair || isHeld, let id = row.id(4) else { return }
            let isMoved = isPair && row.number(8) != 0
            let isTheirs = people.contains { $0.isOrganizer && !$0.isMe }
            let isForetold = try horizons.isForetold(db, piece, at: at)
            for listed in people {
                let isContact = isHeld && !listed.isDeclined && !isForetold
                guard isContact || isPair else { continue }
                contacts.append(
                    ShardContact(
                        identity: listed.identity, time: at - bounds.start, id: id, headCount: headCount,
                        standing: standing,
                        marks: (isContact ? 1 : 0) + (isPair ? 2 : 0) + (isForetold ? 4 : 0) + (isMoved ? 8 : 0)
                            + (isTheirs ? 16 : 0) + (isRefused ? 32 : 0)))
            }
        }
        var packer = Packer()
        for contact in contacts.sorted() { contact.pack(into: &packer) }
        return (packer.bytes, tallies.pack(bounds.start))
    }

    /// Whether it was with one other person, who turned it down.
    private static func isRefused(_ people: [ListedPeople.Listed]) -> Bool {
        let others = people.filter { !$0.isMe }
        return Set(others.map(\.person)).count == 1 && others.allSatisfy(\.hasDeclined)
    }
}

/// The people on guest lists. Each list is looked up once for all pieces that have it.
struct ListedPeople {
    struct Listed {
        let identity: Int64
        let person: Int64
        /// Whether they are not expected: they turned it down, or were only informed.
        let isDeclined: Bool
        let hasDeclined: Bool
        let isMe: Bool
        let isOrganizer: Bool
    }

    /// How many of the others who are expected are somebody else of them under another address.
    func twice(_ people: [Listed]) -> Int64 {
        guard people.count > 1 else { return 0 }
        let expected = people.filter { !$0.isDeclined && !$0.isMe }
        return Int64(Set(expected.map(\.identity)).count - Set(expected.map(\.person)).count)
    }

    private var known: [Int64: [Listed]] = [:]

    mutating func people(_ db: Database, _ list: Int64) throws -> [Listed] {
        if let people = known[list] { return people }
        var people: [Listed] = []
        let rows = try RowStatement(
            db,
            """
            SELECT g.identity_id, i.person_id, g.participation IN ('declined', 'informed'), p.is_me,
              g.role = 'organizer', g.participation = 'declined'
            FROM guest g JOIN identity i ON i.id = g.identity_id JOIN person p ON p.id = i.person_id
            WHERE g.list_id = ?
            """)
        try rows.each {
            $0.add(list)
        } _: { row in
            people.append(
                Listed(
                    identity: row.number(0), person: row.number(1), isDeclined: row.number(2) != 0,
                    hasDeclined: row.number(5) != 0,
                    isMe: row.number(3) != 0, isOrganizer: row.number(4) != 0))
        }
        // Bounded, so that memory does not grow with the length of the history.
        if known.count > 20_000 { known.removeAll(keepingCapacity: true) }
        known[list] = people
        return people
    }
}

/// A contact before it is packed. Few pieces have one, so it is cheaper to sort them here than in the query.
private struct ShardContact: Comparable {
    let identity: Int64
    /// Seconds from the start of the shard.
    let time: Int64
    let id: PublicID
    let headCount: Int64
    let standing: Int64
    let marks: Int

    /// Newest first, with the contacts of one piece together.
    static func < (a: ShardContact, b: ShardContact) -> Bool {
        (b.time, a.id, a.identity) < (a.time, b.id, b.identity)
    }

    func pack(into packer: inout Packer) {
        for number in [identity, time] { packer.add(number) }
        packer.add(id)
        for number in [headCount, standing] { packer.add(number) }
        packer.add(marks)
    }
}

private struct PackedContact {
    let identity: Int64
    let at: Instant
    let evidence: PublicID
    let headCount: Int
    let standing: Standing
    let isContact: Bool
    let isPair: Bool
    let isForetold: Bool
    let isRefused: Bool
    let movedBy: Mover?

    init(_ shard: Shard, _ unpacker: inout Unpacker) throws {
        identity = try unpacker.number()
        at = Instant(shard.interval.start.seconds &+ (try unpacker.number()))
        evidence = try unpacker.id()
        headCount = try unpacker.int()
        standing = Standing(rawValue: try unpacker.int()) ?? .none
        let marks = try unpacker.int()
        isContact = marks & 1 != 0
        isPair = marks & 2 != 0
        isForetold = marks & 4 != 0
        isRefused = marks & 32 != 0
        movedBy = marks & 8 == 0 ? nil : standing == .organised ? .me : marks & 16 != 0 ? .them : .unknown
    }
}

extension PublicID.Kind {
    fileprivate var isByHand: Bool { self == .note || self == .timer }
}
