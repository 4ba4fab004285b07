extension Forgotten {
    /// The text without the name in `Otto Q. <otto@example.com>` if the address was forgotten, whatever the name.
    func withoutMailboxes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")), text.utf8.contains(UInt8(ascii: "@")) else { return text }
        var result = ""
        var copied = text.startIndex
        for mailbox in Mailbox.all(in: text) where mailbox.start >= copied {
            guard standIn(for: String(text[mailbox.address])) != nil else { continue }
            result += text[copied..<mailbox.start] + Self.mark
            copied = mailbox.end
        }
        return copied == text.startIndex ? text : result + text[copied...]
    }
}

/// A person with an address in a text: `Otto Q. <otto@example.com>`.
struct Mailbox {
    let start: String.Index
    /// The address without its brackets.
    let address: Range<String.Index>
    /// After the closing bracket.
    let end: String.Index
    let name: String

    /// The longest address, in characters.
    private static let longest = 320
    /// The longest name inside a sentence, in words.
    private static let mostWords = 5

    static func all(in text: String) -> [Mailbox] {
        var found: [Mailbox] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            let inner = text.index(after: open)
            let address = text[inner...].prefix(longest).prefix { $0 != ">" && $0 != "<" && !$0.isWhitespace }
            rest = text[inner...]
            guard address.contains("@"), address.endIndex < text.endIndex, text[address.endIndex] == ">" else {
                continue
            }
            let end = text.index(after: address.endIndex)
            let start = nameStart(in: text, before: open)
            let name = text[start..<open].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            found.append(
                Mailbox(
                    start: start, address: inner..<address.endIndex, end: end,
                    name: name.filter { $0 != "\"" }))
            rest = text[end...]
        }
        return found
    }

    /// Where the name before a bracket begins: after the last character that cannot be in a name, or, in a sentence, at
    /// the last run of words with a capital letter.
    private static func nameStart(in text: String, before open: String.Index) -> String.Index {
        let line = text[..<open].suffix(200)
        let trimmed = line.reversed().drop { $0 == " " }
        if trimmed.first == "\"" {
            let quoted = line.dropLast(line.distance(from: trimmed.startIndex.base, to: line.endIndex) + 1)
            return quoted.lastIndex { $0 == "\"" || $0.isNewline }.flatMap { text[$0] == "\"" ? $0 : nil } ?? open
        }
        let border = line.lastIndex { $0.isNewline || ":,;()<>|\t*\"".contains($0) }
        let chunk = border.map { text[text.index(after: $0)..<open] } ?? line
        let words = chunk.split(separator: " ")
        guard let first = words.first else { return open }
        if words.count <= mostWords, !words.dropLast().contains(where: { $0.last == "." && $0.count > 3 }) {
            return first == "-" ? words.dropFirst().first?.startIndex ?? open : first.startIndex
        }
        var start = open
        for word in words.reversed().prefix(4) {
            guard word.first?.isUppercase == true else { break }
            start = word.startIndex
        }
        return start
    }
}
