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
            guard let word = ticketPrefix(before: index, scalars) else { continue }
            found.append((word.uppercased(), word == word.uppercased()))
        }
        return found
    }

    /// The prefix that ends before a dash: two to ten letters and digits, a letter first.
    static func ticketPrefix(before dash: Int, _ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        var start = dash
        while start > 0, isASCIIWord(scalars[start - 1]) { start -= 1 }
        guard (2...10).contains(dash - start), !isDigit(scalars[start]) else { return nil }
        return String(String.UnicodeScalarView(scalars[start..<dash]))
    }

    /// The form in which `Pattern` compares texts.
    package static func folded(_ text: String) -> String { text.caseFolded }

    /// The part of a title that `Pattern` matches, composed in the same way.
    static func heard(_ title: String) -> ArraySlice<Unicode.Scalar> {
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

    static func escaped(_ text: some Sequence<Unicode.Scalar>) -> String { text.map(escaped).joined() }

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
    /// What an expression made here says of titles, with `…` for numbers.
    package enum Reading: Sendable, Hashable {
        case nothing
        case whole(String)
        case beginning(String)
        /// A conventional scope.
        case scope(String)
        /// The key of a ticket or the number of an issue.
        case key(String)

        package init(_ expression: String) {
            func text(_ expression: some StringProtocol) -> String {
                var result = String(expression).replacing("[0-9]+", with: "…").replacing("[\\]", with: "\u{1}")
                result.removeAll { $0 == "\\" }
                return result.replacing("\u{1}", with: "\\")
            }
            func inside(_ start: String, _ end: String) -> Substring? {
                guard expression.hasPrefix(start), expression.hasSuffix(end) else { return nil }
                return expression.dropFirst(start.count).dropLast(end.count)
            }
            if expression == "^$" {
                self = .nothing
            } else if let scope = inside("^[a-z]+\\(", "\\)!?:") {
                self = .scope(text(scope))
            } else if let key = inside("(^|[^A-Za-z0-9])", "([^0-9]|$)") ?? inside("(^|[^A-Za-z0-9])", "")
                ?? inside("#", "([^0-9]|$)").map({ "#" + $0 })
            {
                self = .key(text(key))
            } else if expression.hasSuffix("$"), !expression.hasSuffix("\\$") {
                self = .whole(text(inside("^", "$") ?? expression.dropLast()))
            } else {
                self = .beginning(text(inside("^", "") ?? expression[...]))
            }
        }
    }

    /// Reads an expression back as the title from which it was made, with `…` for numbers.
    package static func plain(_ expression: String) -> String {
        switch Reading(expression) {
        case .nothing: "time without a title"
        case .whole(let text), .beginning(let text), .scope(let text), .key(let text): text
        }
    }
}
