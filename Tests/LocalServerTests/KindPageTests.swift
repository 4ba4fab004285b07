import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("The page for kinds of work")
struct KindPageTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.note("update dependency yaml to v2", at: "9:00", minutes: 120)
        try here.note("printer on floor 3", at: "10:00", minutes: 20)
        try here.note("printer on floor 3", at: "11:00", minutes: 20)
    }

    private func fields(_ page: Browser.Answer, _ worth: String) throws -> [String: String] {
        [
            "piece": try #require(page.text.between("name=\"piece\" value=\"", "\"")), "worth": worth,
            "here": try #require(page.text.between("name=\"here\" value=\"", "\"")).replacing("&amp;", with: "&"),
        ]
    }

    @Test("One title after the other, the guess with one key, an answer for all of a title, and undo")
    func answers() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            var page = try await browser.get("/kinds")
            #expect(page.words(of: "h1") == ["2 h of “update dependency yaml to v2”. What kind of work was it?"])
            #expect(page.text.contains("<button name=\"worth\" value=\"baseline\" data-key=\"y\"><kbd>y</kbd> yes, "))
            #expect(page.text.contains("Probably keeps it running (learned: "))
            #expect(!page.text.contains("/kinds/undo"))
            let sent = try await browser.post("/kinds/answer", fields(page, "baseline"), csrf: page.csrf)
            #expect(sent.status == 303 && sent.location == "/kinds")
            page = try await browser.get("/kinds")
            #expect(page.said == "“update dependency yaml to v2”: keeps it running.")
            #expect(page.words(of: "h1") == ["40 min of “printer on floor 3”, 2 times. What kind of work was it?"])
            #expect(!page.text.contains("data-key=\"y\""))
            let form = try fields(page, "idea")
            _ = try await browser.post("/kinds/answer", form, csrf: page.csrf)
            page = try await browser.get("/kinds")
            #expect(page.said == "“printer on floor 3”, all 2: an idea.")
            #expect(
                page.words(of: "h1") == [
                    "Nothing is left to ask: series of meetings are asked about in Sort, and the rest has its kind of work."
                ])
            #expect(try here.ledger.asking.search("worth:idea").total == 2)
            // Another tab that still asks.
            _ = try await browser.post("/kinds/answer", form, csrf: page.csrf)
            #expect(try await browser.get("/kinds").said.contains("Nothing was changed."))
            let action = try #require(page.text.between("name=\"action\" value=\"", "\""))
            _ = try await browser.post("/kinds/undo", ["action": action, "here": "/kinds"], csrf: page.csrf)
            page = try await browser.get("/kinds")
            #expect(page.said == "Undone: the kind of work of “printer on floor 3”.")
            #expect(try here.ledger.asking.search("worth:idea").total == 0)
        }
    }

    @Test("Later is in the address, and undo takes it back; a made-up address does no harm")
    func later() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            var page = try await browser.get("/kinds")
            let path = try #require(page.text.between("<a class=\"button\" href=\"", "\" data-key=\"l\""))
            #expect(path.hasPrefix("/kinds?later="))
            page = try await browser.get(path.replacing("&amp;", with: "&"))
            #expect(page.words(of: "h1").first?.contains("printer") == true)
            #expect(page.text.contains("<a class=\"button\" href=\"/kinds\" data-key=\"u\">"))
            _ = try await browser.post("/kinds/answer", fields(page, "idea"), csrf: page.csrf)
            page = try await browser.get(String(path.prefix { $0 != "&" }))
            #expect(page.words(of: "h1") == ["The rest is left for later."])
            for made in ["/kinds?later=..&fresh=9", "/kinds?later=" + String(repeating: "n", count: 9_000)] {
                #expect(try await browser.get(made).status == 200, "\(made.prefix(40))")
            }
            #expect(try await browser.post("/kinds/answer", ["worth": "idea"], csrf: page.csrf).status == 400)
        }
    }

    @Test("Learning is shown before it is done, and too little is said")
    func learning() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/kinds?learn=yes")
            #expect(page.words(of: "h1") == ["It takes the kind of work of 20 more titles to learn from."])
            #expect(!page.text.contains("Learn it"))
            for place in 0..<20 {
                let id = try here.note("hallway \(place)a", at: "7:\(place + 10)", minutes: 1)
                _ = try here.ledger.capture.sayKind(.interaction, of: [id])
            }
            let ready = try await browser.get("/kinds?learn=yes")
            #expect(ready.text.contains("<button class=\"main\">Learn it</button>"))
            let form = ["step": "1", "here": "/kinds"]
            #expect(try await browser.post("/kinds/learn", form, csrf: ready.csrf).location == "/kinds")
            #expect(try await browser.get("/kinds").said == "Learned, step 1. Nothing counts until you confirm it.")
            _ = try await browser.post("/kinds/learn", form, csrf: ready.csrf)
            #expect(try await browser.get("/kinds").said.contains("Nothing was changed."))
        }
    }

    @Test("The page of a piece and Sort lead to it")
    func ways() async throws {
        let id = try here.note("hallway", at: "12:00", minutes: 5)
        try await here.browseInside { (browser: Browser) async throws in
            for path in ["/sort", "/show/\(id)"] {
                #expect(try await browser.get(path).text.contains("href=\"/kinds\""), "\(path)")
            }
        }
    }
}
