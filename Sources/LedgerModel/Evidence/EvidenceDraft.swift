/// A fact as its source states it, ready to be written.
package struct EvidenceDraft: Hashable, Sendable, Codable {
    package var kind: EvidenceKind
    /// The source's own id: sha, `UID/original-start`, ULID.
    package var externalID: String
    /// The start of an interval, the end of a point.
    package var at: Instant
    /// The end of an interval; `nil` for a point.
    package var until: Instant?
    /// Seconds east of UTC, as the source states them.
    package var utcOffset: Int32 = 0
    package var zone: String?
    package var flags: EvidenceFlags = []
    package var standing: Standing = .none
    package var title: String
    package var body: String = ""
    /// The name of a repository, or of a project as the person wrote it.
    package var project: String?
    package var people: [PersonMention] = []
    package var tags: [String] = []
    package var paths: [String] = []
    package var measures: [Measure] = []
    /// The number of people expected, not counting the person.
    package var headCount: Int = 0
    /// Equal for commits of the same work (rebased, cherry-picked); 0 if there is none.
    package var workKey: Int64 = 0
    package var committedAt: Instant?
    /// Tells which of two versions of an event is later.
    package var order: VersionOrder = VersionOrder()
    /// For an occurrence, the UID of its series.
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

/// A count that a source states, such as lines added.
package struct Measure: Hashable, Sendable, Codable {
    package var name: String
    package var value: Int64

    package init(_ name: String, _ value: Int64) {
        self.name = name
        self.value = value
    }
}

/// Orders the versions of an event: SEQUENCE, LAST-MODIFIED, DTSTAMP, then the content's hash. The greatest is current,
/// in whatever order the versions were read.
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

/// Another person's commit in a shared repository. It holds just enough for second imports, withdrawal and the
/// bottleneck question, and has no message and no time of day.
package struct OthersCommit: Hashable, Sendable {
    package var sha: String
    /// An address or a name; `nobody` if the author line cannot be read.
    package var author: String
    package var authorName: String
    /// Year × 4 + quarter − 1, from the author's date.
    package var quarter: Int
    package var paths: [String]

    /// The author if the author line cannot be read. It is in no list of people.
    package static let nobody = "?"

    package init(sha: String, author: String, authorName: String, quarter: Int, paths: [String]) {
        self.sha = sha
        self.author = author
        self.authorName = authorName
        self.quarter = quarter
        self.paths = paths
    }
}

/// What is remembered of a calendar between two readings: as of when it is true, how far its series were expanded, and,
/// for a calendar at an address, the version that its server named. Stored with the source, one line each.
package struct CalendarState: Sendable, Hashable {
    package var etag = ""
    package var lastModified = ""
    /// The last day to which series were expanded.
    package var horizon: CivilDay?
    /// As of when the calendar is true: when its address answered, or when its file was written or dropped.
    package var asOf: Instant?

    package init(_ text: String = "") {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        etag = lines.first ?? ""
        lastModified = lines.count > 1 ? lines[1] : ""
        horizon = lines.count > 2 ? CivilDay(iso: lines[2]) : nil
        asOf = lines.count > 3 ? Int64(lines[3]).map { Instant($0) } : nil
    }

    package var text: String {
        "\(etag)\n\(lastModified)\n\(horizon?.iso ?? "")\n\(asOf.map { "\($0.seconds)" } ?? "")"
    }
}

extension Source {
    /// As of when a calendar is true; `nil` for other sources, and for a calendar that was never read to its end.
    ///
    /// The last import, if an earlier version of the program did not store this.
    package var asOf: Instant? { kind.descriptor.isForetelling ? CalendarState(state).asOf ?? lastImport : nil }

    /// Until when a calendar's events are taken as having happened; later ones are plans. `nil` if there is no bound.
    ///
    /// This is a week after the calendar was last true, because people look on Thursday at a week that was read on
    /// Monday.
    package var speaksUntil: Instant? { asOf.map { $0 + Self.speaksAhead } }

    /// A week, in seconds.
    package static let speaksAhead: Int64 = 7 * 86_400
}
