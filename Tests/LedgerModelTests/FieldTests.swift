import LedgerModel
import Testing

@Suite("What a browser sends")
struct FieldTests {
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
