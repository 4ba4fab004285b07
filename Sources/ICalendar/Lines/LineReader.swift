/// Unfolds content lines (RFC 5545, section 3.1) and counts the physical lines they come from.
///
/// LF, CR and CRLF end a line; a byte order mark and empty lines are skipped.
struct LineReader {
    struct Line {
        /// The number of its first physical line, from 1.
        var number: Int
        /// Unfolded, without the line end.
        var content: ArraySlice<UInt8>
        /// Whether the line is longer than the limit; then `content` is empty.
        var isTooLong: Bool
        /// Where its physical lines are, with their ends.
        var range: Range<Int>
    }

    private let bytes: [UInt8]
    private let maximum: Int
    private var at: Int
    private var number = 1

    init(_ bytes: [UInt8], maximum: Int) {
        self.bytes = bytes
        self.maximum = maximum
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> Line? {
        while at < bytes.count {
            let first = number
            let from = at
            var to = endOfLine()
            if from == to { continue }
            guard isFold else {
                let isTooLong = to - from > maximum
                return Line(
                    number: first, content: isTooLong ? [] : bytes[from..<to], isTooLong: isTooLong, range: from..<at)
            }
            var content = Array(bytes[from..<to])
            var isTooLong = false
            while isFold {
                // Programs that wrap lines leave empty ones inside a fold.
                skipEmptyLines()
                let from = at + 1
                to = endOfLine()
                if content.count + to - from > maximum { isTooLong = true }
                if !isTooLong { content += bytes[from..<to] }
            }
            return Line(
                number: first, content: isTooLong ? [] : content[...], isTooLong: isTooLong, range: from..<at)
        }
        return nil
    }

    /// What follows goes on with the line before it, behind empty lines too.
    private var isFold: Bool {
        var next = at
        while next < bytes.count, bytes[next] == 10 || bytes[next] == 13 { next += 1 }
        return next < bytes.count && (bytes[next] == 32 || bytes[next] == 9)
    }

    private mutating func skipEmptyLines() {
        while at < bytes.count, bytes[at] == 10 || bytes[at] == 13 { _ = endOfLine() }
    }

    /// Moves past the end of the physical line and returns where its content ends.
    private mutating func endOfLine() -> Int {
        var index = at
        let end = bytes.withUnsafeBufferPointer { buffer -> Int in
            while index < buffer.count, buffer[index] != 10, buffer[index] != 13 { index += 1 }
            let end = index
            if index < buffer.count {
                index += buffer[index] == 13 && index + 1 < buffer.count && buffer[index + 1] == 10 ? 2 : 1
            }
            return end
        }
        at = index
        number += 1
        return end
    }
}
