import TraceFormats

/// Where a repository's branches, remotes, tags and HEAD stood at an import; equal when nothing changed.
package struct GitTips: Hashable, Sendable, Codable {
    /// Object names, sorted, each once.
    package let shas: [String]
    /// The commits at which a shallow clone ends, sorted; empty for a whole one.
    package let shallow: [String]
    /// The first commit of the history, kept so that it is looked for once. No part of what makes tips equal.
    package var root: String?

    init(shas: some Sequence<String>, shallow: some Sequence<String>, root: String? = nil) {
        self.shas = Set(shas).sorted()
        self.shallow = Set(shallow).sorted()
        self.root = root
    }

    private static let version = "git 1"

    /// Reads what `text` wrote; nil for anything else, which means a full reading.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 2, lines[0] == Self.version else { return nil }
        let names = lines[2...].filter { !$0.isEmpty }
        guard (names + [lines[1]]).allSatisfy({ $0.utf8.allSatisfy { isHexadecimal($0) || $0 == 33 } }) else {
            return nil
        }
        self.init(
            shas: names.filter { !$0.hasPrefix("!") }.map(String.init),
            shallow: names.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) },
            root: lines[1].isEmpty ? nil : String(lines[1]))
    }

    /// One line each, to be kept with the source.
    package var text: String {
        ([Self.version, root ?? ""] + shas + shallow.map { "!" + $0 }).joined(separator: "\n")
    }

    package static func == (a: GitTips, b: GitTips) -> Bool { a.shas == b.shas && a.shallow == b.shallow }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(shas)
        hasher.combine(shallow)
    }
}
