import LedgerModel

/// A document for somebody else. It can be made of nothing but what is sayable, so whatever surface shows it says
/// nothing else.
package struct Handout: Sendable {
    package let document: Document

    package init(title: Sayable, period: Sayable = "", headline: Sayable, sections: [Section]) {
        document = Document(
            title: title.text, period: period.text, headline: [.text(headline.text)], sections: sections.map(\.section))
    }

    package struct Section: Sendable {
        fileprivate var section: Document.Section

        package init(_ title: Sayable, id: SectionID? = nil, _ blocks: [Block]) {
            section = Document.Section(title.text, id: id, blocks.map(\.block))
        }
    }

    package struct Block: Sendable {
        fileprivate let block: Document.Block

        package static func paragraph(_ spans: [Span]) -> Block { Block(block: .paragraph(spans.map(\.span))) }
        package static func list(_ items: [[Span]]) -> Block { Block(block: .list(items.map { $0.map(\.span) })) }
        package static func draft(_ sentence: Document.Sentence) -> Block { Block(block: .draft([sentence])) }

        package static func table(_ columns: [Column], _ rows: [[[Span]]]) -> Block {
            Block(
                block: .table(
                    Document.Table(
                        columns: columns.map(\.column), rows: rows.map { row in row.map { $0.map(\.span) } })))
        }
    }

    package struct Column: Sendable, ExpressibleByStringLiteral {
        fileprivate let column: Document.Table.Column

        package init(stringLiteral value: StaticString) { column = .init("\(value)") }
        package static func number(_ title: StaticString) -> Column { Column(column: .number("\(title)")) }
        package static let day = Column(column: .day)

        private init(column: Document.Table.Column) { self.column = column }
    }

    package struct Span: Sendable {
        fileprivate let span: Document.Span

        package static func text(_ said: Sayable) -> Span { Span(span: .text(said.text)) }
        package static func strong(_ said: Sayable) -> Span { Span(span: .strong(said.text)) }
        package static func soft(_ said: Sayable) -> Span { Span(span: .soft(said.text)) }
        package static func figure(_ said: Sayable, _ ref: EvidenceRef) -> Span { Span(span: .figure(said.text, ref)) }
    }
}

extension Document {
    /// A sentence to say or send. A prospect is about the future: it needs no evidence and holds no figure.
    package struct Sentence: Sendable, Hashable {
        package var text: Sayable
        package var isProspect: Bool

        package init(_ text: Sayable, isProspect: Bool = false) {
            self.text = text
            self.isProspect = isProspect
        }
    }
}

extension [Document.Sentence] {
    /// One after the other, with a mark after each prospect.
    package var spans: [Document.Span] {
        enumerated().flatMap { index, sentence -> [Document.Span] in
            [.text((index == 0 ? "" : " ") + sentence.text.text)] + (sentence.isProspect ? [.soft(" (prospect)")] : [])
        }
    }
}
