import HTTPTypes
import LedgerModel
import Renderings
import Synchronization

/// A browser that was let in by a link.
struct Session: Sendable {
    /// The value of its cookie.
    let cookie: String
    /// The token that each of its forms sends back.
    let token: String
    /// The token for pages of the demo: so a form acts on the ledger that its page was made from, whatever
    /// another tab shows.
    let demoToken: String

    init() {
        cookie = Secret.make()
        token = Secret.make()
        demoToken = Secret.make()
    }

    func token(inDemo: Bool) -> String { inDemo ? demoToken : token }
}

/// The browsers that were let in, until the server ends.
final class Sessions: Sendable {
    /// Beyond this number the oldest session ends.
    static let most = 16

    private struct State {
        var sessions: [Session] = []
        /// The notice on the next page of a session, by cookie.
        var notices: [String: Notice] = [:]
        /// Cookies of the sessions that are in the demo.
        var inDemo: Set<String> = []
    }

    private let state = Mutex(State())

    /// - Parameter putOut: Called if the oldest session ends for it.
    func begin(_ putOut: () -> Void = {}) -> Session {
        let session = Session()
        let isFull = state.withLock { state in
            state.sessions.append(session)
            guard state.sessions.count > Self.most else { return false }
            let gone = state.sessions.removeFirst().cookie
            state.notices[gone] = nil
            state.inDemo.remove(gone)
            return true
        }
        if isFull { putOut() }
        return session
    }

    /// Compares with every session, so that the time reveals nothing.
    func find(_ cookie: String) -> Session? {
        state.withLock { state in
            var found: Session?
            for session in state.sessions where Secret.matches(session.cookie, cookie) { found = session }
            return found
        }
    }

    func isInDemo(_ session: Session) -> Bool { state.withLock { $0.inDemo.contains(session.cookie) } }

    func set(inDemo: Bool, for session: Session) {
        state.withLock { state in
            if inDemo { state.inDemo.insert(session.cookie) } else { state.inDemo.remove(session.cookie) }
        }
    }

    func leave(_ notice: Notice, for session: Session) {
        state.withLock { $0.notices[session.cookie] = notice }
    }

    func takeNotice(of session: Session) -> Notice? {
        state.withLock { $0.notices.removeValue(forKey: session.cookie) }
    }
}

/// The cookie by which a browser is recognised.
///
/// Cookies ignore ports, so a ledger is served on an address of its own where that is possible (`LoopbackAddress`). The
/// name holds the port too: two ledgers that are served on one address must not sign each other's browsers out.
enum Cookies {
    static func name(port: Int?) -> String { "limelight-\(port ?? 0)" }

    static func header(_ session: Session, port: Int?) -> String {
        "\(name(port: port))=\(session.cookie); Path=/; HttpOnly; SameSite=Strict"
    }

    /// Every value sent under our name: another server on this machine may have set one too.
    static func values(_ headers: HTTPFields, port: Int?) -> [String] {
        let wanted = name(port: port)
        return headers[values: .cookie].flatMap { $0.split(separator: ";") }.prefix(64).compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == wanted else { return nil }
            return String(parts[1])
        }
    }
}

/// Links that let a browser in once.
///
/// A token is `time.nonce.code`, where the code is an HMAC with the server's secret. Anyone who can
/// read the secret beside the ledger can make one without asking the server; nobody else can.
final class OneTimeLinks: Sendable {
    /// How long a link works, in seconds.
    static let lifetime: Int64 = 3600

    private let secret: String
    /// Used nonces with the times of their tokens; tokens that are too old fail without being listed.
    private let used = Mutex<[String: Int64]>([:])

    init(secret: String) { self.secret = secret }

    /// - Parameter now: seconds since 1970.
    static func token(secret: String, now: Int64) -> String {
        let head = "\(String(now, radix: 36)).\(Secret.nonce())"
        return head + "." + code(head, secret)
    }

    /// Whether `token` lets a browser in; true only once.
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
