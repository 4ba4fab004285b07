/// A parsed expression.
indirect enum PatternTree {
    case empty
    case letter(LetterSet)
    case assertion(PatternAssertion)
    case sequence([PatternTree])
    case choice([PatternTree])
    /// `most` is `nil` if there is no upper bound.
    case repeated(PatternTree, least: Int, most: Int?)

    /// The number of states it needs, at most `PatternProgram.largest` + 1. Counted first, so that a hostile expression
    /// never makes more.
    var size: Int {
        let exact =
            switch self {
            case .empty, .letter, .assertion: 1
            case .sequence(let parts): parts.reduce(0) { Self.bounded($0 + $1.size) }
            case .choice(let parts): parts.reduce(-1) { Self.bounded($0 + 1 + $1.size) }
            case .repeated(let part, let least, nil): max(1, least) * part.size + 1
            case .repeated(let part, let least, let most?): least * part.size + (most - least) * (part.size + 1)
            }
        return Self.bounded(exact)
    }

    private static func bounded(_ size: Int) -> Int { min(size, PatternProgram.largest + 1) }
}

/// A condition on the place between two letters.
enum PatternAssertion: Hashable, Sendable {
    /// `^` and `$`. `` \` `` and `\'` mean the same, since lines inside a text do not count.
    case start, end
    /// `\<`, `\>`, `\b`, `\B`
    case wordStart, wordEnd, wordEdge, noWordEdge

    var isAboutWords: Bool { self != .start && self != .end }
}

/// Why an expression cannot be used.
package enum PatternError: Error, Hashable {
    /// Matching it takes more than `PatternProgram.largest` states.
    case tooLarge
    /// `\1` and the like, with the position of the backslash.
    case backReference(at: Int)
    /// What is wrong, as a sentence without a full stop, and where.
    case invalid(String, at: Int)

    /// Why it cannot be used, worded to follow a colon. Positions count characters from 1.
    package var reason: String {
        switch self {
        case .tooLarge:
            "it is too large; shorten it, or write smaller numbers in its braces"
        case .backReference(let position):
            "back references are not supported, at character \(position)"
        case .invalid(let what, let position):
            "\(what), at character \(position)"
        }
    }
}

/// Groups the letters that a program does not tell apart into classes, so that a place needs only one entry for each
/// class.
struct PatternLetters: Sendable {
    /// The class of each ASCII letter.
    let ofASCII: [UInt8]
    /// The class of letters beyond ASCII that are part of a word, and of the others; `nil` if the program tells them
    /// apart further.
    let beyond: (word: UInt8, other: UInt8)?
    /// A letter of each class.
    let examples: [Unicode.Scalar]

    init(_ program: PatternProgram) {
        // The last two represent all letters beyond ASCII.
        var letters = (0..<128).map { Unicode.Scalar($0 as UInt8) } + ["é", "–"]
        if !program.sets.allSatisfy(\.isAlikeBeyondASCII) { letters.removeLast(2) }
        var places = [UInt8](repeating: 0, count: letters.count)
        var count = 1
        // Splits every class in two: letters with the answer no keep its number, the others get a new one.
        func split(by isYes: (Unicode.Scalar) -> Bool) {
            var no = [Bool](repeating: false, count: count)
            var yes = no
            let answers = letters.map(isYes)
            for (place, answer) in zip(places, answers) {
                if answer { yes[Int(place)] = true } else { no[Int(place)] = true }
            }
            var moved = [UInt8?](repeating: nil, count: count)
            for place in 0..<count where no[place] && yes[place] {
                moved[place] = UInt8(count)
                count += 1
            }
            for index in places.indices where answers[index] {
                places[index] = moved[Int(places[index])] ?? places[index]
            }
        }
        for set in program.sets { split(by: set.contains) }
        if program.isAboutWords { split(by: LetterClass.isWord) }
        ofASCII = Array(places.prefix(128))
        beyond = places.count > 128 ? (places[128], places[129]) : nil
        examples = (0..<count).map { number in letters[places.firstIndex { $0 == number } ?? 0] }
    }
}
