import LedgerModel
import TestSupport
import Testing

@testable import TraceSources

@Suite("Fetching over TLS")
struct SecureFetchTests {
    /// Beside tests that keep every core busy an answer may take its time.
    private static let fetchTimeout: Int64 = 900

    private func fetcher(
        _ server: SecureServer, seconds: Int64 = fetchTimeout, sizeLimit: Int = 1 << 20
    ) -> HTTPFetcher {
        HTTPFetcher(
            seconds: seconds, sizeLimit: sizeLimit,
            environment: ["CURL_CA_BUNDLE": server.certificate, "https_proxy": nil, "all_proxy": nil])
    }

    /// The error of fetching `path`, which must not tell more of an address than its host.
    private func refusal(
        _ path: String, _ server: SecureServer, seconds: Int64 = fetchTimeout, sizeLimit: Int = 1 << 20
    ) async -> LedgerError? {
        do {
            _ = try await fetcher(server, seconds: seconds, sizeLimit: sizeLimit)
                .fetch("https://me:s3cret@127.0.0.1:\(server.port)\(path)?token=t0ken")
            return nil
        } catch {
            #expect(error.description.contains("https://127.0.0.1:\(server.port)/…"))
            for secret in ["s3cret", "t0ken", "me:", path] { #expect(!error.description.contains(secret)) }
            return error
        }
    }

    @Test("a document comes with its version, and not again while it is the same")
    func fetches() async throws {
        try await SecureServer.run { server in
            let address = "https://127.0.0.1:\(server.port)/known.ics"
            guard case .fetched(let bytes, let version) = try await fetcher(server).fetch(address) else {
                Issue.record("nothing was fetched")
                return
            }
            #expect(bytes == Array("BEGIN".utf8))
            guard case .unchanged = try await fetcher(server).fetch(address, known: version) else {
                Issue.record("the version was not given back")
                return
            }
            #expect(
                server.requests.allSatisfy { !$0.contains("Authorization") && $0.contains("User-Agent: limelight") })
        }
    }

    @Test("interim answers and trailers are no part of the head, and a body never is")
    func heads() async throws {
        try await SecureServer.run { server in
            let early = try await fetcher(server).fetch("https://127.0.0.1:\(server.port)/early")
            guard case .fetched(let bytes, let version) = early else {
                Issue.record("nothing was fetched")
                return
            }
            #expect(version.etag == "\"v2\"")
            #expect(bytes == Array("HTTP/1.1 404 No\r\n\r\n".utf8))
            let trailed = try await fetcher(server).fetch("https://127.0.0.1:\(server.port)/trailers")
            guard case .fetched(let chunks, let none) = trailed else {
                Issue.record("nothing was fetched")
                return
            }
            #expect(chunks == Array("BEGIN".utf8))
            #expect(none == HTTPFetcher.Version())
        }
    }

    @Test("a certificate that nobody vouches for is refused, and nothing is asked")
    func untrusted() async throws {
        try await SecureServer.run { server in
            await #expect {
                _ = try await HTTPFetcher(
                    seconds: Self.fetchTimeout, environment: ["https_proxy": nil, "all_proxy": nil]
                )
                .fetch("https://127.0.0.1:\(server.port)/a.ics")
            } throws: {
                ($0 as? LedgerError)?.message == "the certificate of the server cannot be trusted"
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("a redirection never leaves encryption")
    func noDowngrade() async throws {
        let plain = try CannedServer { _, _ in CannedServer.reply("200 OK", [], "BEGIN") }
        defer { plain.stop() }
        try await SecureServer.run(plain: plain.port) { server in
            #expect(
                await refusal("/plain", server)?.message == "the server redirects to an address without encryption")
            #expect(server.requests.count == 1)
            #expect(plain.requests.isEmpty)
        }
    }

    @Test("a redirection keeps the password on its host, and does not take it to another")
    func passwords() async throws {
        try await SecureServer.run { server in
            for path in ["/relative", "/other"] {
                _ = try await fetcher(server).fetch("https://me:s3cret@127.0.0.1:\(server.port)\(path)")
            }
            // `me:s3cret`
            let isAuthorized = server.requests.map { $0.contains("Authorization: Basic bWU6czNjcmV0") }
            #expect(isAuthorized == [true, true, true, false])
            #expect(server.requests[3].contains("Host: localhost:"))
        }
    }

    @Test("five redirections are followed")
    func loop() async throws {
        try await SecureServer.run { server in
            #expect(await refusal("/loop", server)?.message == "more than 5 redirections")
            #expect(server.requests.count == 6)
        }
    }

    private static let refusals = [
        ("/401", "the server does not accept this name and password (401)"),
        ("/403", "the server refuses access (403)"),
        ("/404", "the server has nothing at this address (404)"),
        ("/410", "the server has nothing at this address (410)"),
        ("/405", "the server answered with 405"),
        ("/dav/405", "the server answers only programs that use CalDAV"),
        ("/500", "the server answered with 500"),
        ("/cut", "the connection ended before the document did"),
        ("/cut-chunks", "the connection ended before the document did"),
        ("/old", "the server does not answer like a web server"),
    ]

    @Test("a refusal is told by what it means")
    func refusals() async throws {
        try await SecureServer.run { server in
            for (path, message) in Self.refusals {
                #expect(await refusal(path, server)?.message == message, "\(path)")
            }
        }
    }

    @Test("an answer without end is ended where its limit is, and so is the connection")
    func endless() async throws {
        try await SecureServer.run { server in
            #expect(await refusal("/endless", server)?.code == .tooLarge)
            #expect(await refusal("/endless-head", server)?.code == .fetchFailed)
            #expect(await refusal("/endless-hints", server)?.code == .fetchFailed)
            #expect(
                await refusal("/endless-missing", server, sizeLimit: .max)?.message
                    == "the server has nothing at this address (404)")
            _ = try await fetcher(server, sizeLimit: .max).fetch("https://127.0.0.1:\(server.port)/endless-moved")
            try await wait { server.requests.count { $0 == "gone" } == 5 }
        }
    }

    @Test("a server that falls silent is waited for as long as was said")
    func silent() async throws {
        try await SecureServer.run { server in
            #expect(
                await refusal("/silent", server, seconds: 1)?.message
                    == "the server could not be reached, or did not answer in time")
            #expect(await refusal("/half", server, seconds: 3)?.code == .fetchFailed)
        }
    }

    /// Until it is so; a test that waits for ever is ended by whoever runs it.
    private func wait(until isSo: () -> Bool) async throws {
        while !isSo() { try await Task.sleep(for: .milliseconds(20)) }
    }
}
