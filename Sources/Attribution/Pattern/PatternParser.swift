import LedgerModel

/// Reads POSIX extended expressions (IEEE Std 1003.1, 9.4) with the additions of the GNU C library and `\d`, but
/// without back references. Where POSIX leaves a choice, it does as the GNU C library does.
struct PatternParser {
    let letters: [Unicode.Scalar]
    var at = 0
    private var depth = 0

    /// The largest number in braces, as in the GNU C library.
    private static let mostRepeats = 32_767
    /// How deep groups may be nested and how many pairs of braces may follow one item, so that recursion is bounded.
    private static let deepest = (groups: 100, braces: 8)

    init(_ expression: String) throws(PatternError) {
        // A character has at most four bytes.
        guard expression.utf8.count <= 4 * PatternProgram.largest else { throw .tooLarge }
        letters = expression.composedScalars
        guard letters.count <= PatternProgram.largest else { throw .tooLarge }
    }

    mutating func parse() throws(PatternError) -> PatternTree {
        if let place = letters.firstIndex(of: "\u{0}") {
            throw .invalid("an expression cannot contain NUL", at: place + 1)
        }
        return try choice()
    }

    var next: Unicode.Scalar? { at < letters.count ? letters[at] : nil }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard next == letter else { return false }
        at += 1
        return true
    }

    private mutating func choice() throws(PatternError) -> PatternTree {
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(PatternError) -> PatternTree {
        var parts: [PatternTree] = []
        while let letter = next, letter != "|" {
            // Outside a group, `)` is a letter.
            if letter == ")", depth > 0 { break }
            let part = try atom()
            if case .assertion = part { parts.append(part) } else { parts.append(try repetitions(of: part)) }
        }
        return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(PatternError) -> PatternTree {
        let start = at
        guard let letter = next else { return .empty }
        at += 1
        switch letter {
        case "(": return try group(from: start)
        case "[": return .letter(try bracket(from: start))
        case ".": return .letter(.any)
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case "\\": return try escape(from: start)
        case "*", "+", "?", "{": throw .invalid("“\(letter)” has nothing to repeat", at: start + 1)
        default: return .letter(LetterSet(letter))
        }
    }

    private mutating func group(from start: Int) throws(PatternError) -> PatternTree {
        depth += 1
        guard depth <= Self.deepest.groups else { throw .invalid("groups are nested too deep", at: start + 1) }
        let inside = try choice()
        guard take(")") else { throw .invalid("“(” is not closed", at: start + 1) }
        depth -= 1
        // A group stays a node of its own, because an anchor inside it can be repeated.
        return .sequence([inside])
    }

    private mutating func escape(from start: Int) throws(PatternError) -> PatternTree {
        guard let letter = next else { throw .invalid("nothing follows “\\”", at: start + 1) }
        at += 1
        switch letter {
        case "1"..."9": throw .backReference(at: start + 1)
        case "d": return .letter(LetterSet(.digit))
        case "w": return .letter(LetterSet(.word))
        case "W": return .letter(LetterSet(.word).negated)
        case "s": return .letter(LetterSet(.space))
        case "S": return .letter(LetterSet(.space).negated)
        case "`": return .assertion(.start)
        case "'": return .assertion(.end)
        case "<": return .assertion(.wordStart)
        case ">": return .assertion(.wordEnd)
        case "b": return .assertion(.wordEdge)
        case "B": return .assertion(.noWordEdge)
        case "A"..."Z", "a"..."z": throw .invalid("“\\\(letter)” has no meaning", at: start + 1)
        default: return .letter(LetterSet(letter))
        }
    }

    private mutating func repetitions(of part: PatternTree) throws(PatternError) -> PatternTree {
        var tree = part
        // A run of `*`, `+` and `?` says no more than one of them: `a+?` is `a*`.
        var run: (least: Int, most: Int?)?
        var pairs = 0
        while let letter = next {
            let place = at
            switch letter {
            case "*": join(&run, 0, nil)
            case "+": join(&run, 1, nil)
            case "?": join(&run, 0, 1)
            case "{":
                pairs += 1
                guard pairs <= Self.deepest.braces else {
                    throw .invalid("too many braces after one item", at: place + 1)
                }
                tree = closed(run, tree)
                run = nil
                at += 1
                let (least, most) = try braces(from: place)
                tree = .repeated(tree, least: least, most: most)
            default: return closed(run, tree)
            }
        }
        return closed(run, tree)
    }

    private mutating func join(_ run: inout (least: Int, most: Int?)?, _ least: Int, _ most: Int?) {
        at += 1
        guard let old = run else { return run = (least, most) }
        run = (old.least * least, old.most == nil || most == nil ? nil : 1)
    }

    private func closed(_ run: (least: Int, most: Int?)?, _ tree: PatternTree) -> PatternTree {
        run.map { .repeated(tree, least: $0.least, most: $0.most) } ?? tree
    }

    /// `{2}`, `{2,}`, `{,3}`, `{2,3}`, with `{,}` for any number.
    private mutating func braces(from start: Int) throws(PatternError) -> (least: Int, most: Int?) {
        let first = number()
        guard take(",") else {
            guard take("}") else { throw unclosed(start) }
            guard let first else { throw .invalid("“{}” lacks a number", at: start + 1) }
            guard first <= Self.mostRepeats else { throw .tooLarge }
            return (first, first)
        }
        let last = number()
        guard take("}") else { throw unclosed(start) }
        let least = first ?? 0
        guard max(least, last ?? 0) <= Self.mostRepeats else { throw .tooLarge }
        if let last, least > last { throw .invalid("in braces, the smaller number comes first", at: start + 1) }
        return (least, last)
    }

    private func unclosed(_ start: Int) -> PatternError {
        next == nil
            ? .invalid("“{” is not closed", at: start + 1)
            : .invalid("only numbers belong in braces; write \\{ for a brace", at: at + 1)
    }

    /// `nil` if there is no digit. Stops counting beyond the largest number allowed.
    private mutating func number() -> Int? {
        var result: Int?
        while let letter = next, ("0"..."9").contains(letter) {
            result = min((result ?? 0) * 10 + Int(letter.value - 0x30), Self.mostRepeats + 1)
            at += 1
        }
        return result
    }
}
