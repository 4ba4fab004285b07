import CSodium

/// SHA-256 (FIPS 180-4) by libsodium, over bytes that arrive in parts.
struct SHA256 {
    private var state = crypto_hash_sha256_state()

    init() { crypto_hash_sha256_init(&state) }

    mutating func update(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { part in
            _ = crypto_hash_sha256_update(&state, part.baseAddress, UInt64(part.count))
        }
        if done == nil { update(Array(bytes)) }
    }

    mutating func update(_ text: String) { update(text.utf8) }

    /// The 32 bytes of the digest.
    mutating func finalize() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&state, &digest)
        return digest
    }

    /// The first 80 bits of the digest of two parts, as 64 and 16. Avoids arrays, because imports make hundreds of
    /// thousands of ids.
    static func first80Bits(of start: [UInt8], _ rest: String) -> (UInt64, UInt16) {
        var hash = SHA256()
        hash.update(start)
        hash.update(rest)
        var digest = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        withUnsafeMutableBytes(of: &digest) { bytes in
            guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
            crypto_hash_sha256_final(&hash.state, start)
        }
        return (UInt64(bigEndian: digest.0), UInt16(truncatingIfNeeded: UInt64(bigEndian: digest.1) >> 48))
    }

    /// HMAC (RFC 2104) of `text`. Only someone who knows `key` can compute it.
    static func authentication(of text: [UInt8], key: [UInt8]) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, text, UInt64(text.count))
        var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_final(&state, &code)
        return code
    }
}

/// 64 bits of BLAKE2b (RFC 7693) by libsodium. Faster than SHA-256; for values that are compared inside one ledger and
/// never shown.
package func hash64(_ bytes: [UInt8]) -> Int64 {
    // 16 bytes: the shortest digest that libsodium makes.
    var digest = (Int64(0), Int64(0))
    withUnsafeMutableBytes(of: &digest) { digest in
        guard let start = digest.bindMemory(to: UInt8.self).baseAddress else { return }
        crypto_generichash(start, digest.count, bytes, UInt64(bytes.count), nil, 0)
    }
    return Int64(bigEndian: digest.0)
}

extension [UInt8] {
    /// Two lower-case digits for each byte.
    var hexadecimal: String {
        String(unsafeUninitializedCapacity: count * 2) { buffer in
            for (index, byte) in enumerated() {
                buffer[index * 2] = Self.digits[Int(byte >> 4)]
                buffer[index * 2 + 1] = Self.digits[Int(byte & 15)]
            }
            return count * 2
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

/// SHA-256 of `salt` followed by `text`, in hexadecimal.
package func contentHash(_ text: String, salt: String = "") -> String {
    var hash = SHA256()
    hash.update(salt)
    hash.update(text)
    return hash.finalize().hexadecimal
}

/// HMAC over SHA-256 (RFC 2104), in hexadecimal. Only someone who knows `key` can compute it for `text`.
package func keyedHash(_ text: String, key: String) -> String {
    SHA256.authentication(of: Array(text.utf8), key: Array(key.utf8)).hexadecimal
}
