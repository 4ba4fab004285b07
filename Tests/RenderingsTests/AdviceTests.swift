import LedgerModel
import Questions
import TestSupport
import Testing

@testable import Renderings

@Suite("Advice and offers, surface by surface")
struct AdviceRenderingTests {
    private let advice: Advice =
        "End it with \(offer: .stopTimer), list them with \(offer: .sourceList): \(offer: .undo)"

    @Test("A terminal prints commands, in backticks unless the line ends in one")
    func terminal() {
        #expect(
            advice.words == "End it with `limelight stop`, list them with `limelight sources`: limelight undo")
    }

    @Test("A page links the page that does it, and prints the command where none does")
    func page() {
        let html = HTMLPage.bare(NoticeView(title: "No.", message: advice).fragment, title: "No.")
        #expect(html.contains("End it with <code>limelight stop</code>, list them with "))
        #expect(html.contains("<a class=\"way\" href=\"/sources\">Sources</a>"))
        #expect(!html.contains("`"))
    }

    @Test("Offers are buttons where a page may write, the first command in a terminal, and nothing in a report")
    func offers() {
        let offers = ["Maria", "Tom"].map { Offer.agree(.init(key: "restores", label: "Restores", with: $0)) }
        let document = Document(
            title: "T", headline: ["H."], sections: [.init("S", [.offers(.init(offers, lead: "Once it is agreed"))])])
        var layout = PageLayout(title: "T", csrf: "t0ken")
        let page = HTMLPage.render(document, in: layout)
        #expect(page.ranges(of: "<button>We agreed “Restores”</button>").count == 2)
        #expect(page.contains("name=\"with\" value=\"Tom\"") && !page.contains("limelight scope"))
        layout.csrf = nil
        #expect(!HTMLPage.render(document, in: layout).contains("agreed"))
        let text = TerminalText.render(document)
        #expect(text.contains("Once it is agreed: `limelight scope agree restores --with \"Maria\"`"))
        #expect(!text.contains("Tom"))
        for report in [MarkdownText.render(document, for: .oneself), ReportHTML.render(document, for: .oneself)] {
            #expect(!report.contains("agree"))
        }
    }

    @Test("Without words before them a terminal leaves offers out, and no empty line in their place")
    func silent() {
        let document = Document(
            title: "T", headline: ["H."],
            sections: [.init("S", [.paragraph(["One."]), .offers(.init([.undo])), .paragraph(["Two."])])])
        #expect(TerminalText.render(document) == "H.\n\nS\n  One.\n\n  Two.\n")
    }
}
