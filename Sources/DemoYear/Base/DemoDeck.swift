import LedgerModel

extension SeededGenerator {
    /// An index, as often as its weight says.
    mutating func index(weights: [Int]) -> Int {
        var rest = number(1, max(1, weights.reduce(0, +)))
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest <= 0 { return index }
        }
        return 0
    }
}

/// Deals the entries of a table in a shuffled order, all of them before any comes again.
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
