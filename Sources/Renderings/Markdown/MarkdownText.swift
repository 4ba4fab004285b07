package import LedgerModel
package import Questions

/// A document as Markdown. Outside text in it stays inert, whatever renders it.
package enum MarkdownText {
    /// CommonMark with GitHub's tables. With `evidence`, each figure has a footnote that names the
    /// number of pieces and the query that finds them. For others, sections that are only for the person are left out.
    ///
    /// - Parameter titles: What the pieces of footnotes are called, as far as the reader may know.
    package static func render(
        _ document: Document, for reader: Readership = .others, evidence: Bool = false,
        titles: [PublicID: String] = [:]
    ) -> String {
        var page = MarkdownPage(evidence: evidence, reader: reader, titles: titles)
        var parts: [String] = []
        let title = MarkdownEscape.inert(document.title, atStart: true)
        if !title.isEmpty { parts.append("# " + title) }
        if !document.period.isEmpty { parts.append("*" + MarkdownEscape.inert(document.period, atStart: true) + "*") }
        parts.append(page.line(document.headline))
        if !document.base.isEmpty { parts.append(page.line(document.base)) }
        if document.isOnlyForYou { parts.append("*\(Document.onlyForYou)*") }
        for section in document.sections where reader == .oneself || !section.onlyForYou {
            let mark = document.marks(section) ? (section.title.isEmpty ? "only for you" : " · only for you") : ""
            let heading = MarkdownEscape.inert(section.title, atStart: true) + mark
            if !heading.isEmpty { parts.append("## " + heading) }
            parts += section.blocks.map { page.block($0) }
        }
        if !page.notes.isEmpty { parts.append(page.notes.joined(separator: "\n")) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}

struct MarkdownPage {
    let evidence: Bool
    let reader: Readership
    private let titles: [PublicID: String]
    private(set) var notes: [String] = []
    private var numbers: [EvidenceRef: Int] = [:]

    init(evidence: Bool, reader: Readership, titles: [PublicID: String] = [:]) {
        self.evidence = evidence
        self.titles = titles
        self.reader = reader
    }

    /// As many as a footnote can hold.
    private static let mostTitles = 10

    mutating func block(_ block: Document.Block) -> String {
        switch block {
        case .paragraph(let spans): line(spans)
        case .list(let items): items.map { "- " + line($0) }.joined(separator: "\n")
        case .table(let table): self.table(table)
        case .chart(let chart): self.chart(chart)
        case .draft(let said): "> " + line(said.spans)
        case .empty(let text, let offer): empty(text, command: offer?.command ?? "")
        case .offers: ""
        }
    }

    /// Spans on one line that starts a block.
    mutating func line(_ spans: [Document.Span]) -> String {
        var result = ""
        for span in spans {
            let part = self.span(span, atStart: result.isEmpty)
            // Two adjacent code spans would merge into one.
            if result.utf8.last == UInt8(ascii: "`"), part.utf8.first == UInt8(ascii: "`") { result += " " }
            result += part
        }
        return result
    }

    private mutating func span(_ span: Document.Span, atStart: Bool) -> String {
        switch span.opening {
        case .text(let text), .soft(let text), .taken(let text):
            MarkdownEscape.inert(Arrows.printed(text), atStart: atStart)
        case .strong(let text): strong(Arrows.printed(text), atStart: atStart)
        case .code(let text): MarkdownEscape.code(text)
        case .offer(let offer): MarkdownEscape.code(offer.command)
        case .figure(let text, let ref): MarkdownEscape.inert(Arrows.printed(text), atStart: atStart) + note(ref)
        }
    }

    private func strong(_ text: String, atStart: Bool) -> String {
        let inner = MarkdownEscape.inert(text, atStart: true)
        guard !inner.isEmpty, inner.last != " " else { return MarkdownEscape.inert(text, atStart: atStart) }
        return (text.first == " " && !atStart ? " " : "") + "**\(inner)**"
    }

    private mutating func note(_ ref: EvidenceRef) -> String {
        guard evidence else { return "" }
        if let number = numbers[ref] { return "[^\(number)]" }
        let number = notes.count + 1
        numbers[ref] = number
        let query = reader == .oneself ? ": " + MarkdownEscape.code(ref.query) : ""
        let named = ref.ids.prefix(Self.mostTitles).compactMap { titles[$0] }.map {
            MarkdownEscape.inert($0, atStart: false)
        }
        let list = named.isEmpty ? "" : ": " + named.joined(separator: "; ")
        notes.append("[^\(number)]: \(Words.digits(ref.count, "piece"))\(list)\(query)")
        return "[^\(number)]"
    }

    private mutating func table(_ table: Document.Table) -> String {
        guard !table.columns.isEmpty else { return "" }
        var lines = [
            row(table.columns.map { MarkdownEscape.inert($0.title, atStart: true) }),
            row(table.columns.map { $0.isNumber ? "---:" : "---" }),
        ]
        for cells in table.rows {
            lines.append(row(table.columns.indices.map { $0 < cells.count ? line(cells[$0]) : "" }))
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// Charts are those of the terminal, inside a fence.
    private func chart(_ chart: Chart) -> String {
        let page = TerminalPage(width: 80, colour: false, unicode: true)
        return fenced(page.lines(.chart(chart)).map { page.paint($0) }.joined(separator: "\n"), "text")
    }

    private func empty(_ text: String, command: String) -> String {
        let said = MarkdownEscape.inert(text, atStart: true)
        return command.isEmpty ? said : said + "\n\n" + fenced(UntrustedText.inert(command), "sh")
    }

    private func fenced(_ text: String, _ language: String) -> String {
        let longest = MarkdownEscape.longestRun(of: "`", in: text.unicodeScalars)
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(text)\n\(fence)"
    }
}

/// Whom a document is for: sections that are only for the person are left out for others.
package enum Readership: Sendable, Hashable {
    case oneself
    case others
}
