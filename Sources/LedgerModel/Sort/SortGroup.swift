/// Undecided time that one answer explains: a repository, a meeting, a calendar, a kind of ticket, a tag.
package struct SortGroup: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case project, folder, ticket, calendar
        /// Meetings or notes of one title.
        case title
        /// Titles that differ in their numbers only: `Sprint 12 planning`.
        case numbered
        /// Titles that begin alike: `Incident review: payroll`.
        case opening
        case tag
        /// What has no title to show.
        case untitled
    }

    /// A piece to tell the group by.
    package struct Example: Sendable, Hashable {
        package var id: PublicID
        package var at: Instant
        package var title: String

        package init(id: PublicID, at: Instant, title: String) {
            self.id = id
            self.at = at
            self.title = title
        }
    }

    /// What the group is made of.
    package struct Part: Sendable, Hashable {
        package var name: String
        package var seconds: Int64

        package init(name: String, seconds: Int64) {
            self.name = name
            self.seconds = seconds
        }
    }

    /// The same for the same condition, in every run.
    package var id: String
    package var kind: Kind
    /// What it is called by; empty for `untitled`.
    package var name: String
    /// The repository or the calendar it lies in; empty for what was written by hand.
    package var within: String
    /// Matches exactly the undecided pieces of the group, unless it waits.
    package var when: Condition
    /// Its titles also stand in other groups that are still undecided, so that its rule would reach into
    /// them: it is asked about when they are decided.
    package var isWaiting: Bool
    /// Other time of the same repository or calendar is decided already.
    package var isRest: Bool
    /// Meetings, not what was written by hand.
    package var isMeeting: Bool
    package var seconds: Int64
    /// Newest first.
    package var pieces: [PublicID]
    package var rows: [Int64]
    /// The newest with a title; at most three, different titles first.
    package var examples: [Example]
    /// The other people on most pieces.
    package var headCount: Int
    /// Largest first; fewer than two cannot be asked one by one.
    package var parts: [Part]

    package init(
        id: String, kind: Kind, name: String, within: String, when: Condition, isWaiting: Bool, isRest: Bool,
        isMeeting: Bool, seconds: Int64, pieces: [PublicID], rows: [Int64], examples: [Example], headCount: Int,
        parts: [Part]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.within = within
        self.when = when
        self.isWaiting = isWaiting
        self.isRest = isRest
        self.isMeeting = isMeeting
        self.seconds = seconds
        self.pieces = pieces
        self.rows = rows
        self.examples = examples
        self.headCount = headCount
        self.parts = parts
    }

    package var canSplit: Bool { parts.count > 1 }

    /// A hash of the condition.
    package static func id(of when: Condition) -> String {
        let fields = [
            when.source, when.project, when.path, [when.title ?? ""], [when.body ?? ""], when.person, when.calendar,
            when.tag, when.kind, when.weekday.map(String.init), [when.hours?.text ?? ""],
        ]
        let text = fields.map { $0.joined(separator: "\u{1}") }.joined(separator: "\u{2}")
        return String(contentHash(text.lowercased()).prefix(12))
    }
}

/// What a person says of a group.
package enum SortAnswer: Sendable, Hashable {
    /// The key of a responsibility.
    case responsibility(String)
    case mine
    /// With the key of an item of the desk, or without.
    case notMine(String?)
    /// For something other than the job.
    case arena(Arena)
    /// Off the timeline.
    case ignore

    package var outcome: Rule.Outcome {
        switch self {
        case .responsibility(let key): .init(arena: .job, responsibility: key)
        case .mine: .init(arena: .job, responsibility: Meaning.mine)
        case .notMine(let key):
            .init(arena: .job, responsibility: key.map { "\(Meaning.notMine):\($0)" } ?? Meaning.notMine)
        case .arena(let arena): .init(arena: arena)
        case .ignore: .init(drop: true)
        }
    }
}
