/// Escapes outside text so that CommonMark (with GitHub's extensions) shows it unchanged and nothing in it
/// acts: no link, image, HTML, emphasis, list, heading, table cell or template tag.
enum MarkdownEscape {
    /// On one line. With `atStart`, also escapes what would begin a block at the start of a line.
    static func inert(_ text: String, atStart: Bool = false) -> String {
        let safe = UntrustedText.inert(text)
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

    /// `text` as code, between as many backticks as it needs.
    static func code(_ text: String) -> String {
        let scalars = UntrustedText.inert(text).unicodeScalars
        guard scalars.contains(where: { $0 != " " }) else { return "" }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: scalars) + 1)
        let pad = scalars.first == "`" || scalars.last == "`" ? " " : ""
        var inside = ""
        for scalar in scalars {
            // A bar ends a table cell even inside code.
            if scalar == "|" { inside += "\\" }
            inside.unicodeScalars.append(scalar)
        }
        return fence + pad + inside + pad + fence
    }

    static func longestRun(of wanted: Unicode.Scalar, in scalars: String.UnicodeScalarView) -> Int {
        var (longest, run) = (0, 0)
        for scalar in scalars {
            run = scalar == wanted ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// By scalar, not by character: a mark that combines with a bracket must not hide it.
    private static func escaped(_ word: Substring, atStart: Bool) -> String {
        var result = String.UnicodeScalarView()
        var digits = atStart
        for (index, scalar) in word.unicodeScalars.enumerated() {
            let needed =
                switch scalar {
                case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "$", "&", "{", "#", "@", "^": true
                case "-", "+", "=", ":", "%", "!": atStart && index == 0
                case ".", ")": digits && index > 0
                default: false
                }
            if needed { result.append("\\") }
            result.append(scalar)
            digits = digits && ("0"..."9").contains(scalar)
        }
        return String(result)
    }

    /// Whether GitHub would turn the word into a link or a mention; such words are set as code.
    private static func linksItself(_ word: Substring) -> Bool {
        let lower = word.lowercased()
        return word.unicodeScalars.contains("@") || lower.contains("www.") || lower.contains("mailto:")
            || lower.contains("xmpp:")
            || lower.contains(":/")
            || lower.hasSuffix(":")
                && ["http", "https", "ftp"].contains { lower.hasSuffix($0 + ":") }
    }

    /// Restores the spaces at the ends of `original`, which separate spans.
    private static func spaced(_ text: String, like original: String) -> String {
        let core = text.drop { $0 == " " }
        var result = (original.first == " " ? " " : "") + core
        if original.last == " ", original.count > 1, result.last != " " { result += " " }
        return result
    }
}
