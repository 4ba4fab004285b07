package import LedgerModel

/// Who decided what pieces mean, and how often what was learned is right.
package struct AttributionReport: Sendable {
    package var base: AnswerBase
    /// The pieces of the period that count, and for each dimension how many each decided.
    package var pieces: Int
    package var deciders: [Decisions]
    package var readings: [Band]
    /// Of how many pieces the person said the kind of work that what was learned has not seen.
    package var unseen: Int { readings.reduce(0) { $0 + $1.pieces } }

    package struct Decisions: Sendable, Hashable {
        package var dimension: Dimension
        package var pieces: [DecidedBy: Int]

        package init(_ dimension: Dimension, _ pieces: [DecidedBy: Int]) {
            (self.dimension, self.pieces) = (dimension, pieces)
        }
    }

    /// Pieces of which the program would have given the kind of work with a chance from `from` up to the next band.
    package struct Band: Sendable, Hashable {
        package var from: Double
        package var pieces: Int
        /// Of how many the person said the same.
        package var right: Int

        package init(from: Double, pieces: Int, right: Int) {
            (self.from, self.pieces, self.right) = (from, pieces, right)
        }
    }

    /// Where the bands begin. The last two are those in which it speaks.
    package static let bands = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9]

    /// - Parameter guesses: For each piece of which the person said the kind of work and that was not learned from, the
    ///   chance of what the program takes for likeliest, and whether the person said the same.
    package init(base: AnswerBase, pieces: Int, deciders: [Decisions], guesses: [(chance: Double, isRight: Bool)]) {
        (self.base, self.pieces, self.deciders) = (base, pieces, deciders)
        readings = Self.bands.enumerated().map { place, from in
            let next = Self.bands.dropFirst(place + 1).first ?? 2
            let inside = guesses.filter { from <= $0.chance && $0.chance < next }
            return Band(from: from, pieces: inside.count, right: inside.count { $0.isRight })
        }
    }

    /// Where the program speaks: the pieces, and of how many the person said the same.
    package var spoken: (pieces: Int, right: Int) {
        readings.suffix(2).reduce((0, 0)) { ($0.0 + $1.pieces, $0.1 + $1.right) }
    }
}

extension AttributionReport {
    package var document: Document {
        Document(
            title: "Readings", period: base.period.text, headline: [.text(headline)],
            sections: [
                .init("Who decided", pieces == 0 ? [] : [.table(decided)]),
                .init("Learned kinds of work, beside what you said", [unseen == 0 ? nothing : .table(reliability)]),
            ].filter { !$0.blocks.isEmpty })
    }

    private var headline: String {
        guard unseen > 0 else { return "\(Words.digits(pieces, "piece")) in the last twelve months." }
        let (all, right) = spoken
        guard all > 0 else {
            return "What was learned says nothing of the \(Words.digits(unseen, "piece")) that you said it of."
        }
        return "What was learned says the kind of \(all) of \(Words.digits(unseen, "piece")) as you did in \(right)."
    }

    private var decided: Document.Table {
        let kinds = DecidedBy.allCases.filter { by in deciders.contains { ($0.pieces[by] ?? 0) > 0 } }
        return .init(
            columns: [.init("What")] + kinds.map { .number($0.rawValue.sentence) },
            rows: deciders.map { row in
                [[.text(row.dimension.heading)]]
                    + kinds.map { by in [.text(Hours.percent(Int64(row.pieces[by] ?? 0), of: Int64(pieces)))] }
            })
    }

    private var nothing: Document.Block {
        .empty("Say the kind of work of some pieces, and it is compared here with what was learned.", .kinds)
    }

    private var reliability: Document.Table {
        .init(
            columns: [.init("Chance"), .number("Pieces"), .number("As you said"), .number("Share"), .init("")],
            rows: readings.filter { $0.pieces > 0 }.map { band in
                let next = Self.bands.first { $0 > band.from } ?? 1
                return [
                    [.text("\(Self.tenths(band.from)) to \(Self.tenths(next))")], [.text("\(band.pieces)")],
                    [.text("\(band.right)")], [.text(Hours.percent(Int64(band.right), of: Int64(band.pieces)))],
                    [.soft(band.from < 0.8 ? "it says nothing" : "")],
                ]
            })
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "0.\(tenths)"
    }
}

extension Dimension {
    /// What a row about it is called.
    package var heading: String {
        switch self {
        case .arena: "For"
        case .responsibility: "Responsibility"
        case .objective: "Objective"
        case .worth: "Kind of work"
        case .skill: "Skill"
        }
    }
}
