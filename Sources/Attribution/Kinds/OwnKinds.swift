import LedgerModel

/// What the person’s own answers change in what the model says of kinds of work.
///
/// The score of a kind is the logarithm of the chance that the model gives it, plus a weight for each feature. All weights
/// are 0 at first, so a few answers change little, and only pieces with features in common. They are fitted by five passes
/// over the answers in the order of time, each step shorter the more a weight has moved (AdaGrad), and drawn back to 0.
/// `Models/kind_own.py` does the same, and measures it.
struct OwnKinds: Sendable {
    private static let passes = 5
    private static let step = 0.2
    private static let penalty = 0.01
    /// The chance of a kind that the model does not know, before anything was learned.
    private static let unheard = 0.05

    private let lessons: [KindLesson]
    private let kinds: [Worth]
    /// The place of a feature, by its hash.
    private var places: [UInt32: Int] = [:]
    /// One for each kind, feature after feature.
    private var weights: [Double] = []
    /// By feature, the answers that have it.
    private var having: [[Int32]] = []

    init(_ lessons: [KindLesson], over model: KindModel) {
        self.lessons = lessons
        let said = Set(lessons.map(\.worth))
        kinds = Worth.allCases.filter { said.contains($0) || KindModel.known.contains($0) }
        let examples = lessons.enumerated().map { number, lesson in
            let features = KindFeatures(subject: lesson.subject, paths: lesson.paths)
            let chances = model.chances(features, hasPaths: !lesson.paths.isEmpty)
            return Example(
                features: features.all.map { (place($0.hash, number), $0.value) }, scores: scores(chances),
                kind: kinds.firstIndex(of: lesson.worth) ?? 0)
        }
        fit(examples)
    }

    private struct Example {
        var features: [(place: Int, value: Double)]
        var scores: [Double]
        var kind: Int
    }

    private mutating func place(_ hash: UInt32, _ lesson: Int) -> Int {
        let place = places[hash] ?? places.count
        if place == places.count {
            places[hash] = place
            having.append([])
        }
        having[place].append(Int32(lesson))
        return place
    }

    private mutating func fit(_ examples: [Example]) {
        let count = kinds.count
        weights = Array(repeating: 0, count: places.count * count)
        var moved = Array(repeating: 1.0, count: weights.count)
        for _ in 0..<Self.passes {
            for example in examples {
                var scores = example.scores
                for (place, value) in example.features {
                    for kind in 0..<count { scores[kind] += weights[place * count + kind] * value }
                }
                var rest = Self.chances(scores)
                rest[example.kind] -= 1
                for (place, value) in example.features {
                    for kind in 0..<count {
                        let at = place * count + kind
                        let slope = rest[kind] * value + Self.penalty * weights[at]
                        moved[at] += slope * slope
                        weights[at] -= Self.step * slope / moved[at].squareRoot()
                    }
                }
            }
        }
    }

    /// The logarithms of the model’s chances, with a little for what it does not know.
    private func scores(_ chances: [Worth: Double]) -> [Double] {
        let rest = 1 - Self.unheard * Double(kinds.count - KindModel.known.count)
        return kinds.map { kind in
            logarithm(KindModel.known.contains(kind) ? (chances[kind] ?? 0) * rest : Self.unheard)
        }
    }

    private static func chances(_ scores: [Double]) -> [Double] {
        let highest = scores.max() ?? 0
        let parts = scores.map { exponential($0 - highest) }
        let sum = parts.reduce(0, +)
        return parts.map { $0 / sum }
    }

    func chances(_ features: KindFeatures, _ model: [Worth: Double]) -> [Worth: Double] {
        var scores = scores(model)
        for feature in features.all {
            guard let place = places[feature.hash] else { continue }
            for kind in kinds.indices { scores[kind] += weights[place * kinds.count + kind] * feature.value }
        }
        return Dictionary(uniqueKeysWithValues: zip(kinds, Self.chances(scores)))
    }

    /// How much each feature raises the odds of a kind by what was learned, to the first order.
    func pushes(_ features: KindFeatures, _ chances: [Worth: Double], toward kind: Worth) -> [Double] {
        let inside = chances[kind] ?? 0
        guard inside < 1 else { return features.all.map { _ in 0 } }
        return features.all.map { feature in
            guard let place = places[feature.hash] else { return 0 }
            return zip(kinds, weights[(place * kinds.count)...]).reduce(0) { sum, item in
                sum + (item.0 == kind ? item.1 : -item.1 * (chances[item.0] ?? 0) / (1 - inside))
            } * feature.value
        }
    }

    /// At most three answers of this kind that have much in common with these features, the most like them first. Of
    /// equal ones the newer.
    func like(_ features: KindFeatures, _ worth: Worth) -> [KindLesson] {
        var common: [Int32: Double] = [:]
        for feature in features.all {
            guard feature.isWord, let place = places[feature.hash] else { continue }
            for lesson in having[place] where lessons[Int(lesson)].worth == worth {
                common[lesson, default: 0] += feature.value * feature.value
            }
        }
        return common.filter { $0.value >= Self.likeness }.sorted { ($1.value, $1.key) < ($0.value, $0.key) }
            .prefix(3).map { lessons[Int($0.key)] }
    }

    /// The part of its words and pairs of words that another piece has at least to be called like it.
    private static let likeness = 0.3
}
