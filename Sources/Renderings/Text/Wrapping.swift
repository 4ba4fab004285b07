/// Breaking styled runs into lines at spaces, and inside a word only when it is longer than a line and may be broken.
enum Wrapping {
    /// Lines of at most `width` cells; at least one, perhaps empty. With a limit, the last line kept
    /// ends in `ellipsis` when something was left out.
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

    /// At most `width` cells, ending in `ellipsis` when something was left out.
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

    /// A space takes the style of what it joins only when both sides share it.
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
