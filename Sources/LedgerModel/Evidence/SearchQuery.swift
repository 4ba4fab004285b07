/// What `search` takes: words, and filters such as `arena:job`, `since:2026-01-01`.
///
/// Every figure carries such a query, so that its evidence can be listed anywhere.
package struct SearchQuery: Sendable, Hashable {
    package var words: [String] = []
    package var filters: [Filter] = []

    package enum Key: String, Sendable, CaseIterable {
        case since, until, arena, responsibility, objective, worth, project, kind, source, person, tag, skill, id
        /// What a result rests on.
        case claim = "result"
        /// `contact:ID`: the direct contacts with a person, of the last two years.
        case contact
        /// `hours:"Fri 8:00-8:30"`: the job’s pieces that fell into these hours, on days with a trace.
        case hours
        /// `is:work`: the person’s own work that counts as a piece, as in every figure;
        /// `is:after-hours`: the job’s part of it outside working hours; `is:block`, `is:for-me` and the causes
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
            "work", "explained", "unexplained", "after-hours", "block", "for-me", "taken", "reached-in", "put-on-top",
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
        for token in Self.tokens(String(text.unicodeScalars.prefix(Self.longest)).composed.unicodeScalars[...]) {
            let parts = token.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, !parts[1].isEmpty, let key = Key(rawValue: String(parts[0]).lowercased()) {
                filters.append(Filter(key, String(parts[1])))
            } else {
                words.append(String(token))
            }
        }
    }

    /// Longer queries are cut, in scalars.
    package static let longest = 8_000

    /// The text that reads back as this query.
    package var text: String {
        (filters.map { "\($0.key.rawValue):\(Self.quoted($0.value))" } + words.map(Self.quoted)).joined(separator: " ")
    }

    package func values(_ key: Key) -> [String] { filters.filter { $0.key == key }.map(\.value) }

    /// Quotation marks cannot stand in a value, and are left out.
    private static func quoted(_ text: String) -> String {
        let isParted = text.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard isParted || text.utf8.contains(UInt8(ascii: "\"")) else { return text }
        let bare = String(text.unicodeScalars.filter { $0 != "\"" })
        return isParted ? "\"\(bare)\"" : bare
    }

    /// Scalars, since a mark that combines would hide the quotation mark or the blank before it.
    private static func tokens(_ text: some Sequence<Unicode.Scalar>) -> [String.UnicodeScalarView] {
        var tokens: [String.UnicodeScalarView] = []
        var current = String.UnicodeScalarView()
        var inQuotes = false
        for scalar in text {
            if scalar == "\"" {
                inQuotes.toggle()
            } else if scalar == " " || scalar == "\t", !inQuotes {
                tokens.append(current)
                current = String.UnicodeScalarView()
            } else {
                current.append(scalar)
            }
        }
        tokens.append(current)
        return tokens.filter { !$0.isEmpty }
    }
}
