package import LedgerModel

/// What happens behind the scenes: development, relationships, side projects.
package struct BackstageAnswer: PeriodAnswer {
    package var ledgers: [LedgerRow]
    /// The part with the least time; `nil` if all are empty.
    package var quietest: Arena?
    package var people: [Tie]
    package var pairs: [Pair]

    package struct LedgerRow: Sendable, Hashable {
        package var arena: Arena
        package var spent: Spent
        package var previous: Spent
        package var pieces: Int
        package var ref: EvidenceRef
        /// Its hours as they are shown, in tenths, as the table of arenas has them.
        package var tenths: Int64
    }

    package enum Strength: String, Sendable, CaseIterable {
        case near, drifting, far
    }

    /// How close someone is, judged by direct contact; never shown as a score.
    package struct Tie: Sendable, Hashable {
        package var person: PublicID
        package var name: String
        package var strength: Strength
        /// Σ w · ½^(age / 90 days); decides the word and the order only.
        package var weight: Double
        package var last: Instant
        package var startedByMe: Int
        package var startedByThem: Int
        /// Whether a meeting is among the contacts, and whether a note or timer of the person's is.
        package var isMet: Bool
        package var isNoted: Bool
        package var because: [PublicID]
        package var ref: EvidenceRef
    }

    /// Recurring meetings of exactly two people.
    package struct Pair: Sendable, Hashable {
        package var person: PublicID
        package var name: String
        package var held: Int
        /// How many nobody answered or accepted: they may have been held.
        package var perhaps: Int
        package var cancelled: Int
        /// How many of those that were not cancelled had been moved, by whom.
        package var moved: [Mover: Int]
        package var last: Instant?
        /// The newest that may have been held.
        package var lastPerhaps: Instant?
        package var next: Instant?
        package var ref: EvidenceRef
    }

    /// One occurrence of a 1:1.
    package struct PairOccurrence: Sendable, Hashable {
        package var person: PublicID
        package var name: String
        package var at: Instant
        package var evidence: PublicID
        package var state: State
        /// Who moved it; `nil` if it is where its series has it.
        package var movedBy: Mover?

        package enum State: Sendable, Hashable {
            case held, perhaps, cancelled

            package init(_ standing: Standing) {
                self =
                    switch standing {
                    case .organised, .accepted, .presumed: .held
                    case .declined, .cancelled: .cancelled
                    default: .perhaps
                    }
            }
        }

        package init(
            person: PublicID, name: String, at: Instant, evidence: PublicID, state: State, movedBy: Mover? = nil
        ) {
            self.person = person
            self.name = name
            self.at = at
            self.evidence = evidence
            self.state = state
            self.movedBy = movedBy
        }
    }
}

extension BackstageAnswer {
    package static let grain: CellGrain = [.arena]
    package static let arenas: [Arena] = [.growth, .relationships, .side]
    /// A tie at or above this weight is near; below `farBelow` it is far.
    static let nearFrom = 4.0
    static let farBelow = 1.0
    static let halfLifeDays = 90.0

    package init(_ input: AnswerBase, people acquaintances: [Acquaintance], pairs occurrences: [PairOccurrence]) {
        let placed = PlacedHours(input.cells, judgedOn: [])
        ledgers = Self.arenas.map { arena in
            let cells = input.cells.filter { $0.meaning.arena == arena }
            return LedgerRow(
                arena: arena, spent: cells.spent, previous: input.previous.filter { $0.meaning.arena == arena }.spent,
                pieces: cells.pieces, ref: input.ref(cells, [.init(.arena, arena.rawValue)]),
                tenths: placed.arenas[arena]?.tenths ?? 0)
        }
        let quiet = ledgers.min { $0.spent.seconds < $1.spent.seconds }
        quietest = ledgers.contains { $0.spent.seconds > 0 } ? quiet?.arena : nil
        people = acquaintances.compactMap { Self.tie($0, now: input.now) }.sorted {
            $0.weight != $1.weight ? $0.weight > $1.weight : $0.person < $1.person
        }
        pairs = Dictionary(grouping: occurrences, by: \.person).compactMap { person, list in
            Self.pair(person, list, input)
        }.sorted { ($0.next ?? Instant.last, $0.name) < ($1.next ?? Instant.last, $1.name) }
    }

    /// After Roth et al., KDD 2010: interactions decay with a half-life of 90 days, those that the person
    /// started count double, and one in a group of n weighs 1/(n−1).
    private static func tie(_ other: Acquaintance, now: Instant) -> Tie? {
        let newest = other.contacts.filter { $0.at <= now }
            .sorted { $0.at != $1.at ? $0.at > $1.at : $0.evidence < $1.evidence }
        guard let last = newest.first else { return nil }
        let quarterAgo = now - Int64(halfLifeDays) * 86_400
        var weight = 0.0
        var earlier = 0.0
        for contact in newest {
            let days = Double(now - contact.at) / 86_400
            let part =
                (contact.startedByMe ? 2 : 1) / Double(max(1, contact.headCount)) * halving(days / halfLifeDays)
            weight += part
            // One half-life ago it weighed twice as much.
            if contact.at <= quarterAgo { earlier += 2 * part }
        }
        let strength: Strength =
            weight < farBelow ? .far : weight < nearFrom || weight < earlier / 2 ? .drifting : .near
        let mine = newest.count(where: \.startedByMe)
        return Tie(
            person: other.person, name: other.name, strength: strength, weight: weight, last: last.at,
            startedByMe: mine, startedByThem: newest.count - mine,
            isMet: newest.contains { $0.evidence.kind == .event },
            isNoted: newest.contains { $0.evidence.kind == .note || $0.evidence.kind == .timer },
            because: newest.prefix(20).map(\.evidence),
            ref: EvidenceRef(
                count: newest.map(\.evidence).unique().count, ids: newest.prefix(20).map(\.evidence).unique(),
                query: SearchQuery(filters: [.init(.contact, other.person.description)]).text))
    }

    private static func pair(_ person: PublicID, _ list: [PairOccurrence], _ input: AnswerBase) -> Pair? {
        // One occurrence is not yet a recurring meeting.
        guard Set(list.map(\.evidence)).count > 1 else { return nil }
        let past = list.filter { input.range.contains($0.at) }
        return Pair(
            person: person, name: list[0].name, held: past.count { $0.state == .held },
            perhaps: past.count { $0.state == .perhaps }, cancelled: past.count { $0.state == .cancelled },
            moved: Dictionary(
                past.filter { $0.state != .cancelled }.compactMap(\.movedBy).map { ($0, 1) }, uniquingKeysWith: +),
            last: list.filter { $0.state == .held && $0.at < input.now }.map(\.at).max(),
            lastPerhaps: list.filter { $0.state == .perhaps && $0.at <= input.now }.map(\.at).max(),
            next: list.filter { $0.state != .cancelled && $0.at > input.now }.map(\.at).min(),
            ref: EvidenceRef(pieces: past.map(\.evidence)))
    }
}
