/// What `search` takes: words, and filters such as `arena:job`, `since:2026-01-01`.
///
/// Every figure carries such a query, so that its evidence can be listed anywhere.
package struct SearchQuery: Sendable, Hashable {
    package var words: [String] = []
    package var filters: [Filter] = []

    package enum Key: String, Sendable, CaseIterable {
        case since, until, arena, responsibility, objective, worth, project, kind, source, person, tag, skill, claim, id
        /// `contact:ID`: the direct contacts with a person, of the last two years.
        case contact
        /// `hours:"Fri 8:00-8:30"`: the job’s pieces that fell into these hours, on days with a trace.
        case hours
        /// `is:work`: the person’s own work that counts as a piece, as in every figure;
        /// `is:after-hours`: the job’s part of it outside working hours; `is:block`, `is:kept` and the causes
        /// of lost time: blocks, what they were kept by and lost to; `is:explained` and `is:unexplained`:
        /// pieces whose time somebody has said something about, and those of which nobody has.
        case isA = "is"

        /// A piece has one value of these, so that several mean any of them; of the others, all.
        package var isSingleValued: Bool {
            switch self {
            case .arena, .responsibility, .objective, .worth, .project, .kind, .source, .claim, .id: true
            case .since, .until, .person, .tag, .skill, .contact, .hours, .isA: false
            }
        }

    }

    /// What `is:` may say.
    package static let kindsOfWork =
        [
            "work", "explained", "unexplained", "after-hours", "block", "kept", "lost", "reached-in", "put-on-top",
            "went-on", "arrived",
        ]

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
        for token in Self.tokens(text.prefix(Self.longest)) {
            if let colon = token.firstIndex(of: ":"), let key = Key(rawValue: String(token[..<colon]).lowercased()),
                token.index(after: colon) < token.endIndex
            {
                filters.append(Filter(key, String(token[token.index(after: colon)...])))
            } else if !token.isEmpty {
                words.append(token)
            }
        }
    }

    /// Longer queries are cut.
    package static let longest = 8_000

    /// The text that reads back as this query.
    package var text: String {
        (filters.map { "\($0.key.rawValue):\(Self.quoted($0.value))" } + words.map(Self.quoted)).joined(separator: " ")
    }

    package func values(_ key: Key) -> [String] { filters.filter { $0.key == key }.map(\.value) }

    private static func quoted(_ text: String) -> String {
        let bare = text.utf8.contains(UInt8(ascii: "\"")) ? text.replacing("\"", with: "") : text
        return text.utf8.contains(UInt8(ascii: " ")) ? "\"\(bare)\"" : bare
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
