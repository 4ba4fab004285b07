/// What the person said of a candidate for a result. It is known by its pieces, so that it holds whatever the next import
/// makes of them.
package struct SaidOfCandidate: Sendable, Hashable {
    package enum Answer: String, Sendable, Hashable, CaseIterable {
        /// It is no result.
        case struck
        /// Not now: up to `until`.
        case later
        /// The pieces belong to one thing.
        case one
        /// The pieces in `leaving` are of something else than the others.
        case apart
    }

    /// The id of the action, by which they are in order of time.
    package var id: String
    package var answer: Answer
    package var pieces: [PublicID]
    /// None of `pieces`.
    package var leaving: [PublicID]
    /// The first day on which it is over; `nil` if it is for good.
    package var until: CivilDay?

    package init(
        id: String, _ answer: Answer, _ pieces: [PublicID], leaving: [PublicID] = [], until: CivilDay? = nil
    ) {
        self.id = id
        self.answer = answer
        self.pieces = pieces
        self.leaving = leaving
        self.until = until
    }

    /// Whether its pieces are not offered on a day.
    package func settles(on day: CivilDay) -> Bool {
        switch answer {
        case .struck: true
        case .later: until.map { day < $0 } ?? true
        case .one, .apart: false
        }
    }
}
