package import LedgerModel

/// An empty page: what will appear there, and how to fill it.
package enum Empty {
    /// The heading of the section that says so, on every page.
    package static let title = "What will appear here"

    /// In place of people, in a ledger that leaves them out.
    package static let peopleLeftOut = leftOut(
        "Other people are left out of this ledger: only people whom your own notes name are listed here.")

    /// Says what is missing, and how to get it.
    package static func leftOut(_ what: String) -> Document.Block {
        .empty(what + " To include others, change that setting and read the sources again.", .setUp)
    }

    /// - Parameters:
    ///   - teaches: what will appear on the page.
    ///   - ways: how to fill it, the quickest first.
    package static func nothingSeen(
        _ title: String, _ base: AnswerBase, _ teaches: String, ways: [Offer] = [.calendar, .repository]
    ) -> Document {
        let hasSources = !base.sourceKinds.isEmpty
        return Document(
            title: title, period: base.period.text,
            headline: ["Nothing is on record for this period yet."], base: hasSources ? base.onRecord : [],
            sections: [
                .init(
                    Self.title, id: .toCome,
                    [
                        .paragraph([.text(teaches)]), .list(ways.map { [.offer($0)] }),
                        .empty("To look around first:", .lookAround),
                    ])
            ])
    }
}
