/// Reads what follows an opening bracket: `[abc]`, `[^a-z]`, `[[:alpha:]_-]`.
extension PatternParser {
    private enum Element {
        case letter(Unicode.Scalar)
        case letters(LetterClass)
        /// `[=a=]`, which can neither begin nor end a range.
        case alike(Unicode.Scalar)
    }

    mutating func bracket(from start: Int) throws(PatternError) -> LetterSet {
        let isNegated = take("^")
        var set = LetterSet()
        // A closing bracket in the first place is a letter.
        var isFirst = true
        while true {
            guard let letter = next else { throw unclosedBracket(start) }
            if letter == "]", !isFirst { break }
            if letter == "-", !isFirst, letters.dropFirst(at + 1).first != "]" {
                throw .invalid("the range has no beginning; write “-” last in the brackets", at: at + 1)
            }
            isFirst = false
            let place = at
            switch try element(from: start) {
            case .letters(let letters): set.insert(letters)
            case .alike(let letter): set.insert(letter)
            case .letter(let first):
                guard let last = try endOfRange(from: start) else {
                    set.insert(first)
                    continue
                }
                guard set.insert(from: first, to: last) else {
                    throw .invalid("the range ends before it begins", at: place + 1)
                }
            }
        }
        at += 1
        return isNegated ? set.negated : set
    }

    private func unclosedBracket(_ start: Int) -> PatternError { .invalid("“[” is not closed", at: start + 1) }

    /// `nil` if no range follows. A hyphen before the closing bracket is a letter.
    private mutating func endOfRange(from start: Int) throws(PatternError) -> Unicode.Scalar? {
        guard next == "-", let after = letters.dropFirst(at + 1).first, after != "]" else { return nil }
        at += 1
        let place = at
        guard case .letter(let last) = try element(from: start) else {
            throw .invalid("a range must end with a single letter", at: place + 1)
        }
        return last
    }

    private mutating func element(from start: Int) throws(PatternError) -> Element {
        guard let letter = next else { throw unclosedBracket(start) }
        let place = at
        at += 1
        // `\d` means a digit everywhere; any other backslash in brackets is a letter.
        if letter == "\\", take("d") { return .letters(.digit) }
        guard letter == "[", let kind = next, [".", "=", ":"].contains(kind) else { return .letter(letter) }
        at += 1
        let name = try self.name(until: kind, from: place)
        switch kind {
        case ":":
            guard let known = LetterClass(named: name) else {
                throw .invalid(
                    "there is no class of this name; use one such as [:alpha:], [:digit:] or [:space:]", at: place + 1)
            }
            return .letters(known)
        default:
            let scalars = Array(name.unicodeScalars)
            guard scalars.count == 1 else {
                throw .invalid("only one letter belongs in [\(kind) \(kind)]", at: place + 1)
            }
            return kind == "=" ? .alike(scalars[0]) : .letter(scalars[0])
        }
    }

    /// The text up to `:]`.
    private mutating func name(until kind: Unicode.Scalar, from start: Int) throws(PatternError) -> String {
        var name = String.UnicodeScalarView()
        while let letter = next {
            at += 1
            if letter == kind, next == "]" {
                at += 1
                return String(name)
            }
            name.append(letter)
        }
        throw .invalid("“[\(kind)” is not closed", at: start + 1)
    }
}
