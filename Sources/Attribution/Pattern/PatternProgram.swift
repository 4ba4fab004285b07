/// An expression as a nondeterministic automaton: states, and the letters that lead from one to another (Thompson,
/// 1968).
struct PatternProgram: Sendable {
    /// The largest number of states that an expression may need.
    static let largest = 10_000

    enum State: Sendable {
        case matched
        /// Matches one letter of the set, then goes to `next`.
        case letter(set: Int, next: Int32)
        case check(PatternAssertion, next: Int32)
        case either(Int32, Int32)
    }

    private(set) var states: [State] = [.matched]
    /// The sets of letters, without duplicates.
    private(set) var sets: [LetterSet] = []
    private(set) var start: Int32 = 0
    private(set) var isAboutWords = false
    private var places: [LetterSet: Int] = [:]

    init(_ expression: String) throws(PatternError) {
        var parser = try PatternParser(expression)
        let tree = try parser.parse()
        guard tree.size < Self.largest else { throw .tooLarge }
        start = make(tree, then: 0)
        places = [:]
    }

    /// Makes the states of a tree from last to first and returns the first.
    private mutating func make(_ tree: PatternTree, then next: Int32) -> Int32 {
        switch tree {
        case .empty: return next
        case .letter(let set): return add(.letter(set: place(of: set), next: next))
        case .assertion(let assertion):
            if assertion.isAboutWords { isAboutWords = true }
            return add(.check(assertion, next: next))
        case .sequence(let parts): return parts.reversed().reduce(next) { make($1, then: $0) }
        case .choice(let parts):
            let starts = parts.map { make($0, then: next) }
            return starts.dropLast().reversed().reduce(starts.last ?? next) { add(.either($1, $0)) }
        case .repeated(let part, let least, nil):
            let loop = add(.either(next, next))
            let body = make(part, then: loop)
            states[Int(loop)] = .either(body, next)
            let first = least == 0 ? loop : body
            return (1..<max(1, least)).reduce(first) { after, _ in make(part, then: after) }
        case .repeated(let part, let least, let most?):
            let optional = (least..<most).reduce(next) { after, _ in add(.either(make(part, then: after), next)) }
            return (0..<least).reduce(optional) { after, _ in make(part, then: after) }
        }
    }

    /// Whether it can only match at the beginning of a text, because `^` precedes every path.
    var isAnchored: Bool {
        var open = [start]
        var seen: Set<Int32> = []
        while let state = open.popLast() {
            guard seen.insert(state).inserted else { continue }
            switch states[Int(state)] {
            case .matched, .letter: return false
            case .check(let assertion, let next): if assertion != .start { open.append(next) }
            case .either(let one, let other): open += [one, other]
            }
        }
        return true
    }

    private mutating func add(_ state: State) -> Int32 {
        states.append(state)
        return Int32(states.count - 1)
    }

    private mutating func place(of set: LetterSet) -> Int {
        if let known = places[set] { return known }
        sets.append(set)
        places[set] = sets.count - 1
        return sets.count - 1
    }
}
