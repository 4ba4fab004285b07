/// The words of a text, so that a name is found as whole words only: `Al` is no part of `signal`.
///
/// A word is a run of letters and digits of any script; all else is a boundary, hyphens and
/// apostrophes among it.
struct WholeWords {
    let text: String
    let words: [Range<String.Index>]

    init(_ text: String) {
        self.text = text
        var words: [Range<String.Index>] = []
        var start: String.Index?
        for index in text.indices {
            let character = text[index]
            if character.isLetter || character.isNumber {
                if start == nil { start = index }
            } else if let begin = start {
                words.append(begin..<index)
                start = nil
            }
        }
        if let begin = start { words.append(begin..<text.endIndex) }
        self.words = words
    }

    /// From the first of some words to the end of the last.
    func span(_ run: Range<Int>) -> Range<String.Index> {
        words[run.lowerBound].lowerBound..<words[run.upperBound - 1].upperBound
    }

    /// What two runs of words have in common when they are the same name: case, width of gaps and kind of
    /// apostrophe do not matter.
    func key(_ run: Range<Int>) -> String {
        var key = ""
        for character in text[span(run)] {
            if character.isWhitespace {
                if key.last != " " { key.append(" ") }
            } else {
                key.append(character == "’" ? "'" : character)
            }
        }
        return key.lowercased()
    }

    /// The key of the whole text; nil when it has no word.
    var key: String? { words.isEmpty ? nil : key(0..<words.count) }
}
