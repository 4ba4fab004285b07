package import LedgerModel

/// One note of a file that a person kept before: what it says, and when it says it was.
package struct NoteEntry: Sendable, Hashable {
    /// When an entry was, as exactly as it says.
    package enum When: Sendable, Hashable {
        case at(Instant)
        case day(CivilDay)
        /// Within a longer time; the day is its last.
        case within(Span, last: CivilDay)
    }

    package enum Span: String, Sendable, CaseIterable {
        case week, month, quarter, year
    }

    /// The line it begins on, from 1; in JSON its place among the entries.
    package var number: Int
    /// `FILE:12`, `FILE: entry 3`.
    package var place: String
    /// Of its words and its own date, so that it stays the same when other lines move.
    package var externalID: String
    package var title: String
    package var body: String
    /// Nil where the file does not say.
    package var when: When?
    package var tags: [String]
}

/// What a file of notes holds.
package struct NotesReading: Sendable {
    package var entries: [NoteEntry] = []
    /// Entries left out, each with a warning.
    package var skipped = 0
    package var diagnostics = Diagnostics()
}
