package import LedgerModel

/// Equal for the commits of one piece of work: equal author, author time and subject in repositories that share
/// their first commit (rebased, cherry-picked).
package enum WorkKey {
    /// `author` is empty for the person, whose identities are one. Never 0.
    ///
    /// FNV-1a, 64 bits (Fowler, Noll and Vo; IETF draft-eastlake-fnv).
    package static func key(author: String, at: Instant, subject: String, root: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in [author, String(at.seconds), subject, root] {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = hash &* 0x0000_0100_0000_01b3
        }
        return hash == 0 ? 1 : Int64(bitPattern: hash)
    }
}
