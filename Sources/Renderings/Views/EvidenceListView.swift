import LedgerModel
import Questions

/// The pieces of evidence behind a figure.
package struct EvidenceListView: Sendable {
    /// The heading: `4 pieces of evidence`.
    package var title: String
    /// The query that finds them in a terminal.
    package var query: String
    package var items: [EvidenceItem]
    /// How many there are in total.
    package var total: Int
    /// The link to the next ones.
    package var more: PageLink?
    /// Whether nothing is said of a list that is empty.
    package var isQuiet = false

    package init(title: String, query: String, items: [EvidenceItem], total: Int, more: PageLink? = nil) {
        self.title = title
        self.query = query
        self.items = items
        self.total = total
        self.more = more
    }

    package var fragment: Fragment {
        Templates.render(
            .evidenceList,
            [
                "title": Arrows.printed(title), "command": filled(query.isEmpty ? nil : Offer.search(query).command),
                "items": items.map(\.values),
                "rest": total > items.count ? "\(items.count) of \(total)" as Any : false,
                "more": more.map { $0.values as Any } ?? false, "none": items.isEmpty && !isQuiet,
            ])
    }
}

/// What the ledger holds: how much, and the newest pieces.
package struct LedgerView: Sendable {
    /// `1,234 pieces of evidence, 3 January 2025 to 17 March 2026.`
    package var headline: String
    package var items: [EvidenceItem]
    /// The link to older ones.
    package var more: PageLink?
    /// Whether the last action by hand can be undone.
    package var canUndo: Bool

    package init(headline: String, items: [EvidenceItem], more: PageLink? = nil, canUndo: Bool = false) {
        self.headline = headline
        self.items = items
        self.more = more
        self.canUndo = canUndo
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        Templates.render(
            .ledger,
            [
                "headline": headline, "some": !items.isEmpty, "items": items.map(\.values),
                "more": more.map { $0.values as Any } ?? false,
                "undo": OfferButton.form(.init(canUndo ? [.undo] : []), in: layout).html,
                "demo": DemoOffer(layout).fragment.html, "sources": PageEntry.sources.path,
            ])
    }
}

/// What a search found.
package struct SearchView: Sendable {
    package var query: String
    package var items: [EvidenceItem]
    package var total: Int
    package var more: PageLink?
    /// How to search, in one line.
    package var hint: String

    package init(
        query: String, items: [EvidenceItem], total: Int, more: PageLink? = nil,
        hint: String = "Words, or \"a phrase\" in quotation marks."
    ) {
        self.query = query
        self.items = items
        self.total = total
        self.more = more
        self.hint = hint
    }

    package var fragment: Fragment {
        Templates.render(
            .search,
            [
                "query": query, "asked": !query.isEmpty, "search": PagePath.search, "items": items.map(\.values),
                "said": total == 0
                    ? "Nothing found."
                    : total == 1 ? "One piece found." : "\(Words.count(total).sentence) pieces found.",
                "hint": filled(hint), "more": more.map { $0.values as Any } ?? false,
            ])
    }
}
