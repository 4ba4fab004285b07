/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same numbers on every machine.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// One of several streams of a seed. Drawing from one does not change the others.
    package init(seed: UInt64, stream: String) {
        // FNV-1a: the hashes of the standard library differ from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = seed ^ hash
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included; `low` if `high` is less.
    package mutating func number(_ low: Int, _ high: Int) -> Int {
        high <= low ? low : low + Int(next() % UInt64(high - low + 1))
    }

    /// True `percent` times in a hundred.
    package mutating func chance(_ percent: Int) -> Bool { number(1, 100) <= percent }

    package mutating func pick<Value>(_ values: [Value], or none: Value) -> Value {
        values.isEmpty ? none : values[number(0, values.count - 1)]
    }
}
