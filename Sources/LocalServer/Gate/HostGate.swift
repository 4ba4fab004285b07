import HTTPTypes
import Hummingbird

/// Turns away who calls this server by a name that is not ours.
struct HostGate: RouterMiddleware {
    typealias Context = Visitor

    func handle(
        _ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response
    ) async throws -> Response {
        guard HostRule(port: context.port).admits(host: request.head.authority) else { throw Refusal.wrongHost }
        return try await next(request, context)
    }
}
