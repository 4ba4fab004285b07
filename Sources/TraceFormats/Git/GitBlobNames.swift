/// Which file contents each commit compares, from `git diff-tree --stdin -z --raw --no-abbrev --always`.
package enum GitBlobNames {
    package static let arguments = ["--raw", "--no-abbrev"]

    /// Sha and blobs in the order they were asked for; submodules and sides that do not exist are left out.
    package static func parse(_ bytes: [UInt8]) -> [(sha: String, blobs: [String])] {
        var commits: [(sha: String, blobs: [String])] = []
        var isPath = false
        for token in bytes.split(separator: 0) {
            if isPath {
                isPath = false
            } else if token.first == UInt8(ascii: ":") {
                isPath = true
                let words = token.dropFirst().split(separator: 32)
                guard words.count == 5, !commits.isEmpty else { continue }
                for (mode, name) in [(words[0], words[2]), (words[1], words[3])] {
                    guard !mode.starts(with: "160000".utf8), !name.allSatisfy({ $0 == 48 }) else { continue }
                    commits[commits.count - 1].blobs.append(String(decoding: name, as: UTF8.self))
                }
            } else if token.count >= 40, token.allSatisfy(isHexadecimal) {
                commits.append((String(decoding: token, as: UTF8.self), []))
            }
        }
        return commits
    }
}
