/// Why an expression cannot be used.
package enum PatternError: Error, Hashable {
    /// Matching it takes more than `PatternProgram.largest` states.
    case tooLarge
    /// `\1` and its like; the position of the backslash.
    case backReference(at: Int)
    /// What is wrong, as a sentence without its end, and where.
    case invalid(String, at: Int)

    /// To follow a colon; positions count characters from 1.
    package var reason: String {
        switch self {
        case .tooLarge:
            "it is too large; shorten it, or write smaller numbers in its braces"
        case .backReference(let position):
            "back references, as at character \(position), cannot be used"
        case .invalid(let what, let position):
            "\(what), at character \(position)"
        }
    }
}
