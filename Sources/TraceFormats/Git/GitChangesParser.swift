/// Parses the output of a long-running `git diff-tree --stdin -z --always`, in chunks of any size.
///
/// diff-tree repeats an input line that names no commit, and flushes. `mark` is such a line, so that the
/// reader knows when everything before it has been answered.
package struct GitChangesParser {
    package enum Style: Sendable {
        /// `--numstat`: lines added and deleted, and the path.
        case lineCounts
        /// `--name-status`: the path only.
        case names

        /// The flags of this style for `git diff-tree`, without the common ones.
        package var arguments: [String] { self == .lineCounts ? ["--numstat"] : ["--name-status"] }
    }

    package static let arguments = [
        "--stdin", "-z", "-r", "--root", "--always", "--no-renames", "--no-ext-diff", "--no-textconv",
        "--no-relative", "-O/dev/null",
    ]
    package static let mark: [UInt8] = Array("=\n".utf8)
    private static let tokenLimit = 64 * 1024

    private let style: Style
    private var token: [UInt8] = []
    private var expectsPath = false
    private var markSeen = false
    private var current: GitChanges?
    /// Commits that are complete, since another commit or the mark came after them.
    package private(set) var finished: [GitChanges] = []
    /// The mark was repeated: every commit before it is in `finished`.
    package private(set) var isAtMark = false
    package private(set) var isBroken = false

    package init(_ style: Style) { self.style = style }

    package mutating func takeFinished() -> [GitChanges] {
        defer { finished.removeAll(keepingCapacity: true) }
        isAtMark = false
        return finished
    }

    /// Returns false if the bytes are not output of diff-tree.
    package mutating func feed(_ chunk: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        while position < chunk.count, !isBroken {
            if markSeen || (token.isEmpty && !expectsPath && chunk[position] == Self.mark[0]) {
                readMark(chunk[position])
                position += 1
                continue
            }
            let end = chunk[position...].firstIndex(of: 0) ?? chunk.count
            let part = UnsafeRawBufferPointer(rebasing: chunk[position..<end])
            position = end + 1
            if end < chunk.count, token.isEmpty {
                take(part)
                continue
            }
            token.append(contentsOf: part.prefix(Self.tokenLimit - token.count))
            if end < chunk.count {
                let whole = token
                token.removeAll(keepingCapacity: true)
                whole.withUnsafeBytes { take($0) }
            }
        }
        return !isBroken
    }

    private mutating func readMark(_ byte: UInt8) {
        if !markSeen {
            markSeen = true
        } else if byte == Self.mark[1] {
            markSeen = false
            isAtMark = true
            closeCurrent()
        } else {
            isBroken = true
        }
    }

    private mutating func closeCurrent() {
        if let done = current { finished.append(done) }
        current = nil
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer) {
        if expectsPath {
            expectsPath = false
            current?.append(path: bytes)
        } else if bytes.count >= 40, bytes.allSatisfy(isHexadecimal) {
            closeCurrent()
            current = GitChanges(sha: String(decoding: bytes, as: UTF8.self))
        } else if current == nil {
            isBroken = true
        } else if style == .names {
            expectsPath = bytes.count == 1
            isBroken = !expectsPath
        } else {
            takeCounts(bytes)
        }
    }

    /// `12 TAB 3 TAB path`, or `- TAB - TAB path` for a binary file.
    private mutating func takeCounts(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.firstIndex(of: 9), let second = bytes[(first + 1)...].firstIndex(of: 9) else {
            isBroken = true
            return
        }
        current?.added &+= max(0, decimal(bytes[..<first]) ?? 0)
        current?.deleted &+= max(0, decimal(bytes[(first + 1)..<second]) ?? 0)
        current?.append(path: UnsafeRawBufferPointer(rebasing: bytes[(second + 1)...]))
    }
}

/// What one commit changed.
package struct GitChanges: Hashable, Sendable {
    package var sha: String
    /// Lines, without binary files; 0 if only names were asked for.
    package var added: Int64 = 0
    package var deleted: Int64 = 0
    /// Files changed, including those beyond `pathLimit`.
    package var files = 0
    package var paths: [String] = []
    /// Whether a path was not UTF-8 and has replacement characters.
    package var hasRepairedPath = false

    /// The most paths that are kept of one commit.
    package static let pathLimit = 5_000

    package init(sha: String) { self.sha = sha }

    package var isCut: Bool { files > paths.count }

    mutating func append(path: UnsafeRawBufferPointer) {
        files += 1
        guard paths.count < Self.pathLimit else { return }
        let (text, isRepaired) = repaired(path)
        paths.append(text)
        if isRepaired { hasRepairedPath = true }
    }
}

/// Decodes UTF-8, with U+FFFD in place of invalid bytes.
func repaired(_ bytes: some Collection<UInt8>) -> (text: String, isRepaired: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    return (String(decoding: bytes, as: UTF8.self), true)
}

/// The file contents that each commit compares, from `git diff-tree --stdin -z --raw --no-abbrev --always`.
package enum GitBlobNames {
    package static let arguments = ["--raw", "--no-abbrev"]

    /// Commits and their blobs in the order of the input, without submodules and missing sides.
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
