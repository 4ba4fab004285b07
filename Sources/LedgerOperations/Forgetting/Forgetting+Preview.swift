package import LedgerModel
import LedgerStore
import Questions

extension Forgetting {
    /// What goes besides the name, and what `forget` cannot reach, with figures; to be said before. Of a piece nothing.
    package func preview(of what: Forgettable) throws(LedgerError) -> ForgettingPreview {
        guard case .person(let id, _, _, _) = what else { return ForgettingPreview() }
        return try store.read { try $0.preview(forgetting: id) }
    }
}

extension ForgettingPreview {
    /// What goes besides the name and the addresses, a sentence each.
    package var goes: [String] {
        var sentences: [String] = []
        if !names.isEmpty {
            sentences.append("\(Self.quoted(names)) goes too: an address of theirs carries that name.")
        }
        if alonePieces > 0 {
            sentences.append(
                "Where nobody else was there, \(Self.quoted(alone)) goes from \(Words.count(alonePieces, "title")) too."
            )
        }
        return sentences
    }

    /// What it cannot reach, a sentence each.
    package var stays: [Advice] { words.map(\.sentence) + places }

    /// What it cannot reach besides single words.
    package var places: [Advice] {
        var sentences: [Advice] = []
        if !locators.isEmpty {
            sentences.append(
                "The place of a source holds the name and stays, so that it can be read again: \(locators.joined(separator: ", "))"
            )
        }
        if !keys.isEmpty {
            sentences.append(
                "A key of My job holds the name and stays, since other things refer to it; change it with \(offer: .editJob): \(keys.joined(separator: ", "))"
            )
        }
        if externalIDs > 0 {
            sentences.append(
                "The id that \(Words.count(externalIDs, "piece")) got from the source holds the name and stays, so that no import doubles it."
            )
        }
        return sentences
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "“\($0)”" }.joined(separator: " or ")
    }
}

extension StayingWord {
    /// `In 7 other titles the word “Emre” stays; see them with: ` and the search.
    package var sentence: Advice { canBeSearched ? "\(fact); see them with: \(offer: .search(word))" : "\(fact)." }

    /// A search lists where it stays.
    package var canBeSearched: Bool { titles + texts > 0 }

    /// `In 7 other titles the word “Emre” stays`
    package var fact: String {
        var places: [String] = []
        if titles > 0 { places.append(Words.digits(titles, "other title")) }
        if texts > 0 { places.append(Words.digits(texts, "other text")) }
        if claims > 0 { places.append(Words.digits(claims, "result")) }
        if items > 0 { places.append("My job") }
        return "In \(Words.list(places)) the word “\(word)” stays"
    }
}
