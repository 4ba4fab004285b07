/// What one commit changed.
package struct GitChanges: Hashable, Sendable {
    package var sha: String
    /// Lines, binary files left out; 0 when only names were asked for.
    package var added: Int64 = 0
    package var deleted: Int64 = 0
    /// Files changed, also those beyond `pathLimit`.
    package var files = 0
    package var paths: [String] = []
    /// A path was not UTF-8 and has replacement characters.
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

/// Text of bytes that should be UTF-8, with U+FFFD where they are not.
func repaired(_ bytes: some Collection<UInt8>) -> (text: String, isRepaired: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    return (String(decoding: bytes, as: UTF8.self), true)
}
