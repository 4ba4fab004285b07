import LedgerModel

/// Which of two versions of one piece is current, whatever order they came in.
///
/// Of events the greater by SEQUENCE, LAST-MODIFIED and DTSTAMP; when these are equal a private one, then
/// the hash of the content. A commit has one content: of two readings the one that knows it as the
/// person's own, then the one that knows more of it, as when another clone lacked the files.
struct VersionRank: Comparable {
    private var order: VersionOrder
    private var precedence: Int
    private var knowledge: Int
    private var hash: Int64

    init(_ draft: EvidenceDraft) {
        order = draft.order
        hash = draft.contentHash
        if draft.kind == .commit {
            precedence = draft.flags.contains(.byOther) ? 0 : 1
            knowledge = draft.paths.count * 2 + draft.measures.count * 2 + (draft.workKey == 0 ? 0 : 1)
        } else {
            precedence = draft.flags.contains(.isPrivate) ? 1 : 0
            knowledge = 0
        }
    }

    static func < (a: VersionRank, b: VersionRank) -> Bool {
        if a.order != b.order { return a.order < b.order }
        return (a.precedence, a.knowledge, a.hash) < (b.precedence, b.knowledge, b.hash)
    }
}
