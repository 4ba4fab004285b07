import LedgerModel
import LedgerStore

/// Tells whose a calendar is from whom its events name; a series is one event (Documentation/Timeline.md, “Whose event
/// it is”).
struct CalendarVotes {
    /// How many events name people, and how many of these the person.
    private(set) var naming = 0
    private(set) var namingMe = 0
    /// The same without groups.
    private var byName = 0
    private var counts: [String: Int] = [:]
    /// Events that do not name the person, by whom they invite.
    private var invited: [String: Int] = [:]
    private let answers: CalendarAnswers

    /// Fewer events say nothing about whose a calendar is.
    private static let fewest = 3

    /// - Parameter answers: What the person said about addresses, of all calendars.
    init(_ namings: [[ListedGuest]], _ answers: CalendarAnswers) {
        self.answers = answers
        let groups = Set(answers.groups)
        for guests in namings {
            naming += 1
            let isMine = guests.contains { $0.isMe || groups.contains($0.identity) }
            if isMine { namingMe += 1 }
            if guests.contains(where: \.isMe) { byName += 1 }
            for identity in Set(guests.lazy.filter { !$0.isMe && $0.identity.contains("@") }.map(\.identity)) {
                counts[identity, default: 0] += 1
            }
            guard !isMine else { continue }
            for identity in Set(guests.lazy.filter { !$0.isOrganizer && $0.identity.contains("@") }.map(\.identity)) {
                invited[identity, default: 0] += 1
            }
        }
    }

    /// The address in most events, if it is in at least half of them and no other is in as many.
    private var owner: String? {
        guard naming >= Self.fewest, let most = counts.values.max(), most * 2 >= naming, most > byName else {
            return nil
        }
        let first = counts.filter { $0.value == most }
        return first.count == 1 ? first.first?.key : nil
    }

    /// Whose the calendar is, and what of that the person may be asked.
    func whose(isMeKnown: Bool, shared: CalendarAnswers.Shared?) -> (Whose, CalendarTraits) {
        var traits = CalendarTraits()
        (traits.naming, traits.namingMe) = (naming, namingMe)
        traits.owner = owner
        if let owner {
            if answers.groups.contains(owner) {
                traits.looksShared = true
                return (.shared(shared), traits)
            }
            return (isMeKnown || answers.notMine.contains(owner) ? .another : .unknown, traits)
        }
        guard isMeKnown else { return (.unknown, traits) }
        if naming >= Self.fewest, namingMe * 10 < naming {
            traits.looksShared = true
            return (.shared(shared), traits)
        }
        if let (group, count) = invited.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= Self.fewest {
            (traits.group, traits.throughGroup) = (group, count)
        }
        return (.mine, traits)
    }
}
