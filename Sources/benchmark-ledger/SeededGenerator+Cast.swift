import LedgerModel

extension SeededGenerator {
    mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0, values.count - 1)] }

    /// Sixteen hexadecimal digits for each draw.
    mutating func hex(draws: Int) -> String {
        (0..<draws).map { _ in
            let digits = String(next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
