import ICalendar
import LedgerModel

/// Who an event is with, and how it stands for the person.
struct Attendance {
    var standing: Standing
    /// Without the person, rooms and resources.
    var people: [PersonMention]
    /// Other people expected.
    var others: Int

    init(_ event: CalendarEvent, me: Set<String>, isCancelled: Bool) {
        var people: [PersonMention] = []
        var places: [String: Int] = [:]
        func add(_ person: CalendarPerson, _ role: PersonRole) {
            let identity = person.address.isEmpty ? person.name.lowercased() : person.address
            guard !person.isResource, !identity.isEmpty, !me.contains(person.address) else { return }
            if let place = places[identity] {
                // The organiser stands among the attendees too: one mention, with the answer.
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
        // A calendar may stand as the organiser of its own events; it is nobody.
        let organizer = event.organizer.flatMap { $0.address.hasSuffix("@group.calendar.google.com") ? nil : $0 }
        if let organizer { add(organizer, .organizer) }
        for person in event.attendees { add(person, .attendee) }

        var others: Set<String> = []
        var mine: String?
        for person in event.attendees where !person.isResource {
            let identity = person.address.isEmpty ? person.name.lowercased() : person.address
            if me.contains(person.address) {
                mine = mine ?? person.participation
            } else if !identity.isEmpty, !person.isInformed, person.participation != "declined" {
                others.insert(identity)
            }
        }
        let isMine = organizer.map { me.contains($0.address) } ?? false
        // An organiser without guests is the owner of the calendar under another name.
        if let organizer, !isMine, !event.attendees.isEmpty, !organizer.isResource {
            let identity = organizer.address.isEmpty ? organizer.name.lowercased() : organizer.address
            let answer = event.attendees.first { $0.address == organizer.address && !$0.address.isEmpty }?.participation
            if answer != "declined", !identity.isEmpty { others.insert(identity) }
        }
        self.people = people
        self.others = others.count
        standing = Self.standing(
            event, mine: mine, isMine: isMine, hasOthers: !others.isEmpty, isCancelled: isCancelled)
    }

    private static func standing(
        _ event: CalendarEvent, mine: String?, isMine: Bool, hasOthers: Bool, isCancelled: Bool
    ) -> Standing {
        if isCancelled || event.status == .cancelled { return .cancelled }
        if mine == "declined" || mine == "delegated" { return .declined }
        if event.isTransparent { return .transparent }
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
