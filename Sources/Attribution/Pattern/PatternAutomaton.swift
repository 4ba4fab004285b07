import LedgerModel

/// Runs a program over texts as a lazy deterministic automaton. A place here is the set of all states that are possible
/// at once. It is computed when a text first needs it and cached within bounds, so that a letter usually costs one look
/// into a table, and at most a walk over the states of the program.
struct PatternAutomaton: Sendable {
    private let program: PatternProgram
    private let letters: PatternLetters
    private let isAnchored: Bool

    /// A position in a text: the states to continue from, and what the last letter was.
    private struct Place: Hashable {
        var states: [Int32]
        var before: Before
    }

    private enum Before: Hashable { case nothing, word, other }

    private var places: [Place] = []
    private var numbers: [Place: Int32] = [:]
    /// The next place, by place and class of letters.
    private var table: [Int32] = []
    /// The same for letters without a class. The key has the place in its upper half and the letter in its lower.
    private var rare: [UInt64: Int32] = [:]
    /// The outcome if the text ends at a place.
    private var ends: [Int32] = []
    /// The number of states in all places together.
    private var held = 0

    /// Special values in place of the number of a place.
    private static let unknown: Int32 = -1, matched: Int32 = -2, lost: Int32 = -3
    /// The size at which the cache is emptied, about 200 KB.
    private static let most = (places: 256, states: 20_000, rare: 2_000)

    /// The round in which a state or a set was last visited, which saves clearing marks.
    private var seen: [Int]
    private var asked: [Int]
    private var answers: [Bool]
    private var round = 0
    private var open: [Int32] = []
    /// The number of states visited and letters read, for a test of how the work grows.
    private(set) var steps = 0
    /// The present size of the cache, for a test of its bound.
    var kept: (places: Int, states: Int, rare: Int) { (places.count, held, rare.count) }

    init(_ program: PatternProgram) {
        self.program = program
        letters = PatternLetters(program)
        isAnchored = program.isAnchored
        seen = Array(repeating: 0, count: program.states.count)
        asked = Array(repeating: 0, count: program.sets.count)
        answers = Array(repeating: false, count: program.sets.count)
    }

    /// Whether the text matches, up to its first NUL.
    mutating func matches(_ text: String) -> Bool {
        let straight = text.utf8.withContiguousStorageIfAvailable { matches(composed: $0) }
        return (straight ?? nil) ?? matches(folded: text.caseFoldedScalars)
    }

    /// `nil` if it meets a letter that may have to be composed with the one before it.
    private mutating func matches(composed text: UnsafeBufferPointer<UInt8>) -> Bool? {
        let width = letters.examples.count
        var place = start
        var at = 0
        while at < text.count {
            let byte = text[at]
            var next: Int32
            if byte < 128 {
                if byte == 0 { break }
                at += 1
                let letter = Int(letters.ofASCII[Int(byte)])
                next = table[Int(place) * width + letter]
                if next == Self.unknown { next = wayOn(from: place, byClass: letter) }
            } else {
                let letter = Self.letter(text, &at)
                guard let letter, letter.isSurelyComposed else { return nil }
                next = wayOn(from: place, by: letter.caseFolded)
            }
            // Decided, unless a combining mark follows and changes the last letter.
            if next < 0 { return Self.isComposed(text, at) ? next == Self.matched : nil }
            place = next
        }
        return matchesAtEnd(place)
    }

    private static func isComposed(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at < text.count, text[at] >= 128 else { return true }
        var at = at
        return letter(text, &at)?.isSurelyComposed ?? false
    }

    private mutating func matches(folded text: [Unicode.Scalar]) -> Bool {
        var place = start
        for letter in text {
            if letter.value == 0 { break }
            let next = wayOn(from: place, by: letter)
            if next < 0 { return next == Self.matched }
            place = next
        }
        return matchesAtEnd(place)
    }

    /// The letter of several bytes that begins at `at`. A string never ends inside a letter.
    private static func letter(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Unicode.Scalar? {
        let first = UInt32(text[at])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard at + length <= text.count else { return nil }
        var value = first & (0x7F >> UInt32(length))
        for byte in text[at + 1..<at + length] { value = value << 6 | UInt32(byte & 0x3F) }
        at += length
        return Unicode.Scalar(value)
    }

    private func letterClass(_ letter: Unicode.Scalar) -> Int? {
        if letter.isASCII { return Int(letters.ofASCII[Int(letter.value)]) }
        guard let beyond = letters.beyond else { return nil }
        return Int(program.isAboutWords && LetterClass.isWord(letter) ? beyond.word : beyond.other)
    }

    private mutating func wayOn(from place: Int32, byClass letter: Int) -> Int32 {
        let (next, isKept) = number(of: followed(place, by: letters.examples[letter]))
        if isKept { table[Int(place) * letters.examples.count + letter] = next }
        return next
    }

    private mutating func wayOn(from place: Int32, by letter: Unicode.Scalar) -> Int32 {
        if let known = letterClass(letter) {
            let next = table[Int(place) * letters.examples.count + known]
            return next == Self.unknown ? wayOn(from: place, byClass: known) : next
        }
        let key = UInt64(place) << 32 | UInt64(letter.value)
        if let next = rare[key] { return next }
        let (next, isKept) = number(of: followed(place, by: letter))
        if rare.count >= Self.most.rare { rare.removeAll(keepingCapacity: true) }
        if isKept { rare[key] = next }
        return next
    }

    private mutating func matchesAtEnd(_ place: Int32) -> Bool {
        if ends[Int(place)] == Self.unknown {
            ends[Int(place)] = followed(place, by: nil) == .matched ? Self.matched : Self.lost
        }
        return ends[Int(place)] == Self.matched
    }

    // MARK: Places

    private enum Outcome: Equatable {
        case matched, lost
        case at(Place)
    }

    private var start: Int32 {
        mutating get { number(of: .at(Place(states: [], before: .nothing))).number }
    }

    /// The number of an outcome. If `isKept` is false, the cache was emptied and earlier numbers are void.
    private mutating func number(of outcome: Outcome) -> (number: Int32, isKept: Bool) {
        guard case .at(let place) = outcome else { return (outcome == .matched ? Self.matched : Self.lost, true) }
        if let known = numbers[place] { return (known, true) }
        let isFull = places.count >= Self.most.places || held + place.states.count > Self.most.states
        if isFull {
            places.removeAll(keepingCapacity: true)
            numbers.removeAll(keepingCapacity: true)
            table.removeAll(keepingCapacity: true)
            rare.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            held = 0
        }
        let number = Int32(places.count)
        places.append(place)
        numbers[place] = number
        table.append(contentsOf: repeatElement(Self.unknown, count: letters.examples.count))
        ends.append(Self.unknown)
        held += place.states.count
        return (number, !isFull)
    }

    /// The outcome of a letter, or of the end of the text, after a place, along all paths through the program.
    private mutating func followed(_ number: Int32, by letter: Unicode.Scalar?) -> Outcome {
        let place = places[Int(number)]
        let isWord = program.isAboutWords && letter.map(LetterClass.isWord) == true
        round += 1
        open.removeAll(keepingCapacity: true)
        open.append(contentsOf: place.states)
        // A match may begin here too.
        if !isAnchored || place.before == .nothing { open.append(program.start) }
        var next: [Int32] = []
        while let state = open.popLast() {
            guard seen[Int(state)] != round else { continue }
            seen[Int(state)] = round
            steps += 1
            switch program.states[Int(state)] {
            case .matched: return .matched
            case .either(let one, let other):
                open.append(one)
                open.append(other)
            case .check(let assertion, let then):
                if holds(assertion, place.before, isWord, isEnd: letter == nil) { open.append(then) }
            case .letter(let set, let then): if let letter, takes(set, letter) { next.append(then) }
            }
        }
        if letter == nil || next.isEmpty && isAnchored { return .lost }
        next.sort()
        return .at(Place(states: next.withoutRepeats, before: isWord ? .word : .other))
    }

    /// Whether a set has the letter. Each set is asked only once a round.
    private mutating func takes(_ set: Int, _ letter: Unicode.Scalar) -> Bool {
        if asked[set] != round {
            asked[set] = round
            answers[set] = program.sets[set].contains(letter)
        }
        return answers[set]
    }

    private func holds(_ assertion: PatternAssertion, _ before: Before, _ isWord: Bool, isEnd: Bool) -> Bool {
        switch assertion {
        case .start: before == .nothing
        case .end: isEnd
        case .wordStart: before != .word && isWord
        case .wordEnd: before == .word && !isWord
        case .wordEdge: (before == .word) != isWord
        case .noWordEdge: (before == .word) == isWord
        }
    }
}

extension [Int32] {
    /// A sorted list without duplicates.
    fileprivate var withoutRepeats: [Int32] {
        var result: [Int32] = []
        for value in self where result.last != value { result.append(value) }
        return result
    }
}
