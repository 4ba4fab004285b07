package struct SearchHit: Sendable, Hashable {
    package var id: PublicID
    package var at: Instant
    package var until: Instant?
    package var source: String
    package var kind: EvidenceKind
    package var title: String
    /// A few words around the match, without markup.
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

/// A piece of evidence as the ledger holds it.
package struct ShownEvidence: Sendable {
    package var id: PublicID
    package var draft: EvidenceDraft
    package var version: Int
    package var recordedAt: Instant
    package var sources: [Source]
    package var correction: Correction?
    package var citedBy: [PublicID]
    /// Older versions, newest first.
    package var older: [EvidenceDraft]
    /// The seconds that it won on the timeline, by grade.
    package var spent: Spent

    package init(
        id: PublicID, draft: EvidenceDraft, version: Int, recordedAt: Instant, sources: [Source],
        correction: Correction?, citedBy: [PublicID], older: [EvidenceDraft], spent: Spent
    ) {
        self.id = id
        self.draft = draft
        self.version = version
        self.recordedAt = recordedAt
        self.sources = sources
        self.correction = correction
        self.citedBy = citedBy
        self.older = older
        self.spent = spent
    }
}
