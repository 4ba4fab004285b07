import LedgerModel

/// The subject of a commit by Conventional Commits 1.0.0: `type(scope)!: text`.
struct CommitSubject: Sendable {
    /// In lower case; empty where the subject has none that is known.
    let type: String
    /// What stands behind it.
    let text: String

    init(_ title: String) {
        let letters = title.utf8.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        let type = String(decoding: letters, as: UTF8.self).lowercased()
        var rest = title.utf8.dropFirst(letters.count)
        if rest.first == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) {
            rest = rest[rest.index(after: end)...]
        }
        if rest.first == UInt8(ascii: "!") { rest = rest.dropFirst() }
        guard Self.known.contains(type), rest.first == UInt8(ascii: ":") else {
            (self.type, text) = ("", title)
            return
        }
        self.type = type
        text = String(decoding: rest.dropFirst(), as: UTF8.self).trimmed
    }

    /// Something that others notice: a feature, a fix, more speed.
    var leads: Bool { Self.leading.contains(type) }
    var isFeature: Bool { type == "feat" || type == "feature" }
    var isFix: Bool { type == "fix" }
    /// Work that is needed and is no result by itself.
    var isChore: Bool { Self.chores.contains(type) }
    /// Work that belongs to something else: tests, documentation, a refactoring.
    var isSupport: Bool { Self.supporting.contains(type) }

    private static let leading: Set<String> = ["feat", "feature", "fix", "perf"]
    private static let chores: Set<String> = [
        "chore", "ci", "cicd", "build", "style", "release", "workflow", "deps", "bump", "lint", "dx", "wip",
    ]
    private static let supporting: Set<String> = ["test", "tests", "types", "refactor", "docs", "doc"]
    private static let known = leading.union(chores).union(supporting).union(["revert"])

    /// The words of a title without what only tools need: the type, and the numbers at either end.
    ///
    /// Never other words than the title's own; the title itself if nothing would be left.
    static func wording(_ title: String) -> String {
        func isReference(_ token: Substring) -> Bool {
            let bare = token.filter { !"()[]{}.,:;-–".contains($0) }
            return bare.isEmpty || bare.first == "#"
                || TitleNumbers.ticket(token.filter { !"()[]:,.;".contains($0) }) != nil
        }
        var tokens = CommitSubject(title).text.split(separator: " ")[...]
        var isNumbered = false
        while let last = tokens.last {
            if isReference(last) {
                isNumbered = true
            } else if !isNumbered || !references.contains(last.filter(\.isLetter).lowercased()) {
                // Only in front of a number is `closes` a word for tools.
                break
            }
            tokens.removeLast()
        }
        while let first = tokens.first, tokens.count > 1, isReference(first) { tokens.removeFirst() }
        var text = tokens.joined(separator: " ")
        while let last = text.last, ",;:-–(".contains(last) || last == " " { text.removeLast() }
        guard text.count(where: \.isLetter) >= 3 else { return title.trimmed }
        // Where nothing was taken from its beginning, the person chose the letter.
        let first = text.prefix { $0 != " " }
        let isCode = first.contains { "_.()`-/=".contains($0) } || first.dropFirst().contains(where: \.isUppercase)
        return isCode || title.hasPrefix(text) ? text : text.sentence
    }

    private static let references: Set<String> = [
        "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved", "ref", "refs", "see",
        "and", "pr", "issue", "for",
    ]
}
