import HTTPTypes
import Hummingbird
import LedgerModel
import Renderings

/// The one-time link: it sets the cookie by which the browser is known from then on.
struct EnterRoute: Sendable {
    static let path = "/enter"

    let site: Site

    func add(to router: Router<SessionContext>) {
        router.get(RouterPath(Self.path)) { request, visitor in try enter(request, visitor) }
    }

    /// What stands behind the server's address.
    static func link(token: String) -> String { "\(path)?token=\(token)" }

    private func enter(_ request: Request, _ visitor: SessionContext) throws(Refusal) -> Response {
        // A glance ahead, as by HEAD, must not use the link up.
        guard request.method == .get else { throw .notIn }
        guard site.links.redeem(Fields(request.uri.query ?? "")["token"] ?? "", now: site.clock()) else {
            // Who is in already, and loads the address again, need not be told.
            guard visitor.session == nil else { return .redirect(to: "/") }
            throw .deadLink
        }
        let cookie = Cookies.header(site.sessions.begin(), port: visitor.port)
        guard let origin = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }),
            origin != "none", origin != "same-origin"
        else {
            var response = Response.redirect(to: "/")
            response.headers[.setCookie] = cookie
            return response
        }
        // Followed from another page, a redirect would come without the new cookie (SameSite=Strict);
        // a page of ours that goes on by itself does not.
        let notice = NoticeView(title: "Welcome.", message: "", link: PageLink("Today", "/"))
        var response = Response.page(HTMLPage.bare(notice.fragment, title: "Welcome"))
        response.headers[.setCookie] = cookie
        if let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "0; url=/" }
        return response
    }
}
