import TestSupport

/// Reads every figure out of a golden text: numbers with their unit, dates, clocks, and counts that are written out.
/// Coordinates, addresses and ids are none.
enum FigureReader {
    /// A list for each paragraph, row or element that has any.
    static func figures(in text: String, of name: String) -> [[String]] {
        let plain = name.hasSuffix(".html") ? plain(html: text) : text
        return parts(of: plain).map(figures).filter { !$0.isEmpty }
    }

    /// A line of a table or of an answer is a part of its own, a paragraph is one whatever its lines are.
    private static func parts(of text: String) -> [String] {
        text.split(separator: "\n\n").flatMap { paragraph -> [String] in
            let isProse = !paragraph.contains { "─▇▒│{}|".contains($0) }
            return isProse
                ? [String(paragraph).replacing("\n", with: " ")] : paragraph.split(separator: "\n").map(String.init)
        }
    }

    private static func figures(_ part: String) -> [String] {
        // Ids are letters and digits of base 32; a 1:1 is a meeting.
        let part = part.replacing(/\b[centpk][0-9a-hjkmnp-tv-z]{5,16}\b/) { match in
            match.output.contains(where: \.isNumber) ? "" : String(match.output)
        }.replacing("1:1", with: "")
        let figure =
            /(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\+\d\d:\d\d)?|\d\d?:\d\d\b|[−+]?\b\d+(?:[.,]\d+)*)(?: (?:%|h\b|min\b|pts\b))?|\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/
        return part.matches(of: figure).map { String($0.output) }
    }

    /// The words of a page, and what its elements say when they are pointed at or read aloud.
    private static func plain(html: String) -> String {
        let text = html.replacing(/<(\/?)([a-z0-9]+)([^>]*)>/) { match -> String in
            let said = match.output.3.matches(of: /\b(?:title|aria-label|value)="([^"]*)"/).map { " \($0.output.1) " }
            return (PageText.inline.contains(match.output.2) ? "" : "\n\n") + said.joined()
        }
        return PageText.decoded(text)
    }
}
