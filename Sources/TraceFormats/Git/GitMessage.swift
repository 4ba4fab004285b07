/// A commit message in its two parts.
enum GitMessage {
    private static let subjectLimit = 1_000

    /// The subject is the first paragraph in one line, as git's `%s`; the body what follows, without empty lines
    /// around it. A message that was cut may end inside a character, which is no fault of its own.
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

    /// Keeps the indentation of the first line that has text.
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
