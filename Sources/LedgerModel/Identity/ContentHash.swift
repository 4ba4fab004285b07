/// SHA-256 in hexadecimal, of `text` after `salt`.
package func contentHash(_ text: String, salt: String = "") -> String {
    var hash = SHA256()
    hash.update(salt)
    hash.update(text)
    return hash.finalize().hexadecimal
}

/// HMAC over SHA-256 (RFC 2104), in hexadecimal: only who knows `key` can make it for `text`.
package func keyedHash(_ text: String, key: String) -> String {
    SHA256.authentication(of: Array(text.utf8), key: Array(key.utf8)).hexadecimal
}
