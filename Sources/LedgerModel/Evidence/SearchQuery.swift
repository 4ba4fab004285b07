/// What `search` takes: words and filters such as `arena:job` and `since:2026-01-01`.
///
/// Every figure carries such a query, so that any surface can list its evidence.
package struct SearchQuery: Sendable, Hashable {
    package var words: [String] = []
    package var filters: [Filter] = []

    package enum Key: String, Sendable, CaseIterable {
        case since, until, arena, responsibility, objective, worth, project, kind, source, person, tag, skill, id
        /// `path:src/compiler`: a file, a folder or the name of one, also with `*` and `?`.
        case path
        /// The evidence that a result cites.
        case claim = "result"
        /// `contact:ID`: the direct contacts with a person in the last two years.
        case contact
        /// `hours:"Fri 8:00-8:30"`: the job’s pieces that fell into these hours, on days with a record.
        case hours
        /// `group:ID`: the pieces of a group that Sort asks about, as long as nobody has said what they were for.
        case group
        /// `is:work`: the person’s own work, which every figure counts as pieces; `is:after-hours`: the part of it that
        /// was for the job and outside working hours; `is:block`: blocks; `is:for-me`: what blocks were used for;
        /// `is:taken` and its causes: what took them; `is:explained` and `is:unexplained`: pieces whose time someone or
        /// something has decided about, and the rest; `is:incident`, `is:restore-test`, `is:request`: pieces with a
        /// `WorkSign`.
        case isA = "is"

        /// Whether a piece has a single value for this key. Several filters on it then mean any of them; on other keys,
        /// all.
        package var isSingleValued: Bool {
            switch self {
            case .arena, .responsibility, .objective, .worth, .project, .kind, .source, .claim, .id: true
            case .since, .until, .person, .tag, .skill, .path, .contact, .hours, .group, .isA: false
            }
        }

    }

    /// The values of `is:`.
    package static let kindsOfWork =
        [
            "work", "explained", "unexplained", "inherited", "after-hours", "block", "for-me", "taken", "reached-in",
            "put-on-top",
            "went-on", "arrived",
        ] + WorkSign.allCases.map(\.key)

    package struct Filter: Sendable, Hashable {
        package var key: Key
        /// `unknown` means undecided.
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

    /// Reads a query. A token that is not a filter is a word, and so is one that begins with a quotation mark. Values
    /// with spaces need quotes.
    package init(_ text: String) {
        for token in Self.tokens(of: text) {
            if let (name, value) = token.filter, let key = Key(rawValue: name.lowercased()) {
                filters.append(Filter(key, value))
            } else {
                words.append(String(token.text))
            }
        }
    }

    /// The first filter in a text that does not exist, such as `autor` in `autor:maria`. An address (`https://…`) or a
    /// time (`14:00`) is no filter.
    package static func unknownFilter(in text: String) -> String? {
        for token in tokens(of: text) {
            guard let (name, value) = token.filter, Key(rawValue: name.lowercased()) == nil, !value.hasPrefix("//"),
                name.utf8.count > 1, name.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
            else { continue }
            return name
        }
        return nil
    }

    /// The length in scalars at which a query is cut.
    package static let longest = 8_000

    /// Text that parses to this query.
    package var text: String {
        (filters.map { "\($0.key.rawValue):\(Self.quoted($0.value))" } + words.map(Self.quotedWord)).joined(
            separator: " ")
    }

    package func values(_ key: Key) -> [String] { filters.filter { $0.key == key }.map(\.value) }

    /// With a colon inside, it would be read as a filter.
    private static func quotedWord(_ text: String) -> String {
        guard text.utf8.dropFirst().dropLast().contains(UInt8(ascii: ":")) else { return quoted(text) }
        return "\"\(String(text.unicodeScalars.filter { $0 != "\"" }))\""
    }

    /// Drops quotation marks, since the syntax cannot escape them.
    private static func quoted(_ text: String) -> String {
        let isParted = text.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard isParted || text.utf8.contains(UInt8(ascii: "\"")) else { return text }
        let bare = String(text.unicodeScalars.filter { $0 != "\"" })
        return isParted ? "\"\(bare)\"" : bare
    }

    private struct Token {
        var text = String.UnicodeScalarView()
        /// Whether it begins with a quotation mark.
        var isQuoted = false

        /// What stands before and after the first colon, if it can be a filter.
        var filter: (name: String, value: String)? {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard !isQuoted, parts.count == 2, !parts[1].isEmpty else { return nil }
            return (String(parts[0]), String(parts[1]))
        }
    }

    /// Works on scalars, because a combining mark would hide the quotation mark or the space before it.
    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var current = Token()
        var inQuotes = false
        for scalar in String(text.unicodeScalars.prefix(longest)).composed.unicodeScalars {
            if scalar == "\"" {
                if current.text.isEmpty, !inQuotes { current.isQuoted = true }
                inQuotes.toggle()
            } else if scalar == " " || scalar == "\t", !inQuotes {
                tokens.append(current)
                current = Token()
            } else {
                current.text.append(scalar)
            }
        }
        tokens.append(current)
        return tokens.filter { !$0.text.isEmpty }
    }
}
