import LedgerModel

/// The pieces of evidence behind a figure.
package struct EvidenceListView: Sendable {
    /// What they prove: `4 pieces of evidence`.
    package var title: String
    /// How to find them again in a terminal.
    package var query: String
    package var items: [EvidenceItem]
    /// How many there are in all.
    package var total: Int
    /// Where the next ones are.
    package var more: PageLink?

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
                "title": title, "command": filled(query.isEmpty ? nil : Offer.search(query).command),
                "items": items.map(\.values),
                "rest": total > items.count ? "\(items.count) of \(total)" as Any : false,
                "more": more.map { $0.values as Any } ?? false, "none": items.isEmpty,
            ])
    }
}
