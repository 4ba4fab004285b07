/// Parses the output of `git cat-file --batch`: which objects each commit and tag leads to.
package struct GitObjectParser {
    package struct Object: Hashable, Sendable {
        package var sha: String
        /// Whether it is missing in this clone.
        package var isMissing = false
        package var isCommit = false
        /// Parents of a commit, the target of a tag.
        package var leadsTo: [String] = []
    }

    private static let headerLimit = 1 << 16
    private var line: [UInt8] = []
    private var content: [UInt8] = []
    private var contentLeft = 0
    private var current: Object?
    private var finished: [Object] = []

    package init() {}

    package mutating func takeFinished() -> [Object] {
        defer { finished.removeAll() }
        return finished
    }

    package mutating func feed(_ chunk: UnsafeRawBufferPointer) {
        var position = 0
        while position < chunk.count {
            if current != nil {
                let part = chunk[position...].prefix(contentLeft)
                content.append(contentsOf: part.prefix(Self.headerLimit - content.count))
                contentLeft -= part.count
                position = part.endIndex
                if contentLeft == 0 { close() }
            } else if chunk[position] == 10 {
                position += 1
                open()
            } else {
                if line.count < 1024 { line.append(chunk[position]) }
                position += 1
            }
        }
    }

    /// `SHA TYPE SIZE`, or `NAME missing`.
    private mutating func open() {
        let words = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
        line.removeAll(keepingCapacity: true)
        guard let sha = words.first else { return }
        guard words.count == 3, let size = Int(words[2]), size >= 0 else {
            finished.append(Object(sha: sha, isMissing: true))
            return
        }
        current = Object(sha: sha, isCommit: words[1] == "commit")
        // Count the line feed after the content as content.
        contentLeft = size == .max ? size : size + 1
        if words[1] != "commit", words[1] != "tag" { content = [10] }
    }

    private mutating func close() {
        guard var object = current else { return }
        let key = Array((object.isCommit ? "parent " : "object ").utf8)
        for line in content.split(separator: 10, omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            let value = line.dropFirst(key.count)
            if line.starts(with: key), value.count >= 40, value.allSatisfy(isHexadecimal) {
                object.leadsTo.append(String(decoding: value, as: UTF8.self))
            }
        }
        finished.append(object)
        current = nil
        content.removeAll(keepingCapacity: true)
    }
}
