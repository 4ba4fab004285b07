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
