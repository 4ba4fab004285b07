/// Makes POSIX extended regular expressions over titles for `Pattern`, which ignores case and form (`caseFolded`) and
/// reads up to the first NUL.
package enum TitlePattern {
    /// The length in folded bytes from which an expression matches only the beginning of titles.
    private static let longest = 400

    /// Matches titles equal to `title`; if it is long, titles with the same beginning.
    package static func exact(_ title: String) -> String {
        var text = Growing()
        for scalar in heard(title) {
            text.append(scalar)
            // Always cut at the first scalar that reaches it, so that no two expressions match one title.
            if text.length >= longest { return text.expression }
        }
        return text.expression + "$"
    }

    /// The same with any number in place of each number; `nil` if there is no number, or no word beside it.
    package static func numbered(_ title: String) -> String? {
        var text = Growing()
        var letters = 0
        var isInNumber = false
        var hasNumber = false
        for scalar in heard(title) {
            if isDigit(scalar) {
                if !isInNumber { text.appendNumber() }
                (isInNumber, hasNumber) = (true, true)
            } else {
                text.append(scalar)
                isInNumber = false
                if scalar.properties.isAlphabetic { letters += 1 }
            }
            guard text.length < longest else { return nil }
        }
        return hasNumber && letters >= 3 ? text.expression + "$" : nil
    }

    /// Matches titles that begin with the words before this title's first colon; `nil` if those are too few.
    package static func opening(_ title: String) -> (expression: String, words: String)? {
        let scalars = heard(title)
        guard let colon = scalars.firstIndex(of: ":") else {
            return nil
        }
        let words = scalars[..<colon]
        guard words.count <= 60, words.count(where: { $0.properties.isAlphabetic }) >= 3 else { return nil }
        var text = Growing()
        for scalar in words { text.append(scalar) }
        return (text.expression + ":", String(String.UnicodeScalarView(words)))
    }

    /// Matches titles with a key such as `OPS-12`.
    package static func ticket(_ prefix: String) -> String { "(^|[^A-Za-z0-9])\(prefix)-[0-9]+" }

    /// The key prefixes in a title in upper case, and whether the title has them in upper case.
    package static func ticketPrefixes(_ title: String) -> [(prefix: String, isWritten: Bool)] {
        let scalars = heard(title)
        var found: [(prefix: String, isWritten: Bool)] = []
        for (index, scalar) in scalars.enumerated() where scalar == "-" {
            guard index + 1 < scalars.count, isDigit(scalars[index + 1]) else { continue }
            var start = index
            while start > 0, isASCIIWord(scalars[start - 1]) { start -= 1 }
            let word = String(String.UnicodeScalarView(scalars[start..<index]))
            guard (2...10).contains(index - start), !isDigit(scalars[start]) else { continue }
            found.append((word.uppercased(), word == word.uppercased()))
        }
        return found
    }

    /// The form in which `Pattern` compares texts.
    package static func folded(_ text: String) -> String { text.caseFolded }

    /// The part of a title that `Pattern` matches, composed in the same way.
    private static func heard(_ title: String) -> ArraySlice<Unicode.Scalar> {
        title.composedScalars.prefix { $0 != "\u{0}" }
    }

    private struct Growing {
        private(set) var expression = "^"
        /// The length in folded bytes, equal for titles that differ only in case.
        private(set) var length = 1

        mutating func append(_ scalar: Unicode.Scalar) {
            expression += escaped(scalar)
            length += escaped(scalar.caseFolded).utf8.count
        }

        mutating func appendNumber() {
            expression += "[0-9]+"
            length += 6
        }
    }

    /// Puts a backslash in brackets, because `\d` means a digit in other dialects.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": "[\\]"
        case "^", ".", "[", "(", ")", "*", "+", "?", "{", "|", "$": "\\" + String(Character(scalar))
        default: String(Character(scalar))
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || ("a"..."z").contains(scalar.caseFolded)
    }
}

extension TitlePattern {
    /// Reads an expression back as the title from which it was made, with `…` for numbers.
    package static func plain(_ expression: String) -> String {
        var text = expression[...]
        if text == "^$" { return "time without a title" }
        if text.hasPrefix("(^|[^A-Za-z0-9])") { text = text.dropFirst("(^|[^A-Za-z0-9])".count) }
        if text.hasPrefix("^") { text = text.dropFirst() }
        if text.hasSuffix("$"), !text.hasSuffix("\\$") { text = text.dropLast() }
        var result = String(text).replacing("[0-9]+", with: "…").replacing("[\\]", with: "\u{1}")
        result.removeAll { $0 == "\\" }
        return result.replacing("\u{1}", with: "\\")
    }
}
