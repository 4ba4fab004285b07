/// A line of a note that stands open between the person and whom the note names, until it is ticked: `promised: the
/// runbook by Friday`.
package struct OpenLine: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// What they asked of the person, and what the person promised them.
        case asked
        case promised
        /// The other side.
        case theyPromised = "they promised"
        case iAsked = "I asked"

        /// Whether it is for the person to do.
        package var isMine: Bool { self == .asked || self == .promised }
    }

    package var kind: Kind
    /// What is asked or promised.
    package var words: String
    /// Its place among such lines of its note, from 1. It stays the same when other words are forgotten.
    package var place: Int
    /// Whom the line itself names at its end, as `@Maria` or `@Maria_Keller`.
    package var names: [String]

    /// How long the words before the colon can be, with a bullet.
    private static let longestLead = 24

    package static func all(in text: String) -> [OpenLine] {
        var lines: [OpenLine] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard let (kind, rest) = read(line) else { continue }
            var words = rest.split(separator: " ")
            var names: [String] = []
            while let last = words.last, words.count > 1, last.hasPrefix("@"), last.count > 1 {
                names.insert(String(last.dropFirst()).replacing("_", with: " "), at: 0)
                words.removeLast()
            }
            lines.append(
                OpenLine(kind: kind, words: words.joined(separator: " "), place: lines.count + 1, names: names))
        }
        return lines
    }

    /// Whether a note says nothing else.
    package static func isAll(of title: String, _ body: String) -> Bool {
        // Most notes are told by their first line alone.
        guard read(title[...]) != nil else { return false }
        return body.split(whereSeparator: \.isNewline).allSatisfy { $0.trimmed.isEmpty || read($0) != nil }
    }

    /// `nil` unless one of the four stands before the colon, and something after it.
    private static func read(_ line: Substring) -> (Kind, Substring)? {
        // Bullets and boxes of other programs are no part of it; what is ticked there is done.
        let start = line.drop { !$0.isLetter || $0 == "x" || $0 == "X" }
        guard !line[..<start.startIndex].contains(where: \.isLetter) else { return nil }
        guard let colon = start.prefix(longestLead).firstIndex(of: ":") else { return nil }
        let lead = start[..<colon].trimmed.lowercased()
        guard let kind = Kind.allCases.first(where: { $0.rawValue.lowercased() == lead }) else { return nil }
        let rest = start[start.index(after: colon)...].drop(while: \.isWhitespace)
        return rest.isEmpty ? nil : (kind, rest)
    }
}

extension OpenLine {
    /// What the person said of such a line.
    package struct Tick: Sendable, Hashable, Codable {
        /// The place of the line in its note.
        package var place: Int
        package var at: Instant
        /// Whether it was turned down and not done.
        package var isDeclined: Bool

        package init(place: Int, at: Instant, isDeclined: Bool = false) {
            (self.place, self.at, self.isDeclined) = (place, at, isDeclined)
        }
    }
}
