/// SplitMix64 (Steele, Lea and Flood, 2014), one stream for each source, so that a ledger is the
/// same on every machine and one source does not depend on how many pieces another has.
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64, stream: String) {
        // FNV-1a: the hashes of the standard library differ from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = seed ^ hash
    }

    mutating func next() -> UInt64 {
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

    mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0, values.count - 1)] }

    /// Sixteen hexadecimal digits for each draw.
    mutating func hex(draws: Int) -> String {
        (0..<draws).map { _ in
            let digits = String(next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
