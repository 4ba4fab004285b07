import LedgerModel

/// A shell pattern that ignores the case and form of letters (`caseFolded`). `*` and `?` stay within a folder, `**`
/// does not, and `**/` also matches no folder at all. A backslash escapes `*`, `?` and itself.
package struct Glob: Sendable, Hashable {
    private let tokens: [Token]

    private enum Token: Sendable, Hashable {
        case letter(Unicode.Scalar)
        /// `?`
        case any
        /// `*`
        case star
        /// `**`
        case deep
        /// `**/`, before its first letter and after it.
        case folders, insideFolders
    }

    package init(_ text: String) {
        let letters = text.caseFoldedScalars
        var tokens: [Token] = []
        var at = 0
        while at < letters.count {
            let rest = letters[at...]
            if letters[at] == "\\", at + 1 < letters.count, Self.special.contains(letters[at + 1]) {
                tokens.append(.letter(letters[at + 1]))
                at += 2
            } else if rest.starts(with: "**/".unicodeScalars) {
                tokens += [.folders, .insideFolders]
                at += 3
            } else if rest.starts(with: "**".unicodeScalars) {
                tokens.append(.deep)
                at += 2
            } else {
                switch letters[at] {
                case "*": tokens.append(.star)
                case "?": tokens.append(.any)
                default: tokens.append(.letter(letters[at]))
                }
                at += 1
            }
        }
        self.tokens = tokens
    }

    private static let special: [Unicode.Scalar] = ["*", "?", "\\"]

    /// The pattern that matches only `text`, in any case and form.
    package static func exactly(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for letter in text.unicodeScalars {
            if special.contains(letter) { result.append("\\") }
            result.append(letter)
        }
        return String(result)
    }

    /// Follows all readings of the pattern at once, so that time grows with the lengths of text and pattern multiplied,
    /// and never faster.
    package func matches(_ text: String) -> Bool {
        let slash: Unicode.Scalar = "/"
        var active = [Bool](repeating: false, count: tokens.count + 1)
        enter(0, &active)
        for letter in text.caseFoldedScalars {
            var next = [Bool](repeating: false, count: tokens.count + 1)
            for (index, token) in tokens.enumerated() where active[index] {
                switch token {
                case .letter(let wanted): if letter == wanted { enter(index + 1, &next) }
                case .any: if letter != slash { enter(index + 1, &next) }
                case .star: if letter != slash { enter(index, &next) }
                case .deep: enter(index, &next)
                case .folders: break
                case .insideFolders:
                    next[index] = true
                    if letter == slash { enter(index + 1, &next) }
                }
            }
            active = next
        }
        return active[tokens.count]
    }

    private func enter(_ index: Int, _ active: inout [Bool]) {
        active[index] = true
        guard index < tokens.count else { return }
        switch tokens[index] {
        case .star, .deep: enter(index + 1, &active)
        case .folders:
            active[index + 1] = true
            enter(index + 2, &active)
        case .letter, .any, .insideFolders: break
        }
    }
}
