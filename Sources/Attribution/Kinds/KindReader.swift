package import LedgerModel

/// Reads kinds of work: by the model in this program, and by what the person’s own answers change in it.
package struct KindReader: Sendable {
    /// Below this probability it says nothing.
    package static let threshold = 0.8

    private let model: KindModel
    private let own: OwnKinds?

    /// - Parameter lessons: What the person or a rule of theirs said, in the order of time. Without any the model speaks
    ///   alone. `nil` if the program has no weights.
    package init?(_ lessons: [KindLesson] = []) {
        guard let model = KindModel.builtIn else { return nil }
        self.model = model
        own = lessons.isEmpty ? nil : OwnKinds(lessons, over: model)
    }

    /// What a commit or a note probably is, if that is likely enough, with the reasons that weighed most. A meeting says
    /// nothing of what it moved, so it is never read.
    package func read(_ facts: EvidenceFacts) -> LearnedKind? {
        guard KindLesson.canBe(facts) else { return nil }
        return read(subject: facts.title, paths: facts.paths)
    }

    /// What a commit or a note is likeliest, however little likely; `nil` of what is never read.
    package func guess(_ facts: EvidenceFacts) -> (worth: Worth, chance: Double)? {
        guard KindLesson.canBe(facts) else { return nil }
        let features = KindFeatures(subject: facts.title, paths: facts.paths)
        return Self.best(chances(features, hasPaths: !facts.paths.isEmpty))
    }

    package func read(subject: String, paths: [String]) -> LearnedKind? {
        let features = KindFeatures(subject: subject, paths: paths)
        let chances = chances(features, hasPaths: !paths.isEmpty)
        guard let best = Self.best(chances), best.chance >= Self.threshold else { return nil }
        var pushes = model.pushes(features, hasPaths: !paths.isEmpty, toward: best.worth)
        if let own {
            for (place, push) in own.pushes(features, chances, toward: best.worth).enumerated() {
                pushes[place] += push
            }
        }
        return LearnedKind(
            worth: best.worth, chance: best.chance, reasons: Self.reasons(features, pushes).map(\.text))
    }

    /// At most three earlier answers that a reading of this piece rests on, the one most like it first.
    package func like(_ facts: EvidenceFacts, _ worth: Worth) -> [KindLesson] {
        own?.like(KindFeatures(subject: facts.title, paths: facts.paths), worth) ?? []
    }

    private func chances(_ features: KindFeatures, hasPaths: Bool) -> [Worth: Double] {
        let alone = model.chances(features, hasPaths: hasPaths)
        return own?.chances(features, alone) ?? alone
    }

    private static func best(_ chances: [Worth: Double]) -> (worth: Worth, chance: Double)? {
        chances.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }.map { ($0.key, $0.value) }
    }

    /// At most three, most important first.
    private static func reasons(_ features: KindFeatures, _ pushes: [Double]) -> [KindReason] {
        var sums: [KindReason: Double] = [:]
        var order: [KindReason] = []
        for (feature, push) in zip(features.all, pushes) {
            for reason in feature.reasons where reason.saysSomething {
                if sums[reason] == nil { order.append(reason) }
                sums[reason, default: 0] += push / Double(feature.reasons.count)
            }
        }
        // Equal reasons stay in the order of the text.
        let raising = order.enumerated().map { (place: $0, reason: $1, sum: sums[$1] ?? 0) }.filter { $0.sum > 0 }
        return raising.sorted { ($1.sum, $0.place) < ($0.sum, $1.place) }.prefix(3).map(\.reason)
    }
}

/// A kind of work that the person or a rule of theirs said of a piece, to learn from.
package struct KindLesson: Sendable, Hashable {
    package var id: PublicID
    package var subject: String
    package var paths: [String]
    package var worth: Worth

    package init(id: PublicID, subject: String, paths: [String], worth: Worth) {
        (self.id, self.subject, self.paths, self.worth) = (id, subject, paths, worth)
    }

    /// Whether a piece can be read, and so be learned from.
    package static func canBe(_ facts: EvidenceFacts) -> Bool {
        [.commit, .note].contains(facts.kind) && !facts.title.isEmpty
    }
}
