package import LedgerModel

/// A piece of evidence as far as candidates for results are made from it.
package struct CandidatePiece: Sendable, Hashable {
    package var id: PublicID
    package var kind: EvidenceKind
    package var day: CivilDay
    package var title: String
    package var body = ""
    /// The source's own id: the sha of a commit.
    package var externalID = ""
    package var project = ""
    package var paths: [String] = []
    /// The names of the other people on it.
    package var people: [String] = []
    package var tags: [String] = []
    /// What else names it: its calendars, the rules that decided about it, and the responsibility that hand or rule gave.
    package var labels: [String] = []
    /// Equal for occurrences of one recurring meeting; empty if it is none.
    package var series = ""
    package var isMerge = false
    /// Equal for the same work on several branches; 0 if there is none.
    package var workKey: Int64 = 0
    package var arena: Arena?
    package var worth: Worth?
    package var worthBy = DecidedBy.unknown
    package var hasObjective = false
    /// Whether it is someone else's, on the person's desk.
    package var isNotMine = false
    /// Whether a tag, a calendar or a rule shows it as an incident, as the baseline counts them (`WorkSign`).
    package var isIncident = false
    package var isOutsideHours = false
    /// The first release that holds a commit.
    package var release: Release?

    package init(id: PublicID, kind: EvidenceKind, day: CivilDay, title: String) {
        self.id = id
        self.kind = kind
        self.day = day
        self.title = title
    }

    /// Whether the person or a rule of theirs said the kind of work.
    var worthIsSaid: Bool { worthBy == .hand || worthBy == .rule }

    /// How much of a text is looked at, in bytes: a note may have thousands of lines.
    static let longestText = 4_000
}
