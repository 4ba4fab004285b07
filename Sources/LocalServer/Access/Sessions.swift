import Renderings
import Synchronization

/// A browser that came in by a link.
struct Session: Sendable {
    /// What its cookie holds.
    let cookie: String
    /// What each of its forms sends back.
    let token: String
    /// The same for pages of the demo: so a form acts on the ledger that its page was made from, whatever is
    /// looked at in another tab.
    let demoToken: String

    init() {
        cookie = Secret.make()
        token = Secret.make()
        demoToken = Secret.make()
    }

    func token(inDemo: Bool) -> String { inDemo ? demoToken : token }
}

/// The browsers that are in, until the server ends.
final class Sessions: Sendable {
    /// The one that came in first leaves when there are more.
    static let most = 16

    private struct State {
        var sessions: [Session] = []
        /// What the next page of a session says, by cookie.
        var notices: [String: Notice] = [:]
        /// Cookies of those that look at the demo.
        var inDemo: Set<String> = []
    }

    private let state = Mutex(State())

    func begin() -> Session {
        let session = Session()
        state.withLock { state in
            state.sessions.append(session)
            while state.sessions.count > Self.most {
                let gone = state.sessions.removeFirst().cookie
                state.notices[gone] = nil
                state.inDemo.remove(gone)
            }
        }
        return session
    }

    /// Every session is compared, so that the time tells nothing.
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
