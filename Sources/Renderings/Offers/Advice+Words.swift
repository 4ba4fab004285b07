package import LedgerModel
package import Questions

extension Advice {
    /// For a terminal and for JSON: a command in backticks; after a colon as it is, so that the end of the line can be
    /// taken over.
    package var words: String {
        var words = ""
        for part in parts {
            switch part {
            case .text(let text): words += text
            case .offer(let offer): words += words.hasSuffix(": ") ? offer.command : "`\(offer.command)`"
            }
        }
        return words
    }

    /// For a page, which links the page that does it.
    package var spans: [Document.Span] {
        parts.map {
            switch $0 {
            case .text(let text): .text(text)
            case .offer(let offer): .offer(offer)
            }
        }
    }

    /// As values for the templates `span-…`.
    var values: [[String: Any]] { SpanValues.all(spans) { _ in nil } }
}

/// A value for a template: `spans`, or `false` so that a section over it is skipped.
func filled(_ advice: Advice) -> Any { advice.isEmpty ? false : ["spans": advice.values] }

extension Document.Span {
    /// With an offer as its command.
    var words: String {
        guard case .offer(let offer) = self else { return plain }
        return offer.command
    }
}

extension [Document.Span] {
    var words: String { map(\.words).joined() }
}
