import LedgerModel
import TestSupport
import Testing

@testable import TraceSources

@Suite("Fetching an address")
struct HTTPFetcherTests {
    /// Beside tests that keep every core busy an answer may take its time.
    private static let fetchTimeout: Int64 = 900

    private func reply(_ status: String, _ headers: [String] = [], _ body: String = "") -> String {
        (["HTTP/1.1 \(status)", "Connection: close", "Content-Length: \(body.utf8.count)"] + headers)
            .joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    private func server() throws -> CannedServer {
        try CannedServer { [self] path, request in
            switch path {
            case "/a.ics": reply("200 OK", ["ETag: \"v1\"", "Last-Modified: Tue, 17 Mar 2026 09:00:00 GMT"], "BEGIN")
            case "/known.ics": reply(request.contains("if-none-match: \"v1\"") ? "304 Not Modified" : "200 OK")
            case "/moved": reply("302 Found", ["Location: /a.ics"])
            case "/folder/moved": reply("301 Moved Permanently", ["Location: ../a.ics?x=1"])
            case "/loop": reply("302 Found", ["Location: /loop"])
            case "/file": reply("302 Found", ["Location: file:///etc/passwd"])
            case "/socket": reply("302 Found", ["Location: http+unix://%2Frun%2Fsecret/x"])
            case "/big": reply("200 OK", [], String(repeating: "x", count: 50_000))
            case "/cut": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
            default: reply(path.hasPrefix("/folder/../a.ics") ? "200 OK" : "404 Not Found")
            }
        }
    }

    @Test("a document comes with its version, and not again while it is the same")
    func fetches() async throws {
        let server = try server()
        defer { server.stop() }
        let fetcher = HTTPFetcher(seconds: Self.fetchTimeout)
        guard case .fetched(let bytes, let version) = try await fetcher.fetch("http://127.0.0.1:\(server.port)/a.ics")
        else {
            Issue.record("nothing was fetched")
            return
        }
        #expect(bytes == Array("BEGIN".utf8))
        #expect(version.etag == "\"v1\"")
        #expect(version.lastModified == "Tue, 17 Mar 2026 09:00:00 GMT")
        guard
            case .unchanged = try await fetcher.fetch(
                "http://127.0.0.1:\(server.port)/known.ics", known: version)
        else {
            Issue.record("the version was not given back")
            return
        }
        #expect(server.requests.last?.contains("if-modified-since: Tue, 17 Mar 2026 09:00:00 GMT") == true)
    }

    @Test("redirections are followed within the web, and not for ever")
    func redirections() async throws {
        let server = try server()
        defer { server.stop() }
        let base = "http://me:s3cret%21@127.0.0.1:\(server.port)"
        for path in ["/moved", "/folder/moved"] {
            _ = try await HTTPFetcher(seconds: Self.fetchTimeout).fetch(base + path)
        }
        // `me:s3cret!`
        #expect(server.requests.allSatisfy { $0.contains("Authorization: Basic bWU6czNjcmV0IQ==") })
        for path in ["/loop", "/file", "/socket", "/nothing", "/cut"] {
            await #expect {
                _ = try await HTTPFetcher(seconds: Self.fetchTimeout).fetch(base + path + "?token=t0ken")
            } throws: { error in
                let error = error as? LedgerError
                return error?.code == .fetchFailed && error?.description.contains("127.0.0.1") == true
                    && ["s3cret", "t0ken", "me:", path].allSatisfy { error?.description.contains($0) == false }
            }
        }
    }

    @Test("size and time have limits")
    func limits() async throws {
        let server = try server()
        defer { server.stop() }
        await #expect {
            _ = try await HTTPFetcher(seconds: Self.fetchTimeout, sizeLimit: 40_000).fetch(
                "http://127.0.0.1:\(server.port)/big")
        } throws: {
            ($0 as? LedgerError)?.code == .tooLarge
        }
        let silent = try CannedServer { _, _ in
            var left = UInt32(20)
            while left > 0 { left = sleepSeconds(left) }
            return ""
        }
        defer { silent.stop() }
        let clock = ContinuousClock()
        let took = await clock.measure {
            await #expect {
                _ = try await HTTPFetcher(seconds: 1).fetch("http://127.0.0.1:\(silent.port)/")
            } throws: {
                ($0 as? LedgerError)?.code == .fetchFailed
            }
        }
        // Far from the limit on a busy machine, and before the server would have answered.
        #expect(took < .seconds(15))
    }

    @Test(
        "only addresses of the web are addresses",
        arguments: [
            "file:///etc/passwd", "ftp://example.org/a", "example.org", "", "http://", "https:///path", "http://a b/",
            "http+unix://x/y", "javascript:alert(1)",
        ])
    func addresses(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test("an address in its parts")
    func parts() throws {
        let address = try #require(WebAddress("webcal://u:p@Cal.Example.org:8443/private-abc/basic.ics?k=v#top"))
        #expect(address.text == "https://cal.example.org:8443/private-abc/basic.ics?k=v")
        #expect(address.credentials == "u:p")
        #expect(address.publicText == "https://cal.example.org:8443/…")
        #expect(address.redirected(to: "//other.example/x")?.text == "https://other.example/x")
        #expect(address.redirected(to: "new.ics")?.text == "https://cal.example.org:8443/private-abc/new.ics")
        #expect(address.redirected(to: "?k=w")?.text == "https://cal.example.org:8443/private-abc/basic.ics?k=w")
        #expect(WebAddress("http://example.org")?.text == "http://example.org/")
        #expect(WebAddress("http://example.org?q")?.text == "http://example.org/?q")
    }
}
