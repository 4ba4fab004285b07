/// The kinds of fact that a ledger holds.
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

    /// Whether the person wrote it, as opposed to a source.
    package var isByHand: Bool { self == .note || self == .timer }
}

/// The state of an event in the person's calendar.
package enum Standing: Int, Sendable, CaseIterable, Codable {
    /// Not an event.
    case none = 0
    case organised, accepted, tentative, unanswered
    /// Nobody else is expected, so it is a plan and not work.
    case alone
    case declined, cancelled, transparent
    /// Somebody else is expected, and nobody can tell yet whether the person is too: no address is known as theirs, or
    /// the calendar lists nobody.
    case presumed
    /// In the person’s own calendar and with others, but the person is not named: it may have come through a group.
    case possible
    /// Somebody else’s, in a calendar that is shared or another’s.
    case others

    /// Somebody else is expected, whatever the answers were.
    package var isWithOthers: Bool {
        [.organised, .accepted, .tentative, .unanswered, .presumed, .possible].contains(self)
    }

    package var counts: Bool { ![.declined, .cancelled, .transparent, .others].contains(self) }
}

/// Who put an occurrence at another time than its series has.
package enum Mover: Sendable, Hashable {
    /// The person, who organised it.
    case me
    /// Somebody else, who organised it.
    case them
    case unknown
}

/// Yes-or-no facts about a piece of evidence, stored as one integer.
package struct EvidenceFlags: OptionSet, Sendable, Hashable, Codable {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static let allDay = EvidenceFlags(rawValue: 1)
    /// Has no zone of its own and is read in the zone that the person was in.
    package static let floating = EvidenceFlags(rawValue: 2)
    /// Keeps only its time.
    package static let isPrivate = EvidenceFlags(rawValue: 4)
    package static let merge = EvidenceFlags(rawValue: 8)
    /// A commit by another author that names the person in a trailer.
    package static let byOther = EvidenceFlags(rawValue: 16)
    /// Missing from a full listing of its source, or taken back.
    package static let withdrawn = EvidenceFlags(rawValue: 32)
    /// Its last source was removed; it stays because it is cited or corrected.
    package static let sourceRemoved = EvidenceFlags(rawValue: 64)
    /// Has an impossible date, such as 1970; it is kept off the timeline.
    package static let oddDate = EvidenceFlags(rawValue: 128)
    /// Belongs to a series.
    package static let recurring = EvidenceFlags(rawValue: 256)
    /// Removed by the person (together with `withdrawn`), so that no import brings it back.
    package static let removedByHand = EvidenceFlags(rawValue: 512)

    /// A whole day of the person’s own leave, as its calendar says it.
    package static let leave = EvidenceFlags(rawValue: 1024)
    /// A public holiday, by its category.
    package static let publicHoliday = EvidenceFlags(rawValue: 2048)
    /// A day that a calendar of holidays calls an observance: work goes on.
    package static let observance = EvidenceFlags(rawValue: 4096)

    /// The person’s own commit that its repository no longer has: it was done, and stays.
    package static let unreachable = EvidenceFlags(rawValue: 8192)
    /// A commit that holds the work of others that are gone: a point, for its time is theirs.
    package static let squash = EvidenceFlags(rawValue: 16_384)

    /// What a calendar says of an event, whoever the person is: cancelled by its status; cancelled by a prefix of its
    /// title; shown as free; tentative.
    package static let saidCancelled = EvidenceFlags(rawValue: 1 << 15)
    package static let saysCancelled = EvidenceFlags(rawValue: 1 << 16)
    package static let saidFree = EvidenceFlags(rawValue: 1 << 17)
    package static let saidTentative = EvidenceFlags(rawValue: 1 << 18)
    /// A whole day that says leave, and one that says so by its title alone but is shown as free.
    package static let saidLeave = EvidenceFlags(rawValue: 1 << 19)
    package static let freeLeave = EvidenceFlags(rawValue: 1 << 20)

    /// Keeps only its time by a word of the person, a rule or its source, though its calendar does not call it private.
    package static let madePrivate = EvidenceFlags(rawValue: 1 << 21)
    /// How a private event stands if its calendar is the person's; its people, which would tell, are not kept.
    package var ownStanding: Standing? {
        get { Standing(rawValue: Int((rawValue >> 22) & 15)).flatMap { $0 == .none ? nil : $0 } }
        set { self = EvidenceFlags(rawValue: rawValue & ~(15 << 22) | Int64(newValue?.rawValue ?? 0) << 22) }
    }
    /// The bits of `ownStanding`.
    package static let ownStandings = EvidenceFlags(rawValue: 15 << 22)

    /// Off every timeline.
    package static let gone: EvidenceFlags = [.withdrawn, .sourceRemoved]
}
