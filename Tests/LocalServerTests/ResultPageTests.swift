import LedgerModel
import LedgerOperations
import Testing

@testable import LocalServer

@Suite("The page of a result")
struct ResultPageTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.fill()
    }

    @Test("It says how it is known, shows what a search finds before it cites it, and changes each part")
    func forms() async throws {
        let id = try here.ledger.results.addClaim(.init(text: "Nights <b>are</b> calm")).description
        let path = "/evidence?q=result%3A\(id)"
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get(path)
            PageTests.expectInert(page.text, path)
            #expect(page.lines.contains("It cites nothing yet. How it is known: on your word."))
            #expect(!page.text.contains("any more"))
            let form = ["result": id, "search": "drill", "here": path]
            let found = try await browser.post("/results/cite", form, csrf: page.csrf)
            #expect(found.status == 200)
            #expect(found.lines.contains("The search drill finds this piece:"))
            #expect(try here.ledger.asking.claims().first { $0.id.description == id }?.evidence.isEmpty == true)
            let cited = try await browser.post(
                "/results/cite", form.merging(["cite": "yes"]) { $1 }, csrf: found.csrf)
            #expect(cited.status == 303)
            let after = try await browser.get(path)
            #expect(after.said == "Cited one piece.")
            #expect(after.text.contains("restore drill") && !after.text.contains("It cites nothing yet"))
            _ = try await browser.post(
                "/results/edit",
                [
                    "result": id, "text": "Nights are calm", "figure": "3 -> 0", "objective": "resilience",
                    "worth": "improvement", "when": "2026-03-02", "for": "", "known": "", "here": path,
                ], csrf: after.csrf)
            let claim = try #require(try here.ledger.asking.claims().first { $0.id.description == id })
            #expect((claim.text, claim.figure, claim.objective) == ("Nights are calm", "3 -> 0", "resilience"))
            let kept = try await browser.get(path)
            #expect(kept.text.contains("value=\"3 -&gt; 0\""))
            #expect(try await browser.post("/results/edit", ["result": "k0"], csrf: after.csrf).status == 404)
        }
    }
}
