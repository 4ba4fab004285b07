/// Bounds on what one calendar may hold, since calendars come from outside.
package struct CalendarLimits: Sendable, Hashable {
    /// Bytes of a line, unfolded.
    package var line = 1_000_000
    /// Bytes of a title and of a description.
    package var title = 1000
    package var body = 20_000
    /// Events of a file.
    package var events = 500_000
    /// Attendees of an event; extra or excepted dates of an event; all of these in a file.
    package var people = 1000
    package var dates = 20_000
    package var entries = 2_000_000
    /// Zones of a file, observances of a zone.
    package var zones = 500
    package var observances = 500

    package init() {}
}
