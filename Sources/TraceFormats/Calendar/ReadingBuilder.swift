import ICalendar
import LedgerModel

/// Turns the events of a file into drafts and series, UID by UID.
struct ReadingBuilder {
    let file: CalendarFile
    let options: CalendarReader.Options
    var reading = CalendarReading()
    var warnings = LineWarnings()
    var zones: ZoneResolver
    /// The most work for all rules of a file together: a second or two.
    private static let steps = 40_000_000
    /// The occurrences that the limits still allow.
    var instancesLeft: Int
    var stepsLeft: Int
    var roomLeft: Int
    var recordsLeft: Int
    /// Where each event is in the file, if that is asked for.
    var keepsParts = false
    var parts: [CalendarPart] = []

    init(file: CalendarFile, options: CalendarReader.Options) {
        self.file = file
        self.options = options
        zones = ZoneResolver(file, options: options)
        instancesLeft = options.limits.allOccurrences
        stepsLeft = Self.steps
        roomLeft = options.limits.allRoom
        recordsLeft = options.limits.records
    }

    mutating func build() -> CalendarReading {
        reading.name = file.name.flatMap { $0.isEmpty || options.isPrivate ? nil : $0 }
        reading.method = file.method
        reading.cutAt = file.cutAt
        reading.others = file.otherComponents
        reading.records = file.events.count + file.extraEvents
        reading.skipped = file.extraEvents
        if ["REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"].contains(file.method ?? ""), let first = file.events.first
        {
            warnings.warn(first.line, "this is an answer to an invitation, not a calendar; it was skipped")
            reading.skipped = reading.records
        } else {
            for group in groups() { addGroup(group) }
        }
        if file.extraEvents > 0 || instancesLeft <= 0 { reading.isBounded = true }
        reading.diagnostics = warnings.diagnostics(file: file, name: options.fileName)
        return reading
    }

    /// The usable events of each UID, in the order of the file.
    private mutating func groups() -> [EventGroup] {
        var groups: [EventGroup] = []
        var places: [String: Int] = [:]
        var nameless: (line: Int, count: Int) = (0, 0)
        places.reserveCapacity(file.events.count)
        for event in file.events {
            var event = wholeDays(event)
            event.description = MeetingBoilerplate.cut(event.description)
            guard event.start != nil else {
                warnings.warn(event.line, "the event has no readable start and was skipped")
                reading.skipped += 1
                continue
            }
            var uid = event.uid ?? ""
            if uid.isEmpty {
                uid = Self.contentUID(event)
                nameless = (nameless.count == 0 ? event.line : nameless.line, nameless.count + 1)
            }
            if let place = places[uid] {
                groups[place].events.append(event)
            } else {
                places[uid] = groups.count
                groups.append(EventGroup(uid: uid, events: [event]))
            }
        }
        if nameless.count > 0 {
            warnings.warn(
                nameless.line,
                nameless.count == 1
                    ? "the event has no UID; it is identified by its content"
                    : "this and \(nameless.count - 1) more events have no UID; they are identified by their content")
        }
        return groups
    }

    /// An event that Outlook marks as a whole day, or that lasts from midnight to midnight, as whole days.
    ///
    /// A marked one may be written in UTC: then its midnights are the person’s.
    private mutating func wholeDays(_ event: CalendarEvent) -> CalendarEvent {
        guard let start = event.start, let end = event.end, !start.time.isDate, !end.time.isDate else { return event }
        func day(_ time: ZonedTime) -> Int64? {
            let clock = zones.clock(time, warnings: &warnings)
            if !time.time.isUTC || !event.isMarkedWholeDay {
                return time.time.secondOfDay == 0 && !time.time.isUTC ? time.time.local : nil
            }
            let local = WallClock.floating(options.zones).local(clock.instant(time.time.local))
            return floorDivision(local, 86_400) * 86_400 == local ? local : nil
        }
        guard let first = day(start), let last = day(end), last - first >= 86_400 else { return event }
        var event = event
        event.start = ZonedTime(CalendarTime(local: first, isDate: true), line: start.line)
        event.end = ZonedTime(CalendarTime(local: last, isDate: true), line: end.line)
        return event
    }

    /// For an event without UID: the same for the same content, whenever it was exported.
    private static func contentUID(_ event: CalendarEvent) -> String {
        var event = event
        event.sequence = 0
        event.lastModified = 0
        event.stamp = 0
        let lines = event.lines(isPrivate: event.isPrivate, uid: "", standing: "")
        return "content-" + contentHash(lines.joined(separator: "\n")).prefix(32)
    }
}

/// The events of one UID.
struct EventGroup {
    let uid: String
    var events: [CalendarEvent]
}

extension CalendarEvent {
    var order: VersionOrder { VersionOrder(sequence: sequence, lastModified: lastModified, stamp: stamp) }

    /// Whether this version counts rather than `other`: by order, then by content, whichever came first.
    func supersedes(_ other: CalendarEvent) -> Bool {
        if order != other.order { return order > other.order }
        func content(_ event: CalendarEvent) -> String {
            event.lines(isPrivate: false, uid: "", standing: "").joined(separator: "\n")
        }
        return content(self) > content(other)
    }
}

extension ReadingBuilder {
    /// Whether the series is stored: only if it has a rule or dates to expand again.
    func isKept(_ parts: [SeriesPart]) -> Bool {
        parts.contains { !$0.event.rules.isEmpty || !$0.event.extraDates.isEmpty }
    }

    /// Stores the series as a small calendar that gives the same drafts.
    mutating func keepSeries(uid: String, parts: [SeriesPart]) {
        let isPrivate = options.isPrivate || parts.contains { $0.event.isPrivate }
        var ids: [String] = []
        var seen: Set<String> = []
        for part in parts {
            let event = part.event
            let times =
                [event.start, event.end, event.recurrenceID].compactMap { $0 } + event.exceptDates
                + event.extraDates.map(\.start)
            for id in times.compactMap(\.zoneID) where seen.insert(id).inserted { ids.append(id) }
        }
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
        if file.method == "CANCEL" { lines.append("METHOD:CANCEL") }
        if let zone = file.zoneID { lines.append("X-WR-TIMEZONE:" + zone.filter { !$0.isNewline }) }
        for id in ids { lines += zones.component(id)?.lines() ?? [] }
        for part in parts {
            lines += part.event.lines(
                isPrivate: options.isPrivate || part.event.isPrivate, uid: uid,
                standing: Attendance.name(of: part.template), id: part.id)
        }
        lines.append("END:VCALENDAR\r\n")
        let text = lines.joined(separator: "\r\n")
        recordsLeft -= text.utf8.count
        guard recordsLeft >= 0 else {
            return warnings.warn(
                parts[0].event.line,
                "the series of this file are too large to store; this one continues when the file is read again")
        }
        reading.series.append(
            SeriesRecord(uid: uid, text: text, isPrivate: isPrivate, line: parts[0].event.line))
    }
}
