/// Something that could not be read, and the line it stands on.
package struct CalendarProblem: Hashable, Sendable {
    package var line: Int
    package var message: String
}

/// What a file of calendars holds: events, zones, and what could not be read.
package struct CalendarFile: Sendable {
    package var name: String?
    /// METHOD in upper case: REQUEST and CANCEL are single invitations, PUBLISH or none a listing.
    package var method: String?
    package var events: [CalendarEvent] = []
    /// Events beyond the limit.
    package var extraEvents = 0
    package var zones: [String: ZoneComponent] = [:]
    /// To-dos, journal entries, free and busy times: not read.
    package var otherComponents = 0
    /// False when nothing in the file begins a calendar, an event or a zone.
    package var isCalendar = false
    /// Where the file ends before its last component does: the line at which that began. What was open is left out.
    package var cutAt: Int?
    package var problems: [CalendarProblem] = []
    /// With those beyond the first thousand.
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
