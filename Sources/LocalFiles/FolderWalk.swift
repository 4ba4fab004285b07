/// A bounded way through folders, downwards and level by level: of a search that is cut, what lies deepest is missing.
package struct FolderWalk {
    private let depth: Int
    private let folders: Int

    /// - Parameters:
    ///   - depth: Folders below the first that are looked into, counted downwards.
    ///   - folders: The most folders that are looked into.
    package init(depth: Int, folders: Int) {
        self.depth = depth
        self.folders = folders
    }

    /// Looks into `root` and what `visit` names in it, and so on. Returns whether a bound left something out.
    ///
    /// - Parameters:
    ///   - note: What `visit` has to know of a folder, said by the visit to the one above it.
    ///   - visit: Gives the folders that are looked into next, by their paths. It follows no links, or may never end.
    @discardableResult
    package func run<Note>(
        from root: String, _ note: Note, _ visit: (_ folder: String, _ note: Note) -> [(String, Note)]
    ) -> Bool {
        var isCut = false
        var left = folders
        var level = [(root, note)]
        for step in 0...depth where !level.isEmpty {
            var next: [(String, Note)] = []
            for (folder, note) in level {
                guard left > 0 else { return true }
                left -= 1
                let below = visit(folder, note)
                if step == depth, !below.isEmpty { isCut = true } else { next += below }
            }
            level = next
        }
        return isCut
    }
}
