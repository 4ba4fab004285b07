package import LedgerModel

/// A piece of evidence whose time nobody has explained yet.
package struct SortPiece: Sendable, Hashable {
    /// Its row in the store.
    package var row: Int64
    package var id: PublicID
    package var facts: EvidenceFacts
    /// What it won on the timeline, sure and likely.
    package var seconds: Int64
    /// The other people on it.
    package var headCount: Int
    /// Its title is nobody's to see.
    package var isPrivate: Bool

    package init(
        row: Int64, id: PublicID, facts: EvidenceFacts, seconds: Int64, headCount: Int = 0, isPrivate: Bool = false
    ) {
        self.row = row
        self.id = id
        self.facts = facts
        self.seconds = seconds
        self.headCount = headCount
        self.isPrivate = isPrivate
    }
}
