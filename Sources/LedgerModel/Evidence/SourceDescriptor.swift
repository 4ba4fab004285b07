/// What is true of every source of one kind, and the words for it: nothing else tells kinds apart by a list of its own.
///
/// A new kind is a case, its descriptor here, and its reader in `SourceReader.all`.
package struct SourceDescriptor: Sendable {
    package let kind: SourceKind
    /// In a list of sources: `calendar`.
    package let label: String
    /// Read from somewhere, and so again: not what is written by hand.
    package var isRead = true
    /// What it says is true as of a moment, and what begins later is a plan. Its `state` is a `CalendarState`.
    package var isForetelling = false
    /// What is taken of it depends on which addresses are the person’s.
    package var dependsOnOwner = false
    /// What its first reading gives is hardly ever known from another source.
    package var isFirstToTell = false
    /// A record may give many pieces.
    package var recurrence: Recurrence?

    /// The words of a record that gives many pieces, and of those: `17 events read, 1614 dates new`.
    package struct Recurrence: Sendable {
        package let record: String
        package let records: String
        package let pieces: String
    }

    /// Of every kind.
    package static let all = SourceKind.allCases.map(\.descriptor)

    fileprivate static let git = SourceDescriptor(kind: .git, label: "git", dependsOnOwner: true)
    fileprivate static let calendar = SourceDescriptor(
        kind: .calendar, label: "calendar", isForetelling: true, dependsOnOwner: true,
        isFirstToTell: true, recurrence: .init(record: "event", records: "events", pieces: "dates"))
    fileprivate static let inbox = SourceDescriptor(kind: .inbox, label: "inbox")
    fileprivate static let notes = SourceDescriptor(kind: .notes, label: "notes")
    fileprivate static let hand = SourceDescriptor(kind: .hand, label: "hand", isRead: false)
}

extension SourceKind {
    package var descriptor: SourceDescriptor {
        switch self {
        case .git: .git
        case .calendar: .calendar
        case .inbox: .inbox
        case .notes: .notes
        case .hand: .hand
        }
    }
}
