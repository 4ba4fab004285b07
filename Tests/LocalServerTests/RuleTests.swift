import Testing

@testable import LocalServer

@Suite("Rules of the door: names, origins, fields and ways back")
struct RuleTests {
    let rule = HostRule(port: 7007)

    @Test(
        "Only the names of this machine, at the port it listens on",
        arguments: [
            ("127.0.0.1:7007", true), ("localhost:7007", true), ("LOCALHOST:7007", true), ("[::1]:7007", true),
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

    @Test(
        "A form leads back to a page of ours only",
        arguments: [
            ("/scope?in=week", "/scope?in=week"), ("/", "/"), ("//evil.example", "/"), ("/\\evil.example", "/"),
            ("https://evil.example", "/"), ("evil", "/"), ("/\t/evil.example", "/"), ("/a\r\nSet-Cookie: x=1", "/"),
            ("", "/"), ("/a b", "/"), ("/a\\b", "/"), ("javascript:alert(1)", "/"),
        ])
    func waysBack(text: String, path: String) {
        #expect(LocalPath.safe(text) == path)
        #expect(LocalPath.safe(nil) == "/")
    }

    @Test("Fields are read as browsers write them")
    func fields() {
        let fields = Fields("text=caf%C3%A9+%2B+milk&here=%2Fscope&here=/evil&empty=&bad=%zz%4&lone")
        #expect(fields["text"] == "café + milk")
        #expect(fields["here"] == "/scope")
        #expect(fields["empty"] == nil)
        #expect(fields["bad"] == "%zz%4")
        #expect(fields["lone"] == nil)
        #expect(fields["missing"] == nil)
        #expect(Fields("")["a"] == nil)
        #expect(Fields("a=%FF")["a"] == "\u{FFFD}")
    }

    @Test("More fields than a form has are not read")
    func manyFields() {
        let text = (0..<1000).map { "f\($0)=\($0)" }.joined(separator: "&")
        #expect(Fields(text)["f63"] == "63")
        #expect(Fields(text)["f64"] == nil)
    }
}
