/// A VEVENT as written: values read, nothing resolved or expanded.
package struct CalendarEvent: Sendable {
    package enum Status: String, Sendable { case confirmed, tentative, cancelled }

    /// The line of its BEGIN.
    package var line: Int
    package var uid: String?
    package var start: ZonedTime?
    package var end: ZonedTime?
    package var duration: CalendarDuration?
    package var rules: [RecurrenceRule] = []
    package var exceptRules: [RecurrenceRule] = []
    package var extraDates: [ExtraDate] = []
    package var exceptDates: [ZonedTime] = []
    package var recurrenceID: ZonedTime?
    /// RANGE=THISANDFUTURE.
    package var isThisAndFuture = false
    package var sequence: Int64 = 0
    /// Seconds since 1970 in UTC; 0 when not written.
    package var lastModified: Int64 = 0
    package var stamp: Int64 = 0
    package var status: Status?
    package var isTransparent = false
    /// CLASS PRIVATE or CONFIDENTIAL.
    package var isPrivate = false
    package var summary = ""
    package var description = ""
    package var categories: [String] = []
    package var organizer: CalendarPerson?
    package var attendees: [CalendarPerson] = []
    /// How it stood, for the text of a private series only.
    package var standing: String?
    /// A rule was written, though perhaps one that cannot be used.
    package var hasRule = false

    package init(line: Int) { self.line = line }

    package var isRecurring: Bool { hasRule || !rules.isEmpty || !extraDates.isEmpty }
}
