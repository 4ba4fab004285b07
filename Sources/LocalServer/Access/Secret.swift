/// Random text that nobody can guess, from the generator of the system.
enum Secret {
    /// 256 bits in letters and digits.
    static func make() -> String { part() + part() }

    /// 64 bits: enough to be unique, not enough to be secret.
    static func nonce() -> String { text(UInt128(random()), width: 13) }

    /// The first half of a hexadecimal hash in fewer characters; 128 bits cannot be guessed either.
    static func shortened(_ hexadecimal: String) -> String {
        text(UInt128(hexadecimal.prefix(32), radix: 16) ?? 0, width: 25)
    }

    /// Compares in a time that does not reveal where two texts differ.
    static func matches(_ a: String, _ b: String) -> Bool {
        let a = Array(a.utf8)
        let b = Array(b.utf8)
        guard a.count == b.count else { return false }
        var difference: UInt8 = 0
        for index in a.indices { difference |= a[index] ^ b[index] }
        return difference == 0
    }

    private static func part() -> String { text(UInt128(random()) << 64 | UInt128(random()), width: 25) }

    private static func random() -> UInt64 {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    private static func text(_ value: UInt128, width: Int) -> String {
        let digits = String(value, radix: 36)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
