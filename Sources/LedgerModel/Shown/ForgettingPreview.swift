/// What forgetting a person removes beyond their name and addresses, and what it cannot reach.
package struct ForgettingPreview: Sendable, Hashable {
    /// Other names that appear with their addresses. They are removed too.
    package var names: [String] = []
    /// Single words of the names that are removed from the titles of pieces with nobody else in them.
    package var alone: [String] = []
    package var alonePieces = 0
    /// Single words of the names that stay, and where.
    package var words: [StayingWord] = []
    /// The paths of sources that hold the name. They must stay unchanged for the sources to be read again.
    package var locators: [String] = []
    /// Keys of My job that hold the name. They stay, because rules and judgements refer to them.
    package var keys: [String] = []
    /// The number of pieces whose id in their source holds the name or address.
    package var externalIDs = 0
    /// The number of the person's own notes with them, of which the words stay.
    package var notes = 0

    package init() {}
}

/// A single word of a name that stays, because it is not certain who is meant.
package struct StayingWord: Sendable, Hashable {
    package var word: String
    /// The number of pieces with the word in their title.
    package var titles = 0
    /// The number of pieces with the word in their text and not in their title.
    package var texts = 0
    /// The number of results and tellings with the word.
    package var claims = 0
    /// The number of items of My job with the word.
    package var items = 0

    package init(_ word: String) { self.word = word }

    package var isNowhere: Bool { titles + texts + claims + items == 0 }
}
