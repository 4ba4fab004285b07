package struct SearchHit: Sendable, Hashable {
    package var id: PublicID
    package var at: Instant
    package var until: Instant?
    package var source: String
    package var kind: EvidenceKind
    package var title: String
    /// A few words around the match, with nothing marked.
    package var snippet: String
    package var flags: EvidenceFlags

    package init(
        id: PublicID, at: Instant, until: Instant?, source: String, kind: EvidenceKind, title: String, snippet: String,
        flags: EvidenceFlags
    ) {
        self.id = id
        self.at = at
        self.until = until
        self.source = source
        self.kind = kind
        self.title = title
        self.snippet = snippet
        self.flags = flags
    }
}

package struct SearchResult: Sendable, Hashable {
    package var total: Int
    package var hits: [SearchHit]

    package init(total: Int, hits: [SearchHit]) {
        self.total = total
        self.hits = hits
    }
}
