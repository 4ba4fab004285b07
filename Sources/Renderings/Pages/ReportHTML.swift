package import LedgerModel
package import Questions

/// A document as one self-contained HTML file: style inside, nothing loaded, no script, and links only to
/// its own evidence. It prints as a document.
package enum ReportHTML {
    /// For others, sections that are only for the person are left out.
    ///
    /// - Parameters:
    ///   - appendix: the cited pieces; those that are missing here are only counted.
    ///   - foot: lines at the end, such as how much rests on the author's word.
    package static func render(
        _ document: Document, for reader: Readership = .others, appendix: [EvidenceItem] = [], foot: [String] = []
    ) -> String {
        let sections = document.sections.filter { reader == .oneself || !$0.onlyForYou }
        let references = References(headline: document.headline + document.base, sections: sections)
        var blocks = BlockValues()
        blocks.drawing = SVGDrawing(linksEvidence: false, paintsItself: true)
        blocks.linksPages = false
        blocks.spans = { references.values($0) }
        return Templates.render(
            .report,
            [
                "title": document.title, "period": filled(document.period), "stylesheet": Assets.reportStylesheet,
                "headline": references.values(document.headline), "hasBase": !document.base.isEmpty,
                "base": references.values(document.base),
                "sections": sections.map { section in
                    [
                        "title": filled(section.title), "private": document.marks(section),
                        "blocks": blocks.values(section.blocks), "actions": "",
                    ] as [String: Any]
                },
                "mark": document.isOnlyForYou ? Document.onlyForYou : "",
                "hasReferences": !references.list.isEmpty, "references": references.entries(appendix, for: reader),
                "foot": !foot.isEmpty, "lines": foot,
            ]
        ).html
    }
}

/// The figures of a report, numbered by the evidence behind them.
private struct References {
    private(set) var list: [EvidenceRef] = []
    private var numbers: [EvidenceRef: Int] = [:]

    init(headline: [Document.Span], sections: [Document.Section]) {
        for span in headline + sections.flatMap({ $0.blocks.flatMap(\.spans) }) {
            guard case .figure(_, let ref) = span, ref.count > 0, numbers[ref] == nil else { continue }
            list.append(ref)
            numbers[ref] = list.count
        }
    }

    func values(_ spans: [Document.Span]) -> [[String: Any]] {
        spans.map { span in
            guard case .figure(let text, let ref) = span, let number = numbers[ref] else {
                return SpanValues.values(span, linksPages: false) { _ in nil }
            }
            return [
                "kind": Templates.Name.reference.rawValue, "text": text, "href": "#e\(number)", "number": "\(number)",
                "short": text.count <= 20,
            ]
        }
    }

    /// Others read what it is, without the words of the program.
    func entries(_ appendix: [EvidenceItem], for reader: Readership) -> [[String: Any]] {
        let known = Dictionary(appendix.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return list.enumerated().map { index, ref in
            let items = ref.ids.compactMap { known[$0] }
            return [
                "anchor": "e\(index + 1)",
                "pieces": reader == .oneself ? SpanValues.pieces(ref.count) : Words.digits(ref.count, "piece"),
                "query": filled(reader == .oneself ? ref.query : ""),
                "items": items.map(\.values), "some": !items.isEmpty,
                "rest": ref.count > items.count ? "and \(ref.count - items.count) more" as Any : false,
            ]
        }
    }
}

extension Document.Block {
    /// Every span in reading order.
    var spans: [Document.Span] {
        switch self {
        case .paragraph(let spans): spans
        case .draft(let said): said.spans
        case .list(let items): items.flatMap { $0 }
        case .table(let table): table.rows.flatMap { $0.flatMap { $0 } }
        case .chart, .empty, .offers: []
        }
    }
}

/// A review or a quarter as a file that is only for the person.
package enum ReviewPaper {
    /// - Parameter ending: `html` or `eml`. Throws `.usage` for another, and for a mail without an address.
    package static func render(
        _ document: Document, _ ending: String, _ head: Letterhead
    ) throws(LedgerError) -> String {
        switch ending.lowercased() {
        case "html", "htm": return html(document)
        case "eml": return try mail(document, head)
        default:
            throw LedgerError(.usage, "a review is a .html or .eml file", hint: "Give the file one of these endings.")
        }
    }

    private static func html(_ document: Document) -> String {
        ReportHTML.render(document, for: .oneself)
    }

    /// A draft addressed to the person and to nobody else.
    private static func mail(_ document: Document, _ head: Letterhead) throws(LedgerError) -> String {
        let hint: Advice = "Say which is yours with: \(offer: .addAddress)"
        guard let address = head.address else {
            throw LedgerError(.usage, "a draft mail needs an address of yours", hint: hint)
        }
        let draft = DraftMail(
            address: address, name: head.name,
            subject: "\(document.title), \(document.period.lowercasedFirst)",
            date: head.at, text: TerminalText.render(document, width: 72), html: html(document))
        guard let draft else { throw LedgerError(.usage, "your address cannot be used in a mail", hint: hint) }
        return draft.message
    }
}
