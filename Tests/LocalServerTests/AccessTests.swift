import HTTPTypes
import LedgerModel
import Logging
import Renderings
import Synchronization
import TestSupport
import Testing

@testable import LocalServer

@Suite("Access: links, sessions and the file beside the ledger")
struct AccessTests {
    static let now: Int64 = 1_773_748_800
    let links = OneTimeLinks(secret: "a secret of this test")

    func token(_ secret: String = "a secret of this test", at now: Int64 = now) -> String {
        OneTimeLinks.token(secret: secret, now: now)
    }

    @Test("A link lets in once")
    func once() {
        let token = token()
        #expect(links.redeem(token, now: Self.now + 5))
        #expect(!links.redeem(token, now: Self.now + 6))
        #expect(links.redeem(self.token(), now: Self.now + 7))
    }

    @Test("A link is good for an hour, and not before it was made")
    func lifetime() {
        #expect(links.redeem(token(), now: Self.now + 3599))
        #expect(!links.redeem(token(), now: Self.now + 3600))
        #expect(!links.redeem(token(at: Self.now + 600), now: Self.now))
    }

    @Test("A link by another secret, or changed in any character, does not let in")
    func forged() {
        #expect(!links.redeem(token("another secret"), now: Self.now))
        let good = token()
        for index in good.indices {
            var bad = good
            bad.replaceSubrange(index...index, with: good[index] == "7" ? "8" : "7")
            #expect(!links.redeem(bad, now: Self.now), "changed at \(good.distance(from: good.startIndex, to: index))")
        }
        for bad in ["", ".", "..", "a.b", "a.b.c.d", good + "x", String(repeating: "9", count: 5000)] {
            #expect(!links.redeem(bad, now: Self.now))
        }
        #expect(links.redeem(good, now: Self.now))
    }

    @Test("Cookies and tokens are different each time, and long enough")
    func chance() {
        let made = (0..<200).map { _ in Secret.make() }
        #expect(Set(made).count == 200)
        #expect(made.allSatisfy { $0.utf8.count == 50 })
        #expect(Session().cookie != Session().token)
    }

    @Test("A session is found by its cookie alone, and the oldest leaves when there are many")
    func sessions() {
        let sessions = Sessions()
        let first = sessions.begin()
        #expect(sessions.find(first.cookie)?.token == first.token)
        #expect(sessions.find(first.token) == nil)
        #expect(sessions.find("") == nil)
        var putOut = 0
        let others = (0..<Sessions.most).map { _ in sessions.begin { putOut += 1 } }
        #expect(putOut == 1)
        #expect(sessions.find(first.cookie) == nil)
        #expect(others.allSatisfy { sessions.find($0.cookie) != nil })
    }

    @Test("A seventeenth browser that puts the first out is said in the log of the server")
    func seventeenth() async throws {
        let here = try ServerWorld()
        let log = Mutex<[String]>([])
        let said = Lines { line in log.withLock { $0.append(line) } }
        let browser = Browser(
            client: ResponderClient(here.site.responder(), logger: Logger(label: "test") { _ in said }))
        let first = try await browser.entering(here.link())
        for _ in 1..<Sessions.most { _ = try await browser.entering(here.link()) }
        #expect(log.withLock { $0 }.isEmpty)
        #expect(try await first.get("/").status == 200)
        _ = try await browser.entering(here.link())
        #expect(log.withLock { $0.count } == 1)
        #expect(log.withLock { $0.first }?.hasPrefix("16 browsers were in already") == true)
        #expect(try await first.get("/").status == 401)
    }

    /// Hands on what is logged as a warning or worse.
    private struct Lines: LogHandler {
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .warning
        let take: @Sendable (String) -> Void

        init(_ take: @escaping @Sendable (String) -> Void) { self.take = take }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { take("\(event.message)") }
    }

    @Test("What a form has done is said once")
    func notices() {
        let sessions = Sessions()
        let session = sessions.begin()
        sessions.leave(Notice("Noted."), for: session)
        #expect(sessions.takeNotice(of: session)?.text == "Noted.")
        #expect(sessions.takeNotice(of: session) == nil)
    }

    @Test("Secrets are compared whole")
    func comparison() {
        #expect(Secret.matches("abc", "abc"))
        #expect(!Secret.matches("abc", "abd"))
        #expect(!Secret.matches("abc", "abcd"))
        #expect(!Secret.matches("", "a"))
    }

    @Test("A cookie of our name is found among others, each value of it")
    func cookies() {
        var headers = HTTPFields()
        headers[.cookie] = "theme=dark; limelight-7007=one; limelight-7008=other; limelight-7007=two=2"
        #expect(Cookies.values(headers, port: 7007) == ["one", "two=2"])
        #expect(Cookies.values(headers, port: 7009).isEmpty)
    }
}
