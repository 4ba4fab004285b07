import Questions

/// Spans as values for the templates `span-…`.
enum SpanValues {
    static func all(_ spans: [Document.Span], link: (EvidenceRef) -> String?) -> [[String: Any]] {
        spans.map { values($0, link: link) }
    }

    /// `link` says where a figure leads; `nil` shows it as text. A self-contained document links no pages.
    static func values(
        _ span: Document.Span, linksPages: Bool = true, link: (EvidenceRef) -> String?
    ) -> [String: Any] {
        func said(_ kind: Templates.Name, _ text: String) -> [String: Any] {
            ["kind": kind.rawValue, "text": Arrows.printed(text)]
        }
        switch span.opening {
        case .text(let text): return said(.text, text)
        case .strong(let text): return said(.strong, text)
        case .soft(let text): return said(.soft, text)
        case .taken(let text): return said(.taken, text)
        case .code(let text): return ["kind": Templates.Name.code.rawValue, "text": text]
        case .offer(let offer):
            guard linksPages, let link = offer.link else {
                return ["kind": Templates.Name.code.rawValue, "text": offer.command]
            }
            return ["kind": Templates.Name.way.rawValue, "text": link.label, "href": link.path]
        case .figure(let text, let ref):
            let text = Arrows.printed(text)
            guard !ref.query.isEmpty, let href = link(ref) else {
                return ["kind": Templates.Name.text.rawValue, "text": text]
            }
            // A short figure stays on one line; a long one may break.
            return [
                "kind": Templates.Name.figure.rawValue, "text": text, "href": href, "pieces": pieces(ref.count),
                "short": text.count <= 20,
            ]
        }
    }

    static func pieces(_ count: Int) -> String { count == 1 ? "1 piece of evidence" : "\(count) pieces of evidence" }
}
