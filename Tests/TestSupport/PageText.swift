/// The words of a page, element by element, so that no test is satisfied by the menu, a hint of the box or a part of a
/// longer word.
package struct PageText {
    private let main: String

    /// Takes the main part where there is one.
    package init(_ html: String) {
        let start = html.firstRange(of: "<main")?.lowerBound ?? html.startIndex
        let end = html.firstRange(of: "</main>")?.lowerBound ?? html.endIndex
        main = start < end ? String(html[start..<end]) : html
    }

    /// What stands in each heading, paragraph, cell, item and button, in order, without those that are empty.
    package var lines: [String] { Self.lines(main) }

    /// The words of each element of a name: `words(of: "h1")`.
    package func words(of element: String) -> [String] {
        guard let pattern = try? Regex("<\(element)(?: [^>]*)?>(.*?)</\(element)>").dotMatchesNewlines() else {
            return []
        }
        return main.matches(of: pattern).map { match in
            Self.lines(String(match.output[1].substring ?? "")).joined(separator: " | ")
        }
    }

    /// Elements in which a line goes on.
    package static let inline: Set<Substring> = [
        "a", "b", "strong", "em", "span", "code", "i", "small", "tspan", "kbd",
    ]

    private static func lines(_ html: String) -> [String] {
        html.replacing(/<\/?([a-z0-9]+)[^>]*>/) { inline.contains($0.output.1) ? "" : "\n" }
            .split(separator: "\n").map {
                decoded(String($0)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            .filter { !$0.isEmpty }
    }

    package static func decoded(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
