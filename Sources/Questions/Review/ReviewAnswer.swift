package import LedgerModel

/// One week by four questions: what its evidence says, what only the person knows, one thing to do next.
package struct ReviewAnswer: PeriodAnswer {
    package var week: Period
    package var mine: GuardAnswer
    package var growth: Growth
    /// People of direct contact in the week, most often met first.
    package var met: [Met]
    /// People of *My job* who drift, longest silence first.
    package var drifting: [BackstageAnswer.Tie]
    package var sides: [Side]
    /// Work beyond what is expected.
    package var behind: [Behind]
    package var beyond: EvidenceRef
    /// Labels of the objectives that it served.
    package var served: [String]
    /// Claims of the week, newest first.
    package var claims: [Claim]
    /// Blocks whose minutes left no trace, at most three.
    package var blocks: [GuardAnswer.Block]
    /// Results whose occasion to be told has passed, at most three.
    package var asked: [Asked]
    package var proposal: ReviewProposal?
    package var task: CareerTask?
    /// Whether the week after it still lies ahead, in part at least.
    package var looksAhead: Bool
    package var state: ReviewState
    /// What was said when the week was reviewed.
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

    /// A result, somebody who decides, and the meeting at which it could have been told.
    package struct Asked: Sendable, Hashable {
        package var claim: Claim
        package var person: String
        package var occasion: ValueAnswer.Occasion

        /// Names it in a form.
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

    /// A line of the review as it was kept.
    package struct Said: Sendable, Hashable {
        package var text: String
        package var evidence: PublicID

        package init(text: String, evidence: PublicID) {
            self.text = text
            self.evidence = evidence
        }
    }

    /// Whether there is anything that only the person can say.
    package var isAsking: Bool { !state.isDone }
}
