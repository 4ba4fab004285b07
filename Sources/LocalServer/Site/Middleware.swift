import HTTPTypes
import Hummingbird
import LedgerModel
import Logging
import Renderings

/// Adds the headers of every response and turns errors into pages.
struct ResponseMiddleware: RouterMiddleware {
    typealias Context = SessionContext
    let site: Site

    func handle(
        _ request: Request, context: SessionContext, next: (Request, SessionContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let refusal as Refusal {
            response = await notice(refusal.notice, refusal.status, request, context)
        } catch let error as LedgerError {
            response = await notice(error.notice, error.status, request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let refusal = context.session == nil ? Refusal.notIn : .noSuchPage
            response = await notice(refusal.notice, refusal.status, request, context)
        } catch let error as HTTPError {
            response = await notice(.broken, error.status, request, context)
        } catch {
            context.logger.error("a request failed", metadata: ["type": "\(type(of: error))"])
            response = await notice(.broken, .internalServerError, request, context)
        }
        for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    /// With navigation for a browser with a session, without for others.
    private func notice(
        _ notice: NoticeView, _ status: HTTPResponse.Status, _ request: Request, _ visitor: SessionContext
    ) async -> Response {
        guard let session = visitor.session, status != .misdirectedRequest else {
            return .page(HTMLPage.bare(notice.fragment, title: notice.title), status)
        }
        var visit = site.visit(request, visitor, session)
        // A form that failed is not a page to come back to.
        if request.method != .get { visit = visit.elsewhere("/") }
        return .page(visit.page(notice.fragment, notice.title, nil), status)
    }

    private static let headers: [(HTTPField.Name, String)] = {
        var headers: [(HTTPField.Name, String)] = [
            (.contentSecurityPolicy, Assets.contentSecurityPolicy), (.xContentTypeOptions, "nosniff"),
            (.cacheControl, "no-store"),
        ]
        for (name, value) in [
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ] {
            if let name = HTTPField.Name(name) { headers.append((name, value)) }
        }
        return headers
    }()
}

extension NoticeView {
    static let broken = NoticeView(
        title: "That did not work.", message: "The ledger was not changed. Try again, or check it in a terminal:",
        offer: .doctor, link: PageLink("Today", "/"))
}

/// Recognises a browser by its cookie; each route decides whether it needs a session.
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
    /// The session. Throws a `Refusal` without one.
    func admitted() throws(Refusal) -> Session {
        guard let session else { throw .notIn }
        return session
    }
}
