package import LedgerModel
import LedgerStore
import Questions

extension Ledger {
    /// What goes besides the name, and what `forget` cannot reach, a sentence each, with figures. To be said before.
    package func remains(of what: Forgettable) throws(LedgerError) -> (goes: [String], stays: [String]) {
        guard case .person(let id, _, _, _) = what else { return ([], []) }
        let remains = try store.remains(forgetting: id)
        return (remains.goes, remains.stays)
    }
}

extension ForgettingRemains {
    /// What goes besides the name and the addresses.
    var goes: [String] {
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

    /// What it cannot reach.
    var stays: [String] {
        var sentences = words.map(\.sentence)
        if !locators.isEmpty {
            sentences.append(
                "The place of a source holds the name and stays, so that it can be read again: \(locators.joined(separator: ", "))"
            )
        }
        if !keys.isEmpty {
            sentences.append(
                "A key of My job holds the name and stays, since other things refer to it; change it with `limelight frame edit`: \(keys.joined(separator: ", "))"
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
    /// `In 7 other titles the word “Emre” stays; see them with: limelight search Emre`
    var sentence: String {
        var places: [String] = []
        if titles > 0 { places.append(Words.digits(titles, "other title")) }
        if texts > 0 { places.append(Words.digits(texts, "other text")) }
        if claims > 0 { places.append(Words.digits(claims, "result")) }
        if items > 0 { places.append("My job") }
        let found = titles + texts > 0
        let way = found ? "; see them with: limelight search \(word)" : "."
        return "In \(Words.list(places)) the word “\(word)” stays\(way)"
    }
}
