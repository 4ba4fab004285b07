/// What the timeline needs to know of a piece of evidence.
package struct TraceEvidence: Sendable, Hashable {
    /// The row in the store; never used to order anything.
    package var row: Int64
    package var id: PublicID
    /// The least of the sources that saw it; hand rows come first.
    package var source: String
    package var kind: EvidenceKind
    package var at: Instant
    package var until: Instant?
    package var flags: EvidenceFlags
    package var standing: Standing
    package var headCount: Int
    package var workKey: Int64
    package var committedAt: Instant?
    /// The sha, for commits: settles which of several equal ones makes the time.
    package var externalID: String
    /// The calendar's events without other people are work.
    package var plansCount: Bool
    /// The person has said once for the series that they go.
    package var seriesConfirmed: Bool
    package var happened: Bool?
    /// When it really was, by the person's word.
    package var correctedFrom: Instant?
    package var correctedUntil: Instant?
    package var dropped: Bool
    /// It lay more than a week ahead when the freshest of its calendars was last true.
    package var layAhead: Bool

    package init(
        row: Int64, id: PublicID, source: String, kind: EvidenceKind, at: Instant, until: Instant? = nil,
        flags: EvidenceFlags = [], standing: Standing = .none, headCount: Int = 0, workKey: Int64 = 0,
        committedAt: Instant? = nil, externalID: String = "", plansCount: Bool = false, seriesConfirmed: Bool = false,
        happened: Bool? = nil, correctedFrom: Instant? = nil, correctedUntil: Instant? = nil, dropped: Bool = false,
        layAhead: Bool = false
    ) {
        self.row = row
        self.id = id
        self.source = source
        self.kind = kind
        self.at = at
        self.until = until
        self.flags = flags
        self.standing = standing
        self.headCount = headCount
        self.workKey = workKey
        self.committedAt = committedAt
        self.externalID = externalID
        self.plansCount = plansCount
        self.seriesConfirmed = seriesConfirmed
        self.happened = happened
        self.correctedFrom = correctedFrom
        self.correctedUntil = correctedUntil
        self.dropped = dropped
        self.layAhead = layAhead
    }

    /// Off the timeline whatever its kind.
    package var isOff: Bool {
        dropped || happened == false || !flags.isDisjoint(with: .gone) || flags.contains(.oddDate)
            || flags.contains(.allDay)
    }

    /// Nobody knows whether it was.
    package var isForetold: Bool {
        Foretold.holds(layAhead: layAhead, happened: happened, from: correctedFrom, until: correctedUntil)
    }

    /// Its span with the person's correction applied; nil for a point.
    package var span: Interval? {
        let start = correctedFrom ?? at
        guard let end = correctedUntil ?? until else { return nil }
        let interval = Interval(start, end)
        return interval.isEmpty ? nil : interval
    }
}

extension MyJobSettings {
    /// No interval on the timeline is longer than this many seconds; captures and corrections refuse more.
    package static let longestInterval: Int64 = 172_800

    /// How far from its own time a commit or a point can change the timeline, in seconds.
    package var reach: Int64 { max(sessionGap, leadIn, point) }
}
