import ICalendar
import LedgerModel

/// Who an event is with, and the person's standing in it.
struct Attendance {
    var standing: Standing
    /// Other people, without rooms and resources.
    var people: [PersonMention]
    /// The number of other people expected.
    var others: Int
    /// It names nobody, or the person alone: what is said of the day is said of the person.
    var isOwn: Bool

    init(_ event: CalendarEvent, me: Set<String>, machines: Machines, isCancelled: Bool) {
        var people: [PersonMention] = []
        var places: [String: Int] = [:]
        func add(_ person: CalendarPerson, _ role: PersonRole) {
            let identity = person.address.isEmpty ? person.name.lowercased() : person.address
            guard !person.isResource, !machines.contains(identity), !identity.isEmpty, !person.isOne(of: me) else {
                return
            }
            if let place = places[identity] {
                // The organiser is usually an attendee too: keep one mention, with the answer.
                if people[place].participation.isEmpty { people[place].participation = person.participation }
                if people[place].name.isEmpty { people[place].name = OrdinaryName.of(person.name) }
                return
            }
            places[identity] = people.count
            people.append(
                PersonMention(
                    identity: identity, name: OrdinaryName.of(person.name), role: role,
                    participation: person.participation))
        }
        // Some calendars list themselves as the organiser of their events; that is not a person.
        let organizer = event.organizer.flatMap { $0.address.hasSuffix("@group.calendar.google.com") ? nil : $0 }
        if let organizer { add(organizer, .organizer) }
        for person in event.attendees { add(person, .attendee) }

        var others: Set<String> = []
        var mine: String?
        for person in event.attendees where !person.isResource && !machines.contains(person.address) {
            let identity = person.address.isEmpty ? person.name.lowercased() : person.address
            if person.isOne(of: me) {
                mine = mine ?? person.participation
            } else if !identity.isEmpty, !person.isInformed, person.participation != "declined" {
                others.insert(identity)
            }
        }
        let isMine = organizer?.isOne(of: me) ?? false
        // An organiser without guests is the owner of the calendar under another name.
        if let organizer, !isMine, !event.attendees.isEmpty, !organizer.isResource,
            !machines.contains(organizer.address)
        {
            let identity = organizer.address.isEmpty ? organizer.name.lowercased() : organizer.address
            let answer = event.attendees.first { $0.address == organizer.address && !$0.address.isEmpty }?.participation
            if answer != "declined", !identity.isEmpty { others.insert(identity) }
        }
        self.people = people
        // An organiser without guests owns the calendar; who that is may not be known yet.
        let names = people.filter { $0.role != .organizer || !event.attendees.isEmpty || !me.isEmpty }
        isOwn = names.isEmpty
        self.others = others.count
        standing = Self.standing(
            event, mine: mine, isMine: isMine, hasOthers: !others.isEmpty,
            isCancelled: isCancelled || !others.isEmpty && CalendarWords.saysCancelled(event.summary))
    }

    private static func standing(
        _ event: CalendarEvent, mine: String?, isMine: Bool, hasOthers: Bool, isCancelled: Bool
    ) -> Standing {
        if isCancelled || event.status == .cancelled { return .cancelled }
        if mine == "declined" || mine == "delegated" { return .declined }
        if event.isFree { return .transparent }
        // Of a private series only this word was kept.
        if event.isPrivate, let kept = event.standing.flatMap(Self.standing(named:)) { return kept }
        guard hasOthers else { return .alone }
        if isMine { return .organised }
        switch mine ?? "" {
        case "tentative": return .tentative
        case "needs-action": return .unanswered
        case "": return event.status == .tentative ? .tentative : .accepted
        default: return .accepted
        }
    }

    private static let names: [(Standing, String)] = [
        (.none, "none"), (.organised, "organised"), (.accepted, "accepted"), (.tentative, "tentative"),
        (.unanswered, "unanswered"), (.alone, "alone"), (.declined, "declined"), (.cancelled, "cancelled"),
        (.transparent, "transparent"),
    ]

    static func name(of standing: Standing) -> String { names.first { $0.0 == standing }?.1 ?? "none" }
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

/// Guesses whose calendar this is.
enum OwnerGuess {
    /// The address in at least four of five events with people. `nil` if one of `me` is in any event, if
    /// fewer than three events have people, or if two addresses qualify.
    static func owner(of events: [CalendarEvent], me: Set<String>) -> String? {
        var counts: [String: Int] = [:]
        var total = 0
        for event in events {
            var addresses = Set(event.attendees.filter { !$0.isResource }.map(\.address))
            if let organizer = event.organizer { addresses.insert(organizer.address) }
            addresses.remove("")
            if !addresses.isDisjoint(with: me) { return nil }
            guard !addresses.isEmpty else { continue }
            total += 1
            for address in addresses { counts[address, default: 0] += 1 }
        }
        let often = counts.filter { $0.value * 5 >= total * 4 }
        guard total >= 3, let most = often.values.max() else { return nil }
        let best = often.filter { $0.value == most }
        return best.count == 1 ? best.first?.key : nil
    }
}

/// What a whole day is: leave, a public holiday, an observance; empty for any other day.
enum WholeDay {
    /// It is leave if it is the person’s own and says so: as out of office, by a category, or, unless it is shown as
    /// free, by its title. Shown as free it is never assumed to be.
    static func flags(_ event: CalendarEvent, isOwn: Bool) -> EvidenceFlags {
        if CalendarWords.saysObservance(event.description) { return .observance }
        if event.categories.contains(where: { $0.folded == "holiday" }) { return .publicHoliday }
        guard isOwn else { return [] }
        let isLeave =
            event.busyStatus == .away || event.categories.contains(where: CalendarWords.saysLeave)
            || !event.isFree && CalendarWords.saysLeave(event.summary)
        return isLeave ? .leave : []
    }
}

extension CalendarEvent {
    /// Shown as free, by either of the two properties that say so.
    var isFree: Bool { isTransparent || busyStatus == .free }
}
