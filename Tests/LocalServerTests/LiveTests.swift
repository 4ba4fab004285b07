import Hummingbird
import LedgerModel
import LedgerOperations
import NIOCore
import NIOEmbedded
import TestSupport
import Testing

@testable import LocalServer

@Suite("The running server, over a socket", .serialized)
struct LiveTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.fill()
    }

    /// Runs the server on a free port for the length of `visit`.
    func serve(_ visit: @escaping @Sendable (Int) async throws -> Void) async throws {
        let (ports, bound) = AsyncStream.makeStream(of: Int.self)
        let application = LocalServer.application(here.site, port: 0) { bound.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.runService(gracefulShutdownSignals: []) }
            let port = try #require(await ports.first { _ in true })
            try await visit(port)
            group.cancelAll()
        }
    }

    static func request(_ line: String, host: String?, _ headers: [String] = [], body: String = "") -> String {
        let lines = ["\(line) HTTP/1.1"] + (host.map { ["Host: \($0)"] } ?? []) + ["Connection: close"] + headers
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    @Test("It answers to its own name and port, and to no other")
    func names() async throws {
        try await serve { port in
            for host in ["127.0.0.1:\(port)", "localhost:\(port)"] {
                let answer = await RawClient.ask(Self.request("GET /", host: host), port: port)
                #expect(answer.hasPrefix("HTTP/1.1 401"), "\(host)")
            }
            for host in ["evil.example:\(port)", "evil.example", "127.0.0.1", "localhost:\(port + 1)", ""] {
                for path in ["/", "/enter?token=x", "/assets/ledger.css"] {
                    let answer = await RawClient.ask(Self.request("GET \(path)", host: host), port: port)
                    #expect(answer.hasPrefix("HTTP/1.1 421") || answer.hasPrefix("HTTP/1.1 400"), "\(host) \(path)")
                    #expect(!answer.contains("limelight open"))
                }
            }
            let absolute = await RawClient.ask(
                Self.request("GET http://evil.example/", host: "localhost:\(port)"), port: port)
            #expect(!absolute.hasPrefix("HTTP/1.1 200"))
            let none = await RawClient.ask(Self.request("GET /", host: nil), port: port)
            #expect(none.hasPrefix("HTTP/1.1 4"))
            let two = await RawClient.ask(
                Self.request("GET /", host: "localhost:\(port)", ["Host: evil.example"]), port: port)
            #expect(two.hasPrefix("HTTP/1.1 4"))
        }
    }

    @Test("Other addresses of this machine do not reach it")
    func loopbackOnly() async throws {
        try await serve { port in
            // A whole visit: a server that is ended while it takes in a connection stops the process (swift-nio).
            let answer = await RawClient.ask(Self.request("GET /", host: "127.0.0.1:\(port)"), port: port)
            #expect(answer.hasPrefix("HTTP/1.1 401"))
            #expect(!RawClient.canConnect("127.0.0.2", port: port))
        }
    }

    @Test("A link lets in, its cookie shows the ledger, and a form in pieces is kept or cut")
    func wholeVisit() async throws {
        let link = here.link()
        try await serve { port in
            let host = "127.0.0.1:\(port)"
            let entered = await RawClient.ask(Self.request("GET \(link)", host: host), port: port)
            #expect(entered.hasPrefix("HTTP/1.1 303"))
            let cookie = try #require(entered.lowercased().between("set-cookie: ", ";"))
            #expect(cookie.hasPrefix("limelight-\(port)="))
            let page = await RawClient.ask(Self.request("GET /ledger", host: host, ["Cookie: \(cookie)"]), port: port)
            #expect(page.hasPrefix("HTTP/1.1 200"))
            #expect(PageText(page).words(of: "a").contains("restore drill"))
            let csrf = try #require(page.between("name=\"csrf\" value=\"", "\""))
            let headers = [
                "Cookie: \(cookie)", "Origin: http://\(host)", "Transfer-Encoding: chunked",
                "Content-Type: application/x-www-form-urlencoded",
            ]
            func chunks(_ parts: [String]) -> String {
                parts.map { "\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"
            }
            let kept = await RawClient.ask(
                Self.request("POST /log", host: host, headers, body: chunks(["text=in+pieces&", "csrf=\(csrf)"])),
                port: port)
            #expect(kept.hasPrefix("HTTP/1.1 303"))
            let long = Array(repeating: String(repeating: "x", count: 8000), count: 12)
            let cut = await RawClient.ask(
                Self.request(
                    "POST /log", host: host, headers, body: chunks(["csrf=\(csrf)&text=in+pieces&more="] + long)),
                port: port)
            #expect(cut.hasPrefix("HTTP/1.1 413") || cut.isEmpty)
        }
        #expect(try here.ledger.asking.search("pieces").total == 1)
    }

    @Test("A browser that goes away in the second file of a form leaves nothing of the first")
    func brokenForm() async throws {
        let link = here.link()
        let kept = here.ledger.path + ".files"
        try await serve { port in
            let host = "127.0.0.1:\(port)"
            let entered = await RawClient.ask(Self.request("GET \(link)", host: host), port: port)
            let cookie = try #require(entered.lowercased().between("set-cookie: ", ";"))
            let page = await RawClient.ask(Self.request("GET /sources", host: host, ["Cookie: \(cookie)"]), port: port)
            let csrf = try #require(page.between("name=\"csrf\" value=\"", "\""))
            let part = "--XyZ\r\nContent-Disposition: form-data; name="
            let half =
                part + "\"csrf\"\r\n\r\n\(csrf)\r\n" + part + "\"files\"; filename=\"first.ics\"\r\n\r\n"
                + SourcePageTests.two + "\r\n" + part + "\"files\"; filename=\"second.ics\"\r\n\r\nBEGIN:VCALENDAR"
            let headers = [
                "Cookie: \(cookie)", "Origin: http://\(host)", "Content-Length: \(half.utf8.count + 1_000)",
                "Content-Type: multipart/form-data; boundary=XyZ",
            ]
            let sent = Self.request("POST /sources/drop", host: host, headers, body: half)
            let isSeen = try await RawClient.breakOff(after: sent, port: port) {
                DropFolderView.files(below: kept).contains { $0.hasSuffix("first.ics") }
            }
            #expect(isSeen)
            // It goes once the server has seen the end.
            for _ in 0..<6_000 where !DropFolderView.files(below: kept).isEmpty {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(DropFolderView.files(below: kept).isEmpty)
        }
        #expect(here.ledger.importing.waitingDrops().isEmpty)
    }

    @Test("What is no HTTP, or too much of it, ends the connection and not the server")
    func nonsense() async throws {
        try await serve { port in
            let host = "127.0.0.1:\(port)"
            _ = await RawClient.ask("\u{16}\u{3}\u{1} hello\r\n\r\n", port: port)
            let long = await RawClient.ask(
                Self.request("GET /", host: host, ["Cookie: " + String(repeating: "a", count: 40_000)]), port: port)
            #expect(!long.hasPrefix("HTTP/1.1 200"))
            let many = (0..<500).map { "X-\($0): 1" }
            #expect(
                !(await RawClient.ask(Self.request("GET /", host: host, many), port: port)).hasPrefix("HTTP/1.1 200"))
            let alive = await RawClient.ask(Self.request("GET /", host: host), port: port)
            #expect(alive.hasPrefix("HTTP/1.1 401"))
        }
    }

    @Test(
        "Connections that wait keep nobody out, whether they sent half a request or went on waiting after a whole one")
    func waiting() async throws {
        try await serve { port in
            let host = "127.0.0.1:\(port)"
            for (text, isWhole) in [
                ("", false), ("GET / HTTP/1.1\r\nHost: \(host)\r\nCookie: a", false),
                ("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n", true),
                ("POST /log HTTP/1.1\r\nHost: \(host)\r\nContent-Length: 1000\r\n\r\ntext=", true),
            ] {
                // More than may be open at all.
                let held = await RawClient.hold(Connections.limit + 6, text, isWhole: isWhole, port: port)
                #expect(held.count == Connections.limit + 6, "\(text)")
                let answer = await RawClient.ask(Self.request("GET /", host: host), port: port)
                #expect(answer.hasPrefix("HTTP/1.1 401"), "\(text)")
                held.end()
            }
        }
    }

    @Test("A request that is being answered is never cut off for another")
    func answering() throws {
        let connections = Connections()
        let channels = (0..<Connections.limit).map { _ in EmbeddedChannel() }
        for channel in channels { try channel.connect(to: .init(unixDomainSocketPath: "/none")).wait() }
        func isOpen(_ range: Range<Int>) -> [Bool] { channels[range].map(\.isActive) }
        connections.opened(channels[0])
        connections.answering(ObjectIdentifier(channels[0]), true)
        for channel in channels[1..<Connections.most] { connections.opened(channel) }
        #expect(!isOpen(0..<Connections.most).contains(false))
        connections.opened(channels[Connections.most])
        #expect(isOpen(0..<4) == [true, false, true, true])
        // Answered last, it waits behind those that have waited longer.
        connections.answering(ObjectIdentifier(channels[0]), false)
        connections.opened(channels[Connections.most + 1])
        #expect(isOpen(0..<4) == [true, false, false, true])
        // One that has gone by itself leaves its place.
        try channels[3].close().wait()
        connections.opened(channels[Connections.most + 2])
        #expect(isOpen(0..<6) == [true, false, false, false, true, true])
    }

    @Test("A taken port is said, with what to do")
    func takenPort() async throws {
        try await serve { port in
            let other = try ServerWorld()
            let error = await #expect(throws: LedgerError.self) {
                try await LocalServer.run(
                    other.ledger, address: .shared, port: port, demo: other.ledger.path + ".demo"
                ) { _ in }
            }
            #expect(error?.code == .portInUse)
            #expect(error?.hint.description == "Choose another with --port, or any free one with --port 0.")
            #expect(ServeFile.running(other.ledger.path) == nil)
        }
    }
}
