import LedgerModel

extension EvidenceFlags {
    /// Pieces with one of these are in no search.
    static let unsearched = EvidenceFlags([.withdrawn, .sourceRemoved, .isPrivate])
}
