import Questions

/// A run of text in one manner; a line is an array of them.
struct Run: Hashable, Sendable {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    enum Style: Hashable, Sendable {
        case plain, heading, figure, strong, soft, lost, code
        case tone(Tone)
    }
}

extension [Run] {
    var cells: Int { reduce(0) { $0 + CellWidth.of($1.text) } }
    var plain: String { map(\.text).joined() }

    /// Without spaces at its end.
    var trimmed: [Run] {
        var runs = self
        while let last = runs.last {
            let kept = last.text.reversed().drop { $0 == " " }.reversed()
            if kept.count == last.text.count { return runs }
            runs.removeLast()
            if !kept.isEmpty { runs.append(Run(String(kept), last.style)) }
        }
        return runs
    }

    /// Filled with spaces up to `width` cells.
    func padded(to width: Int, atStart: Bool = false) -> [Run] {
        let missing = width - cells
        guard missing > 0 else { return self }
        let fill = Run(String(repeating: " ", count: missing))
        return atStart ? [fill] + self : self + [fill]
    }
}
