import ICalendar
package import LedgerModel

/// The content of a calendar file.
package struct CalendarReading: Sendable {
    /// The calendar's own name.
    package var name: String?
    /// METHOD in upper case, such as REQUEST.
    package var method: String?
    package var drafts = CalendarDrafts()
    package var series: [SeriesRecord] = []
    /// Events read, including those skipped.
    package var records = 0
    /// Events that could not be used, and older versions of others.
    package var skipped = 0
    /// Components that are not read, such as to-dos and journal entries.
    package var others = 0
    package var diagnostics = Diagnostics()
    /// The line of the component that is still open at the end of the file, which is then incomplete.
    package var cutAt: Int?
    /// The file has more than is read.
    package var isBounded = false

    /// Whether it is a single invitation, or the answer to one.
    package var isInvitation: Bool { method != nil && method != "PUBLISH" }
    /// Whether it is a whole calendar, so that events missing from it are gone.
    package var isListing: Bool { !isInvitation && cutAt == nil && !isBounded }
}

/// A series as it is stored, to expand it again when the horizon moves.
package struct SeriesRecord: Hashable, Sendable {
    package var uid: String
    /// A small calendar with the zones it needs and its events in canonical lines; `CalendarReader` reads the
    /// same drafts from it. Of a private series it has only times.
    package var text: String
    package var isPrivate: Bool
    /// The line of its first event in its file.
    package var line: Int
}

/// What identifies a calendar: its own name and the ids of its events.
package struct CalendarSketch: Sendable {
    /// The calendar's own name; `nil` if it has none.
    package var name: String?
    package var events: Set<String>
    /// Whether it is a complete listing, so that it can replace another.
    package var isWhole: Bool

    /// `nil` if the bytes are not a calendar.
    package init?(_ bytes: [UInt8]) {
        let file = CalendarFile(parsing: bytes)
        guard file.isCalendar else { return nil }
        name = file.name
        events = Set(file.events.compactMap(\.uid))
        isWhole = file.cutAt == nil && file.extraEvents == 0 && (file.method == nil || file.method == "PUBLISH")
    }

    /// Whether this has nearly all events of `other`: nine in ten, or all but two of a few.
    package func covers(_ other: CalendarSketch) -> Bool {
        let missing = other.events.subtracting(events).count
        return isWhole && (missing * 10 <= other.events.count || missing <= 2 && missing * 2 < other.events.count)
    }
}

/// Warnings by line, to report them in the order of the file.
struct LineWarnings {
    private var list: [(line: Int, message: String)] = []
    private var count = 0

    mutating func warn(_ line: Int, _ message: String) {
        count += 1
        if list.count < 1000 { list.append((line, message)) }
    }

    /// The problems of the file and these warnings, by line.
    func diagnostics(file: CalendarFile, name: String) -> Diagnostics {
        var diagnostics = Diagnostics()
        let all = file.problems.map { ($0.line, $0.message) } + list.map { ($0.line, $0.message) }
        for (line, message) in all.sorted(by: { $0.0 < $1.0 }) { diagnostics.warn("\(name):\(line)", message) }
        // Warnings beyond the limit are only counted.
        for _ in all.count..<max(all.count, file.problemCount + count) {
            diagnostics.warn(name, "more problems like these")
        }
        return diagnostics
    }
}
