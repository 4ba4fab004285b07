import LedgerModel

/// A file, or a note, that says how something works.
package enum HandbookFile: Int, Sendable, Comparable {
    /// A runbook or a handbook, by its name or its folder.
    case runbook
    /// Prose in a folder of documentation.
    case page
    case readme

    package static func < (a: HandbookFile, b: HandbookFile) -> Bool { a.rawValue < b.rawValue }

    /// `nil` for a file that says nothing of how something works.
    package init?(_ path: String) {
        let parts = path.caseFolded.split(separator: "/")
        guard let name = parts.last, !name.hasPrefix("."), !Self.beside.contains(where: name.hasPrefix) else {
            return nil
        }
        let folders = parts.dropLast()
        let isProse = Self.endings.contains(where: name.hasSuffix)
        if isProse,
            Self.runbooks.contains(where: name.contains) || folders.contains(where: Self.runbookFolders.contains)
        {
            self = .runbook
        } else if name.hasPrefix("readme") {
            self = .readme
        } else if isProse, folders.contains(where: Self.folders.contains) {
            self = .page
        } else {
            return nil
        }
    }

    /// The tags of notes that say how something works.
    package static let tags = ["handbook", "runbook", "guide"]

    private static let runbooks = ["runbook", "handbook", "playbook", "howto", "how-to"]
    private static let runbookFolders: Set<Substring> = ["runbook", "runbooks", "handbook", "handbooks", "playbooks"]
    private static let folders: Set<Substring> = ["doc", "docs", "documentation", "guide", "guides", "wiki"]
    private static let endings = [".md", ".rst", ".adoc", ".txt", ".org"]
    /// Of every repository, and of no system.
    private static let beside = [
        "changelog", "changes", "license", "licence", "news", "history", "contributing", "code_of",
    ]
}
