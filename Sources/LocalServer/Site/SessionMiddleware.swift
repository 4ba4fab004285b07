import Hummingbird

/// Knows a browser again by its cookie; whether it has to be known is for each route to say.
struct SessionMiddleware: RouterMiddleware {
    typealias Context = SessionContext
    let site: Site

    func handle(
        _ request: Request, context: SessionContext, next: (Request, SessionContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        for value in Cookies.values(request.headers, port: context.port) {
            if let session = site.sessions.find(value) { context.session = session }
        }
        return try await next(request, context)
    }
}

extension SessionContext {
    /// The session, or a refusal.
    func admitted() throws(Refusal) -> Session {
        guard let session else { throw .notIn }
        return session
    }
}
