import Crypto

/// HMAC over SHA-256 (RFC 2104), in hexadecimal: only who knows `key` can make it for `text`.
package func keyedHash(_ text: String, key: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: Array(key.utf8)))
    let digits = Array("0123456789abcdef")
    return code.map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
}
