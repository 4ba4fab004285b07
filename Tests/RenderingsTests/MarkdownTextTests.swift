import LedgerModel
import Questions
import Testing

@testable import Renderings

struct MarkdownTextTests {
    @Test func aRichDocumentReadsWell() throws {
        try Golden.check(MarkdownText.render(Sample.document, for: .oneself, evidence: true), "markdown-evidence.md")
        try Golden.check(MarkdownText.render(Hostile.document, for: .oneself, evidence: true), "markdown-hostile.md")
    }

    @Test func whatIsOnlyForYouIsLeftOutForOthers() {
        #expect(!MarkdownText.render(Sample.document).contains("What happened to the blocks"))
        #expect(
            MarkdownText.render(Sample.document, for: .oneself).contains(
                "## What happened to the blocks · only for you"))
    }

    @Test(arguments: [
        ("<script>", "\\<script\\>"),
        ("[a](b)", "\\[a\\](b)"),
        ("![a](b)", "\\!\\[a\\](b)"),
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("12. no item", "12\\. no item"),
        ("    no code", "no code"),
        ("{{title}}", "\\{\\{title}}"),
        ("see https://evil.example/x now", "see `https://evil.example/x` now"),
        ("write to a@evil.example", "write to `a@evil.example`"),
        ("www.evil.example", "`www.evil.example`"),
        ("a | b", "a \\| b"),
        ("&lt;", "\\&lt;"),
        ("17:30 – 99.97 %", "17:30 – 99.97 %"),
        ("two\nlines", "two lines"),
    ])
    func outsideTextIsInert(text: String, markdown: String) {
        #expect(MarkdownEscape.inert(text, atStart: true) == markdown)
    }

    @Test func codeHoldsAnyBackticks() {
        #expect(MarkdownEscape.code("a") == "`a`")
        #expect(MarkdownEscape.code("a `` b") == "```a `` b```")
        #expect(MarkdownEscape.code("`a`") == "`` `a` ``")
        #expect(MarkdownEscape.code(" ") == "")
        let document = Document(title: "", headline: [.code("a"), .code("b")])
        #expect(MarkdownText.render(document) == "`a` `b`\n")
    }

    @Test func aTableRowStaysOneLine() {
        let text = MarkdownText.render(Hostile.document, for: .oneself)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.count == Hostile.titles.count * 3)
    }

    @Test("A footnote names its pieces as far as the reader may know, and they stay inert")
    func footnotes() {
        let (known, other) = (PublicID(.commit, "a"), PublicID(.note, "b"))
        let document = Document(title: "", headline: [.figure("2", EvidenceRef(pieces: [known, other]))])
        let text = MarkdownText.render(document, evidence: true, titles: [known: "[x](javascript:y)"])
        #expect(text.contains("[^1]: 2 pieces: "))
        #expect(!text.contains("[x](javascript"))
        #expect(MarkdownText.render(document, evidence: true).hasSuffix("[^1]: 2 pieces\n"))
    }
}
