import HTTPTypes
import Hummingbird
import LedgerModel
import Logging
import Renderings

/// The one-time link: it sets the cookie by which the browser is recognised from then on.
struct EnterRoute: Sendable {
    static let path = "/enter"

    let site: Site

    func add(to router: Router<SessionContext>) {
        router.get(RouterPath(Self.path)) { request, visitor in try enter(request, visitor) }
    }

    /// The part of the link after the address of the server.
    static func link(token: String) -> String { "\(path)?token=\(token)" }

    private func enter(_ request: Request, _ visitor: SessionContext) throws(Refusal) -> Response {
        // A preview, such as a HEAD request, must not use up the link.
        guard request.method == .get else { throw .notIn }
        guard site.links.redeem(Fields(request.uri.query ?? "")["token"] ?? "", now: site.clock()) else {
            // A browser that is already in and loads the link again needs no refusal.
            guard visitor.session == nil else { return .redirect(to: "/") }
            throw .deadLink
        }
        let session = site.sessions.begin {
            visitor.logger.warning(
                "\(Sessions.most) browsers were in already, so the one that came first is out; a new link lets it in again"
            )
        }
        let cookie = Cookies.header(session, port: visitor.port)
        guard let origin = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }),
            origin != "none", origin != "same-origin"
        else {
            var response = Response.redirect(to: "/")
            response.headers[.setCookie] = cookie
            return response
        }
        // If another page led here, a redirect would arrive without the new cookie (SameSite=Strict).
        // A page of ours that refreshes itself keeps it.
        let notice = NoticeView(title: "Welcome.", message: "", link: PageLink("Today", "/"))
        var response = Response.page(HTMLPage.bare(notice.fragment, title: "Welcome"))
        response.headers[.setCookie] = cookie
        if let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "0; url=/" }
        return response
    }
}
