package import LedgerModel

/// The words of a result, by which pieces like it are found: as in `TaskWords`, two words in common are a likeness, and
/// so is one that under two in a hundred titles hold.
package struct ResultWords: Sendable, Hashable {
    /// The beginnings of its words, at most `most`, in their order.
    package let stems: [String]

    /// The most words that are looked for.
    static let most = 12

    /// - Parameters:
    ///   - text: what changed, and by which figure.
    ///   - people: the names in it. They connect by themselves, and not as words.
    package init(_ text: String, people: [String] = []) {
        let names = Set(people.flatMap { Self.words($0) })
        var stems: [String] = []
        for word in Self.words(text) where !names.contains(word) {
            guard let stem = Self.stem(word), !stems.contains(stem) else { continue }
            stems.append(stem)
        }
        self.stems = Array(stems.prefix(Self.most))
    }

    /// Those of its words that a title holds, as the title has them.
    package func common(with title: String) -> [(stem: String, word: String)] {
        let words = title.split { !$0.isLetter && !$0.isNumber }.map { (String($0), $0.folded) }
        var found: Set<String> = []
        return stems.compactMap { stem in
            // “print” and “printer” are one word of the title.
            words.first { $0.1.hasPrefix(stem) && found.insert($0.1).inserted }.map { (stem, $0.0.lowercased()) }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The word without its ending, so that *restores* finds *restore*; `nil` for one that says nothing.
    private static func stem(_ word: String) -> String? {
        guard word.count > 3, word.contains(where: \.isLetter), !common.contains(word) else { return nil }
        for ending in ["ing", "ed", "es", "en", "s", "e"] where word.hasSuffix(ending) && word.count > ending.count + 3
        {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    /// Words without a subject, in English and German.
    private static let common: Set<String> = [
        "about", "after", "branch", "commit", "commits", "merge", "merged", "pull", "request", "requests", "again",
        "also", "always", "because", "been", "before", "being", "between", "both", "could",
        "does", "done", "down", "during", "each", "even", "every", "first", "from", "have", "having", "here", "hour",
        "hours", "instead", "into", "just", "last", "less", "made", "make", "many", "minutes", "more", "most", "much",
        "never", "next", "none", "nothing", "only", "other", "over", "same", "should", "since", "some", "still", "such",
        "take", "takes", "taken", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those",
        "through", "time", "times", "took", "under", "until", "used", "using", "very", "were", "what", "when", "where",
        "which", "while", "will", "with", "within", "without", "would", "year", "your", "auch", "beim", "dann", "dass",
        "dies", "diese", "durch", "eine", "einem", "einen", "einer", "haben", "hatte", "mehr", "nach", "nicht", "noch",
        "oder", "ohne", "seit", "sich", "sind", "statt", "uber", "unter", "wenn", "werden", "wird", "wurde", "wurden",
    ]
}

/// A piece that may stand behind a result, and why.
package struct LikelyEvidence: Sendable, Hashable {
    package var id: PublicID
    package var kind: EvidenceKind
    package var at: Instant
    /// `17 March 2026`, `Q1 2026`
    package var date: String
    package var title: String
    /// `the words “restore” and “drill”, Maria Keller, one day before`
    package var why: String
    /// Higher is more alike.
    package var score: Double

    /// The most that are offered.
    package static let most = 10

    package init(id: PublicID, kind: EvidenceKind, at: Instant, date: String, title: String, why: String, score: Double)
    {
        (self.id, self.kind, self.at, self.date, self.title) = (id, kind, at, date, title)
        (self.why, self.score) = (why, score)
    }
}

/// How a piece and a result are alike.
package struct EvidenceLikeness: Sendable {
    /// The words in common as the title has them, each with the number of titles that hold it.
    package var words: [(word: String, titles: Int)]
    /// The names of people who are in both.
    package var people: [String]
    /// Days from the days of the result to the piece: negative before them, 0 within.
    package var days: Int64
    /// Whether the result is known by its day.
    package var isOfDay: Bool

    package init(words: [(word: String, titles: Int)], people: [String], days: Int64, isOfDay: Bool) {
        (self.words, self.people, self.days, self.isOfDay) = (words, people, days, isOfDay)
    }

    /// How far a piece with the same people and no words in common may be, in days.
    private static let nearby: Int64 = 2

    /// A word weighs as many halvings as its share of the titles takes: four for one in ten. A person weighs as much
    /// as such a word, and nearness at most as much, half of it three weeks away. `nil` if it is alike by chance.
    ///
    /// - Parameter titles: how many titles there are.
    package func score(of titles: Int) -> Double? {
        let isNear = abs(days) <= Self.nearby
        let isSameDay = isOfDay && days == 0 && !words.isEmpty
        let isLike = isSameDay || TaskWords.isLike(words.map(\.titles), of: titles)
        guard isLike || !people.isEmpty && isNear else { return nil }
        let rarity = words.reduce(0) { $0 + Self.halvings(titles / max(1, $1.titles)) }
        return Double(rarity) + Self.person * Double(people.count) + Self.person / (1 + Double(abs(days)) / 21)
    }

    private static let person = 4.0

    private static func halvings(_ ratio: Int) -> Int { Int.bitWidth - max(1, ratio).leadingZeroBitCount }

    package var why: String {
        let quoted = words.prefix(4).map { "“\($0.word)”" }
        let parts = [
            quoted.isEmpty ? nil : "the word\(quoted.count == 1 ? "" : "s") \(Words.list(quoted))",
            people.isEmpty ? nil : Words.list(people), distance,
        ].compactMap { $0 }
        return parts.joined(separator: ", ")
    }

    private var distance: String? {
        guard days != 0 else { return isOfDay ? "the same day" : "in that time" }
        let side = days < 0 ? "before" : "after"
        let count = Int(abs(days))
        if count < 14 { return "\(Words.count(count, "day")) \(side)" }
        return count < 60 ? "\(Words.count(count / 7, "week")) \(side)" : nil
    }
}
