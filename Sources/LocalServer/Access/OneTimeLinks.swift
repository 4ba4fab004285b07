import LedgerModel
import Synchronization

/// Links that let a browser in once.
///
/// A token is `time.nonce.code`, where the code is an HMAC by the server's secret. So whoever may
/// read the secret beside the ledger can make one without asking the server, and nobody else can.
final class OneTimeLinks: Sendable {
    /// Seconds for which a link works.
    static let lifetime: Int64 = 3600

    private let secret: String
    /// Nonces that were used, with the times of their tokens; old ones are no longer valid anyhow.
    private let used = Mutex<[String: Int64]>([:])

    init(secret: String) { self.secret = secret }

    /// - Parameter now: seconds since 1970.
    static func token(secret: String, now: Int64) -> String {
        let head = "\(String(now, radix: 36)).\(Secret.nonce())"
        return head + "." + code(head, secret)
    }

    /// Whether `token` lets in; true once.
    func redeem(_ token: String, now: Int64) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard token.utf8.count <= 100, parts.count == 3,
            Secret.matches(parts[2], Self.code(parts[0] + "." + parts[1], secret)),
            let made = Int64(parts[0], radix: 36), made <= now + 60, now < made + Self.lifetime
        else { return false }
        return used.withLock { used in
            used = used.filter { now < $0.value + Self.lifetime }
            return used.updateValue(made, forKey: parts[1]) == nil
        }
    }

    private static func code(_ head: String, _ secret: String) -> String {
        Secret.shortened(keyedHash(head, key: secret))
    }
}
