/// What the ledger holds: how much, and the newest of it.
package struct LedgerView: Sendable {
    /// `1,234 pieces of evidence, 3 January 2025 to 17 March 2026.`
    package var headline: String
    package var items: [EvidenceItem]
    /// Where older ones are.
    package var more: PageLink?
    /// Takes back the last action by hand; nil when there is none.
    package var undo: PageAction?

    package init(headline: String, items: [EvidenceItem], more: PageLink? = nil, undo: PageAction? = nil) {
        self.headline = headline
        self.items = items
        self.more = more
        self.undo = undo
    }

    package func fragment(in frame: PageFrame) -> Fragment {
        let buttons = frame.csrf == nil ? [] : [undo].compactMap { $0 }
        let form = Templates.render(
            .actions, ["actions": buttons.map(\.values), "csrf": filled(frame.csrf), "here": frame.here])
        return Templates.render(
            .ledger,
            [
                "headline": headline, "some": !items.isEmpty, "items": items.map(\.values),
                "more": more.map { $0.values as Any } ?? false, "undo": buttons.isEmpty ? "" : form.html,
                "demo": DemoOffer(frame).fragment.html, "sources": PageEntry.sources.path,
            ])
    }
}
