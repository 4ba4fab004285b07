/// What folders are called: by their last part, and with as much of the path before it as tells those of one name apart.
///
///     /home/d/w1/api                    api
///     /home/d/w1/api, /home/d/w2/api    w1/api, w2/api
///
/// All of one name are written with equally many parts. `.git` at the end of a bare repository is left out.
package enum FolderNames {
    /// The name of each path. Equal paths have equal names, and different ones different names.
    package static func of(_ paths: some Sequence<String>) -> [String: String] {
        var names: [String: String] = [:]
        for (_, alike) in Dictionary(grouping: Set(paths), by: { last($0.withoutGit).caseFolded }) {
            for (path, name) in distinct(alike) { names[path] = name }
        }
        return names
    }

    /// The last parts of a path, without `.git`.
    package static func end(of path: String, parts: Int) -> String {
        path.withoutGit.split(separator: "/").suffix(parts).joined(separator: "/")
    }

    /// The part of a name that its folder has; the name itself if it is no path.
    package static func last(_ name: String) -> String {
        name.split(separator: "/").last.map(String.init) ?? name
    }

    private static func distinct(_ paths: [String]) -> [(path: String, name: String)] {
        let most = paths.map { $0.split(separator: "/").count }.max() ?? 1
        // Names that differ in the case of their letters alone are avoided, but may be all there is.
        for fold in [true, false] {
            for count in 1...max(most, 1) {
                let names = paths.map { end(of: $0.withoutGit, count) }
                if Set(fold ? names.map(\.caseFolded) : names).count == paths.count { return Array(zip(paths, names)) }
            }
        }
        return paths.map { ($0, $0) }
    }

    /// The last parts of a path; the whole path if it has no more than these, or it would be the end of others.
    private static func end(of path: String, _ count: Int) -> String {
        let parts = path.split(separator: "/")
        return parts.isEmpty || count > 1 && parts.count < count ? path : parts.suffix(count).joined(separator: "/")
    }
}

extension String {
    fileprivate var withoutGit: String {
        let name = FolderNames.last(self)
        return name.hasSuffix(".git") && name.utf8.count > 4 ? String(dropLast(4)) : self
    }
}
