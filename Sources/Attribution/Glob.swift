/// A shell pattern without regard to case: `*` and `?` stay within a folder, `**` does not, and
/// `**/` also stands for no folder at all. A backslash before `*`, `?` or a backslash takes it as it is.
package struct Glob: Sendable, Hashable {
    private let tokens: [Token]

    private enum Token: Sendable, Hashable {
        case byte(UInt8)
        /// `?`
        case any
        /// `*`
        case star
        /// `**`
        case deep
        /// `**/`, before its first byte and inside it.
        case folders, insideFolders
    }

    package init(_ text: String) {
        let bytes = Array(text.lowercased().utf8)
        var tokens: [Token] = []
        var at = 0
        while at < bytes.count {
            let rest = bytes[at...]
            if bytes[at] == Self.backslash, at + 1 < bytes.count, Self.special.contains(bytes[at + 1]) {
                tokens.append(.byte(bytes[at + 1]))
                at += 2
            } else if rest.starts(with: "**/".utf8) {
                tokens += [.folders, .insideFolders]
                at += 3
            } else if rest.starts(with: "**".utf8) {
                tokens.append(.deep)
                at += 2
            } else {
                switch bytes[at] {
                case UInt8(ascii: "*"): tokens.append(.star)
                case UInt8(ascii: "?"): tokens.append(.any)
                default: tokens.append(.byte(bytes[at]))
                }
                at += 1
            }
        }
        self.tokens = tokens
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let special = [UInt8(ascii: "*"), UInt8(ascii: "?"), backslash]

    /// The pattern that matches `text` and, but for case, nothing else.
    package static func exactly(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if special.contains(byte) { bytes.append(backslash) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Follows all readings of the pattern at once: time grows with text times pattern, never faster.
    package func matches(_ text: String) -> Bool {
        let slash = UInt8(ascii: "/")
        var active = [Bool](repeating: false, count: tokens.count + 1)
        enter(0, &active)
        for byte in text.lowercased().utf8 {
            var next = [Bool](repeating: false, count: tokens.count + 1)
            for (index, token) in tokens.enumerated() where active[index] {
                switch token {
                case .byte(let wanted): if byte == wanted { enter(index + 1, &next) }
                case .any: if byte != slash { enter(index + 1, &next) }
                case .star: if byte != slash { enter(index, &next) }
                case .deep: enter(index, &next)
                case .folders: break
                case .insideFolders:
                    next[index] = true
                    if byte == slash { enter(index + 1, &next) }
                }
            }
            active = next
        }
        return active[tokens.count]
    }

    private func enter(_ index: Int, _ active: inout [Bool]) {
        active[index] = true
        guard index < tokens.count else { return }
        switch tokens[index] {
        case .star, .deep: enter(index + 1, &active)
        case .folders:
            active[index + 1] = true
            enter(index + 2, &active)
        case .byte, .any, .insideFolders: break
        }
    }
}
