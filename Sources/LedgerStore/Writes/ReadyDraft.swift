package import LedgerModel

/// A draft with its id and its hash, which take a part of what writing it takes: they are made outside of the
/// transaction that writes it, and another thread may make them.
package struct ReadyDraft: Sendable {
    package let draft: EvidenceDraft
    let id: String
    let hash: Int64

    package init(_ draft: EvidenceDraft) {
        self.draft = draft
        id = draft.id.description
        hash = draft.contentHash
    }
}

extension WriteContext {
    /// A draft as an import keeps it.
    package func ready(_ draft: EvidenceDraft) -> ReadyDraft {
        ReadyDraft(leavesPeopleOut ? draft.withoutPeople : draft)
    }
}
