package import LedgerModel

/// A linear model that says which kind of work a commit probably is. `Models/README.md` says how it was trained and how
/// often it is right.
package struct KindModel: Sendable {
    /// The kinds that the ten types of the file stand for: feat, fix, refactor, test, docs, build, ci, chore, perf, style.
    private static let kinds: [Worth] = [
        .contribution, .baseline, .improvement, .improvement, .improvement, .baseline, .baseline, .baseline,
        .improvement, .improvement,
    ]
    /// Below this probability it says nothing.
    package static let threshold = 0.8

    /// The weights in this program; read when first asked for.
    package static let builtIn = KindModel(bytes: PackageResources.kinds_weights)

    private let scale: Double
    /// The scores are divided by it: with paths, and without.
    private let temperature, bareTemperature: Double
    private let constants: [Double]
    /// In ascending order.
    private let hashes: [UInt32]
    private let weights: [Int8]

    /// Reads the file of weights that `Models/train_kind.py` writes; `nil` if it is no such file.
    package init?(bytes: [UInt8]) {
        let types = Self.kinds.count
        func word(_ at: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) }
        }
        func number(_ at: Int) -> Double { Double(Float(bitPattern: word(at))) }
        guard bytes.count >= 28 + 4 * types, bytes.starts(with: "LMKIND1\n".utf8), word(12) == UInt32(types) else {
            return nil
        }
        let count = Int(word(8))
        let first = 28 + 4 * types
        guard count < 1_000_000, bytes.count == first + count * (4 + types) else { return nil }
        scale = number(16)
        temperature = number(20)
        bareTemperature = number(24)
        constants = (0..<types).map { number(28 + 4 * $0) }
        hashes = (0..<count).map { word(first + 4 * $0) }
        weights = bytes[(first + 4 * count)...].map { Int8(bitPattern: $0) }
    }

    /// The probability of each kind that it knows: what keeps something running, makes it better, or is new. They sum to 1.
    package func chances(_ features: KindFeatures, hasPaths: Bool) -> [Worth: Double] {
        chances(ofTypes: scores(features), hasPaths).kinds
    }

    /// What a commit or note probably is, if that is likely enough, with the reasons that weighed most.
    package func read(subject: String, paths: [String]) -> LearnedKind? {
        let features = KindFeatures(subject: subject, paths: paths)
        let found = chances(ofTypes: scores(features), !paths.isEmpty)
        guard let best = found.kinds.max(by: { $0.value < $1.value }), best.value >= Self.threshold else { return nil }
        return LearnedKind(
            worth: best.key, chance: best.value, reasons: reasons(features, for: best.key, found.types).map(\.text))
    }

    /// The same of a commit or a note. A meeting says nothing of what it moved, so it is never read.
    package func read(_ facts: EvidenceFacts) -> LearnedKind? {
        guard [.commit, .note].contains(facts.kind), !facts.title.isEmpty else { return nil }
        return read(subject: facts.title, paths: facts.paths)
    }

    private func scores(_ features: KindFeatures) -> [Double] {
        var scores = constants
        for feature in features.all {
            guard let row = row(of: feature.hash) else { continue }
            for type in scores.indices { scores[type] += weight(row, type) * feature.value }
        }
        return scores
    }

    private func chances(
        ofTypes scores: [Double], _ hasPaths: Bool
    ) -> (types: [Double], kinds: [Worth: Double]) {
        let heat = hasPaths ? temperature : bareTemperature
        let highest = scores.max() ?? 0
        let parts = scores.map { exponential(($0 - highest) / heat) }
        let sum = parts.reduce(0, +)
        let types = parts.map { $0 / sum }
        var kinds: [Worth: Double] = [:]
        for (kind, chance) in zip(Self.kinds, types) { kinds[kind, default: 0] += chance }
        return (types, kinds)
    }

    /// At most three, most important first: what raised the odds of the kind, to the first order.
    private func reasons(_ features: KindFeatures, for kind: Worth, _ types: [Double]) -> [KindReason] {
        let inside = zip(Self.kinds, types).reduce(0) { $0 + ($1.0 == kind ? $1.1 : 0) }
        guard inside > 0, inside < 1 else { return [] }
        var sums: [KindReason: Double] = [:]
        var order: [KindReason] = []
        for feature in features.all {
            guard let row = row(of: feature.hash), !feature.reasons.isEmpty else { continue }
            let push = types.indices.reduce(0) { sum, type in
                let share = Self.kinds[type] == kind ? types[type] / inside : -types[type] / (1 - inside)
                return sum + share * weight(row, type)
            }
            for reason in feature.reasons where reason.saysSomething {
                if sums[reason] == nil { order.append(reason) }
                sums[reason, default: 0] += push * feature.value / Double(feature.reasons.count)
            }
        }
        // Equal reasons stay in the order of the text.
        let raising = order.enumerated().map { (place: $0, reason: $1, sum: sums[$1] ?? 0) }.filter { $0.sum > 0 }
        return raising.sorted { ($1.sum, $0.place) < ($0.sum, $1.place) }.prefix(3).map(\.reason)
    }

    private func weight(_ row: Int, _ type: Int) -> Double {
        Double(weights[row * Self.kinds.count + type]) * scale
    }

    private func row(of hash: UInt32) -> Int? {
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == hash ? low : nil
    }
}

/// e to the power of a number that is not above 0, since a pure target has no C library. Exact to the last bits.
private func exponential(_ power: Double) -> Double {
    guard power > -700 else { return 0 }
    let halvings = (power / 0.693_147_180_559_945_3).rounded()
    let rest = power - halvings * 0.693_147_180_559_945_3
    var sum = 1.0
    // Taylor's series; the rest is at most 0.35.
    for place in stride(from: 16.0, to: 0, by: -1) { sum = 1 + rest / place * sum }
    return Double(sign: .plus, exponent: Int(halvings), significand: sum)
}
