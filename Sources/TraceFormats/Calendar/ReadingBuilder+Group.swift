import ICalendar
import LedgerModel

extension ReadingBuilder {
    /// Adds the current version of the event and of each changed occurrence.
    mutating func addGroup(_ group: EventGroup) {
        if group.events.count == 1, group.events[0].recurrenceID == nil, !group.events[0].isRecurring {
            addSingle(group.events[0], uid: group.uid)
            return
        }
        if addUnordered(group) { return }
        var master: CalendarEvent?
        var changed: [CalendarEvent] = []
        for event in group.events {
            if event.recurrenceID != nil {
                changed.append(event)
            } else if let current = master {
                if event.supersedes(current) { master = event }
                reading.skipped += 1
            } else {
                master = event
            }
        }
        if let master, changed.isEmpty, !master.isRecurring {
            addSingle(master, uid: group.uid)
            return
        }
        addSeries(uid: group.uid, master: master, changed: changed)
    }

    /// Events of one UID that are no series and that nothing orders are several events, each known by its start.
    private mutating func addUnordered(_ group: EventGroup) -> Bool {
        guard group.events.allSatisfy({ $0.recurrenceID == nil && !$0.isRecurring }),
            let newest = group.events.map(\.order).max()
        else { return false }
        var byStart: [CalendarTime: CalendarEvent] = [:]
        for event in group.events where event.order == newest {
            guard let start = event.start?.time else { continue }
            if let current = byStart[start], !event.supersedes(current) { continue }
            byStart[start] = event
        }
        guard byStart.count > 1 else { return false }
        reading.skipped += group.events.count - byStart.count
        for event in byStart.values.sorted(by: { $0.line < $1.line }) {
            warnings.warn(
                event.line, "\(byStart.count) events have this UID, and nothing says which is newer; each is read")
            addSingle(event, uid: group.uid, isByStart: true)
        }
        return true
    }

    private mutating func addSingle(_ event: CalendarEvent, uid: String, isByStart: Bool = false) {
        guard instancesLeft > 0, let start = event.start else { return stop(event.line) }
        instancesLeft -= 1
        let clock = zones.clock(start, warnings: &warnings)
        let span = span(of: event, clock: clock)
        var template = template(event, uid: uid, clock: clock, isRecurring: false)
        if isByStart { template.externalID += "/" + clock.keyText(clock.key(start.time.local)) }
        if keepsParts {
            parts.append(CalendarPart(event, template, uid: uid, id: template.externalID + "/single"))
        }
        reading.drafts.append(
            template,
            at: place(local: start.time.local, clock: clock, span: span))
    }

    mutating func stop(_ line: Int) {
        reading.skipped += 1
        warnings.warn(line, "the file has too many occurrences; this event was skipped")
    }

    /// Everything about an event except its times, with the id of the event.
    func template(_ event: CalendarEvent, uid: String, clock: WallClock, isRecurring: Bool) -> EvidenceDraft {
        let isPrivate = options.isPrivate || event.isPrivate
        let attendance = Attendance(
            event, me: options.me, machines: options.machines, isCancelled: file.method == "CANCEL")
        var draft = EvidenceDraft(
            kind: .event, externalID: uid, at: Instant(0), title: isPrivate ? "" : event.summary)
        draft.standing = attendance.standing
        draft.flags = attendance.flags
        draft.order = event.order
        draft.zone = clock.name
        switch clock {
        case .floating: draft.flags.insert(.floating)
        case .days:
            draft.flags.formUnion([.allDay, .floating])
        case .utc, .zone: break
        }
        if isRecurring {
            draft.flags.insert(.recurring)
            draft.series = uid
        }
        if isPrivate {
            draft.flags.insert(.isPrivate)
            if !event.isPrivate { draft.flags.insert(.madePrivate) }
            draft.flags.ownStanding = attendance.standing
        } else {
            draft.body = event.description
            draft.people = attendance.people
            draft.headCount = attendance.others
            draft.tags = event.categories
        }
        return draft
    }

    /// The instants of an event that starts at `local` on `clock`.
    func place(local: Int64, clock: WallClock, span: Span) -> CalendarDrafts.Place {
        let at = clock.instant(local)
        let until =
            switch span {
            case .seconds(let seconds): at + seconds
            case .duration(let days, let seconds): clock.instant(local + days * 86_400) + seconds
            }
        // A clock change may shorten a whole day, but it must not end before it starts.
        return .init(at: at, until: max(at, until), utcOffset: clock.offset(at))
    }
}

/// The length of an event: elapsed seconds, or days on the wall clock plus seconds.
enum Span: Hashable {
    case seconds(Int64)
    case duration(days: Int64, seconds: Int64)
}

extension ReadingBuilder {
    /// The longest plausible event, in days.
    private static let longest: Int64 = 3660

    /// From DTEND or DURATION; without either, a whole day or a moment (RFC 5545, section 3.6.1).
    mutating func span(of event: CalendarEvent, clock: WallClock) -> Span {
        guard let start = event.start else { return .seconds(0) }
        if let end = event.end {
            return span(from: start, clock: clock, to: end, line: end.line)
        }
        if let duration = event.duration {
            if duration.days + duration.seconds / 86_400 > Self.longest {
                warnings.warn(event.line, "the event is longer than ten years; its end is ignored")
            } else if clock.isDays {
                return .duration(days: max(1, duration.days + (duration.seconds + 86_399) / 86_400), seconds: 0)
            } else {
                return .duration(days: duration.days, seconds: duration.seconds)
            }
        }
        return clock.isDays ? .duration(days: 1, seconds: 0) : .seconds(0)
    }

    mutating func span(from start: ZonedTime, clock: WallClock, to end: ZonedTime, line: Int) -> Span {
        let none: Span = clock.isDays ? .duration(days: 1, seconds: 0) : .seconds(0)
        if clock.isDays {
            let endClock = zones.clock(end, warnings: &warnings)
            // Some programs write an end with a time of day: take its day on its own clock.
            let local =
                end.time.isUTC
                ? WallClock.floating(options.zones).local(endClock.instant(end.time.local)) : end.time.local
            let days = (local - start.time.local + 86_399) / 86_400
            if local < start.time.local || days > Self.longest {
                warnings.warn(line, "the end is before the start or more than ten years after it, and is ignored")
                return none
            }
            return .duration(days: max(1, days), seconds: 0)
        }
        let from = clock.instant(start.time.local)
        let endClock = zones.clock(end, warnings: &warnings)
        // A floating or whole-day end belongs to the clock of the start.
        let to = endClock.isAbsolute ? endClock.instant(end.time.local) : clock.instant(end.time.local)
        if to < from || to - from > Self.longest * 86_400 {
            warnings.warn(line, "the end is before the start or more than ten years after it, and is ignored")
            return none
        }
        return .seconds(to - from)
    }
}
