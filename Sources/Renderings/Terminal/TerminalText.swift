package import Questions

/// A document as text for a terminal.
package enum TerminalText {
    /// Lines of at most `width` cells (at least 40), each with a line break at its end.
    ///
    /// Without `colour` there are no escape sequences; without `unicode` every byte is ASCII.
    package static func render(
        _ document: Document, width: Int = 80, colour: Bool = false, unicode: Bool = true
    ) -> String {
        let page = TerminalPage(width: max(40, width), colour: colour, unicode: unicode)
        var lines = page.wrapped(page.runs(document.headline), indent: 0)
        if !document.base.isEmpty { lines += page.wrapped(page.runs(document.base), indent: 0) }
        if !document.period.isEmpty {
            lines += page.wrapped([Run(page.inert(document.period), .soft)], indent: 0)
        }
        if document.isOnlyForYou {
            lines += page.wrapped([Run(Document.onlyForYou, .soft)], indent: 0)
        }
        for section in document.sections {
            lines.append([])
            lines += page.lines(section, isMarked: document.marks(section))
        }
        return lines.map { page.paint($0) + "\n" }.joined()
    }
}

/// The settings with which a document is printed.
struct TerminalPage {
    let width: Int
    let colour: Bool
    let unicode: Bool

    static let indent = 2

    var ellipsis: String { unicode ? "…" : "..." }
    var room: Int { width - Self.indent }

    func inert(_ text: String) -> String {
        let safe = UntrustedText.inert(text)
        return unicode ? safe : UntrustedText.ascii(safe)
    }

    func lines(_ section: Document.Section, isMarked: Bool) -> [[Run]] {
        var lines: [[Run]] = []
        var heading: [Run] = section.title.isEmpty ? [] : [Run(inert(section.title), .heading)]
        if isMarked {
            heading.append(Run(heading.isEmpty ? "only for you" : inert(" · only for you"), .soft))
        }
        if !heading.isEmpty { lines += wrapped(heading, indent: 0) }
        let blocks = section.blocks.filter { !$0.isSaidAlready }
        for (index, block) in blocks.enumerated() {
            if index > 0, separates(blocks[index - 1], block) { lines.append([]) }
            lines += self.lines(block)
        }
        return lines
    }

    /// No empty line between a chart or a table and the paragraph that explains it.
    private func separates(_ upper: Document.Block, _ lower: Document.Block) -> Bool {
        switch (upper, lower) {
        case (.paragraph, .list), (.chart(.week), .paragraph): false
        default: true
        }
    }

    func lines(_ block: Document.Block) -> [[Run]] {
        switch block {
        case .paragraph(let spans):
            return wrapped(runs(spans), indent: Self.indent)
        case .list(let items):
            let bullet = unicode ? "• " : "- "
            return items.flatMap { wrapped(runs($0), indent: Self.indent, lead: [Run(bullet, .soft)]) }
        case .table(let table):
            return lines(table)
        case .chart(.week(let chart)):
            return lines(chart)
        case .chart(.bars(let chart)):
            return lines(chart)
        case .chart(.slots(let chart)):
            return lines(chart)
        case .chart(.lines(let chart)):
            return lines(chart)
        case .draft(let said):
            let bar = Run(unicode ? "│ " : "> ", .soft)
            return Wrapping.lines(runs(said.spans), width: room - 2).map { indented([bar] + $0) }
        case .empty(let text, let offer):
            let said = wrapped([Run(inert(text), .soft)], indent: Self.indent)
            return said + (offer.map { commandLines($0.command) } ?? [])
        case .offers(let offers):
            guard let first = offers.list.first, !block.isSaidAlready else { return [] }
            guard offers.isEach, offers.list.count > 1 else {
                return wrapped(runs([.soft(offers.lead + ": "), .offer(first)]), indent: Self.indent)
            }
            return wrapped(runs([.soft(offers.lead + ":")]), indent: Self.indent)
                + offers.list.flatMap { commandLines($0.command) }
        }
    }

    /// A command that is longer than a line stays one command: its lines end in a backslash.
    private func commandLines(_ command: String) -> [[Run]] {
        let lines = Wrapping.lines([Run(inert(command), .code)], width: room - 4)
        return lines.enumerated().map { index, line in
            indented([Run("  ")] + line + (index < lines.count - 1 ? [Run(" \\", .code)] : []))
        }
    }

    /// Lines with `lead` before the first and the same amount of space before the others.
    func wrapped(_ runs: [Run], indent: Int, lead: [Run] = []) -> [[Run]] {
        let room = width - indent - lead.cells
        // A command that fits on a line, with what stands close to it, is copied as one.
        let whole = runs.map { $0.style == .code && $0.cells <= room - 4 ? $0.held : $0 }
        let lines = Wrapping.lines(whole, width: room)
        let hang = [Run(String(repeating: " ", count: lead.cells))]
        return lines.enumerated().map { index, line in
            indented((index == 0 ? lead : hang) + line, by: indent)
        }
    }

    func indented(_ line: [Run], by indent: Int = Self.indent) -> [Run] {
        indent == 0 || line.isEmpty ? line : [Run(String(repeating: " ", count: indent))] + line
    }
}

extension Document.Block {
    /// Whether the sentences above already name these offers.
    fileprivate var isSaidAlready: Bool {
        guard case .offers(let offers) = self else { return false }
        return offers.lead.isEmpty || offers.list.isEmpty
    }
}

extension TerminalText {
    /// Words from outside on one line of a terminal, with nothing in them that moves a cursor.
    package static func line(_ text: String) -> String { UntrustedText.inert(text) }
}

/// Sentences beside documents, wrapped as a document is.
extension TerminalText {
    /// Lines of at most `width` cells, broken at spaces. Every part of a broken line keeps its indentation. A word
    /// longer than a line stays whole, so that a path can be copied, and so does a command that fits on a line.
    package static func prose(_ text: String, width: Int, unicode: Bool = true) -> String {
        let page = TerminalPage(width: max(40, width), colour: false, unicode: unicode)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let rest = line.drop { $0 == " " }
            return page.prose(String(rest), indent: line.count - rest.count)
        }.joined(separator: "\n")
    }

    /// Names with their texts beside them, or below them if the window is narrow.
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
        // Text that fits stays as it was written.
        guard CellWidth.of(text) > width - indent else { return space + text }
        return Wrapping.lines([Run(holdingCommands(text))], width: width - indent, breaksWords: false)
            .map { space + $0.trimmed.plain }.joined(separator: "\n")
    }

    /// Keeps commands in one piece: those between backticks, and one at the end of a line.
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
