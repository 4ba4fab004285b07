import LedgerModel

/// Writes a calendar by RFC 5545, with CRLF, lines of at most 75 bytes and its time zone.
struct ICSWriter {
    private(set) var bytes: [UInt8] = []
    private let days: DemoDays
    private let zone: ICSZone

    init(days: DemoDays) {
        self.days = days
        zone = ICSZone(days.zone, from: days.start - 40, to: days.horizon + 40)
    }

    mutating func write(_ plan: CalendarPlan, name: String) {
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//example.com//Demo year//EN")
        line("CALSCALE:GREGORIAN")
        line("METHOD:PUBLISH")
        line("X-WR-CALNAME:" + Self.escaped(name))
        if let id = zone.id {
            line("X-WR-TIMEZONE:" + id)
            zone.lines.forEach { line($0) }
        }
        for series in plan.series { write(series) }
        for event in plan.events { write(event) }
        line("END:VCALENDAR")
    }

    private mutating func write(_ event: DemoEvent) {
        line("BEGIN:VEVENT")
        stamp(event.uid, made: event.day - 9, changed: nil, sequence: 0)
        if let minutes = event.minutes {
            span(event.day, minutes)
        } else {
            line("DTSTART;VALUE=DATE:" + Self.date(event.day))
            line("DTEND;VALUE=DATE:" + Self.date((event.lastDay ?? event.day) + 1))
        }
        write(event.meeting)
        line("END:VEVENT")
    }

    private mutating func write(_ series: DemoSeries) {
        guard let first = series.firstDay, first <= series.last else { return }
        line("BEGIN:VEVENT")
        stamp(series.uid, made: first - 9, changed: nil, sequence: 0)
        span(first, series.minutes)
        let names = series.weekdays.map { String($0.name.uppercased().prefix(2)) }.joined(separator: ",")
        let every = series.everyWeeks == 1 ? "" : ";INTERVAL=\(series.everyWeeks)"
        let until = Self.utc(days.at(series.last, 1439))
        line("RRULE:FREQ=WEEKLY\(every);BYDAY=\(names);UNTIL=\(until)")
        let occurrences = series.days()
        for day in occurrences where days.isFree(day) {
            line("EXDATE\(zone.parameter):" + zone.local(days.at(day, series.minutes.lowerBound), days.zone))
        }
        write(series.meeting)
        line("END:VEVENT")
        for day in occurrences where !days.isFree(day) {
            if let change = series.changes[day] { write(change, of: series, on: day) }
        }
    }

    private mutating func write(_ change: DemoSeries.Change, of series: DemoSeries, on day: CivilDay) {
        line("BEGIN:VEVENT")
        var meeting = series.meeting
        stamp(series.uid, made: day - 9, changed: days.at(day - 1, 16 * 60 + 20), sequence: 1)
        line("RECURRENCE-ID\(zone.parameter):" + zone.local(days.at(day, series.minutes.lowerBound), days.zone))
        switch change {
        case .cancelled:
            span(day, series.minutes)
            line("STATUS:CANCELLED")
        case .moved(let other, let minutes):
            span(other, minutes)
        case .noted(let note):
            span(day, series.minutes)
            meeting.note = note
        }
        write(meeting)
        line("END:VEVENT")
    }

    private mutating func write(_ meeting: DemoMeeting) {
        line("SUMMARY:" + Self.escaped(meeting.title))
        if !meeting.note.isEmpty { line("DESCRIPTION:" + Self.escaped(meeting.note)) }
        if meeting.isPrivate { line("CLASS:PRIVATE") }
        line("TRANSP:" + (meeting.isTransparent ? "TRANSPARENT" : "OPAQUE"))
        if let organizer = meeting.organizer {
            line("ORGANIZER;CN=\(organizer.name):mailto:\(organizer.mail)")
        }
        for guest in meeting.guests {
            line(
                "ATTENDEE;CN=\(guest.person.name);CUTYPE=INDIVIDUAL;PARTSTAT=\(guest.answer.rawValue)"
                    + ":mailto:\(guest.person.mail)")
        }
    }

    private mutating func stamp(_ uid: String, made: CivilDay, changed: Instant?, sequence: Int) {
        let made = days.at(made, 9 * 60)
        line("UID:" + uid)
        line("DTSTAMP:" + Self.utc(changed ?? made))
        line("CREATED:" + Self.utc(made))
        line("LAST-MODIFIED:" + Self.utc(changed ?? made))
        line("SEQUENCE:\(sequence)")
    }

    private mutating func span(_ day: CivilDay, _ minutes: Range<Int>) {
        line("DTSTART\(zone.parameter):" + zone.local(days.at(day, minutes.lowerBound), days.zone))
        line("DTEND\(zone.parameter):" + zone.local(days.at(day, minutes.upperBound), days.zone))
    }

    /// Writes a line, folded after at most 75 bytes and never inside a character.
    private mutating func line(_ text: String) {
        var width = 0
        for scalar in text.unicodeScalars {
            let size = UTF8.width(scalar)
            if width + size > 75 {
                bytes += [13, 10, 32]
                width = 1
            }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            width += size
        }
        bytes += [13, 10]
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\\\"
            case ";": "\\;"
            case ",": "\\,"
            case "\n": "\\n"
            default: String(character)
            }
        }.joined()
    }

    static func utc(_ instant: Instant) -> String { time(Zone.utc.civil(instant)) + "Z" }

    static func date(_ day: CivilDay) -> String { String(day.iso.filter { $0 != "-" }) }

    static func time(_ civil: CivilTime) -> String {
        date(civil.day) + "T" + padded(civil.hour, 2) + padded(civil.minute, 2) + padded(civil.second, 2)
    }
}
