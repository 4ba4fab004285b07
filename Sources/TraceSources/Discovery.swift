import LocalFiles

/// Finds repositories and calendar files in a folder and below, for the person to choose from.
///
/// Hidden folders, build folders and caches are left out, symbolic links are not followed, and the search is
/// bounded in depth and number.
package struct Discovery: Sendable {
    /// Canonical paths, sorted.
    package private(set) var repositories: [String] = []
    /// `.ics` files, canonical paths, sorted.
    package private(set) var calendars: [String] = []
    /// Whether the search reached one of its limits, so that there may be more.
    package private(set) var isCut = false

    /// A home folder may be a repository itself, and is still searched.
    private let start: String
    private let foundLimit: Int

    /// - Parameters:
    ///   - depth: How many levels of folders below `root` are searched.
    ///   - folders: The most folders that are opened.
    ///   - found: The most repositories, and the most calendars.
    package init(below root: String, depth: Int = 6, folders: Int = 50_000, found: Int = 1_000) {
        foundLimit = found
        start = canonicalPath(root) ?? ""
        guard !start.isEmpty else { return }
        let wasCut = FolderWalk(depth: depth, folders: folders).run(from: start, false) { look(into: $0, $1) }
        if wasCut { isCut = true }
        repositories.sort()
        calendars.sort()
    }

    private static let skipped: Set<String> = [
        "node_modules", "bower_components", "vendor", "venv", "__pycache__", "site-packages", "build", "dist",
        "deriveddata", "pods", "carthage", "cache", "caches", "library", "appdata", "trash", "lost+found",
    ]
    /// Folders beside a ledger belong to it.
    private static let skippedEndings = [".sqlite.files", ".sqlite.sources"]
    private static let skippedPaths: Set<String> = ["/proc", "/sys", "/dev", "/run", "/snap"]

    /// The folders to search next, and whether each is directly below the top of a repository: such a folder counts
    /// only if it is a repository itself.
    private mutating func look(into folder: String, _ isInRepository: Bool) -> [(String, Bool)] {
        let isRepository = GitPlace(at: folder) != nil
        if isRepository { note(folder, in: \.repositories) }
        // Below the top of a repository only one level is searched, and only for other repositories.
        if isInRepository, !isRepository { return [] }
        if isRepository, FileKind(at: folder + "/.git") == nil { return [] }
        var next: [(String, Bool)] = []
        let entries = FolderReader.entries(of: folder) ?? []
        for entry in entries.sorted(by: { $0.name < $1.name }) where !entry.name.hasPrefix(".") {
            let path = folder == "/" ? "/" + entry.name : folder + "/" + entry.name
            if entry.kind == .file, !isRepository, entry.name.lowercased().hasSuffix(".ics") {
                note(path, in: \.calendars)
            } else if entry.kind == .folder, !Self.skipped.contains(entry.name.lowercased()),
                !Self.skippedEndings.contains(where: entry.name.hasSuffix),
                !Self.skippedPaths.contains(path), !(isRepository && isInRepository)
            {
                next.append((path, isRepository && folder != start))
            }
        }
        return next
    }

    private mutating func note(_ path: String, in list: WritableKeyPath<Discovery, [String]>) {
        if self[keyPath: list].count < foundLimit {
            self[keyPath: list].append(path)
        } else {
            isCut = true
        }
    }
}
