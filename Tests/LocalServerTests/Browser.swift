import HTTPTypes
import LedgerModel
import TestSupport
import Testing

@testable import LocalServer

/// A browser as far as these tests need one: it keeps its cookie and sends forms.
struct Browser: Sendable {
    let client: any PageClient
    var cookie: String?

    struct Answer: Sendable {
        var status: Int
        var headers: HTTPFields
        var text: String

        /// The token that the forms of this page send back.
        var csrf: String { text.between("name=\"csrf\" value=\"", "\"") ?? "" }
        /// What the page says was done.
        var said: String { text.between("<p class=\"said\" role=\"status\">", "</p>") ?? "" }
        var location: String { headers[.location] ?? "" }
        /// What stands in the main part, element by element.
        var lines: [String] { PageText(text).lines }
        func words(of element: String) -> [String] { PageText(text).words(of: element) }
    }

    init(client: any PageClient, cookie: String? = nil) {
        self.client = client
        self.cookie = cookie
    }

    func get(_ path: String, _ more: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, more)
    }

    /// Sends a form as a page of ours would; `nil` takes a header or the token away.
    func post(
        _ path: String, _ fields: [String: String], csrf: String?, origin: String? = "http://localhost",
        type: String = "application/x-www-form-urlencoded", more: [String: String] = [:]
    ) async throws -> Answer {
        var fields = fields
        fields["csrf"] = csrf
        var headers = more
        headers["Origin"] = origin
        headers["Content-Type"] = type
        let body = fields.map { "\($0.percentEncoded())=\($1.percentEncoded())" }.joined(separator: "&")
        return try await send(.post, path, headers, body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ more: [String: String] = [:], _ body: String? = nil
    ) async throws -> Answer {
        var headers = HTTPFields()
        if let cookie { headers[.cookie] = cookie }
        for (name, value) in more { headers[try #require(HTTPField.Name(name))] = value }
        return try await client.send(method, path, headers, body)
    }

    /// Sends files as the form on the page of sources does; `nil` takes the token away.
    func drop(
        _ files: [(name: String, text: String)], csrf: String?, arena: String = "",
        origin: String? = "http://localhost",
        tokenFirst: Bool = true, ending: String = "--\r\n"
    ) async throws -> Answer {
        let boundary = "----limelight-test"
        func field(_ name: String, _ value: String) -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let parts = files.map { file in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n\r\n"
                + "\(file.text)\r\n"
        }.joined()
        let token = csrf.map { field("csrf", $0) } ?? ""
        let body =
            (tokenFirst ? token : "") + field("here", "/sources/work") + field("arena", arena) + parts
            + (tokenFirst ? "" : token) + "--\(boundary)\(ending)"
        var headers = ["Content-Type": "multipart/form-data; boundary=\(boundary)"]
        headers["Origin"] = origin
        return try await send(.post, "/sources/drop", headers, body)
    }

    /// Waits until nothing goes on in the background, and returns the page that says what came of it.
    func untilDone() async throws -> Answer {
        for _ in 0..<1_200 {
            let page = try await get("/sources/work")
            if !page.text.contains("data-active") { return page }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("it is still going on after a minute")
        return try await get("/sources/work")
    }

    /// Follows a one-time link.
    func entering(_ link: String) async throws -> Browser {
        let answer = try await get(link)
        #expect(answer.status == 303)
        let cookie = try #require(answer.headers[.setCookie]).prefix { $0 != ";" }
        return Browser(client: client, cookie: String(cookie))
    }
}

extension String {
    /// What stands between the first `start` and the next `end`.
    func between(_ start: String, _ end: String) -> String? {
        guard let from = ranges(of: start).first?.upperBound else { return nil }
        guard let to = self[from...].ranges(of: end).first?.lowerBound else { return nil }
        return String(self[from..<to])
    }
}
