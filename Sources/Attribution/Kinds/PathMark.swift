/// What a path is for, by its words, its name and its ending. A path may have several.
package enum PathMark: String, Sendable {
    case build, ci, code, docs, test

    /// As a person would call such files.
    package var label: String {
        switch self {
        case .build: "build files"
        case .ci: "files of the build server"
        case .code: "code files"
        case .docs: "documentation files"
        case .test: "test files"
        }
    }

    static func all(of path: [UInt8]) -> [PathMark] {
        let name = String(decoding: Self.name(path), as: UTF8.self)
        let ending = name.contains(".") ? String(decoding: Self.ending(path), as: UTF8.self) : ""
        let words = Words(path, most: 200).all.map { String(decoding: $0, as: UTF8.self) }
        var found: [PathMark] = []
        if words.contains(where: testWords.contains) { found.append(.test) }
        if words.contains(where: docsWords.contains) || docsEndings.contains(ending) { found.append(.docs) }
        if words.contains(where: ciWords.contains) || path.starts(with: ".github/".utf8) { found.append(.ci) }
        if buildNames.contains(name) || buildEndings.contains(ending)
            || buildStarts.contains(where: { name.utf8.starts(with: $0.utf8) })
        {
            found.append(.build)
        }
        return found.isEmpty ? [.code] : found
    }

    /// What follows the last dot of its name, or the whole name, in small letters.
    static func ending(_ path: [UInt8]) -> [UInt8] {
        let name = name(path)
        return name.lastIndex(of: UInt8(ascii: ".")).map { Array(name[($0 + 1)...]) } ?? name
    }

    private static func name(_ path: [UInt8]) -> [UInt8] {
        let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return path[start...].map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    }

    private static let testWords: Set<String> = [
        "test", "tests", "spec", "specs", "testing", "testdata", "fixture", "fixtures", "snapshots", "mock", "mocks",
    ]
    private static let docsWords: Set<String> = [
        "doc", "docs", "documentation", "website", "readme", "changelog", "license", "contributing", "authors",
    ]
    private static let docsEndings: Set<String> = ["md", "mdx", "rst", "txt", "adoc", "ngdoc"]
    private static let ciWords: Set<String> = [
        "ci", "workflows", "circleci", "travis", "gitlab", "drone", "jenkins", "jenkinsfile", "appveyor", "codecov",
        "dependabot", "renovate", "buildkite",
    ]
    private static let buildNames: Set<String> = [
        "package.json", "package-lock.json", "pnpm-lock.yaml", "npm-shrinkwrap.json", "bower.json", "lerna.json",
        "composer.json", "cargo.toml", "pyproject.toml", "setup.py", "setup.cfg", "go.mod", "go.sum", "pom.xml",
        "gemfile", "podfile", "cmakelists.txt", "package.swift",
    ]
    private static let buildStarts = [
        "makefile", "dockerfile", "docker-compose", "requirements", "rollup", "webpack", "tsconfig", "babel",
        "gulpfile", "gruntfile",
    ]
    private static let buildEndings: Set<String> = ["lock", "gradle", "kts", "bazel", "csproj", "podspec"]
}
