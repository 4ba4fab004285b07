/// Outside text as CommonMark (with GitHub's extensions) that shows as it is and does nothing:
/// no link, image, HTML, emphasis, list, heading, table cell or template tag.
enum MarkdownEscape {
    /// On one line. With `atStart`, also what makes a block at the start of a line.
    static func inert(_ text: String, atStart: Bool = false) -> String {
        let safe = OutsideText.inert(text)
        var result = ""
        var isFirst = atStart
        for piece in safe.split(separator: " ", omittingEmptySubsequences: false) {
            if !result.isEmpty || piece.isEmpty { result += " " }
            guard !piece.isEmpty else { continue }
            result += linksItself(piece) ? code(String(piece)) : escaped(piece, atStart: isFirst)
            isFirst = false
        }
        // Leading spaces would make an indented code block.
        guard atStart else { return spaced(result, like: safe) }
        return String(result.drop { $0 == " " })
    }

    /// `text` between enough backticks.
    static func code(_ text: String) -> String {
        let safe = OutsideText.inert(text)
        guard safe.contains(where: { $0 != " " }) else { return "" }
        let longest = safe.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let pad = safe.first == "`" || safe.last == "`" ? " " : ""
        // A bar ends a table cell even inside code.
        let bars = safe.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        return fence + pad + bars + pad + fence
    }

    private static func escaped(_ word: Substring, atStart: Bool) -> String {
        var result = ""
        var digits = atStart
        for (index, character) in word.enumerated() {
            let first = atStart && index == 0
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "$", "&", "{", "#", "@", "^":
                result += "\\\(character)"
            case "-", "+", "=", ":", "%", "!":
                result += first ? "\\\(character)" : String(character)
            case ".", ")":
                result += digits && index > 0 ? "\\\(character)" : String(character)
            default:
                result.append(character)
            }
            if !character.isASCII || !character.isNumber { digits = false }
        }
        return result
    }

    /// What GitHub turns into a link or a mention by itself is set as code.
    private static func linksItself(_ word: Substring) -> Bool {
        let lower = word.lowercased()
        return lower.contains("@") || lower.contains("www.") || lower.contains("mailto:") || lower.contains("xmpp:")
            || lower.contains(":/")
            || lower.hasSuffix(":")
                && ["http", "https", "ftp"].contains { lower.hasSuffix($0 + ":") }
    }

    /// The spaces at the ends of `original` stay: they stand between spans.
    private static func spaced(_ text: String, like original: String) -> String {
        let core = text.drop { $0 == " " }
        var result = (original.first == " " ? " " : "") + core
        if original.last == " ", original.count > 1, result.last != " " { result += " " }
        return result
    }
}
