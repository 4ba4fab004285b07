/// What the timeline needs to know about a piece of evidence.
package struct TraceEvidence: Sendable, Hashable {
    /// The row in the store. Nothing is ever ordered by it, since rows depend on the order of imports.
    package var row: Int64
    package var id: PublicID
    /// The smallest id of the sources that saw it; pieces that the person wrote come first.
    package var source: String
    package var kind: EvidenceKind
    package var at: Instant
    package var until: Instant?
    package var flags: EvidenceFlags
    package var standing: Standing
    package var headCount: Int
    package var workKey: Int64
    package var committedAt: Instant?
    /// For commits the sha: it settles which of several equal commits makes the time.
    package var externalID: String
    /// Whether the calendar's events without other people count as work.
    package var plansCount: Bool
    /// Whether the person said that its calendar lists nobody, and that what it shows as busy were meetings.
    package var busyIsMeeting = false
    /// Whether it only says what was asked or promised: that is no work of its own.
    package var isOnlyOpen = false
    /// Whether it began on a day off.
    package var isOnDayOff = false
    /// Whether the person has said once for the whole series that they attend.
    package var seriesConfirmed: Bool
    package var happened: Bool?
    /// Whether it took place only where nothing else left a trace.
    package var fillsGaps = false
    /// When it really took place, by the person's correction.
    package var correctedFrom: Instant?
    package var correctedUntil: Instant?
    package var dropped: Bool
    /// Whether it was more than a week ahead when the most recent of its calendars was last true.
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

    /// Whether it stays off the timeline, whatever its kind.
    package var isOff: Bool {
        dropped || happened == false || !flags.isDisjoint(with: .gone) || flags.contains(.oddDate)
            || flags.contains(.allDay)
    }

    /// Whether it is unconfirmed: no calendar has been read since to say that it took place.
    package var isForetold: Bool {
        Unconfirmed.holds(layAhead: layAhead, happened: happened, from: correctedFrom, until: correctedUntil)
    }

    /// Its span with the person's correction applied; `nil` for a point.
    package var span: Interval? {
        let start = correctedFrom ?? at
        guard let end = correctedUntil ?? until else { return nil }
        let interval = Interval(start, end)
        return interval.isEmpty ? nil : interval
    }
}

extension MyJobSettings {
    /// The longest interval on the timeline, in seconds. Captures and corrections refuse longer ones.
    package static let longestInterval: Int64 = 172_800

    /// How far from its own time a commit or a point can change the timeline, in seconds.
    package var reach: Int64 { max(sessionGap, leadIn, point) }
}

/// The properties of a piece of evidence that a rule can look at.
package struct EvidenceFacts: Sendable, Hashable {
    package var kind: EvidenceKind
    package var at: Instant
    package var title: String
    package var body: String
    package var project: String
    /// Names and addresses of the people on it.
    package var people: [String]
    package var tags: [String]
    package var paths: [String] { didSet { mainFolder = MainFolder(paths) } }
    /// The folder that holds most of the paths.
    package private(set) var mainFolder: MainFolder
    /// The name, id and locator of each source that saw it.
    package var sources: [String]
    /// The names of the calendars among its sources.
    package var calendars: [String]
    /// The ids of the repositories among its sources, without private ones.
    package var repositories: [String]
    /// The names of the files of notes among its sources, by their ids.
    package var journals: [String: String]
    /// The folders of its project, now and before it moved.
    package var folders: [String]
    /// The default arena of its source; `nil` if the person gave none.
    package var arena: Arena?

    package init(
        kind: EvidenceKind, at: Instant, title: String, body: String = "", project: String = "", people: [String] = [],
        tags: [String] = [], paths: [String] = [], sources: [String] = [], calendars: [String] = [],
        repositories: [String] = [], journals: [String: String] = [:],
        folders: [String] = [], arena: Arena? = nil
    ) {
        self.kind = kind
        self.at = at
        self.title = title
        self.body = body
        self.project = project
        self.people = people
        self.tags = tags
        self.paths = paths
        mainFolder = MainFolder(paths)
        self.sources = sources
        self.calendars = calendars
        self.repositories = repositories
        self.journals = journals
        self.folders = folders
        self.arena = arena
    }
}

extension EvidenceFacts {
    /// What a draft says, read from these sources.
    package init(_ draft: EvidenceDraft, from sources: [Source]) {
        self.init(
            kind: draft.kind, at: draft.at, title: draft.title, body: draft.body, project: draft.project ?? "",
            people: draft.people.flatMap { [$0.identity, $0.name] }.filter { !$0.isEmpty }, tags: draft.tags,
            paths: draft.paths, sources: sources.flatMap { [$0.name, $0.locator, $0.id.description] },
            calendars: sources.filter { $0.kind == .calendar }.map(\.name),
            journals: Source.journals(sources),
            arena: sources.lazy.compactMap(\.arena).first)
    }
}

/// Whether an event is only foretold, so that nobody can tell whether it took place.
///
/// Up to the moment at which it was last true, a calendar reports the past; after that it states plans. Read a calendar
/// on 17 March and its meeting of 20 April is a plan. If the calendar is never read again, nothing confirms that
/// meeting when April has passed: it might have been cancelled. It then counts neither as time nor as a contact, until
/// the person says that it took place, or when.
package enum Unconfirmed {
    /// Whether a piece at `at` is later than every source that has it can speak of.
    ///
    /// - Parameter speaking: For each source that has the piece, the moment until which it reports the past; `nil` for
    ///   a source without such a bound. Empty if the person wrote the piece.
    package static func layAhead(_ at: Instant, speaking: [Instant?]) -> Bool {
        !speaking.isEmpty && speaking.allSatisfy { until in until.map { at > $0 } ?? false }
    }

    /// Whether the piece is still only foretold, given what the person said about it.
    package static func holds(layAhead: Bool, happened: Bool?, from: Instant?, until: Instant?) -> Bool {
        layAhead && happened == nil && from == nil && until == nil
    }

    package static func holds(layAhead: Bool, _ said: Correction?) -> Bool {
        holds(layAhead: layAhead, happened: said?.tookPlace, from: said?.from, until: said?.until)
    }
}
