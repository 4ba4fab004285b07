/// The id of what is written by hand: 48 bits of milliseconds and 80 of chance, in 26 characters
/// that sort by time (the ULID specification).
package struct ULID: Hashable, Comparable, Sendable {
    package let text: String

    package init(at instant: Instant, using random: inout some RandomNumberGenerator) {
        var value = UInt128(UInt64(max(0, instant.seconds)) * 1000 + UInt64.random(in: 0..<1000, using: &random)) << 80
        value |= UInt128(UInt16.random(in: .min ... .max, using: &random)) << 64
        value |= UInt128(UInt64.random(in: .min ... .max, using: &random))
        text = String(
            decoding: (0..<26).map { Base32.alphabet[Int(truncatingIfNeeded: value >> UInt128((25 - $0) * 5)) & 31] },
            as: UTF8.self)
    }

    package init(text: String) { self.text = text }

    package static func < (a: ULID, b: ULID) -> Bool { a.text < b.text }
}
