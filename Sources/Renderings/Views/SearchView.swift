import Questions

/// What a search found.
package struct SearchView: Sendable {
    package var query: String
    package var items: [EvidenceItem]
    package var total: Int
    package var more: PageLink?
    /// What can be searched for, in one line.
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
