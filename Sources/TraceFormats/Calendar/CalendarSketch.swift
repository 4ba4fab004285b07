import ICalendar

/// What tells one calendar from another: its own name and the ids of its events.
package struct CalendarSketch: Sendable {
    /// The calendar's own name; nil where it says none.
    package var name: String?
    package var events: Set<String>
    /// A listing that was written to its end, so that it can take the place of another.
    package var isWhole: Bool

    /// Nil for what is no calendar.
    package init?(_ bytes: [UInt8]) {
        let file = CalendarFile(parsing: bytes)
        guard file.isCalendar else { return nil }
        name = file.name
        events = Set(file.events.compactMap(\.uid))
        isWhole = file.cutAt == nil && file.extraEvents == 0 && (file.method == nil || file.method == "PUBLISH")
    }

    /// Whether this says again nearly all that `other` says: nine in ten of its events, or all but two of a few.
    package func covers(_ other: CalendarSketch) -> Bool {
        let missing = other.events.subtracting(events).count
        return isWhole && (missing * 10 <= other.events.count || missing <= 2 && missing * 2 < other.events.count)
    }
}
