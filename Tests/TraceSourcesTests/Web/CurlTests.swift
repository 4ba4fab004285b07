import Foundation
import LedgerModel
import Synchronization
import TestSupport
import Testing

@testable import TraceSources

@Suite("How curl is run")
struct CurlTests {
    private static let fetchTimeout: Int64 = 900

    private func fetcher(_ environment: [String: String?] = [:]) -> HTTPFetcher {
        let direct: [String: String?] = ["http_proxy": nil, "all_proxy": nil]
        return HTTPFetcher(seconds: Self.fetchTimeout, environment: direct.merging(environment) { $1 })
    }

    private func server() throws -> CannedServer {
        try CannedServer { _, _ in CannedServer.reply("200 OK", [], "BEGIN") }
    }

    @Test("what a configuration holds is quoted, and what it cannot hold is refused")
    func quotes() throws {
        var all = CurlConfiguration()
        all.add("silent")
        try all.add("user", #"a"b\c"# + "\t\r\n#é")
        #expect(all.text == "silent\nuser = \"a\\\"b\\\\c\\t\\r\\n#é\"\n")
        let before = all.text
        for text in ["a\u{0}b", "\u{1b}[m", "\u{7f}"] {
            #expect(throws: CurlConfiguration.Unwritable.self) { try all.add("url", text) }
        }
        for text in ["a\r\nEvil: 1", "a\tb", "\u{0}"] {
            #expect(throws: CurlConfiguration.Unwritable.self) { try all.addHeader("If-None-Match", text) }
        }
        #expect(all.text == before)
    }

    @Test("a password of any characters arrives as it is")
    func passwords() async throws {
        let server = try server()
        defer { server.stop() }
        for (written, meant) in [("%22%5C%0A%27%20%23", "\"\\\n' #"), ("a:b%3Ac", "a:b:c"), ("%C3%A9", "é"), ("", "")] {
            _ = try await fetcher().fetch("http://me:\(written)@127.0.0.1:\(server.port)/a.ics")
            let token = Data("me:\(meant)".utf8).base64EncodedString()
            #expect(server.requests.last?.contains("Authorization: Basic \(token)\r\n") == true, "\(meant)")
        }
        let before = server.requests.count
        await #expect(throws: LedgerError.self) {
            _ = try await fetcher().fetch("http://me:%00@127.0.0.1:\(server.port)/a.ics")
        }
        #expect(server.requests.count == before)
    }

    @Test("a version with an end of line in it begins no other header field")
    func versions() async throws {
        let server = try server()
        defer { server.stop() }
        await #expect(throws: LedgerError.self) {
            _ = try await fetcher().fetch(
                "http://127.0.0.1:\(server.port)/a.ics", known: HTTPFetcher.Version(etag: "x\r\nEvil: 1"))
        }
        #expect(server.requests.isEmpty)
    }

    @Test("brackets and dots of an address are sent as they are")
    func plainAddresses() async throws {
        let server = try server()
        defer { server.stop() }
        _ = try await fetcher().fetch("http://127.0.0.1:\(server.port)/[a-c]/{x,y}/../b.ics?q=[1-9]")
        #expect(
            server.requests.map { $0.components(separatedBy: "\r\n")[0] } == [
                "GET /[a-c]/{x,y}/../b.ics?q=[1-9] HTTP/1.1"
            ])
    }

    #if os(Linux)
        @Test("neither arguments nor environment hold the address or the password")
        func arguments() async throws {
            let seen = Mutex<[String]>([])
            let server = try CannedServer { _, _ in
                seen.withLock { $0 += Self.ownChildren(named: "curl") }
                return CannedServer.reply("200 OK", [], "BEGIN")
            }
            defer { server.stop() }
            _ = try await fetcher().fetch("http://me:s3cret@127.0.0.1:\(server.port)/t0ken.ics")
            let told = seen.withLock { $0 }
            #expect(!told.isEmpty)
            for child in told {
                let arguments = child.split(separator: "\0")
                #expect(arguments[0].hasSuffix("/curl"))
                #expect(arguments[1...3] == ["-q", "--config", "-"])
                #expect(!child.contains("s3cret") && !child.contains("t0ken"))
            }
        }

        /// Arguments and environment of our children, each as the system shows them to others.
        private static func ownChildren(named name: String) -> [String] {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return all.filter { Int($0) != nil }.compactMap { number in
                guard let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8),
                    status.contains("Name:\t\(name)\n"), status.contains("\nPPid:\t\(getpid())\n"),
                    let arguments = try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8),
                    let environment = try? String(contentsOfFile: "/proc/\(number)/environ", encoding: .utf8)
                else { return nil }
                return arguments + environment
            }
        }
    #endif

    @Test("no file of the person's is read")
    func noFiles() async throws {
        let server = try server()
        defer { server.stop() }
        let home = TemporaryFolder()
        home.write(".curlrc", "user-agent = \"evil\"\nheader = \"Evil: 1\"\nnetrc\n")
        home.write(".netrc", "machine 127.0.0.1 login evil password evil\n")
        _ = try await fetcher(["HOME": home.path, "CURL_HOME": home.path, "XDG_CONFIG_HOME": home.path])
            .fetch("http://127.0.0.1:\(server.port)/a.ics")
        let request = try #require(server.requests.last)
        #expect(request.contains("User-Agent: limelight"))
        #expect(!request.lowercased().contains("evil") && !request.contains("Authorization"))
    }

    @Test("the environment's proxy is asked, and its exceptions hold")
    func proxies() async throws {
        let server = try server()
        defer { server.stop() }
        let proxy: [String: String?] = ["http_proxy": "http://127.0.0.1:\(server.port)", "no_proxy": "127.0.0.1"]
        _ = try await fetcher(proxy).fetch("http://calendar.example.org/a.ics")
        #expect(server.requests.last?.hasPrefix("GET http://calendar.example.org/a.ics HTTP/1.1\r\n") == true)
        _ = try await fetcher(proxy).fetch("http://127.0.0.1:\(server.port)/b.ics")
        #expect(server.requests.last?.hasPrefix("GET /b.ics HTTP/1.1\r\n") == true)
    }

    @Test("without curl, one is told how to get it")
    func missing() async throws {
        let empty = TemporaryFolder()
        await #expect {
            _ = try await fetcher(["PATH": empty.path]).fetch("http://127.0.0.1:9/a.ics")
        } throws: {
            let error = $0 as? LedgerError
            return error?.code == .curlMissing && error?.hint.description.contains("apt install curl") == true
        }
    }
}

@Suite("The head of an answer")
struct ResponseHeadTests {
    private func head(_ text: String) -> ResponseHead? { ResponseHead(Array(text.utf8)) }

    @Test("the final answer counts, once it is whole")
    func final() {
        #expect(head("HTTP/1.1 200 OK\r\nETag: x\r\n") == nil)
        #expect(head("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nETag: x\r\n") == nil)
        let found = head("HTTP/1.1 103 Hints\r\nETag: no\r\n\r\nHTTP/2 302 \r\nLOCATION:\t /a \r\n\r\nETag: no\r\n\r\n")
        #expect(found?.status == 302)
        #expect(found?["location"] == "/a")
        #expect(found?["etag"] == nil)
    }

    @Test("of several fields the first counts, and one beyond all measure none")
    func fields() {
        let long = String(repeating: "x", count: 10_000)
        let found = head("HTTP/1.1 200\r\nA: 1\r\na: 2\r\nnothing\r\nETag: \(long)\r\nB:\r\n\r\n")
        #expect(found?["a"] == "1")
        #expect(found?["b"] == "")
        #expect(found?["etag"] == nil)
    }

    @Test(
        "what is no answer of HTTP is none",
        arguments: ["", "\r\n\r\n", "SSH-2.0\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n"])
    func none(text: String) { #expect(head(text) == nil) }
}
