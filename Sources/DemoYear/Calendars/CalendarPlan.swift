import LedgerModel

/// The content of one calendar.
struct CalendarPlan: Sendable {
    var series: [DemoSeries] = []
    var events: [DemoEvent] = []
}

/// Someone else who is invited to an event, with their answer.
struct DemoGuest: Sendable, Hashable {
    var person: DemoPerson
    var answer: Answer

    enum Answer: String, Sendable {
        case accepted = "ACCEPTED"
        case tentative = "TENTATIVE"
        case declined = "DECLINED"
        case unanswered = "NEEDS-ACTION"
    }

    init(_ person: DemoPerson, _ answer: Answer = .accepted) {
        self.person = person
        self.answer = answer
    }
}

/// The properties that an event and a series have in common.
struct DemoMeeting: Sendable, Hashable {
    var title: String
    var note = ""
    /// `nil` for an event that a person plans for herself.
    var organizer: DemoPerson?
    /// Includes the owner of the calendar if somebody else invites.
    var guests: [DemoGuest] = []
    var isPrivate = false
    /// Whether it takes no time, such as a train ride.
    var isTransparent = false

    static func alone(_ title: String, note: String = "") -> DemoMeeting { DemoMeeting(title: title, note: note) }

    /// A meeting to which Dana invites.
    static func mine(_ title: String, _ others: [DemoPerson], note: String = "") -> DemoMeeting {
        DemoMeeting(
            title: title, note: note, organizer: DemoPeople.dana,
            guests: [DemoGuest(DemoPeople.dana)] + others.map { DemoGuest($0) })
    }

    /// A meeting to which somebody invites Dana and perhaps others.
    static func invited(
        _ title: String, by organizer: DemoPerson, _ others: [DemoPerson] = [],
        answer: DemoGuest.Answer = .accepted, note: String = ""
    ) -> DemoMeeting {
        DemoMeeting(
            title: title, note: note, organizer: organizer,
            guests: [DemoGuest(organizer), DemoGuest(DemoPeople.dana, answer)]
                + others.filter { $0 != organizer && $0 != DemoPeople.dana }.map { DemoGuest($0) })
    }

    /// Whether Dana takes part.
    var takesTime: Bool {
        guard organizer != nil, !isTransparent else { return false }
        return guests.contains { $0.person == DemoPeople.dana && $0.answer == .accepted }
    }
}

/// A single event.
struct DemoEvent: Sendable {
    var uid: String
    var meeting: DemoMeeting
    var day: CivilDay
    /// Minutes after midnight; `nil` for an all-day event.
    var minutes: Range<Int>?
    /// The last day of an all-day event.
    var lastDay: CivilDay?
}

/// An event that recurs every week or every few weeks.
struct DemoSeries: Sendable {
    var uid: String
    var meeting: DemoMeeting
    var weekdays: [Weekday]
    var everyWeeks = 1
    var first: CivilDay
    var last: CivilDay
    var minutes: Range<Int>
    var changes: [CivilDay: Change] = [:]

    enum Change: Sendable, Hashable {
        case cancelled
        case moved(CivilDay, Range<Int>)
        case noted(String)
    }

    /// The days of the rule, including those that are cancelled for holidays.
    func days() -> [CivilDay] {
        guard let begin = firstDay else { return [] }
        return begin > last ? [] : (begin.number...last.number).map { CivilDay(number: $0) }.filter(isOnRule)
    }

    /// The first day of the rule, on which the series starts.
    var firstDay: CivilDay? {
        (0..<7).map { first + Int64($0) }.first { weekdays.contains($0.weekday) }
    }

    private func isOnRule(_ day: CivilDay) -> Bool {
        guard let firstDay, weekdays.contains(day.weekday) else { return false }
        return (day.monday - firstDay.monday) / 7 % Int64(everyWeeks) == 0
    }
}
