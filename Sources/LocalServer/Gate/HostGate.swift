import HTTPTypes
import Hummingbird

/// Refuses requests that call this server by a name that is not ours.
struct HostGate: RouterMiddleware {
    typealias Context = SessionContext

    func handle(
        _ request: Request, context: SessionContext, next: (Request, SessionContext) async throws -> Response
    ) async throws -> Response {
        guard HostRule(context).admits(host: request.head.authority) else { throw Refusal.wrongHost }
        return try await next(request, context)
    }
}

/// The names by which a browser may call this server.
///
/// A page elsewhere can make its own name point at an address of this machine (DNS rebinding), but it cannot change the
/// name that the browser sends; and a form elsewhere cannot hide its origin. The address on which the server listens is
/// its name, and 127.0.0.1 and localhost are the other end of a tunnel.
struct HostRule: Sendable {
    /// The port that a request came in on; `nil` if there is no socket.
    let port: Int?
    /// The address that it came in on; `nil` if there is no socket.
    let address: String?

    init(port: Int?, address: String? = nil) {
        (self.port, self.address) = (port, address)
    }

    init(_ visitor: SessionContext) { self.init(port: visitor.port, address: visitor.address) }

    private var names: [String] { ["127.0.0.1", "localhost"] + (address.map { [$0] } ?? []) }

    func admits(host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        return names.contains { name in host == withPort(name) || (port ?? 80) == 80 && host == name }
    }

    /// Whether one of our pages sent a form with these headers.
    ///
    /// Our pages send no referrer, so browsers give the origin of a form as `null`. Then
    /// `Sec-Fetch-Site` is required, which the browser sets and no page can forge.
    ///
    /// - Parameters:
    ///   - origin: the header `Origin`; `nil` from other programs and from old browsers.
    ///   - site: the header `Sec-Fetch-Site`.
    func admits(origin: String?, site: String?, host: String?) -> Bool {
        // Another port of this machine is the same site, but a different server.
        if let site, site != "same-origin", site != "none" { return false }
        guard let origin else { return true }
        if origin == "null" { return site == "same-origin" }
        guard let host, origin.lowercased() == "http://" + host.lowercased() else { return false }
        return admits(host: host)
    }

    private func withPort(_ name: String) -> String { port.map { "\(name):\($0)" } ?? name }
}
