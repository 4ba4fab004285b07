import LedgerModel
import Questions
import TestSupport
import Testing

@testable import Renderings

struct HTMLPageTests {
    @Test func everyTemplateIsReadable() {
        #expect(Templates.unreadable.isEmpty)
        #expect(Set(Templates.sources.map(\.0)) == Set(Templates.Name.allCases))
    }

    @Test func pagesLookAsTheyDid() throws {
        for (name, html) in SamplePages.recorded {
            try Golden.check(GoldenFolder.withoutStyle(html), "page-\(name).html")
        }
    }

    @Test func noGoldenFileIsLeftOver() throws {
        #expect(try Golden.files().subtracting(Golden.names) == [])
    }

    @Test func noInlineStyleOrScript() {
        for (name, html) in SamplePages.all + Hostile.pages { expectInert(html, name) }
    }

    @Test func tagsAreBalanced() {
        for (name, html) in SamplePages.all + Hostile.pages {
            #expect(HTMLScan(html).unbalanced == nil, "\(name): \(HTMLScan(html).unbalanced ?? "")")
        }
    }

    @Test func hostileTextAddsNoTagAndNoAttribute() {
        for (hostile, tame) in zip(Hostile.pages, Hostile.tamePages) {
            #expect(HTMLScan(hostile.1).shape == HTMLScan(tame.1).shape, "\(hostile.0)")
        }
    }

    /// A mark that combines with a quotation mark makes one character of both.
    @Test func combiningMarksHideNothing() {
        let text = "\"\u{301} onmouseover=alert(1) x=\"\u{301}<\u{338}script>\u{FE0F}'\u{301}&\u{301}"
        let page = HTMLPage.render(
            SearchView(query: text, items: [], total: 0).fragment, in: PageLayout(title: text, query: text))
        #expect(!page.unicodeScalars.contains("\u{338}") || !page.utf8.elementsEqual("<\u{338}".utf8))
        let scan = HTMLScan(page)
        #expect(scan.attributes.allSatisfy { !$0.hasPrefix("on") })
        #expect(!scan.tags.contains("script\u{FE0F}"))
        #expect(Markup.escape("\"\u{301}").utf8.elementsEqual("&quot;\u{301}".utf8))
        #expect(Markup.escape("<\u{338}").utf8.elementsEqual("&lt;\u{338}".utf8))
    }

    @Test func figuresOpenTheirEvidence() {
        let page = HTMLPage.render(
            Document(title: "", headline: [.figure("two", EvidenceRef(count: 2, query: "person:\"A & B\" größe"))]),
            in: PageLayout(title: "x"))
        #expect(
            page.contains(
                "<a class=\"figure short\" href=\"/evidence?q=person%3A%22A%20%26%20B%22%20gr%C3%B6%C3%9Fe\" title=\"2 pieces of evidence\">two</a>"
            ))
    }

    @Test func formsCarryTheTokenAndVanishWithoutIt() {
        let writable = HTMLPage.render(Sample.document, in: SamplePages.layout(.guard))
        let forms = writable.split(separator: "<form").dropFirst().filter { $0.contains("method=\"post\"") }
        #expect(forms.count == 4)
        for form in forms { #expect(form.contains("name=\"csrf\" value=\"t0ken\"")) }
        var layout = SamplePages.layout(.guard)
        layout.csrf = nil
        #expect(!HTMLPage.render(Sample.document, in: layout).contains("method=\"post\""))
    }

    @Test func theDemoIsMarkedOnEachPage() {
        for entry in PageEntry.allCases {
            var layout = SamplePages.layout(entry)
            #expect(!HTMLPage.render(Sample.document, in: layout).contains("A made-up year"))
            layout.demo = .only
            #expect(HTMLPage.render(Sample.document, in: layout).contains("A made-up year"))
        }
    }

    @Test func linksStayWithinTheLedger() {
        #expect(PageLink.local("//evil.example") == "/")
        #expect(PageLink.local("https://evil.example") == "/")
        #expect(PageLink.local("/\\evil.example") == "/")
        #expect(PageLink.local("javascript:alert(1)") == "/")
        #expect(PageLink.local("/guard?in=week") == "/guard?in=week")
    }

    @Test func eachEntryIsMarkedWhereItIsOpen() {
        for entry in PageEntry.allCases {
            let page = HTMLPage.render(Sample.document, in: SamplePages.layout(entry))
            #expect(page.contains("<a href=\"\(entry.path)\""), "\(entry)")
            #expect(page.split(separator: "aria-current=\"page\"").count == 2, "\(entry)")
        }
    }

    @Test func assetsChangeTheirAddressWithTheirContent() {
        for asset in Assets.all {
            #expect(!asset.bytes.isEmpty)
            #expect(asset.path.hasSuffix(asset.hash))
            #expect(asset.hash.count == 10)
        }
        #expect(Set(Assets.all.map(\.hash)).count == Assets.all.count)
        #expect(
            Assets.Asset(name: "a", contentType: "b", bytes: [1]).hash
                != Assets.Asset(name: "a", contentType: "b", bytes: [2]).hash)
    }
}

/// No style or script but from our own files, and nothing that a strict policy would refuse.
func expectInert(
    _ html: String, _ name: String, styleAllowed: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
    let scan = HTMLScan(html)
    for attribute in scan.attributes {
        #expect(
            attribute != "style" && !attribute.hasPrefix("on"), "\(name): \(attribute)", sourceLocation: sourceLocation)
    }
    #expect(styleAllowed || !scan.tags.contains("style"), "\(name)", sourceLocation: sourceLocation)
    #expect(
        !scan.tags.contains { ["iframe", "object", "embed", "base", "img"].contains($0) }, "\(name)",
        sourceLocation: sourceLocation)
    for link in scan.links {
        #expect(link.hasPrefix("/") || link.hasPrefix("#"), "\(name): \(link)", sourceLocation: sourceLocation)
        #expect(!link.hasPrefix("//"), "\(name): \(link)", sourceLocation: sourceLocation)
    }
}
