import LedgerModel

/// The letters that one place of an expression matches, in any case. It is only asked about folded letters.
struct LetterSet: Hashable, Sendable {
    /// A bit for each ASCII character.
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// The ranges beyond ASCII.
    private var ranges: [ClosedRange<UInt32>] = []
    private var classes: [LetterClass] = []
    private var isNegated = false

    init() {}

    /// `.`
    static let any = LetterSet().negated

    init(_ letter: Unicode.Scalar) { insert(letter) }

    init(_ letters: LetterClass) { insert(letters) }

    var negated: LetterSet {
        var result = self
        result.low = ~low
        result.high = ~high
        result.isNegated.toggle()
        return result
    }

    func contains(_ letter: Unicode.Scalar) -> Bool {
        let value = letter.value
        if value < 64 { return low >> UInt64(value) & 1 == 1 }
        if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
        if ranges.isEmpty, classes.isEmpty { return isNegated }
        return isNegated != (isInRange(letter) || classes.contains { $0.contains(letter) })
    }

    /// Whether it matches either all letters beyond ASCII or none.
    var isAlikeBeyondASCII: Bool { ranges.isEmpty && classes.isEmpty }

    private func isInRange(_ letter: Unicode.Scalar) -> Bool {
        guard !ranges.isEmpty else { return false }
        // A range may be written in capitals.
        let capital = letter.capital.value
        return ranges.contains { $0.contains(letter.value) || $0.contains(capital) }
    }

    mutating func insert(_ letter: Unicode.Scalar) {
        let letter = letter.caseFolded
        guard !letter.isASCII else { return insert(ascii: letter.value) }
        ranges.append(letter.value...letter.value)
    }

    mutating func insert(_ letters: LetterClass) {
        for value in UInt32(0)..<128 where Unicode.Scalar(value).map(letters.contains) == true { insert(ascii: value) }
        if letters.reachesBeyondASCII, !classes.contains(letters) { classes.append(letters) }
    }

    /// Returns false if the range is empty, which is a mistake.
    ///
    /// Within ASCII both ends are taken as capitals, as in the C library when it ignores case: `[A-z]` is `[A-Z]`, and
    /// `[!-_]` has all letters. Beyond ASCII a range holds its letters as written and in lower case.
    mutating func insert(from first: Unicode.Scalar, to last: Unicode.Scalar) -> Bool {
        if first.isASCII, last.isASCII {
            let (first, last) = (Self.capital(first.value), Self.capital(last.value))
            guard first <= last else { return false }
            for value in first...last { insert(ascii: value) }
            return true
        }
        var isEmpty = true
        for (first, last) in [(first, last), (first.caseFolded, last.caseFolded)] where first <= last {
            isEmpty = false
            let range = first.value...last.value
            if !ranges.contains(range) { ranges.append(range) }
            for value in UInt32(0)..<128 where range.contains(value) { insert(ascii: value) }
        }
        return !isEmpty
    }

    /// Inserts both cases of a character.
    private mutating func insert(ascii value: UInt32) {
        let capital = Self.capital(value)
        set(value)
        set(capital)
        if (0x41...0x5A).contains(capital) { set(capital + 32) }
    }

    private mutating func set(_ value: UInt32) {
        if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
    }

    private static func capital(_ value: UInt32) -> UInt32 { (0x61...0x7A).contains(value) ? value - 32 : value }
}

/// `[:alpha:]` and the other classes. Case is ignored, so `upper` and `lower` match any letter.
enum LetterClass: String, Hashable, Sendable {
    case alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit
    /// `\w`: letters, their marks, digits and `_`.
    case word = "\\w"

    /// Reads the name between `[:` and `:]`; `nil` if there is no such class.
    init?(named name: String) {
        guard let known = LetterClass(rawValue: name), known != .word else { return nil }
        self = known
    }

    /// Whether it can match beyond ASCII. Digits are ASCII only.
    var reachesBeyondASCII: Bool { self != .digit && self != .xdigit }

    func contains(_ letter: Unicode.Scalar) -> Bool {
        let value = letter.value
        switch self {
        case .alpha, .lower, .upper: return Self.isLetter(letter)
        case .alnum: return Self.isLetter(letter) || Self.isDigit(value)
        case .digit: return Self.isDigit(value)
        case .xdigit: return Self.isDigit(value) || (0x41...0x46).contains(value) || (0x61...0x66).contains(value)
        case .blank: return value == 9 || letter.properties.generalCategory == .spaceSeparator
        case .space: return letter.properties.isWhitespace
        case .cntrl: return letter.properties.generalCategory == .control
        case .print: return Self.isVisible(letter) || letter.properties.generalCategory == .spaceSeparator
        case .graph: return Self.isVisible(letter)
        case .punct: return Self.isVisible(letter) && !Self.isLetter(letter) && !Self.isDigit(value)
        case .word: return Self.isWord(letter)
        }
    }

    static func isWord(_ letter: Unicode.Scalar) -> Bool {
        if letter == "_" || isDigit(letter.value) || isLetter(letter) { return true }
        guard !letter.isASCII else { return false }
        switch letter.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

    /// Digits of other scripts count as letters, as in the C library.
    private static func isLetter(_ letter: Unicode.Scalar) -> Bool {
        let value = letter.value
        if value < 128 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
        return letter.properties.isAlphabetic || letter.properties.generalCategory == .decimalNumber
    }

    private static func isVisible(_ letter: Unicode.Scalar) -> Bool {
        switch letter.properties.generalCategory {
        case .control, .surrogate, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
