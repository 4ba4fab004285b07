import LedgerModel
import Questions

/// What the ledger holds: how much, and the newest of it.
package struct LedgerView: Sendable {
    /// `1,234 pieces of evidence, 3 January 2025 to 17 March 2026.`
    package var headline: String
    package var items: [EvidenceItem]
    /// Where older ones are.
    package var more: PageLink?
    /// The last action by hand can be taken back.
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
