import LedgerModel
import LedgerOperations
import Questions
import TestSupport
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

    @Test("A decision without a result has the same on the page of its piece, marked; a note that is none has nothing")
    func decision() async throws {
        let here = try ServerWorld()
        var request = Capture.NoteRequest(text: "Decided to keep <b>two</b> weeks")
        request.tags = ["decision"]
        let id = try here.ledger.capture.log(request).id
        let other = try here.ledger.capture.log(.init(text: "Walked home")).id
        try await here.browseInside { (browser: Browser) async throws in
            let path = "/show/\(id)"
            let page = try await browser.get(path)
            PageTests.expectInert(page.text, path)
            #expect(page.text.contains("What became of it <span class=\"pill\">only for you</span>"))
            let form = ["result": id.description, "here": path, "word": "stands"]
            let kept = try await browser.post("/results/became", form, csrf: page.csrf)
            #expect(kept.status == 303)
            #expect(try here.ledger.asking.became(piece: id)?.said.map(\.word) == [.stands])
            #expect(try await browser.get(path).text.contains("Still stands"))
            #expect(!(try await browser.get("/show/\(other)").text.contains("What became of it")))
            let refused = try await browser.post(
                "/results/became", form.merging(["result": other.description]) { $1 }, csrf: page.csrf)
            #expect(refused.status == 404)
        }
    }

    @Test("What became of it is said by a button or in own words, shown, and undone")
    func became() async throws {
        let here = try ServerWorld()
        let id = try here.ledger.results.addClaim(.init(text: "Nights are calm")).description
        try await here.browseInside { (browser: Browser) async throws in
            let path = "/evidence?q=result:\(id)"
            let page = try await browser.get(path)
            #expect(page.text.contains("What became of it") && page.text.contains("No source shows it yet"))
            let form = ["result": id, "here": path]
            _ = try await browser.post(
                "/results/became", form.merging(["line": "", "word": "stands"]) { $1 }, csrf: page.csrf)
            let stands = try await browser.get(path)
            #expect(stands.said == "Kept of “Nights are calm”." && stands.text.contains("Still stands"))
            #expect(stands.text.contains(">Undo</button>"))
            _ = try await browser.post(
                "/results/became", form.merging(["line": "<b>two</b> teams sleep"]) { $1 }, csrf: stands.csrf)
            #expect(try await browser.get(path).text.contains("“&lt;b&gt;two&lt;/b&gt; teams sleep”"))
            _ = try here.ledger.keeping.undo()
            #expect(try here.ledger.asking.became(id).said.map(\.word) == [.stands])
        }
    }

    @Test("The weekly review asks what became of a result, by a choice or a line")
    func asked() async throws {
        let here = try ServerWorld()
        var request = Results.ClaimRequest(text: "Nights are calm")
        request.at = FixedWorld.at("2025-12-10", "12:00")
        let id = try here.ledger.results.addClaim(request).description
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/review?week=2026-03-16")
            #expect(page.text.contains("three months on?") && page.text.contains("name=\"became-line\""))
            _ = try await browser.post(
                "/review/finish", ["week": "2026-03-16", "here": "/review", "became": "gone", "became-line": ""],
                csrf: page.csrf)
            #expect(try here.ledger.asking.became(id).said.map(\.word) == [.gone])
        }
    }
}
