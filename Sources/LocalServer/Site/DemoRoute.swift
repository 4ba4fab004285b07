import Hummingbird
import LedgerModel
import LedgerOperations
import Renderings
import Synchronization

/// Leads to the same page in the made-up year, and back to the person's own.
struct DemoRoute: Sendable {
    static let paths = [PagePath.demo, PagePath.leaveDemo]

    let site: Site

    func add(to router: Router<SessionContext>) {
        router.post(RouterPath(PagePath.demo)) { request, visitor in
            let (session, fields) = try await admitted(request, visitor)
            guard let demo = site.demo else { throw Refusal.noSuchPage }
            try await demo.enter()
            site.sessions.set(inDemo: true, for: session)
            return Response.redirect(to: LocalPath.safe(fields["here"]))
        }
        router.post(RouterPath(PagePath.leaveDemo)) { request, visitor in
            let (session, fields) = try await admitted(request, visitor)
            site.sessions.set(inDemo: false, for: session)
            return Response.redirect(to: Self.own(LocalPath.safe(fields["here"])))
        }
    }

    private func admitted(_ request: Request, _ visitor: SessionContext) async throws -> (Session, Fields) {
        let session = try visitor.admitted()
        return (session, try await FormGate.fields(of: request, visitor, session).fields)
    }

    /// The person's own ledger has the pages of questions, but not the pieces or people of the demo.
    private static func own(_ path: String) -> String {
        path.split(separator: "/").count > 1 || path.contains("?") ? "/" : path
    }
}

/// The made-up year beside the person's own ledger: opened when first asked for, and then kept open.
final class DemoDoor: Sendable {
    private let open: @Sendable () async throws -> Ledger
    private let opened = Mutex<Task<Ledger, any Error>?>(nil)
    private let kept = Mutex<Ledger?>(nil)

    init(_ open: @escaping @Sendable () async throws -> Ledger) { self.open = open }

    /// `nil` until it is first entered.
    var ledger: Ledger? { kept.withLock { $0 } }

    /// Opens it once, however many ask. After a failure the next call tries again.
    func enter() async throws {
        let task = opened.withLock { task in
            if let task { return task }
            let fresh = Task { try await open() }
            task = fresh
            return fresh
        }
        do {
            let ledger = try await task.value
            kept.withLock { $0 = ledger }
        } catch {
            opened.withLock { $0 = nil }
            throw error
        }
    }
}
