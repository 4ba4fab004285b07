package import LedgerModel

/// One thing that ran into blocks again and again, such as a meeting with one title.
package struct RunningSeries: Sendable, Hashable {
    package var title: String
    /// The number of blocks that it ran into.
    package var blocks: Int
    package var seconds: Int64
    package var ref: EvidenceRef

    /// The fewest blocks that make a series.
    private static let fewest = 3

    /// The title that took more than half of the taken minutes; `nil` if there is none.
    ///
    /// - Parameter titles: Of events; what has no title here is not named.
    package init?(_ parts: [GuardAnswer.TakenPart], titles: [PublicID: String]) {
        let all = parts.reduce(0) { $0 + $1.seconds }
        let named = parts.filter { titles[$0.piece]?.isEmpty == false }
        let byTitle = Dictionary(grouping: named) { titles[$0.piece] ?? "" }
        for (title, own) in byTitle {
            let seconds = own.reduce(0) { $0 + $1.seconds }
            let blocks = Set(own.map(\.block)).count
            guard seconds * 2 > all, blocks >= Self.fewest else { continue }
            self.init(title: title, blocks: blocks, seconds: seconds, ref: EvidenceRef(pieces: own.map(\.piece)))
            return
        }
        return nil
    }

    private init(title: String, blocks: Int, seconds: Int64, ref: EvidenceRef) {
        self.title = title
        self.blocks = blocks
        self.seconds = seconds
        self.ref = ref
    }
}
