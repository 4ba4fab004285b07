/// What `search` takes: words, and filters such as `arena:job`, `since:2026-01-01`.
///
/// Every figure carries such a query, so that its evidence can be listed anywhere.
package struct SearchQuery: Sendable, Hashable {
    package var words: [String] = []
    package var filters: [Filter] = []

    package enum Key: String, Sendable, CaseIterable {
        case since, until, arena, responsibility, objective, worth, project, kind, source, person, tag, skill, claim

    }

    package struct Filter: Sendable, Hashable {
        package var key: Key
        /// `unknown` for what nobody decided.
        package var value: String

        package init(_ key: Key, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    package init(words: [String] = [], filters: [Filter] = []) {
        self.words = words
        self.filters = filters
    }

    /// Reads a query; what is no filter is a word. Values with spaces stand in quotes.
    package init(_ text: String) {
        for token in Self.tokens(text.prefix(2_000)) {
            if let colon = token.firstIndex(of: ":"), let key = Key(rawValue: String(token[..<colon]).lowercased()),
                token.index(after: colon) < token.endIndex
            {
                filters.append(Filter(key, String(token[token.index(after: colon)...])))
            } else if !token.isEmpty {
                words.append(token)
            }
        }
    }

    /// The text that reads back as this query.
    package var text: String {
        (filters.map { "\($0.key.rawValue):\(Self.quoted($0.value))" } + words.map(Self.quoted)).joined(separator: " ")
    }

    package func values(_ key: Key) -> [String] { filters.filter { $0.key == key }.map(\.value) }

    private static func quoted(_ text: String) -> String {
        text.contains(" ") ? "\"\(text.replacing("\"", with: ""))\"" : text.replacing("\"", with: "")
    }

    private static func tokens(_ text: some StringProtocol) -> [String] {
        var tokens: [String] = []
        var current = ""
        var inQuotes = false
        for character in text {
            if character == "\"" {
                inQuotes.toggle()
            } else if character == " " || character == "\t", !inQuotes {
                tokens.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        tokens.append(current)
        return tokens.filter { !$0.isEmpty }
    }
}
