/// The kinds of source an import knows.
package enum SourceKind: String, Sendable, CaseIterable, Codable {
    case git, calendar, inbox, notes, hand
}

/// A place that evidence comes from.
package struct Source: Hashable, Sendable {
    package var rowID: Int64
    package var id: PublicID
    package var kind: SourceKind
    /// An absolute path or an address.
    package var locator: String
    package var name: String
    /// What its evidence is for, until a hand or a rule says otherwise.
    package var arena: Arena?
    /// Keeps times only.
    package var isPrivate: Bool
    /// Its events without other people are work, not plans.
    package var plansCount: Bool
    /// Where the last import stopped, in the reader's own words.
    package var state: String
    package var lastImport: Instant?

    package init(
        rowID: Int64, id: PublicID, kind: SourceKind, locator: String, name: String, arena: Arena?,
        isPrivate: Bool, plansCount: Bool, state: String, lastImport: Instant?
    ) {
        self.rowID = rowID
        self.id = id
        self.kind = kind
        self.locator = locator
        self.name = name
        self.arena = arena
        self.isPrivate = isPrivate
        self.plansCount = plansCount
        self.state = state
        self.lastImport = lastImport
    }

    /// The locator as it may be shown: of an address the host alone, since addresses of calendars are secrets.
    package var shownLocator: String { Self.shown(locator) }
    /// Notes that were pasted: there is no file to read again.
    package var isPasted: Bool { kind == .notes && locator == Self.pasted }
    package static let pasted = "pasted"
    package var isAddress: Bool { locator.contains("://") }
    /// The name under which its files are kept beside the ledger; nil unless it was dropped on a page.
    package var droppedName: String? {
        locator.hasPrefix(Self.droppedMark) ? String(locator.dropFirst(Self.droppedMark.count)) : nil
    }
    /// An export leaves the rest of an address out, so that it cannot be fetched.
    package var isAddressLeftOut: Bool { isAddress && locator.hasSuffix(Self.leftOut) }

    private static let leftOut = "/…"
    private static let droppedMark = "dropped:"

    /// The locator of a calendar that was dropped: the same wherever the ledger lies.
    package static func dropped(_ name: String) -> String { droppedMark + name }

    /// `https://example.org/…`; a path as it is.
    package static func shown(_ locator: String) -> String {
        let parts = locator.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return locator }
        return parts[0] + "://" + host(parts[1]) + leftOut
    }

    /// The host and port of an address; nil for a path.
    package static func host(of locator: String) -> String? {
        let parts = locator.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? host(parts[1]) : nil
    }

    private static func host(_ rest: Substring) -> String {
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(authority.split(separator: "@").last ?? "")
    }

    package static func id(kind: SourceKind, locator: String) -> PublicID {
        PublicID(.source, kind.rawValue + "\u{0}" + locator)
    }
}

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
