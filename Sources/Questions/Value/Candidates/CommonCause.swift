package import LedgerModel

/// What the pieces that are no results have in common: an improvement that nobody has made yet.
package struct CommonCause: Sendable, Hashable {
    /// Two words that stand together in their titles: `disk full`.
    package var words: String
    package var pieces: [PublicID]
    package var isCommits: Bool
    package var first: CivilDay
    package var last: CivilDay

    /// `41 commits`
    package var count: String { Words.digits(pieces.count, isCommits ? "commit" : "piece") }

    /// ` in twelve months say “disk full”.`
    package var rest: String {
        let months = Int((last - first + 15) / 30)
        let span = months > 1 ? " in \(Words.count(months, "month"))" : ""
        return "\(span) \(pieces.count == 1 ? "says" : "say") “\(words)”."
    }

    /// The pieces as a figure. At most 200 are named.
    package var ref: EvidenceRef { EvidenceRef(pieces: pieces) }

    /// How often at least, and on how many days.
    private static let least = (pieces: 5, days: 3)

    /// - Parameter heroics: In order of time.
    init?(_ heroics: [PieceTraits], until end: CivilDay) {
        var found: [String: [Int]] = [:]
        for (place, item) in heroics.enumerated() where !item.subject.isSupport {
            for pair in Self.pairs(item.words) where found[pair]?.last != place {
                found[pair, default: []].append(place)
            }
        }
        let common = found.filter { _, places in
            places.count >= Self.least.pieces
                && Set(places.map { heroics[$0].piece.day }).count >= Self.least.days
        }
        guard let (words, places) = common.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
            return nil
        }
        self.words = Self.whole(words, places.map { heroics[$0].words })
        let last = places.suffix(200)
        pieces = last.map { heroics[$0].piece.id }
        isCommits = last.allSatisfy { heroics[$0].piece.kind == .commit }
        first = heroics[last[last.startIndex]].piece.day
        self.last = end
    }

    /// With the word behind them, if nearly all of them have it: `queue stands still`.
    private static func whole(_ pair: String, _ titles: [[String]]) -> String {
        let next = titles.compactMap { words in
            zip(words.indices, zip(words, words.dropFirst())).first { "\($0.1.0) \($0.1.1)" == pair }.flatMap {
                place, _ in
                words.indices.contains(place + 2) ? words[place + 2] : nil
            }
        }
        let counts = Dictionary(grouping: next) { $0 }.mapValues(\.count)
        guard let (word, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            count * 10 >= titles.count * 9, !Phrases.telling([word]).isEmpty
        else { return pair }
        return "\(pair) \(word)"
    }

    /// Two words beside each other that both say something.
    private static func pairs(_ words: [String]) -> [String] {
        zip(words, words.dropFirst()).compactMap { first, second in
            [first, second].allSatisfy { !Phrases.telling([$0]).isEmpty && !Heroics.begins($0) }
                ? "\(first) \(second)" : nil
        }
    }
}
