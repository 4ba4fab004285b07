/// Sentences beside documents, wrapped as a document is.
extension TerminalText {
    /// Lines of at most `width` cells, broken at spaces; the spaces that a line begins with stand before all that
    /// is made of it. A word longer than a line stays whole, so that a path can be copied, and so does a command
    /// that fits.
    package static func prose(_ text: String, width: Int, unicode: Bool = true) -> String {
        let page = TerminalPage(width: max(40, width), colour: false, unicode: unicode)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let rest = line.drop { $0 == " " }
            return page.prose(String(rest), indent: line.count - rest.count)
        }.joined(separator: "\n")
    }

    /// What is said of each thing beside it; below it where the window is narrow.
    package static func columns(
        _ rows: [(name: String, text: String)], indent: Int = 0, width: Int, unicode: Bool = true
    ) -> String {
        let page = TerminalPage(width: max(40, width), colour: false, unicode: unicode)
        let names = rows.map { page.inert($0.name) }
        let lead = indent + (names.map(CellWidth.of).max() ?? 0) + 2
        let longest = rows.flatMap { $0.text.split(separator: " ") }.map { CellWidth.of(String($0)) }.max() ?? 0
        let isWide = page.width - lead >= max(30, longest)
        return zip(names, rows).map { name, row in
            let name = String(repeating: " ", count: indent) + name
            guard isWide else {
                return (row.name.isEmpty ? "" : name + "\n") + page.prose(row.text, indent: indent + 4)
            }
            let text = page.prose(row.text, indent: lead)
            return name + text.dropFirst(CellWidth.of(name))
        }.joined(separator: "\n")
    }
}

extension TerminalPage {
    fileprivate func prose(_ text: String, indent: Int) -> String {
        let text = inert(text)
        let space = String(repeating: " ", count: indent)
        // What fits stands as it was written.
        guard CellWidth.of(text) > width - indent else { return space + text }
        return Wrapping.lines([Run(holdingCommands(text))], width: width - indent, breaksWords: false)
            .map { space + $0.trimmed.plain }.joined(separator: "\n")
    }

    /// The same with commands that are not broken: those between backticks, and the one a line ends in.
    private func holdingCommands(_ text: String) -> String {
        var parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices where index % 2 == 1 && index < parts.count - 1 {
            parts[index] = held(command: parts[index])
        }
        let text = parts.joined(separator: "`")
        guard let last = text.ranges(of: ": limelight ").last else { return text }
        let command = text.index(last.lowerBound, offsetBy: 2)
        return text[..<command] + held(command: String(text[command...]))
    }

    private func held(command: String) -> String {
        CellWidth.of(command) <= room - 2 ? command.replacing(" ", with: "\u{A0}") : command
    }
}
