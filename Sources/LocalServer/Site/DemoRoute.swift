import Hummingbird
import LedgerModel
import Renderings

/// To the same page in the made-up year, and back to one's own.
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

    /// A piece or a person of the demo is not in one's own ledger; the page of a question is.
    private static func own(_ path: String) -> String {
        path.split(separator: "/").count > 1 || path.contains("?") ? "/" : path
    }
}
