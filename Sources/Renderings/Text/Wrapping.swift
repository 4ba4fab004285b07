import Questions

/// Breaks styled runs into lines at spaces, and inside a word only if it is longer than a line and may be broken.
enum Wrapping {
    /// Lines of at most `width` cells; at least one, perhaps empty. With a limit, the last line ends in
    /// `ellipsis` if something was left out.
    static func lines(
        _ runs: [Run], width: Int, limit: Int = .max, ellipsis: String = "…", breaksWords: Bool = true
    ) -> [[Run]] {
        let width = max(1, width)
        var lines: [[Run]] = []
        var line: [Run] = []
        var used = 0
        for word in words(runs) {
            let size = word.cells
            if used > 0, used + 1 + size > width {
                lines.append(line)
                (line, used) = ([], 0)
            }
            if used > 0 {
                append(Run(" ", joining(line, word)), to: &line)
                used += 1
            }
            for piece in breaksWords && size > width ? pieces(of: word, width: width) : [word] {
                if used > 0, used + piece.cells > width {
                    lines.append(line)
                    (line, used) = ([], 0)
                }
                for run in piece { append(run, to: &line) }
                used += piece.cells
            }
        }
        lines.append(line)
        guard lines.count > limit else { return lines }
        var kept = Array(lines.prefix(limit))
        if let last = kept.popLast() { kept.append(cut(last, width: width, ellipsis: ellipsis, always: true)) }
        return kept
    }

    /// At most `width` cells, ending in `ellipsis` if something was left out.
    static func cut(_ runs: [Run], width: Int, ellipsis: String = "…", always: Bool = false) -> [Run] {
        guard always || runs.cells > width else { return runs }
        let room = max(0, width - CellWidth.of(ellipsis))
        var result: [Run] = []
        var used = 0
        outer: for run in runs {
            var text = ""
            for character in run.text {
                let size = CellWidth.of(character)
                if used + size > room {
                    if !text.isEmpty { result.append(Run(text, run.style)) }
                    break outer
                }
                text.append(character)
                used += size
            }
            result.append(Run(text, run.style))
        }
        result = result.trimmed
        append(Run(ellipsis, result.last?.style ?? .plain), to: &result)
        return result.cells > width ? [] : result
    }

    /// Runs between break opportunities. A no-break space does not break and is printed as a space.
    private static func words(_ runs: [Run]) -> [[Run]] {
        var words: [[Run]] = []
        var word: [Run] = []
        for run in runs {
            var text = ""
            for character in run.text {
                if character == " " {
                    if !text.isEmpty { append(Run(text, run.style), to: &word) }
                    if !word.isEmpty { words.append(word) }
                    (word, text) = ([], "")
                } else {
                    text.append(character == "\u{A0}" || character == "\u{202F}" ? " " : character)
                }
            }
            if !text.isEmpty { append(Run(text, run.style), to: &word) }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func pieces(of word: [Run], width: Int) -> [[Run]] {
        word.flatMap { run in run.text.map { [Run(String($0), run.style)] } }
    }

    /// A space has the style of its neighbours only if both have the same.
    private static func joining(_ line: [Run], _ word: [Run]) -> Run.Style {
        guard let left = line.last?.style, left == word.first?.style else { return .plain }
        return left
    }

    private static func append(_ run: Run, to line: inout [Run]) {
        if let last = line.last, last.style == run.style {
            line[line.count - 1].text += run.text
        } else {
            line.append(run)
        }
    }
}

/// How many terminal cells text takes, after Unicode's East Asian Width (UAX #11) and emoji
/// presentation; an approximation that fonts and terminals may contradict.
enum CellWidth {
    static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// Of one grapheme cluster: 0, 1 or 2 for almost all.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.properties.isEmojiPresentation { return 2 }
        if first.properties.isEmoji, scalars.contains("\u{FE0F}") { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // The vowels and finals of Hangul join the syllable before them.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return isWide(scalar.value) ? 2 : 1
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

/// A run of text in one style; a line is an array of runs.
struct Run: Hashable, Sendable {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    var cells: Int { CellWidth.of(text) }

    /// The same, not broken at its spaces.
    var held: Run { Run(String(text.map { $0 == " " ? "\u{A0}" : $0 }), style) }

    enum Style: Hashable, Sendable {
        case plain, heading, figure, strong, soft, taken, code
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
