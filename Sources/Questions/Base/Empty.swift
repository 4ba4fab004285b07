package import LedgerModel

/// What a page says when there is nothing to say yet: what would stand there, and what fills it.
package enum Empty {
    /// Where people would stand, in a ledger from which they are left out.
    package static let peopleLeftOut = leftOut(
        "Other people are left out of this ledger: nobody stands here but whom your own notes name.")

    /// What is missing for it, and the way to have it.
    package static func leftOut(_ what: String) -> Document.Block {
        .empty(what + " To have them here, change that, and read the sources again.", .setUp)
    }

    /// - Parameters:
    ///   - teaches: what would stand on the page.
    ///   - ways: what fills it, the shortest first.
    package static func nothingSeen(
        _ title: String, _ base: AnswerBase, _ teaches: String, ways: [Offer] = [.calendar, .repository]
    ) -> Document {
        let hasSources = !base.sourceKinds.isEmpty
        return Document(
            title: title, period: base.period.text,
            headline: ["Nothing is on record for this period yet."], base: hasSources ? base.onRecord : [],
            sections: [
                .init(
                    "What will stand here", id: .toCome,
                    [
                        .paragraph([.text(teaches)]), .list(ways.map { [.offer($0)] }),
                        .empty("To look around first:", .lookAround),
                    ])
            ])
    }
}
