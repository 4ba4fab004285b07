import Questions
import TestSupport
import Testing

@testable import Renderings

struct ReportHTMLTests {
    @Test func aReportLooksAsItDid() throws {
        let own = ReportHTML.render(Sample.document, for: .oneself)
        try Golden.check(GoldenFolder.withoutStyle(own), "report-oneself.html")
    }

    @Test func itStandsAlone() {
        for document in [Sample.document, Hostile.document] {
            let html = ReportHTML.render(document, for: .oneself)
            expectInert(html, "report", styleAllowed: true)
            let scan = HTMLScan(html)
            #expect(scan.unbalanced == nil)
            #expect(!scan.tags.contains("script") && !scan.tags.contains("link"))
            #expect(scan.links.allSatisfy { $0.hasPrefix("#e") })
            #expect(scan.tags.filter { $0 == "style" }.count == 1)
            #expect(!html.contains("url("))
            #expect(!html.contains("http://") && !html.contains("https://") || document == Hostile.document)
        }
    }

    @Test func everyReferenceHasItsEntry() {
        let html = ReportHTML.render(Sample.document, for: .oneself)
        let links = Set(HTMLScan(html).links)
        #expect(links.count > 5)
        for link in links { #expect(html.contains("id=\"\(link.dropFirst())\""), "\(link)") }
    }

    @Test func whatIsOnlyForYouIsLeftOutForOthers() {
        let others = ReportHTML.render(Sample.document)
        #expect(!others.contains("What happened to the blocks") && !others.contains("only for you"))
        #expect(!others.contains("day:2026-03-16..2026-03-20</code> ") && !others.contains("31 pieces"))
        #expect(ReportHTML.render(Sample.document, for: .oneself).contains("What happened to the blocks"))
    }
}
