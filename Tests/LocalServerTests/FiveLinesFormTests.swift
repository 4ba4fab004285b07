import LedgerModel
import LedgerOperations
import Testing

@testable import LocalServer

@Suite("The page of five lines")
struct FiveLinesFormTests {
    let here: ServerWorld

    init() throws { here = try ServerWorld() }

    @Test("From an empty ledger to a page that can be handed over")
    func tenMinutes() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/five-lines")
            let answer = try await browser.post(
                "/five-lines",
                [
                    "reader": "Maria & Söhne", "author": "Dana Ortiz", "what-1": "Restores take 50 minutes",
                    "whom-1": "Payments", "plan-1": "Calm nights", "figure-1": "1 day → 50 min",
                    "known-1": "drill log", "what-3": "A runbook <for> nights", "here": "/five-lines",
                ], csrf: page.csrf)
            #expect(answer.status == 303)
            #expect(answer.location == "/report?in=2026-Q1&for=Maria%20%26%20S%C3%B6hne")
            let paper = try await browser.get(answer.location)
            #expect(paper.text.contains("Saved: two lines. “Calm nights” is new"))
            #expect(paper.text.contains("Results of Dana Ortiz, for Maria &amp; Söhne"))
            #expect(paper.text.contains("Known from: drill log."))
            #expect(paper.text.contains("A runbook &lt;for&gt; nights"))
            #expect(paper.text.contains("--for &#39;Maria &amp; Söhne&#39; --in 2026-Q1 -o results.html"))
            PageTests.expectInert(paper.text, "/report")
            let next = try await browser.get("/five-lines").text
            #expect(next.contains("<option value=\"Calm nights\">"))
            #expect(next.contains("value=\"Dana Ortiz\""))
        }
    }

    @Test("A line that does not say what changed comes back with the others as they were typed")
    func again() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/five-lines")
            let answer = try await browser.post(
                "/five-lines", ["what-1": "A runbook", "whom-2": "the \"night\" shift", "reader": "Maria"],
                csrf: page.csrf)
            #expect(answer.status == 400)
            #expect(answer.text.contains("Line 2 does not say what changed."))
            #expect(answer.text.contains("name=\"what-1\" autocomplete=\"off\" value=\"A runbook\""))
            #expect(answer.text.contains("value=\"the &quot;night&quot; shift\""))
            PageTests.expectInert(answer.text, "/five-lines")
        }
        #expect(try here.ledger.asking.claims().isEmpty)
    }

    @Test("A report shows nothing that is only for the person, and no page without results is bare")
    func report() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            #expect(try await browser.get("/report").text.contains("href=\"/five-lines\""))
            try here.fill()
            let paper = try await browser.get("/report?for=Maria&in=year").text
            #expect(paper.contains("Restore takes an hour instead of a day"))
            #expect(!paper.contains("only for you"))
            #expect(try await browser.get("/report?for=" + String(repeating: "x", count: 300)).status == 400)
        }
    }
}
