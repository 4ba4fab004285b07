/// The kinds of source that an import can read.
package enum SourceKind: String, Sendable, CaseIterable, Codable {
    case git, calendar, inbox, notes, hand
}

/// A place from which evidence comes.
package struct Source: Hashable, Sendable {
    package var rowID: Int64
    package var id: PublicID
    package var kind: SourceKind
    /// An absolute path or an address.
    package var locator: String
    package var name: String
    /// The folder that a repository is named for: that of the main work tree for a linked one; empty for other kinds.
    package var folder: String
    /// The folders that it was named for before it moved.
    package var formerly: [String]
    /// What its evidence is for, unless the person or a rule says otherwise.
    package var arena: Arena?
    /// Whether only times are stored.
    package var isPrivate: Bool
    /// Whether its events without other people are work rather than plans.
    package var plansCount: Bool
    /// Where the last import stopped, in the reader's own format.
    package var state: String
    package var lastImport: Instant?
    /// What the person answered about it, and what it turned out to be, if it is a calendar.
    package var answers = CalendarAnswers()
    package var traits = CalendarTraits()
    /// People to whom the repository is open: by address, or by name if none is known.
    package var openTo: [String] = []

    package init(
        rowID: Int64, id: PublicID, kind: SourceKind, locator: String, name: String, folder: String = "",
        formerly: [String] = [],
        arena: Arena?, isPrivate: Bool, plansCount: Bool, state: String, lastImport: Instant?, openTo: [String] = []
    ) {
        self.rowID = rowID
        self.id = id
        self.kind = kind
        self.locator = locator
        self.name = name
        self.folder = folder
        self.formerly = formerly
        self.arena = arena
        self.isPrivate = isPrivate
        self.plansCount = plansCount
        self.state = state
        self.lastImport = lastImport
        self.openTo = openTo
    }

    /// The locator as it may be shown. Of an address only the host is shown, since calendar addresses are secrets.
    package var shownLocator: String {
        replaced.map { "\($0.path), before \($0.day.iso)" } ?? Self.shown(locator)
    }
    /// The place and the day on which another repository was found there; `nil` unless that has happened.
    package var replaced: (day: CivilDay, path: String)? {
        guard locator.hasPrefix(Self.replacedMark) else { return nil }
        let parts = locator.dropFirst(Self.replacedMark.count).split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let day = CivilDay(iso: String(parts[0].prefix(10))) else { return nil }
        return (day, String(parts[1]))
    }
    /// Whether these are pasted notes, so that there is no file to read again.
    package var isPasted: Bool { kind == .notes && locator == Self.pasted }
    package static let pasted = "pasted"
    /// The names of the files of notes among some sources, by their ids.
    package static func journals(_ sources: [Source]) -> [String: String] {
        let notes = sources.filter { $0.kind == .notes }
        return Dictionary(notes.map { ($0.id.description, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    package var isAddress: Bool { locator.contains("://") }
    /// The name of its files beside the ledger; `nil` unless it was dropped on a page.
    package var droppedName: String? {
        locator.hasPrefix(Self.droppedMark) ? String(locator.dropFirst(Self.droppedMark.count)) : nil
    }
    /// Whether the address is cut to its host, as exports have it, and so cannot be fetched.
    package var isAddressLeftOut: Bool { isAddress && locator.hasSuffix(Self.leftOut) }

    private static let leftOut = "/…"
    private static let droppedMark = "dropped:"
    private static let replacedMark = "before:"

    /// The locator of what was read at a place that holds another repository since `day`.
    ///
    /// - Parameter number: Tells several of one day apart, from 1.
    package static func replaced(_ path: String, on day: CivilDay, number: Int) -> String {
        "\(replacedMark)\(day.iso)\(number > 1 ? "-\(number)" : ""):\(path)"
    }

    /// The locator of a dropped calendar. It does not depend on where the ledger is.
    package static func dropped(_ name: String) -> String { droppedMark + name }

    /// `https://example.org/…`; a path is unchanged.
    package static func shown(_ locator: String) -> String {
        let parts = locator.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return locator }
        return parts[0] + "://" + host(parts[1]) + leftOut
    }

    /// The host and port of an address; `nil` for a path.
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

/// What is true of every source of one kind, and the words for it. No other code lists the kinds.
///
/// A new kind needs a case, its descriptor here, and its reader in `SourceReader.all`.
package struct SourceDescriptor: Sendable {
    package let kind: SourceKind
    /// What lists of sources call it, such as `calendar`.
    package let label: String
    /// Whether it is read from somewhere, and so can be read again, as opposed to written by the person.
    package var isRead = true
    /// Whether it is true as of a moment and states plans beyond it. Its `state` is then a `CalendarState`.
    package var isForetelling = false
    /// Whether what is imported depends on which addresses are the person’s.
    package var dependsOnOwner = false
    /// Whether its first reading is mostly new, so that looking for known pieces first would be wasted.
    package var isFirstToTell = false
    /// `nil` if each record gives one piece.
    package var recurrence: Recurrence?

    /// What to call a record that gives many pieces, and what to call those: `17 events read, 1614 dates new`.
    package struct Recurrence: Sendable {
        package let record: String
        package let records: String
        package let pieces: String
    }

    /// The descriptors of all kinds.
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
