package import LedgerModel

/// One week in four questions: what its evidence says, what only the person knows, and one thing to do next.
package struct ReviewAnswer: PeriodAnswer {
    package var week: Period
    package var mine: GuardAnswer
    package var growth: Growth
    /// People the person was in direct contact with during the week, most often met first.
    package var met: [Met]
    /// People of *My job* who drift and were not met in the week, longest silence first.
    package var drifting: [BackstageAnswer.Tie]
    package var sides: [Side]
    /// Work beyond what is expected.
    package var behind: [Behind]
    package var beyond: EvidenceRef
    /// Labels of the objectives that it served.
    package var served: [String]
    /// Results of the week, newest first.
    package var claims: [Claim]
    /// The blocks whose minutes are not known; `nil` if there are none.
    package var blocks: BlockWeek?
    /// Results that could have been told at a meeting that has passed, at most three.
    package var asked: [Asked]
    /// The one result of which it asks what became of it.
    package var became: BecameQuestion?
    /// The one candidate for a result that it asks about.
    package var candidate: Candidate?
    package var proposal: ReviewProposal?
    package var task: CareerTask?
    /// Whether at least a part of the following week is in the future.
    package var looksAhead: Bool
    package var state: ReviewState
    /// The answers given when the week was reviewed.
    package var said: [Said]

    package struct Growth: Sendable, Hashable {
        package var spent: Spent
        package var ref: EvidenceRef
    }

    package struct Met: Sendable, Hashable {
        package var person: PublicID
        package var name: String
        /// The contacts of the week.
        package var evidence: [PublicID]
        package var ref: EvidenceRef { EvidenceRef(pieces: evidence) }
    }

    package struct Side: Sendable, Hashable {
        package var name: String
        package var spent: Spent
        package var ref: EvidenceRef
    }

    package struct Behind: Sendable, Hashable {
        package var worth: Worth
        package var ref: EvidenceRef
    }

    /// A result, someone who decides, and the meeting at which it could have been told.
    package struct Asked: Sendable, Hashable {
        package var claim: Claim
        package var person: String
        package var occasion: ValueAnswer.Occasion

        /// Its name in a form.
        package var key: String { "\(claim.id)-\(contentHash(person.lowercased()).prefix(8))" }
    }

    /// A meeting or a plan of the coming week from the career angle.
    package struct CareerTask: Sendable {
        package var title: String
        package var at: Instant
        package var evidence: PublicID
        package var picture: TaskPicture

        package init(title: String, at: Instant, evidence: PublicID, picture: TaskPicture) {
            self.title = title
            self.at = at
            self.evidence = evidence
            self.picture = picture
        }
    }

    /// A line of the review as it was saved.
    package struct Said: Sendable, Hashable {
        package var text: String
        package var evidence: PublicID

        package init(text: String, evidence: PublicID) {
            self.text = text
            self.evidence = evidence
        }
    }

    /// Whether the week still has to be reviewed.
    package var isAsking: Bool { !state.isDone }
}

/// The input of a review, besides the day cells of its week.
package struct ReviewInput: Sendable {
    package var week: Period
    package var state: ReviewState
    package var mine: GuardAnswer
    package var ties: [BackstageAnswer.Tie]
    /// Direct contacts; those outside the week are ignored.
    package var acquaintances: [Acquaintance]
    /// The thirteen weeks that end with this one.
    package var value: ValueAnswer
    /// Meetings since the last review that have passed, soonest first.
    package var held: [ValueAnswer.Occasion]
    /// What is coming; `nil` if the following week has passed.
    package var coming: Coming?
    package var said: [ReviewAnswer.Said]
    /// `nil` if no result is due.
    package var became: BecameQuestion?
    /// The best of the quarter; `nil` if there is none.
    package var candidate: Candidate?

    /// The days after the reviewed week, from now on.
    package struct Coming: Sendable {
        package var interval: Interval
        /// The times that are taken in the calendar.
        package var busy: [Interval]
        /// Whether it already has time for oneself.
        package var hasBlock: Bool
        package var task: ReviewAnswer.CareerTask?

        package init(interval: Interval, busy: [Interval], hasBlock: Bool, task: ReviewAnswer.CareerTask?) {
            self.interval = interval
            self.busy = busy
            self.hasBlock = hasBlock
            self.task = task
        }
    }

    package init(
        week: Period, state: ReviewState, mine: GuardAnswer, ties: [BackstageAnswer.Tie],
        acquaintances: [Acquaintance], value: ValueAnswer, held: [ValueAnswer.Occasion], coming: Coming?,
        said: [ReviewAnswer.Said], became: BecameQuestion? = nil, candidate: Candidate? = nil
    ) {
        self.week = week
        self.state = state
        self.mine = mine
        self.ties = ties
        self.acquaintances = acquaintances
        self.value = value
        self.held = held
        self.coming = coming
        self.said = said
        self.became = became
        self.candidate = candidate
    }
}

/// Which week a review is about, and the tags of its notes.
package enum ReviewWeek {
    /// On every note that a review writes.
    package static let tag = "review"

    /// From Friday on, the current week; before that, the week before.
    package static func due(on today: CivilDay) -> Period {
        around(today.weekday >= .friday ? today : today - 7)
    }

    /// Monday to Sunday around `day`.
    package static func around(_ day: CivilDay) -> Period { Period(since: day.monday, until: day.monday + 7) }

    /// On the note that says that the week is reviewed: a week is reviewed if a note has both, whatever its time.
    package static func doneTags(_ week: Period) -> [String] { [tag, NoteTag.reviewed + week.since.iso] }

    /// On the lines that were written in the review of the week.
    package static func lineTag(_ week: Period) -> String { "week-\(week.since.iso)" }

    /// `the week of 9 to 15 March 2026`
    package static func name(_ week: Period) -> String { "the week of \(week.text)" }
}

/// Whether the weekly review is due.
package struct ReviewState: Sendable, Hashable {
    /// The week to review now: from Friday on this one, before that the last.
    package var week: Period
    /// When it was finished; `nil` if it was not.
    package var doneAt: Instant?
    /// The note that says so.
    package var note: PublicID?
    /// Whether it was not finished and the week has something to look at.
    package var isDue: Bool

    package var isDone: Bool { doneAt != nil }

    package init(week: Period, doneAt: Instant? = nil, note: PublicID? = nil, isDue: Bool = false) {
        self.week = week
        self.doneAt = doneAt
        self.note = note
        self.isDue = isDue
    }
}
