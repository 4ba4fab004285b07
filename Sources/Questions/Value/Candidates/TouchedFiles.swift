import LedgerModel

/// What kinds of file a commit touched, and the folder that holds most of them.
struct TouchedFiles: Sendable {
    private(set) var code = 0
    private(set) var prose = 0
    private(set) var hasTests = false
    /// Two levels at most: `src/parser`; empty for files that lie in no folder.
    let folder: String

    var all: Int { code + prose + beside }
    private var beside = 0

    init(_ paths: [String]) {
        var folders: [String: (count: Int, rank: Int)] = [:]
        for path in paths {
            let kind = Kind(path)
            switch kind {
            case .code: code += 1
            case .prose: prose += 1
            case .test, .beside: beside += 1
            }
            if kind == .test { hasTests = true }
            let parts = path.split(separator: "/").dropLast().prefix(2)
            let folder = folders[parts.joined(separator: "/")] ?? (0, kind.rawValue)
            folders[parts.joined(separator: "/")] = (folder.count + 1, min(folder.rank, kind.rawValue))
        }
        // Code goes before its tests and its documentation, whatever has more files.
        folder =
            folders.min {
                ($0.value.rank, -$0.value.count, $0.key) < ($1.value.rank, -$1.value.count, $1.key)
            }?.key ?? ""
    }

    private enum Kind: Int {
        case code, prose, test, beside

        init(_ path: String) {
            let parts = path.caseFolded.split(separator: "/")
            let name = parts.last ?? ""
            let folders = parts.dropLast()
            if folders.contains(where: Self.testFolders.contains) || Self.isTest(name) {
                self = .test
            } else if name.first == "." || folders.contains(where: { Self.toolFolders.contains($0) || $0.first == "." })
                || Self.toolFiles.contains(name) || Self.isBeside(name) || folders.contains(where: Self.isChangeLog)
            {
                self = .beside
            } else if folders.contains(where: Self.proseFolders.contains)
                || Self.proseEndings.contains(where: name.hasSuffix)
            {
                self = .prose
            } else {
                self = .code
            }
        }

        private static let testFolders: Set<Substring> = [
            "test", "tests", "__tests__", "testdata", "spec", "specs", "fixture", "fixtures",
        ]
        private static let toolFolders: Set<Substring> = [
            "ci", "bench", "benches", "benchmark", "benchmarks", "benchsuite", "requirements",
        ]
        private static let toolFiles: Set<Substring> = [
            "cargo.toml", "package.json", "authors", "thanks", "makefile", "justfile", "dockerfile", "setup.py",
            "setup.cfg", "pyproject.toml", "tox.ini", "go.mod", "go.sum",
        ]
        private static let proseFolders: Set<Substring> = ["doc", "docs", "documentation", "guide", "man"]
        private static let proseEndings = [".md", ".rst", ".adoc", ".txt"]

        private static func isTest(_ name: Substring) -> Bool {
            name.hasPrefix("test_") || name == "conftest.py" || name == "pytest.ini"
                || [".test.", "_test.", "-test.", ".spec.", "_spec.", "tests.swift"].contains { name.contains($0) }
        }

        private static func isBeside(_ name: Substring) -> Bool {
            name.hasSuffix(".lock") || name.hasSuffix(".snap") || name.hasSuffix("-lock.json")
                || name.hasSuffix("-lock.yaml")
                || ["license", "licence", "readme", "requirements"].contains { name.hasPrefix($0) }
                || isChangeLog(name)
        }

        private static func isChangeLog(_ name: Substring) -> Bool {
            ["changelog", "change_log", "changelogs", "changes", "news", "history"].contains(
                name.prefix { $0 != "." && $0 != "-" })
        }
    }
}
