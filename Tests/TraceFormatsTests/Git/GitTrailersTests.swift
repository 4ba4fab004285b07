import LedgerModel
import Testing

@testable import TraceFormats

@Suite("Trailers of commit messages")
struct GitTrailersTests {
    private func people(_ text: String) -> [String] {
        GitTrailers.people(in: Array(text.utf8)[...]).map { "\($0.role.rawValue) \($0.identity) (\($0.name))" }
    }

    @Test("each role has its key, in any case")
    func roles() {
        let text = """
            Subject

            Text.

            Co-Authored-By: Ann B <Ann@Example.org>
            co-authored-by: Ann B <ann@example.org>
            Reviewed-by: Bo <bo@example.org>
            Acked-by: Cy <cy@example.org>
            Tested-by: Di <di@example.org> # on arm
            Helped-by: Ed <ed@example.org>
            Mentored-by: Flo <flo@example.org>
            Suggested-by: Gus <gus@example.org>
            Reported-by: "Hal, Jr." <hal@example.org>
            Reported-by: ida@example.org
            Reported-by: Jo
            Signed-off-by: Mina <mina@example.org>
            """
        #expect(
            people(text) == [
                "co-author ann@example.org (Ann B)", "reviewer bo@example.org (Bo)", "acker cy@example.org (Cy)",
                "tester di@example.org (Di)", "helper ed@example.org (Ed)", "mentor flo@example.org (Flo)",
                "suggester gus@example.org (Gus)", "reporter hal@example.org (Hal, Jr.)", "reporter ida@example.org ()",
                "reporter Jo (Jo)",
            ])
    }

    @Test("what is not at the end is text")
    func notAtTheEnd() {
        #expect(people("Reviewed-by: Bo <bo@example.org>").isEmpty)
        #expect(people("Subject\n\nReviewed-by: Bo <bo@example.org>\n\nThat was the old way.\n").isEmpty)
        #expect(people("Subject\n\nAs Bo said:\nReviewed-by: Bo <bo@example.org> was wrong\nhere.\n").isEmpty)
        #expect(people("Subject\n\nReviewed-by nobody\n").isEmpty)
        #expect(people("Subject\n\nReviewed-by:\n").isEmpty)
        #expect(people("").isEmpty)
    }

    @Test("blocks with an empty line between them, mixed lines and line ends of Windows")
    func shapes() {
        #expect(
            people("S\n\nText\n\nCo-authored-by: A <a@x.example>\n\nCo-authored-by: B <b@x.example>\n")
                == ["co-author a@x.example (A)", "co-author b@x.example (B)"])
        #expect(
            people("S\r\n\r\nReviewed-by: A <a@x.example>\r\n\r\n") == ["reviewer a@x.example (A)"])
        #expect(
            people("S\n\n[fixed a typo]\nReviewed-by: A <a@x.example>\nSigned-off-by: M <m@x.example>\n")
                == ["reviewer a@x.example (A)"])
        #expect(
            people("S\n\nReviewed-by: A <a@x.example>\n  who read it twice\n") == ["reviewer a@x.example (A)"])
        #expect(
            people("S\n\n(cherry picked from commit 12ab)\nTested-by: A <a@x.example>\n")
                == ["tester a@x.example (A)"])
    }

    @Test("a message of trailers only is bounded")
    func bounded() {
        let many = "S\n\n" + (0..<390).map { "Reviewed-by: P <p\($0)@x.example>\n" }.joined()
        #expect(people(many).count == GitTrailers.peopleLimit)
    }

    @Test("bytes that are not UTF-8 cost nothing but themselves")
    func notUnicode() {
        let bytes = Array("S\n\nReviewed-by: J".utf8) + [0xFC] + Array("rg <j@x.example>\n".utf8)
        #expect(GitTrailers.people(in: bytes[...]).map(\.identity) == ["j@x.example"])
    }
}
