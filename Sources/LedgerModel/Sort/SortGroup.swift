/// Undecided time that a single answer explains: a repository or a part of it, a meeting, a calendar, a tag.
///
/// Groups may have pieces in common. Each holds all that its rules would newly place.
package struct SortGroup: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case project, folder, ticket, calendar
        /// Commits with one conventional scope.
        case scope
        /// Commits that name the same issue.
        case issue
        /// Events of one category, which the person gives in the calendar.
        case category
        /// Several series of meetings with one other person each.
        case oneOnOnes
        /// A file of notes.
        case journal
        /// Meetings or notes with the same title.
        case title
        /// Titles that differ only in their numbers: `Sprint 12 planning`.
        case numbered
        /// Titles with the same beginning: `Incident review: payroll`.
        case opening
        case tag
        /// Pieces without a title to show.
        case untitled
    }

    /// A piece by which a person recognises the group.
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

    /// A part of the group that can be asked about by itself.
    package struct Part: Sendable, Hashable {
        package var name: String
        package var seconds: Int64

        package init(name: String, seconds: Int64) {
            self.name = name
            self.seconds = seconds
        }
    }

    /// The answer that most of what is decided in its project has.
    package struct Suggestion: Sendable, Hashable {
        package var answer: SortAnswer
        /// The decided seconds with this answer, and all of them.
        package var seconds: Int64
        package var decided: Int64

        package init(answer: SortAnswer, seconds: Int64, decided: Int64) {
            self.answer = answer
            self.seconds = seconds
            self.decided = decided
        }
    }

    /// A hash of the conditions, equal in every run.
    package var id: String
    package var kind: Kind
    /// The name that a person knows it by; empty for `untitled`.
    package var name: String
    /// Its repository or calendar; empty if the person wrote the pieces.
    package var within: String
    /// Together they match the undecided pieces of the group and no others. An answer writes a rule for each.
    package var conditions: [Condition]
    /// Whether parts of it are asked about first.
    package var isWaiting: Bool
    /// Whether other time of the same repository or calendar is already decided.
    package var isRest: Bool
    /// Whether the pieces are meetings, as opposed to what the person wrote.
    package var isMeeting: Bool
    package var seconds: Int64
    /// Newest first.
    package var pieces: [PublicID]
    package var rows: [Int64]
    /// At most three of the newest pieces with a title, different titles first.
    package var examples: [Example]
    /// The most frequent number of other people on a piece.
    package var headCount: Int
    /// Largest first. With fewer than two there is nothing to ask about one by one.
    package var parts: [Part]
    package var suggestion: Suggestion?

    package init(
        id: String, kind: Kind, name: String, within: String, conditions: [Condition], isWaiting: Bool, isRest: Bool,
        isMeeting: Bool, seconds: Int64, pieces: [PublicID], rows: [Int64], examples: [Example], headCount: Int,
        parts: [Part]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.within = within
        self.conditions = conditions
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

    /// A hash of the conditions.
    package static func id(of conditions: [Condition]) -> String {
        let texts = conditions.map { when in
            let fields = [
                when.source, when.project, when.path, when.folder, when.file, [when.title ?? ""], [when.body ?? ""],
                when.person,
                when.calendar, when.tag, when.kind, when.weekday.map(String.init), [when.hours?.text ?? ""],
            ]
            return fields.map { $0.joined(separator: "\u{1}") }.joined(separator: "\u{2}")
        }
        return String(contentHash(texts.joined(separator: "\u{3}").lowercased()).prefix(12))
    }
}

/// A person's answer about a group.
package enum SortAnswer: Sendable, Hashable {
    /// The key of a responsibility.
    case responsibility(String)
    case mine
    /// With the key of an item that is someone else's, or `nil`.
    case notMine(String?)
    /// It is for something other than the job.
    case arena(Arena)
    /// It stays off the timeline.
    case ignore

    /// The answer that gives a responsibility as meanings hold it.
    package init(responsibility: String) {
        guard Meaning(responsibility: responsibility).isNotMine else {
            self = responsibility == Meaning.mine ? .mine : .responsibility(responsibility)
            return
        }
        let key = responsibility.dropFirst(Meaning.notMine.count + 1)
        self = .notMine(key.isEmpty ? nil : String(key))
    }

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
