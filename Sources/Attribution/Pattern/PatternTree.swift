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
