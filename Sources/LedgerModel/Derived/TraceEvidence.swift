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

/// What a rule can look at in one piece of evidence.
package struct EvidenceFacts: Sendable, Hashable {
    package var kind: EvidenceKind
    package var at: Instant
    package var title: String
    package var body: String
    package var project: String
    /// Names and addresses of the people on it.
    package var people: [String]
    package var tags: [String]
    package var paths: [String]
    /// The sources that saw it: name, id and locator of each.
    package var sources: [String]
    /// Names of the calendars among them.
    package var calendars: [String]
    /// The default of its source, when the person gave one.
    package var arena: Arena?

    package init(
        kind: EvidenceKind, at: Instant, title: String, body: String = "", project: String = "", people: [String] = [],
        tags: [String] = [], paths: [String] = [], sources: [String] = [], calendars: [String] = [],
        arena: Arena? = nil
    ) {
        self.kind = kind
        self.at = at
        self.title = title
        self.body = body
        self.project = project
        self.people = people
        self.tags = tags
        self.paths = paths
        self.sources = sources
        self.calendars = calendars
        self.arena = arena
    }
}

/// Whether an event is only foretold: nobody knows whether it was.
///
/// A calendar speaks of what was up to the moment at which it was last true, and of what is to come after that. An event
/// of next month that is read today is a plan of its source; when next month has passed and nothing fresher was read,
/// nothing says that it took place, and it counts neither as time nor as a contact. The person’s own word, that it took
/// place or when, ends that.
package enum Foretold {
    /// Whether a piece at `at` lay ahead of everything that says it.
    ///
    /// - Parameter speaking: of each source that says it, until when it speaks of what was; `nil` for one that speaks of
    ///   all times. Empty for what no source says, which is the person’s own.
    package static func layAhead(_ at: Instant, speaking: [Instant?]) -> Bool {
        !speaking.isEmpty && speaking.allSatisfy { until in until.map { at > $0 } ?? false }
    }

    /// Whether what lay ahead is still only foretold after what the person said of it.
    package static func holds(layAhead: Bool, happened: Bool?, from: Instant?, until: Instant?) -> Bool {
        layAhead && happened == nil && from == nil && until == nil
    }

    package static func holds(layAhead: Bool, _ said: Correction?) -> Bool {
        holds(layAhead: layAhead, happened: said?.happened, from: said?.from, until: said?.until)
    }
}
