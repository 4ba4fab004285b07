import Testing

@testable import LocalServer

@Suite("Rules of the door: names and origins")
struct RuleTests {
    let rule = HostRule(port: 7007, address: "127.82.5.9")

    @Test(
        "Only the names of this machine, at the port it listens on",
        arguments: [
            ("127.0.0.1:7007", true), ("localhost:7007", true), ("LOCALHOST:7007", true), ("127.82.5.9:7007", true),
            ("[::1]:7007", false), ("127.82.5.9", false), ("127.82.5.9:7008", false), ("127.82.5.90:7007", false),
            ("127.0.0.1", false), ("127.0.0.1:7008", false), ("127.0.0.1:70070", false), ("evil.example:7007", false),
            ("127.0.0.1.evil.example:7007", false), ("evil.example", false), ("", false), ("0.0.0.0:7007", false),
            ("127.0.0.2:7007", false), ("localhost:7007@evil.example", false), (" localhost:7007", false),
            ("localhost.:7007", false),
        ])
    func hosts(host: String, isOurs: Bool) {
        #expect(rule.admits(host: host) == isOurs)
    }

    @Test("No name at all is no name of ours; at port 80 the port is left out")
    func noHost() {
        #expect(!rule.admits(host: nil))
        #expect(HostRule(port: 80).admits(host: "localhost"))
        #expect(HostRule(port: 80).admits(host: "localhost:80"))
    }

    struct Sent: Sendable {
        var origin: String?
        var site: String?
        var isOurs: Bool
    }

    @Test(
        "A form comes from a page of ours",
        arguments: [
            Sent(origin: "http://127.0.0.1:7007", site: "same-origin", isOurs: true),
            Sent(origin: "http://127.0.0.1:7007", site: nil, isOurs: true),
            Sent(origin: "null", site: "same-origin", isOurs: true),
            Sent(origin: "http://127.82.5.9:7007", site: nil, isOurs: false),
            Sent(origin: nil, site: nil, isOurs: true),
            Sent(origin: nil, site: "cross-site", isOurs: false),
            Sent(origin: "null", site: nil, isOurs: false),
            Sent(origin: "null", site: "cross-site", isOurs: false),
            Sent(origin: "http://127.0.0.1:8080", site: "same-site", isOurs: false),
            Sent(origin: "http://127.0.0.1:8080", site: nil, isOurs: false),
            Sent(origin: "https://127.0.0.1:7007", site: nil, isOurs: false),
            Sent(origin: "http://localhost:7007", site: nil, isOurs: false),
            Sent(origin: "http://evil.example", site: nil, isOurs: false),
            Sent(origin: "", site: nil, isOurs: false),
        ])
    func origins(sent: Sent) {
        #expect(rule.admits(origin: sent.origin, site: sent.site, host: "127.0.0.1:7007") == sent.isOurs)
    }
}
