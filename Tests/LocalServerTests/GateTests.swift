import HTTPTypes
import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("The door: who comes in, and what may be written")
struct GateTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.fill()
    }

    /// Every page, with something in the place of an id.
    static let paths = Page.all.map { $0.path.replacing(":id", with: "p0000000000000000") }

    @Test("Without the cookie no page shows anything of the ledger")
    func noCookie() async throws {
        try await here.browse { (browser: Browser) async throws in
            for path in Self.paths {
                for cookie in [nil, "limelight-0=", "limelight-0=\(Secret.make())", "limelight-7007=x"] {
                    let answer = try await Browser(client: browser.client, cookie: cookie).get(path)
                    #expect(answer.status == 401, "\(path)")
                    #expect(answer.text.contains("limelight open"))
                    #expect(!answer.text.contains("restore drill") && !answer.text.contains("Maria"))
                }
            }
            #expect(try await browser.get("/no-such-page").status == 401)
        }
        // With it, the same pages show.
        try await here.browseInside { (browser: Browser) async throws in
            #expect(try await browser.get("/").status == 200)
            #expect(try await browser.get("/ledger").words(of: "a").contains("restore drill"))
        }
    }

    @Test("Without the cookie no form writes anything, even with a token of another session")
    func noCookieNoForm() async throws {
        let before = try here.ledger.asking.revision()
        try await here.browseInside { (inside: Browser) async throws in
            let csrf = try await inside.get("/").csrf
            let outside = Browser(client: inside.client)
            for address in Form.all.map(\.path) + DemoRoute.paths {
                let path = address.replacing(":id", with: "n00")
                #expect(try await outside.post(path, ["text": "let in"], csrf: csrf).status == 401, "\(path)")
            }
        }
        #expect(try here.ledger.asking.revision() == before)
    }

    @Test("A link works once; after that it says how to get a new one")
    func link() async throws {
        let link = here.link()
        try await here.browse { (browser: Browser) async throws in
            let first = try await browser.get(link)
            #expect(first.status == 303)
            #expect(first.location == "/")
            let cookie = first.headers[.setCookie] ?? ""
            for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
            #expect(!cookie.lowercased().contains("domain="))
            let second = try await browser.get(link)
            #expect(second.status == 403)
            #expect(second.headers[.setCookie] == nil)
            #expect(second.text.contains("limelight open"))
            #expect(try await browser.get("/enter").status == 403)
            #expect(try await browser.get("/enter?token=").status == 403)
        }
    }

    @Test("A glance ahead does not use a link up, and an old link does not work")
    func linkAhead() async throws {
        let link = here.link()
        try await here.browse { (browser: Browser) async throws in
            #expect(try await browser.send(.head, link).status == 401)
            #expect(try await browser.get(link).status == 303)
        }
        let old = here.link()
        here.now += OneTimeLinks.lifetime
        try await here.browse { (browser: Browser) async throws in #expect(try await browser.get(old).status == 403) }
    }

    @Test("Who comes from another page gets the cookie with a page that goes on by itself")
    func linkFromElsewhere() async throws {
        let link = here.link()
        try await here.browse { (browser: Browser) async throws in
            let answer = try await browser.get(link, ["Sec-Fetch-Site": "cross-site"])
            #expect(answer.status == 200)
            #expect(answer.headers[try #require(.init("Refresh"))] == "0; url=/")
            #expect(answer.headers[.setCookie] != nil)
        }
    }

    @Test("A form from elsewhere is refused and keeps nothing")
    func foreignForm() async throws {
        let before = try here.ledger.asking.revision()
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            #expect(!csrf.isEmpty)
            for address in Form.all.map(\.path) + DemoRoute.paths {
                let path = address.replacing(":id", with: "n00")
                let fields = ["text": "let in"]
                let refused = [
                    try await browser.post(path, fields, csrf: csrf, origin: "http://evil.example"),
                    try await browser.post(path, fields, csrf: csrf, origin: "http://localhost:8080"),
                    try await browser.post(path, fields, csrf: csrf, origin: "null"),
                    try await browser.post(
                        path, fields, csrf: csrf, origin: nil, more: ["Sec-Fetch-Site": "same-site"]),
                    try await browser.post(path, fields, csrf: nil),
                    try await browser.post(path, fields, csrf: csrf + "x"),
                    try await browser.post(path, fields, csrf: Secret.make()),
                ]
                for answer in refused { #expect(answer.status == 403, "\(path)") }
                #expect(try await browser.post(path, fields, csrf: csrf, type: "text/plain").status == 415)
                #expect(try await browser.post(path, fields, csrf: csrf, type: "multipart/form-data").status == 415)
            }
        }
        #expect(try here.ledger.asking.revision() == before)
        // The same form from a page of ours is kept.
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            #expect(try await browser.post("/log", ["text": "let in"], csrf: csrf).status == 303)
        }
        #expect(try here.ledger.asking.revision() > before)
    }

    @Test("The token of one session is no good in another")
    func otherSession() async throws {
        let (one, two) = (here.link(), here.link())
        try await here.browse { (browser: Browser) async throws in
            let first = try await browser.entering(one)
            let second = try await browser.entering(two)
            let csrf = try await first.get("/").csrf
            #expect(try await second.post("/log", ["text": "x"], csrf: csrf).status == 403)
            #expect(try await first.post("/log", ["text": "x"], csrf: csrf).status == 303)
        }
    }

    @Test("A form of more than 64 KB is not read")
    func tooLarge() async throws {
        let before = try here.ledger.asking.revision()
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            let long = String(repeating: "x", count: 70_000)
            // The note alone could be kept; what comes with it is too much.
            let padded = try await browser.post("/log", ["text": "short", "more": long], csrf: csrf)
            #expect(padded.status == 413)
            #expect(padded.text.contains("A form can hold at most 64 KB."))
            // Shorter, but longer than a note: the ledger itself says no.
            #expect(try await browser.post("/log", ["text": String(long.prefix(20_000))], csrf: csrf).status == 413)
        }
        #expect(try here.ledger.asking.revision() == before)
    }

    @Test("No form leads away, and no page keeps an address that does")
    func redirects() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            for away in ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", ""] {
                let answer = try await browser.post("/log", ["text": "a", "here": away], csrf: csrf)
                #expect(answer.location == "/", "\(away)")
            }
            #expect(
                try await browser.post("/log", ["text": "a", "here": "/scope?in=week"], csrf: csrf).location
                    == "/scope?in=week")
            #expect(try await browser.get("//evil.example/").text.contains("value=\"//evil") == false)
        }
    }

    @Test(
        "No path leaves its folder",
        arguments: [
            "/assets/../ledger.sqlite", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/assets//etc/passwd", "/assets/ledger.css/../../ledger.sqlite", "/../../etc/passwd", "/ledger.sqlite",
            "/assets/ledger.sqlite", "/assets/limelight.js%00.css", "/assets/",
        ])
    func traversal(path: String) async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let answer = try await browser.get(path)
            #expect(answer.status == 404)
            #expect(!answer.text.contains("root:") && !answer.text.contains("SQLite format"))
        }
    }

    @Test("Only what is there can be done there")
    func methods() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            for path in Self.paths {
                #expect(try await browser.send(.put, path).status == 404)
                #expect(try await browser.send(.delete, path).status == 404)
            }
            for form in Form.all where !Page.all.contains(where: { $0.path == form.path }) {
                #expect(try await browser.get(form.path).status == 404)
            }
        }
    }
}
