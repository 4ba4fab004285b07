import LedgerModel

/// `- text`, `* [x] text`, `1. text`.
struct NoteBullet {
    var text: String
    /// False for a task that is not ticked, which has not happened.
    var isDone = true
    /// Whether it says what was asked or promised, which is open while it is not ticked.
    var isOpenLine = false

    init?(_ line: String) {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        var rest: Substring
        if let first = line.first, "-*+•–·".contains(first) {
            rest = line.dropFirst()
        } else if (1...3).contains(digits.count), let mark = line.dropFirst(digits.count).first, ".)".contains(mark) {
            rest = line.dropFirst(digits.count + 1)
        } else {
            return nil
        }
        guard rest.first?.isWhitespace ?? !rest.base.isEmpty else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        var isTicked = false
        for (box, done) in [("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true)] where rest.hasPrefix(box) {
            (isDone, isTicked) = (done, done)
            rest = rest.dropFirst(box.count)
        }
        text = String(rest).trimmed
        isOpenLine = !OpenLine.all(in: text).isEmpty
        // A ticked one keeps its box, by which it is known not to be open.
        if isOpenLine, isTicked { text = "[x] " + text }
    }
}
