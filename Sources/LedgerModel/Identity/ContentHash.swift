import Crypto

/// SHA-256 in hexadecimal, of `text` after `salt`.
package func contentHash(_ text: String, salt: String = "") -> String {
    var hasher = SHA256()
    hasher.update(data: Array(salt.utf8))
    hasher.update(data: Array(text.utf8))
    return hasher.finalize().map { byte in
        let digits = Array("0123456789abcdef")
        return "\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
}
