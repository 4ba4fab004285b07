package import LedgerModel

/// What only the person can say of a week. What is not in it is not known.
package struct ReviewReplies: Sendable, Hashable {
    /// Kept or lost, by block.
    package var blocks: [PublicID: Bool] = [:]
    /// Told or not, by the key of what was asked.
    package var told: [String: Bool] = [:]
    /// Lines in the person's own words.
    package var lines: [Prompt: String] = [:]

    package init() {}

    /// What may be added, none of it needed.
    package enum Prompt: String, Sendable, CaseIterable {
        case challenged, helped, smile, result

        package var question: String {
            switch self {
            case .challenged: "Whom did you challenge?"
            case .helped: "Whom did you help?"
            case .smile: "Whom did you make smile?"
            case .result: "What made the result?"
            }
        }

        /// What it is called where there is little room.
        package var short: String {
            switch self {
            case .challenged: "challenged"
            case .helped: "helped"
            case .smile: "made smile"
            case .result: "what made the result"
            }
        }

        /// The one key that opens it.
        package var key: Character {
            switch self {
            case .challenged: "c"
            case .helped: "h"
            case .smile: "s"
            case .result: "r"
            }
        }

        /// What was done for somebody is time for relationships.
        package var arena: Arena? { self == .result ? nil : .relationships }
    }

    /// Longest line, in characters.
    package static let longestLine = 500
}
