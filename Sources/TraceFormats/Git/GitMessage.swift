package import LedgerModel

/// A commit message in its two parts.
enum GitMessage {
    private static let subjectLimit = 1_000

    /// The subject is the first paragraph on one line, like git's `%s`; the body is the rest, without empty lines
    /// around it. A shortened message may end inside a character, which does not count as invalid UTF-8.
    static func split(
        _ message: ArraySlice<UInt8>, isCut: Bool
    ) -> (subject: String, body: String, isRepaired: Bool) {
        let bytes = isCut ? withoutBrokenEnd(message) : message
        var subject: [UInt8] = []
        var rest = bytes
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 10) ?? rest.endIndex
            let line = trimmed(rest[..<end])
            if line.isEmpty, !subject.isEmpty { break }
            rest = rest[min(end + 1, rest.endIndex)...]
            if !subject.isEmpty { subject.append(32) }
            subject += line
        }
        let title = repaired(subject)
        let body = repaired(withoutEmptyEnds(rest))
        return (
            title.text.isEmpty ? "(no message)" : String(title.text.prefix(subjectLimit)),
            body.text, title.isRepaired || body.isRepaired
        )
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = line.drop(while: isBlank)
        while let last = part.last, isBlank(last) { part = part.dropLast() }
        return part
    }

    /// Keeps the indentation of the first line with text.
    private static func withoutEmptyEnds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = bytes
        while let last = part.last, isBlank(last) || last == 10 { part = part.dropLast() }
        while let end = part.firstIndex(of: 10), part[..<end].allSatisfy(isBlank) { part = part[(end + 1)...] }
        return part
    }

    private static func withoutBrokenEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = bytes
        for _ in 0..<3 {
            guard let last = part.last, last & 0xC0 == 0x80 else { break }
            part = part.dropLast()
        }
        return part.last.map { $0 >= 0xC0 } == true ? part.dropLast() : bytes
    }
}

/// The people named by the trailers at the end of a commit message (`Reviewed-by: Name <mail>`).
///
/// A block of trailers follows git-interpret-trailers(1): all lines are trailers, or at least a quarter are and one
/// of them is git's own. Further blocks above an empty line count as long as all their lines are trailers, as in
/// squashed commits. The first paragraph is never a block of trailers.
package enum GitTrailers {
    private static let roles: [(key: [UInt8], role: PersonRole)] = [
        ("co-authored-by", PersonRole.coAuthor), ("co-developed-by", .coAuthor), ("reviewed-by", .reviewer),
        ("acked-by", .acker), ("tested-by", .tester), ("helped-by", .helper), ("mentored-by", .mentor),
        ("suggested-by", .suggester), ("reported-by", .reporter),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let blockLimit = 8
    private static let lineLimit = 400
    /// The most people that are taken from one message.
    package static let peopleLimit = 100

    /// In the order of the message, each person once per role.
    package static func people(in message: ArraySlice<UInt8>) -> [PersonMention] {
        var found: [PersonMention] = []
        var rest = message
        var lines = 0
        for block in 0..<blockLimit {
            guard let paragraph = lastParagraph(&rest), !rest.isEmpty else { break }
            lines += paragraph.count
            guard lines <= lineLimit, isBlock(paragraph, strictly: block > 0) else { break }
            found = paragraph.compactMap(mention) + found
        }
        var seen: Set<PersonMention> = []
        return Array(found.filter { seen.insert($0).inserted }.prefix(peopleLimit))
    }

    /// The lines of the last paragraph, removed from `rest`; `nil` if only empty lines are left.
    private static func lastParagraph(_ rest: inout ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var lines: [ArraySlice<UInt8>] = []
        while !rest.isEmpty, lines.count <= lineLimit {
            let start = rest.lastIndex(of: 10)
            var line = start.map { rest[($0 + 1)...] } ?? rest
            rest = start.map { rest[..<$0] } ?? rest[rest.startIndex..<rest.startIndex]
            while let last = line.last, last == 13 || last == 32 || last == 9 { line = line.dropLast() }
            if !line.isEmpty {
                lines.append(line)
            } else if !lines.isEmpty {
                break
            }
        }
        return lines.isEmpty ? nil : lines.reversed()
    }

    private static func isBlock(_ lines: [ArraySlice<UInt8>], strictly: Bool) -> Bool {
        var trailers = 0
        var others = 0
        var known = false
        for line in lines {
            if line.starts(with: "(cherry picked from commit ".utf8) {
                trailers += 1
                known = true
            } else if let key = key(of: line) {
                trailers += 1
                known = known || matches(key, Array("signed-off-by".utf8))
            } else if !(line.first == 32 || line.first == 9) || trailers + others == 0 {
                others += 1
            }
        }
        return trailers > 0 && (others == 0 || (!strictly && known && trailers * 3 >= others))
    }

    private static func key(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard
            let end = line.firstIndex(where: { byte in
                !((48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45)
            }), end > line.startIndex
        else { return nil }
        let after = line[end...].drop { $0 == 32 || $0 == 9 }
        return after.first == UInt8(ascii: ":") ? line[..<end] : nil
    }

    private static func matches(_ key: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        key.count == name.count && zip(key, name).allSatisfy { ($0 >= 65 && $0 <= 90 ? $0 + 32 : $0) == $1 }
    }

    private static func mention(_ line: ArraySlice<UInt8>) -> PersonMention? {
        guard let key = key(of: line), let role = roles.first(where: { matches(key, $0.key) })?.role,
            let colon = line.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let value = line[(colon + 1)...].prefix(GitLogFormat.fieldLimit)
        let author = GitAuthor(value: String(decoding: value, as: UTF8.self))
        return author.map { PersonMention(identity: $0.identity, name: $0.name, role: role) }
    }
}
