import LedgerModel
import Questions
import Testing

@testable import Renderings

@Suite("Arrows in print")
struct ArrowTests {
    @Test(
        "Typed with space or figures on both sides they are arrows that no line breaks; in code they are not",
        arguments: [
            ("1 day -> 50 min", "1 day\u{A0}→\u{A0}50 min"), ("540->50", "540→50"),
            ("1 day → 50 min", "1 day\u{A0}→\u{A0}50 min"), ("a -> b -> c", "a\u{A0}→\u{A0}b\u{A0}→\u{A0}c"),
            ("-> done", "→\u{A0}done"), ("done ->", "done\u{A0}→"), ("ptr->next", "ptr->next"),
            ("<!-- x -->", "<!-- x -->"), ("a ->b", "a ->b"), ("a - > b", "a - > b"), ("no arrow", "no arrow"),
            ("", ""),
        ])
    func printed(typed: String, shown: String) {
        #expect(Arrows.printed(typed) == shown)
        #expect(Arrows.printed(shown) == shown)
    }

    private let document = Document(
        title: "T", headline: [.text("1 day -> 50 min")],
        sections: [
            .init(
                "S",
                [
                    .paragraph([.strong("2 -> 1"), .soft(" 3 -> 2"), .code("a -> b")]),
                    .table(.init(columns: ["A"], rows: [[[.figure("9 -> 8", EvidenceRef(pieces: []))]]])),
                ])
        ])

    @Test("Pages, terminal, Markdown and files show them; what is to be typed stays as it is")
    func surfaces() {
        let layout = PageLayout(
            title: "T", entry: nil, period: nil, csrf: nil, here: "/", query: "", demo: .none, notice: nil)
        let texts = [
            HTMLPage.render(document, in: layout), TerminalText.render(document, width: 80, colour: false),
            MarkdownText.render(document, for: .oneself),
        ]
        // A terminal prints plain spaces once its lines are broken.
        for text in texts.map({ $0.replacing("\u{A0}", with: " ") }) {
            for arrow in ["1 day → 50 min", "2 → 1", "3 → 2", "9 → 8"] {
                #expect(text.contains(arrow), "\(arrow)")
            }
            #expect(text.contains("a -> b") || text.contains("a -&gt; b"))
        }
        let narrow = TerminalText.render(
            Document(title: "T", headline: [.text("Restores of the whole archive now take 1 day -> 50 min")]),
            width: 44, colour: false)
        #expect(narrow.split(separator: "\n").contains { $0.contains("day → 50") })
    }
}
