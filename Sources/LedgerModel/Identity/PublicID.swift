/// The id that people and scripts see: a letter for the kind, then 16 base-32 characters. These are 80 bits of SHA-256
/// over the kind and the external id, so that a fact has the same id on every machine.
package struct PublicID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let kind: Kind
    /// The first 64 bits of the digest; `low` has the next 16.
    package let high: UInt64
    package let low: UInt16

    package enum Kind: UInt8, Sendable, CaseIterable {
        case commit = 0x63  // c
        case event = 0x65  // e
        case note = 0x6e  // n
        case timer = 0x74  // t
        case source = 0x73  // s
        case person = 0x70  // p
        case claim = 0x6b  // k
    }

    package init(_ kind: Kind, _ externalID: String) {
        (high, low) = SHA256.first80Bits(of: [kind.rawValue, 0], externalID)
        self.kind = kind
    }

    /// Joins the parts of an id. `nil` if no kind has this letter.
    package init?(letter: UInt8, high: UInt64, low: UInt16) {
        guard let kind = Kind(rawValue: letter) else { return nil }
        self.kind = kind
        self.high = high
        self.low = low
    }

    /// The first 64 bits of the digest, as SQLite keeps integers.
    package var hash64: Int64 { Int64(bitPattern: high) }

    /// `nil` if `text` is not a whole id.
    package init?(_ text: String) {
        var text = text
        guard let id = text.withUTF8({ PublicID(utf8: $0) }) else { return nil }
        self = id
    }

    /// Reads an id from its bytes, because ledgers are read a million ids at a time.
    package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 17, let kind = Kind(rawValue: bytes[0]) else { return nil }
        var high: UInt64 = 0
        var low: UInt16 = 0
        for (index, byte) in bytes.dropFirst().enumerated() {
            guard let value = Base32.value(of: byte) else { return nil }
            // Twelve characters are 60 bits; the thirteenth spans both halves: 4 bits and 1.
            if index < 12 {
                high = high << 5 | UInt64(value)
            } else if index == 12 {
                high = high << 4 | UInt64(value >> 1)
                low = UInt16(value & 1)
            } else {
                low = low << 5 | UInt16(value)
            }
        }
        self.kind = kind
        self.high = high
        self.low = low
    }

    package var description: String {
        String(unsafeUninitializedCapacity: 17) { buffer in
            buffer[0] = kind.rawValue
            for index in 0..<12 {
                buffer[index + 1] = Base32.alphabet[Int(high >> (59 - index * 5)) & 31]
            }
            buffer[13] = Base32.alphabet[Int((high & 15) << 1 | UInt64(low >> 15))]
            for index in 0..<3 {
                buffer[index + 14] = Base32.alphabet[Int(low >> (10 - index * 5)) & 31]
            }
            return 17
        }
    }

    package static func < (a: PublicID, b: PublicID) -> Bool {
        (a.kind.rawValue, a.high, a.low) < (b.kind.rawValue, b.high, b.low)
    }
}

extension [PublicID] {
    /// The ids without duplicates, in their order.
    package func unique() -> [PublicID] {
        var result: [PublicID] = []
        result.reserveCapacity(count)
        for id in sorted() where id != result.last { result.append(id) }
        return result
    }
}

/// Crockford's base 32 in lower case: no i, l, o or u.
enum Base32 {
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The value of each byte; 255 if the byte is not in the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    static func value(of byte: UInt8) -> UInt8? {
        let value = values[Int(byte)]
        return value == 255 ? nil : value
    }
}

/// The id of what the person writes: 48 bits of milliseconds and 80 random bits, as 26 characters that sort by time
/// (the ULID specification).
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
