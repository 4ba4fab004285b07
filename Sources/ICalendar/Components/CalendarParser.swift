/// Sorts the lines of a file into components; tolerates the mistakes of real calendars.
struct CalendarParser {
    private var limits: CalendarLimits
    private var file = CalendarFile()
    /// The open components, outermost first.
    private var open: [Kind] = []
    /// The lines at which they began.
    private var begins: [Int] = []
    /// Whether the last thing that happened was the end of a calendar.
    private var isEnded = false
    private var event: CalendarEvent?
    private var zone: ZoneComponent?
    private var observance: ZoneComponent.Observance?

    private enum Kind: String, CaseIterable {
        case calendar = "VCALENDAR"
        case event = "VEVENT"
        case zone = "VTIMEZONE"
        case standard = "STANDARD"
        case daylight = "DAYLIGHT"
        case task = "VTODO"
        case journal = "VJOURNAL"
        case busy = "VFREEBUSY"
        case alarm = "VALARM"
        case availability = "VAVAILABILITY"
        case other

        static let known = Dictionary(
            uniqueKeysWithValues: allCases.dropLast().map { (PropertyName.key(Array($0.rawValue.utf8)[...]), $0) })
    }

    init(limits: CalendarLimits) { self.limits = limits }

    mutating func parse(_ bytes: [UInt8]) -> CalendarFile {
        var reader = LineReader(bytes, maximum: limits.line)
        while let line = reader.next() {
            if line.isTooLong {
                file.warn(line.number, "the line is longer than \(limits.line / 1000) kB and was skipped")
                continue
            }
            guard let content = ContentLine(line) else {
                if file.isCalendar, line.content.contains(where: { $0 > 32 }) {
                    file.warn(line.number, "the line has no colon and was skipped")
                }
                continue
            }
            read(content)
        }
        if !isEnded,
            let half = open.firstIndex(where: { $0 != .calendar && $0 != .other }) ?? open.firstIndex(of: .calendar)
        {
            file.cutAt = begins[half]
            // Half an event cannot be trusted.
            event = nil
        }
        while let kind = pop() { close(kind) }
        return file
    }

    private mutating func read(_ line: ContentLine) {
        switch line.name {
        case .begin: begin(kind(line), line.number)
        case .end: end(kind(line))
        case .other: break
        default: property(line)
        }
    }

    private func kind(_ line: ContentLine) -> Kind {
        let word = ContentLine.trimmed(line.value)
        return word.count > 15 ? .other : Kind.known[PropertyName.key(word)] ?? .other
    }

    private mutating func begin(_ kind: Kind, _ line: Int) {
        if kind != .other, kind != .alarm { file.isCalendar = true }
        // An event or a calendar inside an event: the END of the outer one is missing.
        if kind == .event || kind == .calendar || kind == .zone,
            let index = open.firstIndex(where: { $0 != .calendar && $0 != .other })
        {
            file.warn(line, "a component begins before the previous one ends")
            while open.count > index, let inner = pop() { close(inner) }
        }
        isEnded = false
        guard open.count < 32 else { return }
        open.append(kind)
        begins.append(line)
        switch kind {
        case .event: event = CalendarEvent(line: line)
        case .zone: zone = ZoneComponent(line: line)
        case .standard, .daylight: observance = ZoneComponent.Observance(line: line, isDaylight: kind == .daylight)
        case .task, .journal, .busy, .availability: file.otherComponents += 1
        default: break
        }
    }

    private mutating func end(_ kind: Kind) {
        guard let index = open.lastIndex(of: kind) else { return }
        while open.count > index, let inner = pop() { close(inner) }
        isEnded = kind == .calendar
    }

    private mutating func pop() -> Kind? {
        _ = begins.popLast()
        return open.popLast()
    }

    private mutating func close(_ kind: Kind) {
        switch kind {
        case .event:
            if let event { add(event) }
            event = nil
        case .zone:
            if let zone, let id = zone.id, file.zones.count < limits.zones, file.zones[id] == nil {
                file.zones[id] = zone
            }
            zone = nil
        case .standard, .daylight:
            if let observance { zone?.add(observance, limits: limits, warn: { file.warn($0, $1) }) }
            observance = nil
        default: break
        }
    }

    private mutating func add(_ event: CalendarEvent) {
        guard file.events.count < limits.events else {
            file.extraEvents += 1
            if file.extraEvents == 1 {
                file.warn(event.line, "there are more than \(limits.events) events; this one and the rest were skipped")
            }
            return
        }
        file.events.append(event)
        limits.entries -= event.attendees.count + event.extraDates.count + event.exceptDates.count
        if limits.entries < limits.people + limits.dates {
            // The rest of the limit is shared sparingly: a file like this is not the calendar of a person.
            limits.people = min(limits.people, 10)
            limits.dates = min(limits.dates, 10)
        }
    }

    private mutating func property(_ line: ContentLine) {
        var message: String?
        switch open.last {
        case .event: message = event?.read(line, limits: limits)
        case .zone:
            if line.name == .zoneID { zone?.id = CalendarText.unescaped(line.value, limit: 200) }
            if line.name == .location { zone?.location = CalendarText.unescaped(line.value, limit: 200) }
        case .standard, .daylight: message = observance?.read(line)
        case .calendar, nil:
            switch line.name {
            case .calendarName, .name: file.name = file.name ?? CalendarText.unescaped(line.value, limit: 200)
            case .calendarZone: file.zoneID = file.zoneID ?? CalendarText.unescaped(line.value, limit: 200)
            case .method: file.method = CalendarText.unescaped(line.value, limit: 40).uppercased()
            default: break
            }
        default: break
        }
        if let message { file.warn(line.number, message) }
    }
}

/// Something that could not be read, and its line.
package struct CalendarProblem: Hashable, Sendable {
    package var line: Int
    package var message: String
}

/// The content of a calendar file: events, zones, and what could not be read.
package struct CalendarFile: Sendable {
    package var name: String?
    /// The zone of times that say none; nil where the file does not say.
    package var zoneID: String?
    /// METHOD in upper case: REQUEST and CANCEL are single invitations, PUBLISH or none a listing.
    package var method: String?
    package var events: [CalendarEvent] = []
    /// Events beyond the limit.
    package var extraEvents = 0
    package var zones: [String: ZoneComponent] = [:]
    /// Components that are not read: to-dos, journal entries, free and busy times.
    package var otherComponents = 0
    /// Whether the file has the beginning of a calendar, an event or a zone.
    package var isCalendar = false
    /// The line of the first component that does not end, if the file is incomplete. Open components are left out.
    package var cutAt: Int?
    package var problems: [CalendarProblem] = []
    /// Including those beyond the first thousand.
    package var problemCount = 0

    package init(parsing bytes: [UInt8], limits: CalendarLimits = CalendarLimits()) {
        var parser = CalendarParser(limits: limits)
        self = parser.parse(bytes)
    }

    init() {}

    mutating func warn(_ line: Int, _ message: String) {
        problemCount += 1
        if problems.count < 1000 { problems.append(CalendarProblem(line: line, message: message)) }
    }
}
