/// The folder that holds most of the files that a commit changed.
///
/// Going down level by level, the folder with most of the files is taken, so that the main folder of a commit lies in the
/// main folder one level above, and a condition on a folder holds for everything below it. Where the counts are equal, a
/// folder goes before the files beside it, code before its tests and documentation, and the first by name before others.
package struct MainFolder: Sendable, Hashable {
    /// Case-folded, each name followed by a slash: `src/core/`. `/` if most files are in no folder; empty without files.
    package let path: String
    /// The first file right in it, with its folders: `src/core/parser.c`; empty without files.
    package let file: String

    package init(_ paths: [String]) {
        guard !paths.isEmpty else {
            (path, file) = ("", "")
            return
        }
        var rest = paths.map { path in
            path.caseFolded.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }[...]
        }
        var folder = ""
        while true {
            var counts: [Substring: Int] = [:]
            for path in rest where path.count > 1 { counts[path[path.startIndex], default: 0] += 1 }
            let beside = rest.count - counts.values.reduce(0, +)
            guard let (name, count) = counts.max(by: { Self.isBefore($1, $0) }), count >= beside else { break }
            folder += name + "/"
            rest = rest.filter { $0.count > 1 && $0.first == name }.map { $0.dropFirst() }
        }
        path = folder.isEmpty ? "/" : folder
        file = folder + (rest.compactMap { $0.count == 1 ? $0.first : nil }.min() ?? "")
    }

    private static func isBefore(_ one: (key: Substring, value: Int), _ other: (key: Substring, value: Int)) -> Bool {
        if one.value != other.value { return one.value > other.value }
        let follows = (besides.contains(one.key), besides.contains(other.key))
        return follows.0 == follows.1 ? one.key < other.key : follows.1
    }

    /// What follows the code of a change.
    private static let besides: Set<Substring> = [
        "test", "tests", "__tests__", "spec", "specs", "doc", "docs", "documentation",
    ]
}
