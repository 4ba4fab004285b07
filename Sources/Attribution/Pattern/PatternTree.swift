/// An expression as it was read.
indirect enum PatternTree {
    case empty
    case letter(LetterSet)
    case assertion(PatternAssertion)
    case sequence([PatternTree])
    case choice([PatternTree])
    /// `most` is nil where there is no end.
    case repeated(PatternTree, least: Int, most: Int?)

    /// How many states it takes, counted before any is made; nothing beyond `PatternProgram.largest` + 1.
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

/// A place between two letters.
enum PatternAssertion: Hashable, Sendable {
    /// `^`, `$`, and `` \` ``, `\'` as well, since lines inside a text do not count.
    case start, end
    /// `\<`, `\>`, `\b`, `\B`
    case wordStart, wordEnd, wordEdge, noWordEdge

    var isAboutWords: Bool { self != .start && self != .end }
}

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

/// Letters that mean the same to a program are one class: a state has one way on for each class.
struct PatternLetters: Sendable {
    /// The class of each ASCII letter.
    let ofASCII: [UInt8]
    /// The class of every letter beyond ASCII that is part of a word, and of any other; nil where the program
    /// tells them apart further.
    let beyond: (word: UInt8, other: UInt8)?
    /// A letter of each class.
    let examples: [Unicode.Scalar]

    init(_ program: PatternProgram) {
        // Two that stand for all beyond ASCII come last.
        var letters = (0..<128).map { Unicode.Scalar($0 as UInt8) } + ["é", "–"]
        if !program.sets.allSatisfy(\.isAlikeBeyondASCII) { letters.removeLast(2) }
        var places = [UInt8](repeating: 0, count: letters.count)
        var count = 1
        // Each question splits every class into those who say no, who keep its number, and those who say yes.
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
