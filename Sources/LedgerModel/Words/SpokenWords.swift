/// The words at the beginning of a text, as a reader of dates sees them.
///
/// White space of every kind parts words, and every dash that joins two figures is a hyphen: people type no-break
/// spaces and en dashes, or their phone does.
package struct SpokenWords {
    package struct Word: Hashable {
        /// In lower case, without punctuation around it. A stop at its end stays: `4.11.` is a date and `4.11` is not.
        package let text: String
        /// The end of the word in the text, before a comma, a colon or a bracket.
        package let end: String.Index
        /// Whether a colon or a bracket follows, which ends a date.
        package let isClosed: Bool

        /// Without stops at its end.
        package var bare: String { String(text.reversed().drop { $0 == "." }.reversed()) }
        /// As the tables of names have it: without diacritics.
        var name: String { bare.folded }
    }

    package private(set) var all: [Word] = []

    /// No date with its time has more.
    private static let most = 16

    package init(_ text: String) {
        var index = text.startIndex
        while index < text.endIndex, all.count < Self.most {
            let start = text[index...].firstIndex { !$0.isWhitespace && !"([*_<".contains($0) } ?? text.endIndex
            guard start < text.endIndex else { return }
            if let after = Self.dash(in: text, at: start) {
                all.append(Word(text: "-", end: after, isClosed: false))
                index = after
                continue
            }
            var end = start
            var word = ""
            while end < text.endIndex, !text[end].isWhitespace, !")]*_|>".contains(text[end]) {
                let isDash = Self.dashes.contains(text[end])
                // “13 Uhr-14 Uhr”
                if isDash || text[end] == "-", word.hasSuffix("uhr"), Self.joins(text, end) { break }
                if isDash, !Self.joins(text, end) { break }
                word += isDash ? "-" : text[end].lowercased()
                end = text.index(after: end)
            }
            guard start < end else { return }
            let after = end
            var isClosed = end < text.endIndex && !text[end].isWhitespace && !Self.isDash(text[end])
            while let last = word.last, ":,;".contains(last) {
                if last == ":" { isClosed = true }
                word.removeLast()
                end = text.index(before: end)
            }
            guard !word.isEmpty else { return }
            all.append(Word(text: word, end: end, isClosed: isClosed))
            index = after
            if word.hasSuffix("uhr"), index < text.endIndex, Self.isDash(text[index]), Self.joins(text, index) {
                index = text.index(after: index)
                all.append(Word(text: "-", end: index, isClosed: false))
            }
        }
    }

    private static func isDash(_ character: Character) -> Bool { character == "-" || dashes.contains(character) }

    private static let dashes: Set<Character> = ["–", "—", "−", "‐", "‑", "‒"]

    /// The end of a dash that stands alone.
    private static func dash(in text: String, at start: String.Index) -> String.Index? {
        guard text[start] == "-" || dashes.contains(text[start]) else { return nil }
        let after = text.index(after: start)
        return after == text.endIndex || text[after].isWhitespace || dashes.contains(text[start]) ? after : nil
    }

    /// Whether a dash is between two figures, as in `12:00–12:45`.
    private static func joins(_ text: String, _ dash: String.Index) -> Bool {
        let next = text.index(after: dash)
        guard next < text.endIndex, text[next].isASCII, text[next].isNumber, dash > text.startIndex else {
            return false
        }
        let before = text[text.index(before: dash)]
        return before.isASCII && (before.isNumber || before.isLetter)
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    package var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }

    /// The number that digits of ASCII and nothing else write: no sign, which `Int64` would take.
    var digitsAlone: Int64? { utf8.allSatisfy { (48...57).contains($0) } ? Int64(self) : nil }

    /// The same for at most `most` digits.
    func digits(_ most: ClosedRange<Int>) -> Int? {
        most.contains(utf8.count) ? digitsAlone.map { Int($0) } : nil
    }
}
