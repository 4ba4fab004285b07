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
    /// The seconds it won on the timeline, by grade.
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
