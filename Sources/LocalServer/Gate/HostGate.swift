import HTTPTypes
import Hummingbird

/// Turns away who calls this server by a name that is not ours.
struct HostGate: RouterMiddleware {
    typealias Context = SessionContext

    func handle(
        _ request: Request, context: SessionContext, next: (Request, SessionContext) async throws -> Response
    ) async throws -> Response {
        guard HostRule(port: context.port).admits(host: request.head.authority) else { throw Refusal.wrongHost }
        return try await next(request, context)
    }
}

/// Which names a browser may call this server by.
///
/// A page elsewhere can make its own name point at 127.0.0.1 (DNS rebinding), but not change the name
/// that the browser sends; and a form elsewhere cannot hide where it comes from.
struct HostRule: Sendable {
    /// The port a request came in by; nil where there is no socket.
    let port: Int?

    private static let names = ["127.0.0.1", "localhost", "[::1]"]

    func admits(host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        return Self.names.contains { name in host == address(name) || (port ?? 80) == 80 && host == name }
    }

    /// Whether a form that came with these headers was sent by a page of ours.
    ///
    /// Our pages send no referrer, and so browsers say `null` where a form was sent from; then the
    /// browser's own word on the site, which no page can forge, has to be there.
    ///
    /// - Parameters:
    ///   - origin: the header `Origin`; nil from what is no browser, and from old ones.
    ///   - site: the header `Sec-Fetch-Site`.
    func admits(origin: String?, site: String?, host: String?) -> Bool {
        // Another port of this machine is the same site, but it is not us.
        if let site, site != "same-origin", site != "none" { return false }
        guard let origin else { return true }
        if origin == "null" { return site == "same-origin" }
        guard let host, origin.lowercased() == "http://" + host.lowercased() else { return false }
        return admits(host: host)
    }

    private func address(_ name: String) -> String { port.map { "\(name):\($0)" } ?? name }
}
