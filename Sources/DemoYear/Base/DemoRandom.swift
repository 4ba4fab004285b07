/// SplitMix64 (Steele, Lea and Flood, 2014) with a stream for each part of the year, so that a
/// change in one part leaves the others as they were.
struct DemoRandom {
    private var state: UInt64

    init(seed: UInt64, stream: String) {
        // FNV-1a: the hashes of the standard library differ from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = seed ^ hash
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Both ends can come.
    mutating func number(_ low: Int, _ high: Int) -> Int {
        high <= low ? low : low + Int(next() % UInt64(high - low + 1))
    }

    /// True `percent` times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(1, 100) <= percent }

    mutating func pick<Value>(_ values: [Value], or none: Value) -> Value {
        values.isEmpty ? none : values[number(0, values.count - 1)]
    }

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

    mutating func deal(_ random: inout DemoRandom, or none: Value) -> Value {
        guard !values.isEmpty else { return none }
        if order.isEmpty { order = Array(values.indices) }
        return values[order.remove(at: random.number(0, order.count - 1))]
    }
}
