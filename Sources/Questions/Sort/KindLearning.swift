package import LedgerModel

/// A step of learning kinds of work: what it is learned from, and what it would change.
package struct KindLearning: Sendable {
    /// How many answers are needed, so that a few do not turn everything.
    package static let least = 20

    package var base: AnswerBase
    /// From 1.
    package var number: Int
    /// Titles of which the person said the kind of work, and further ones of which a rule says it.
    package var said: Int
    package var ruled: Int
    /// The pieces that it is learned from.
    package var kinds: [PublicID: Worth]
    /// Whether the last step learned from something else.
    package var isNew: Bool
    /// What the program would say otherwise than now, most hours first.
    package var changes: [Change]
    /// How many titles without a kind of work were compared, of how many the program says what they probably are, and
    /// of how many it would.
    package var titles: Int
    package var answered: Int
    package var wouldAnswer: Int

    package init(
        base: AnswerBase, number: Int, said: Int, ruled: Int, kinds: [PublicID: Worth], isNew: Bool, changes: [Change],
        titles: Int, answered: Int, wouldAnswer: Int
    ) {
        (self.base, self.number, self.said, self.ruled) = (base, number, said, ruled)
        (self.kinds, self.isNew, self.changes) = (kinds, isNew, changes)
        (self.titles, self.answered, self.wouldAnswer) = (titles, answered, wouldAnswer)
    }

    package var canLearn: Bool { kinds.count >= Self.least && isNew }

    package struct Change: Sendable, Hashable {
        package var id: PublicID
        package var title: String
        package var seconds: Int64
        /// What it probably is; `nil` if the program does not say.
        package var before: Worth?
        package var after: Worth?

        package init(_ piece: OpenKind, to learned: LearnedKind?) {
            (id, title, seconds) = (piece.id, piece.title, piece.seconds)
            (before, after) = (piece.learned?.worth, learned?.worth)
        }
    }
}

extension KindLearning {
    /// What it would change, in words.
    package var document: Document {
        Document(title: "Learning kinds of work", headline: [.text(headline)], sections: sections)
    }

    private var headline: String {
        guard kinds.count >= Self.least else {
            let more = Words.count(Self.least - kinds.count, "more title", "more titles")
            return "It takes the kind of work of \(more) to learn from."
        }
        let titles = Words.digits(said, "title")
        let byRules = said == 0 ? Words.digits(ruled, "title") : "\(ruled) more"
        let from = [
            said == 0 ? "" : "\(titles) of which you said the kind of work",
            ruled == 0 ? "" : "\(byRules) of which your rules say it",
        ].filter { !$0.isEmpty }.joined(separator: ", and ")
        return isNew ? "Step \(number) learns from \(from)." : "Step \(number - 1) has learned from \(from)."
    }

    private var sections: [Document.Section] {
        guard canLearn else {
            // Where nothing is left to ask, there is no way to say more.
            guard titles > 0 else { return [.init("", [.paragraph([.text("Nothing is left to be asked now.")])])] }
            let next: [Document.Span] = [.text("Say more: "), .offer(.kinds), .text(".")]
            return [.init("", [.paragraph(next)])]
        }
        let titles = Words.digits(titles, "title")
        let change = "Of \(titles) it would say what \(wouldAnswer) probably are; now it says that of \(answered)."
        var blocks: [Document.Block] = [.paragraph([.text(change)])]
        let rows = changes.prefix(Self.shown).map { change -> [[Document.Span]] in
            [
                [.text(change.title)], [.text(Hours.text(change.seconds))], [.soft(change.before?.label ?? "nothing")],
                [.text(change.after?.label ?? "nothing")],
            ]
        }
        if rows.isEmpty {
            blocks.append(.paragraph([.text("No title would be read otherwise.")]))
        } else {
            blocks.append(.table(.init(columns: ["What", "Hours", "It says", "It would say"], rows: Array(rows))))
        }
        if changes.count > Self.shown {
            blocks.append(.paragraph([.soft("And \(changes.count - Self.shown) smaller ones.")]))
        }
        return [.init("What it would change", blocks)]
    }

    private static let shown = 20
}
