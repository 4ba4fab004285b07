package import LedgerModel

extension StayingWord {
    /// Where it stands: `7 other titles and one result`.
    package var places: String {
        var places: [String] = []
        if titles > 0 { places.append(Words.digits(titles, "other title")) }
        if texts > 0 { places.append(Words.digits(texts, "other text")) }
        if claims > 0 { places.append(Words.digits(claims, "result")) }
        if items > 0 { places.append("My job") }
        return Words.list(places)
    }

    /// Whether a search can list where it stands.
    package var canBeSearched: Bool { titles + texts > 0 }

    /// `“Emre” alone, which may be somebody else, is in 7 other titles`, with the search.
    var spans: [Document.Span] {
        [.text("“\(word)” alone, which may be somebody else, is in \(places)")]
            + (canBeSearched ? [.text(": "), .offer(.search(word))] : []) + [.text(".")]
    }
}
