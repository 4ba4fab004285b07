import TraceFormats

/// Where a repository's branches, remotes, tags and HEAD stood at an import; equal when nothing changed.
package struct GitTips: Hashable, Sendable, Codable {
    /// Object names, sorted, each once.
    package let shas: [String]
    /// The commits at which a shallow clone ends, sorted; empty for a whole one.
    package let shallow: [String]
    /// The first commit of the history, kept so that it is looked for once. No part of what makes tips equal.
    package var root: String?
    /// What was missing in this clone, looked for again at each reading. No part of what makes tips equal.
    var missing: [String] = []
    /// Tells without running git whether anything moved. No part of what makes tips equal.
    var stamp: String?

    init(shas: some Sequence<String>, shallow: some Sequence<String>) {
        self.shas = Set(shas).sorted()
        self.shallow = Set(shallow).sorted()
    }

    /// An empty repository, or one that lost all its refs.
    package var isEmpty: Bool { shas.isEmpty }

    private static let version = "git 1"

    /// Reads what `text` wrote; nil for anything else, which means a full reading.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[0] == Self.version else { return nil }
        let names = lines[3...].filter { !$0.isEmpty }
        // What is not an object name must not reach git.
        guard lines[1...].allSatisfy({ $0.utf8.allSatisfy { isHexadecimal($0) || $0 == 33 || $0 == 63 } }) else {
            return nil
        }
        self.init(
            shas: names.filter { !$0.hasPrefix("!") && !$0.hasPrefix("?") }.map(String.init),
            shallow: names.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) })
        missing = names.filter { $0.hasPrefix("?") }.map { String($0.dropFirst()) }
        root = lines[1].isEmpty ? nil : String(lines[1])
        stamp = lines[2].isEmpty ? nil : String(lines[2])
    }

    /// One line each, to be kept with the source.
    package var text: String {
        ([Self.version, root ?? "", stamp ?? ""] + shas + shallow.map { "!" + $0 } + missing.map { "?" + $0 }).joined(
            separator: "\n")
    }

    package static func == (a: GitTips, b: GitTips) -> Bool { a.shas == b.shas && a.shallow == b.shallow }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(shas)
        hasher.combine(shallow)
    }
}
