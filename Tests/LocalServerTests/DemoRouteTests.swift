import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("The demo beside one's own ledger")
struct DemoRouteTests {
    @Test("An empty page shows itself filled, is marked, and leads back")
    func there() async throws {
        let here = try ServerWorld()
        try await here.browseInside { (browser: Browser) async throws in
            let empty = try await browser.get("/scope")
            #expect(empty.text.contains("See this page in a made-up year"))
            let answer = try await browser.post("/demo", ["here": "/ledger"], csrf: empty.csrf)
            #expect(answer.location == "/ledger")
            let demo = try await browser.get("/ledger")
            #expect(demo.words(of: "a").contains("a drill that never was"))
            #expect(demo.text.contains("A made-up year, not yours."))
            #expect(demo.csrf != empty.csrf)
            let back = try await browser.post("/demo/leave", ["here": "/ledger"], csrf: demo.csrf)
            #expect(back.location == "/ledger")
            let own = try await browser.get("/ledger")
            #expect(!own.text.contains("a drill that never was"))
            #expect(!own.text.contains("A made-up year, not yours."))
        }
    }

    @Test("A form of one's own page writes into one's own ledger, though the demo is open in another tab")
    func twoTabs() async throws {
        let here = try ServerWorld()
        try await here.browseInside { (browser: Browser) async throws in
            let own = try await browser.get("/")
            _ = try await browser.post("/demo", ["here": "/"], csrf: own.csrf)
            let demo = try await browser.get("/")
            let answer = try await browser.post("/log", ["text": "wrote to Noor", "here": "/ledger"], csrf: own.csrf)
            #expect(answer.status == 303)
            #expect(try await browser.get("/ledger").words(of: "a").contains("wrote to Noor"))
            _ = try await browser.post("/log", ["text": "tried the box", "here": "/ledger"], csrf: demo.csrf)
            let shown = try await browser.get("/ledger")
            #expect(shown.words(of: "a").contains("tried the box"))
            #expect(!shown.text.contains("wrote to Noor"))
        }
        #expect(try here.ledger.asking.search("Noor").total == 1)
        #expect(try here.ledger.asking.search("tried").total == 0)
    }

    @Test("A piece of the demo is no page of one's own")
    func leavingAPiece() async throws {
        let here = try ServerWorld()
        try await here.browseInside { (browser: Browser) async throws in
            _ = try await browser.post("/demo", ["here": "/"], csrf: try await browser.get("/").csrf)
            let demo = try await browser.get("/")
            let back = try await browser.post("/demo/leave", ["here": "/show/n0000000000000000"], csrf: demo.csrf)
            #expect(back.location == "/")
        }
    }

    @Test("The demo itself leads to no other")
    func only() async throws {
        let here = try ServerWorld(demo: true)
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/scope")
            #expect(!page.text.contains("See this page in a made-up year"))
            #expect(!page.text.contains("Back to my own"))
            #expect(try await browser.post("/demo", ["here": "/"], csrf: page.csrf).status == 404)
        }
    }
}
