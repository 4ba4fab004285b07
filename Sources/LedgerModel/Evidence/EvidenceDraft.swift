/// The kinds of fact a ledger holds.
package enum EvidenceKind: String, Sendable, CaseIterable, Codable {
    case commit, event, note, timer

    package var idKind: PublicID.Kind {
        switch self {
        case .commit: .commit
        case .event: .event
        case .note: .note
        case .timer: .timer
        }
    }

    /// Written by the person, not read from a source.
    package var isByHand: Bool { self == .note || self == .timer }
}

/// How an event stands in the person's calendar.
package enum Standing: Int, Sendable, CaseIterable, Codable {
    /// Not an event.
    case none = 0
    case organised, accepted, tentative, unanswered
    /// Nobody else is expected: a plan, not work.
    case alone
    case declined, cancelled, transparent

    package var counts: Bool { self != .declined && self != .cancelled && self != .transparent }
}

/// Yes-or-no facts about a piece of evidence, stored as one integer.
package struct EvidenceFlags: OptionSet, Sendable, Hashable, Codable {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static let allDay = EvidenceFlags(rawValue: 1)
    /// Without a zone of its own: read in the zone the person was in.
    package static let floating = EvidenceFlags(rawValue: 2)
    /// Keeps its time only.
    package static let isPrivate = EvidenceFlags(rawValue: 4)
    package static let merge = EvidenceFlags(rawValue: 8)
    /// A commit by another author that names the person in a trailer.
    package static let byOther = EvidenceFlags(rawValue: 16)
    /// Gone from its source in a full listing, or taken back.
    package static let withdrawn = EvidenceFlags(rawValue: 32)
    /// Its last source was removed; kept because it is cited or corrected.
    package static let sourceRemoved = EvidenceFlags(rawValue: 64)
    /// A date that cannot be, as 1970: kept, off the timeline.
    package static let oddDate = EvidenceFlags(rawValue: 128)
    /// Of a series.
    package static let recurring = EvidenceFlags(rawValue: 256)
    /// Taken off by the person's own hand, together with `withdrawn`: no import brings it back.
    package static let removedByHand = EvidenceFlags(rawValue: 512)

    /// Off every timeline.
    package static let gone: EvidenceFlags = [.withdrawn, .sourceRemoved]
}

/// What a person had to do with a piece of evidence.
package enum PersonRole: String, Sendable, CaseIterable, Codable {
    case organizer, attendee, author
    case coAuthor = "co-author"
    case reviewer, acker, tester, helper, mentor, suggester, reporter
    case mentioned
}

/// A person as a source names them.
package struct PersonMention: Hashable, Sendable, Codable {
    /// A mail address in lower case, or a name where there is no address.
    package var identity: String
    package var name: String
    package var role: PersonRole
    /// What they answered to an invitation, as in PARTSTAT, lower case; empty elsewhere.
    package var participation: String

    package init(identity: String, name: String, role: PersonRole, participation: String = "") {
        self.identity = identity
        self.name = name
        self.role = role
        self.participation = participation
    }

    /// What they are called in lists: their name, else the address; whoever was forgotten has neither.
    package var shown: String {
        if Self.isStandIn(identity) { return Self.someone }
        return name.isEmpty ? identity : name
    }

    /// Names and addresses as a list may show them: whoever was forgotten once, and without what stands for them.
    package static func shown(_ names: [String]) -> [String] {
        names.filter { !isStandIn($0) }.map { $0 == forgottenName ? someone : $0 }
    }

    /// The name of whoever was forgotten: what is counted stays under it.
    package static let forgottenName = "forgotten"

    private static let someone = "someone forgotten"

    private static func isStandIn(_ identity: String) -> Bool {
        identity.hasPrefix(forgottenName + "-") && !identity.contains("@")
    }
}

/// A fact as a source said it, ready to be written.
package struct EvidenceDraft: Hashable, Sendable, Codable {
    package var kind: EvidenceKind
    /// The source's own id: sha, `UID/original-start`, ULID.
    package var externalID: String
    /// The start of an interval, the end of a point.
    package var at: Instant
    /// The end of an interval; nil for a point.
    package var until: Instant?
    /// Seconds east of UTC, as the source said.
    package var utcOffset: Int32 = 0
    package var zone: String?
    package var flags: EvidenceFlags = []
    package var standing: Standing = .none
    package var title: String
    package var body: String = ""
    /// The name of a repository, or of a project as a person wrote it.
    package var project: String?
    package var people: [PersonMention] = []
    package var tags: [String] = []
    package var paths: [String] = []
    package var measures: [Measure] = []
    /// The other people expected, the person left out.
    package var headCount: Int = 0
    /// Equal for the commits of one piece of work (rebased, cherry-picked); 0 for none.
    package var workKey: Int64 = 0
    package var committedAt: Instant?
    /// Which of two versions of one event is later.
    package var order: VersionOrder = VersionOrder()
    /// For an occurrence: the UID of its series.
    package var series: String?

    package init(kind: EvidenceKind, externalID: String, at: Instant, until: Instant? = nil, title: String) {
        self.kind = kind
        self.externalID = externalID
        self.at = at
        self.until = until
        self.title = title
    }

    package var id: PublicID { PublicID(kind.idKind, externalID) }
}

/// A counted figure that a source states, as lines added.
package struct Measure: Hashable, Sendable, Codable {
    package var name: String
    package var value: Int64

    package init(_ name: String, _ value: Int64) {
        self.name = name
        self.value = value
    }
}

/// The greater is current, whatever order the versions came in
/// (SEQUENCE, LAST-MODIFIED, DTSTAMP, then the content's hash).
package struct VersionOrder: Hashable, Comparable, Sendable, Codable {
    package var sequence: Int64 = 0
    package var lastModified: Int64 = 0
    package var stamp: Int64 = 0

    package init(sequence: Int64 = 0, lastModified: Int64 = 0, stamp: Int64 = 0) {
        self.sequence = sequence
        self.lastModified = lastModified
        self.stamp = stamp
    }

    package static func < (a: VersionOrder, b: VersionOrder) -> Bool {
        (a.sequence, a.lastModified, a.stamp) < (b.sequence, b.lastModified, b.stamp)
    }
}

/// Another person's commit in a shared repository: enough for second imports, withdrawal and the
/// bottleneck question. No message, no time of day.
package struct OthersCommit: Hashable, Sendable {
    package var sha: String
    /// An address or a name; `nobody` when the author line cannot be read.
    package var author: String
    package var authorName: String
    /// Year × 4 + quarter − 1, from the author's date.
    package var quarter: Int
    package var paths: [String]

    /// Stands for no person, and is in no list of people.
    package static let nobody = "?"

    package init(sha: String, author: String, authorName: String, quarter: Int, paths: [String]) {
        self.sha = sha
        self.author = author
        self.authorName = authorName
        self.quarter = quarter
        self.paths = paths
    }
}
