import ICalendar
package import LedgerModel

/// What a calendar file says.
package struct CalendarReading: Sendable {
    /// The calendar's own name.
    package var name: String?
    /// METHOD in upper case, as REQUEST.
    package var method: String?
    package var drafts = CalendarDrafts()
    package var series: [SeriesRecord] = []
    /// Events read, those skipped among them.
    package var records = 0
    /// Events that could not be used, and older versions of others.
    package var skipped = 0
    /// To-dos, journal entries and the like, which are not read.
    package var others = 0
    package var diagnostics = Diagnostics()
    /// The address in at least four of five events with people, when none of the person's own is in any.
    package var suggestedOwner: String?

    /// The line of the component that is open where the file ends: it was not written or fetched whole.
    package var cutAt: Int?
    /// More was in it than is read.
    package var isBounded = false

    /// A single invitation, or the answer to one.
    package var isInvitation: Bool { method != nil && method != "PUBLISH" }
    /// A whole calendar, so that what is missing from it is gone.
    package var isListing: Bool { !isInvitation && cutAt == nil && !isBounded }
}

/// A series as it is kept, to expand it again when the horizon moves.
package struct SeriesRecord: Hashable, Sendable {
    package var uid: String
    /// A small calendar of its own: the zones it needs and its events in canonical lines, which
    /// `CalendarReader` reads to the same drafts. Of a private series times only.
    package var text: String
    package var isPrivate: Bool
    /// The line of its first event in its file.
    package var line: Int
}

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

/// Warnings by line, so that they can be told in the order of the file.
struct LineWarnings {
    private var list: [(line: Int, message: String)] = []
    private var count = 0

    mutating func warn(_ line: Int, _ message: String) {
        count += 1
        if list.count < 1000 { list.append((line, message)) }
    }

    /// Those of the file itself and these, by line.
    func diagnostics(file: CalendarFile, name: String) -> Diagnostics {
        var diagnostics = Diagnostics()
        let all = file.problems.map { ($0.line, $0.message) } + list.map { ($0.line, $0.message) }
        for (line, message) in all.sorted(by: { $0.0 < $1.0 }) { diagnostics.warn("\(name):\(line)", message) }
        // Those beyond the bounds are counted.
        for _ in all.count..<max(all.count, file.problemCount + count) { diagnostics.warn(name, "more of the kind") }
        return diagnostics
    }
}
