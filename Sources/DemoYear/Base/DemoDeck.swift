import LedgerModel

extension SeededGenerator {
    /// A random index, with probabilities by weight.
    mutating func index(weights: [Int]) -> Int {
        var rest = number(1, max(1, weights.reduce(0, +)))
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest <= 0 { return index }
        }
        return 0
    }
}

/// Deals the entries of a table in random order. Each comes once before any comes again.
struct DemoDeck<Value> {
    private let values: [Value]
    private var order: [Int] = []

    init(_ values: [Value]) { self.values = values }

    mutating func deal(_ random: inout SeededGenerator, or none: Value) -> Value {
        guard !values.isEmpty else { return none }
        if order.isEmpty { order = Array(values.indices) }
        return values[order.remove(at: random.number(0, order.count - 1))]
    }
}
