/// What forgetting a person takes and cannot reach, beyond their name and addresses.
package struct ForgettingPreview: Sendable, Hashable {
    /// Other names that their addresses carry: they go too.
    package var names: [String] = []
    /// Single words of the names that go from the titles of pieces in which nobody else was, and from how many.
    package var alone: [String] = []
    package var alonePieces = 0
    /// Single words of the names, and where they stay.
    package var words: [StayingWord] = []
    /// Where sources lie: they must stay as they are to be read again.
    package var locators: [String] = []
    /// Keys of My job, to which rules and judgements refer.
    package var keys: [String] = []
    /// Pieces whose own id, given by their source, holds the name or address.
    package var externalIDs = 0

    package init() {}
}

/// A single word of a name that stays where it cannot be told who is meant.
package struct StayingWord: Sendable, Hashable {
    package var word: String
    /// Pieces with it in their title.
    package var titles = 0
    /// Pieces with it in their text, and not in their title.
    package var texts = 0
    /// Results and who heard of them.
    package var claims = 0
    /// Items of My job.
    package var items = 0

    package init(_ word: String) { self.word = word }

    package var isNowhere: Bool { titles + texts + claims + items == 0 }
}
