/// How an event stands, from what its calendar says of it, whom it names, and whose calendar that is.
///
/// This is the one home of the rule (Documentation/Timeline.md, “Whose event it is”). A reader applies it to what it
/// reads, and a ledger applies it again to all that it holds when it learns who the person is or whose a calendar is.
package struct EventJudgement: Sendable, Hashable {
    package var standing: Standing
    /// The number of other people expected.
    package var headCount: Int
    /// Whether it is a whole day of the person’s leave.
    package var isLeave: Bool

    /// Somebody whom an event names, without rooms and machines.
    package struct Guest: Sendable, Hashable {
        /// The person, or a group that they are in.
        package var isMe: Bool
        package var isOrganizer: Bool
        package var participation: String

        package init(isMe: Bool, isOrganizer: Bool, participation: String) {
            self.isMe = isMe
            self.isOrganizer = isOrganizer
            self.participation = participation
        }
    }

    /// - Parameter flags: What its calendar says of it (`EvidenceFlags.said`).
    package init(_ flags: EvidenceFlags, _ guests: [Guest], in calendar: Whose, _ answers: CalendarAnswers = .init()) {
        let mine = Self.mine(guests)
        // An organiser without guests is the owner of the calendar under another name.
        let isListed = guests.contains { !$0.isOrganizer } || guests.contains { !$0.participation.isEmpty }
        let others = isListed ? guests.count { !$0.isMe && $0.isExpected } : 0
        headCount = others
        let isOwn = guests.allSatisfy { $0.isMe || !isListed && calendar == .unknown }
        isLeave =
            isOwn && calendar.countsDays
            && (flags.contains(.saidLeave) || flags.contains(.freeLeave) && answers.freeDaysAreMine == true)
        standing = Self.standing(flags, mine, others: others, in: calendar)
    }

    /// How a private event stands, of which only its standing in a calendar of the person's is kept.
    package init(privately own: Standing, _ flags: EvidenceFlags, in calendar: Whose, _ answers: CalendarAnswers) {
        headCount = 0
        isLeave = EventJudgement(flags, [], in: calendar, answers).isLeave
        let namesMe = [.organised, .accepted, .tentative, .unanswered].contains(own)
        let isOver = [.declined, .cancelled].contains(own)
        if !isOver, calendar.isSomebodyElses(namingMe: namesMe, isWholeDay: flags.contains(.allDay)) {
            standing = .others
        } else {
            standing = own == .possible && calendar == .unknown ? .presumed : own
        }
    }

    /// The person among the guests. Of several addresses of theirs the one that said most speaks for them.
    private static func mine(_ guests: [Guest]) -> Guest? {
        let all = guests.filter(\.isMe)
        guard var mine = all.max(by: { $0.weight < $1.weight }) else { return nil }
        mine.isOrganizer = all.contains(where: \.isOrganizer)
        return mine
    }

    private static func standing(
        _ flags: EvidenceFlags, _ mine: Guest?, others: Int, in calendar: Whose
    ) -> Standing {
        if flags.contains(.saidCancelled) || others > 0 && flags.contains(.saysCancelled) { return .cancelled }
        let answer = mine?.participation ?? ""
        if answer == "declined" || answer == "delegated" { return .declined }
        if calendar.isSomebodyElses(namingMe: mine != nil, isWholeDay: flags.contains(.allDay)) { return .others }
        if flags.contains(.saidFree) { return .transparent }
        guard others > 0 else { return .alone }
        if mine?.isOrganizer == true { return .organised }
        switch answer {
        case "tentative": return .tentative
        case "needs-action": return .unanswered
        case "" where flags.contains(.saidTentative): return .tentative
        case "" where calendar == .unknown: return .presumed
        case "" where mine == nil: return .possible
        default: return .accepted
        }
    }
}

extension EventJudgement.Guest {
    /// How much an answer says.
    fileprivate var weight: Int {
        switch participation {
        case "": 0
        case "needs-action", Self.informed: 1
        case "declined", "delegated": 2
        case "tentative": 3
        default: 4
        }
    }

    /// Not counted among those expected: who declined, and who is only informed.
    fileprivate var isExpected: Bool { participation != "declined" && participation != Self.informed }

    /// Stands for PARTSTAT where somebody is informed but not expected (ROLE=NON-PARTICIPANT).
    package static let informed = "informed"
}

/// Whose a calendar is.
package enum Whose: Sendable, Hashable {
    /// No address is known as the person’s.
    case unknown
    case mine
    /// Owned by an address that is not the person’s.
    case another
    /// It looks shared; `nil` until the person has said what of it is theirs.
    case shared(CalendarAnswers.Shared?)

    /// Whether its whole days can be days off of the person.
    fileprivate var countsDays: Bool {
        switch self {
        case .unknown, .mine, .shared(.daysOff): true
        case .another, .shared: false
        }
    }

    fileprivate func isSomebodyElses(namingMe: Bool, isWholeDay: Bool) -> Bool {
        switch self {
        case .unknown, .mine: false
        case .shared(.daysOff): !isWholeDay
        case .another: !namingMe
        case .shared(.named): !namingMe
        case .shared: true
        }
    }

    /// How much of it can be the person’s. Of an event in several calendars the one with the most decides.
    package var reach: Int {
        switch self {
        case .mine: 4
        case .unknown: 3
        case .another: 2
        case .shared(.named): 2
        case .shared(.daysOff): 1
        case .shared: 0
        }
    }
}

extension EvidenceFlags {
    /// What a calendar says of an event, whoever the person is.
    package static let said: EvidenceFlags = [
        .saidCancelled, .saysCancelled, .saidFree, .saidTentative, .saidLeave, .freeLeave,
    ]
}
