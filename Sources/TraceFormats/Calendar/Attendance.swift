import ICalendar
import LedgerModel

/// Who an event is with, and the person's standing in it.
struct Attendance {
    var standing: Standing
    /// The people, the person among them, without rooms and resources.
    var people: [PersonMention]
    /// The number of other people expected.
    var others: Int
    /// What the event says of itself, and what follows for a whole day.
    var flags: EvidenceFlags

    init(_ event: CalendarEvent, me: Set<String>, machines: Machines, isCancelled: Bool) {
        var people: [PersonMention] = []
        var guests: [EventJudgement.Guest] = []
        var places: [String: Int] = [:]
        func add(_ person: CalendarPerson, _ role: PersonRole) {
            let identity = person.address.isEmpty ? person.name.lowercased() : person.address
            guard !person.isResource, !machines.contains(identity), !identity.isEmpty else { return }
            let isMe = person.isOne(of: me)
            let participation = person.isInformed ? EventJudgement.Guest.informed : person.participation
            if let place = places[identity] {
                // The organiser is usually an attendee too: keep one mention, with the answer.
                if people[place].participation.isEmpty {
                    people[place].participation = participation
                    guests[place].participation = participation
                }
                if people[place].name.isEmpty { people[place].name = OrdinaryName.of(person.name) }
                return
            }
            places[identity] = people.count
            people.append(
                PersonMention(
                    // Under the address that is known as theirs.
                    identity: isMe && !me.contains(identity) ? person.alias ?? identity : identity,
                    name: OrdinaryName.of(person.name), role: role, participation: participation))
            guests.append(.init(isMe: isMe, isOrganizer: role == .organizer, participation: participation))
        }
        // Some calendars list themselves as the organiser of their events; that is not a person.
        let organizer = event.organizer.flatMap { $0.address.hasSuffix("@group.calendar.google.com") ? nil : $0 }
        if let organizer { add(organizer, .organizer) }
        for person in event.attendees { add(person, .attendee) }
        self.people = people
        flags = Self.flags(event, isCancelled: isCancelled)
        let judged = EventJudgement(flags, guests, in: me.isEmpty ? .unknown : .mine)
        standing = judged.standing
        others = judged.headCount
        if judged.isLeave { flags.insert(.leave) }
        // Of a private series only this word was kept.
        if event.isPrivate, let kept = event.standing {
            if kept.hasSuffix(Self.made) { flags.insert(.madePrivate) }
            standing = Self.standing(named: kept.replacing(Self.made, with: "")) ?? standing
        }
    }

    /// What the event says of itself, whoever the person is.
    private static func flags(_ event: CalendarEvent, isCancelled: Bool) -> EvidenceFlags {
        var flags: EvidenceFlags = event.start?.time.isDate == true ? .allDay : []
        if isCancelled || event.status == .cancelled { flags.insert(.saidCancelled) }
        if CalendarWords.saysCancelled(event.summary) { flags.insert(.saysCancelled) }
        if event.isFree { flags.insert(.saidFree) }
        if event.status == .tentative { flags.insert(.saidTentative) }
        return flags.union(WholeDay.flags(event))
    }

    private static let names: [(Standing, String)] = [
        (.none, "none"), (.organised, "organised"), (.accepted, "accepted"), (.tentative, "tentative"),
        (.unanswered, "unanswered"), (.alone, "alone"), (.declined, "declined"), (.cancelled, "cancelled"),
        (.transparent, "transparent"), (.presumed, "presumed"), (.possible, "possible"), (.others, "others"),
    ]

    private static let made = "-made"

    /// The word for the standing of an event, in the text of a private series.
    static func name(of draft: EvidenceDraft) -> String {
        name(of: draft.standing) + (draft.flags.contains(.madePrivate) ? made : "")
    }

    private static func name(of standing: Standing) -> String { names.first { $0.0 == standing }?.1 ?? "none" }
    private static func standing(named name: String) -> Standing? { names.first { $0.1 == name }?.0 }
}

/// Turns `Klein, Uwe`, as directories of large companies write it, into `Uwe Klein`.
enum OrdinaryName {
    /// `text` unchanged unless it is clearly a family name, a comma and given names.
    static func of(_ text: String) -> String {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
        guard parts.count == 2, parts.allSatisfy(isName), !titles.contains(parts[1].lowercased()) else { return text }
        return parts[1] + " " + parts[0]
    }

    /// One to three words of letters; each begins with a capital letter, except for particles.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...3).contains(words.count)
            && words.allSatisfy { word in
                word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
                    && (word.first?.isUppercase == true || particles.contains(word.lowercased()))
            }
    }

    private static let particles: Set = ["von", "van", "de", "der", "den", "da", "di", "la", "le", "zu", "al", "el"]
    /// Words after a comma that are not given names.
    private static let titles: Set = [
        "jr", "jr.", "sr", "sr.", "phd", "ph.d.", "md", "m.d.", "inc", "inc.", "ltd", "llc", "gmbh", "ag",
    ]
}

/// What a whole day says of itself: leave, a public holiday, an observance; empty for any other day.
enum WholeDay {
    /// It says leave as out of office, by a category, or, unless it is shown as free, by its title.
    static func flags(_ event: CalendarEvent) -> EvidenceFlags {
        guard event.start?.time.isDate == true else { return [] }
        if CalendarWords.saysObservance(event.description) { return .observance }
        if event.categories.contains(where: CalendarWords.saysPublicHoliday) { return .publicHoliday }
        if event.busyStatus == .away || event.categories.contains(where: CalendarWords.saysLeave) { return .saidLeave }
        if event.isFree { return CalendarWords.saysLeaveAlone(event.summary) ? .freeLeave : [] }
        return CalendarWords.saysLeave(event.summary) ? .saidLeave : []
    }
}

extension CalendarEvent {
    /// Shown as free, by either of the two properties that say so.
    var isFree: Bool { isTransparent || busyStatus == .free }
}
