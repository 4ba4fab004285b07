package import LedgerModel

/// A linear model that says which kind of work a commit probably is; `KindReader` asks it. `Models/README.md` says how it was trained and how
/// often it is right.
package struct KindModel: Sendable {
    /// The kinds that the ten types of the file stand for: feat, fix, refactor, test, docs, build, ci, chore, perf, style.
    private static let kinds: [Worth] = [
        .contribution, .baseline, .improvement, .improvement, .improvement, .baseline, .baseline, .baseline,
        .improvement, .improvement,
    ]
    /// The kinds that it can tell apart.
    static let known = Set(kinds)

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

    /// How much each feature of a commit or note raises the odds of a kind, to the first order.
    func pushes(_ features: KindFeatures, hasPaths: Bool, toward kind: Worth) -> [Double] {
        let types = chances(ofTypes: scores(features), hasPaths).types
        let inside = zip(Self.kinds, types).reduce(0) { $0 + ($1.0 == kind ? $1.1 : 0) }
        guard inside > 0, inside < 1 else { return features.all.map { _ in 0 } }
        return features.all.map { feature in
            guard let row = row(of: feature.hash) else { return 0 }
            let push = types.indices.reduce(0) { sum, type in
                let share = Self.kinds[type] == kind ? types[type] / inside : -types[type] / (1 - inside)
                return sum + share * weight(row, type)
            }
            return push * feature.value
        }
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
