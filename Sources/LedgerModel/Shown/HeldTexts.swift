/// Everything that forgetting a person would touch.
package struct HeldTexts: Sendable, Hashable {
    /// Pieces in which they take part, and pieces of which only a text names them.
    package var pieces: [Piece] = []
    /// Results, what was told and heard, My job and other texts that name them.
    package var texts: [Text] = []
    /// Single words of their names that stand elsewhere, where they may be somebody else's.
    package var words: [StayingWord] = []
    /// Stored series whose guests or words name them.
    package var series = 0
    /// Files whose path names them.
    package var paths = 0
    /// Actions that `undo` could take back, with the name in them.
    package var actions = 0

    package init() {}

    package struct Piece: Sendable, Hashable {
        package var hit: SearchHit
        /// Whether only its words name them.
        package var isOnlyText: Bool
        /// Whether it also names somebody else, so that handing it over tells of them too.
        package var namesOthers: Bool

        package init(hit: SearchHit, isOnlyText: Bool, namesOthers: Bool) {
            self.hit = hit
            self.isOnlyText = isOnlyText
            self.namesOthers = namesOthers
        }
    }

    package struct Text: Sendable, Hashable {
        package var place: Place
        package var text: String
        package var namesOthers: Bool

        package init(_ place: Place, _ text: String, namesOthers: Bool) {
            self.place = place
            self.text = text
            self.namesOthers = namesOthers
        }
    }

    package enum Place: String, Sendable, Hashable, CaseIterable {
        case result, told, job, timer, source, project

        /// What a table calls it.
        package var label: String {
            switch self {
            case .result: "result"
            case .told: "told or heard"
            case .job: "My job"
            case .timer: "running timer"
            case .source: "source"
            case .project: "project"
            }
        }
    }

    /// The pieces of which only a text names them.
    package var onlyTexts: [Piece] { pieces.filter(\.isOnlyText) }

    /// The pieces that also name somebody else.
    package var alsoOthers: Set<PublicID> { Set(pieces.filter(\.namesOthers).map(\.hit.id)) }
}
