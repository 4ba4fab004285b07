import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@testable import LocalServer

@Suite("Time for me asks with keys, on its page and on Today")
struct BlockPageTests {
    /// Tuesday 17 March 2026, with “Study” on Tuesday and Thursday of the week before.
    private func world() async throws -> ServerWorld {
        let world = try ServerWorld(now: FixedWorld.at("2026-03-17", "12:00"))
        let events = ["20260310", "20260312"].map {
            "BEGIN:VEVENT\r\nUID:s\($0)\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:\($0)T130000Z\r\nDTEND:\($0)T150000Z\r\nSUMMARY:Study <b>\r\nEND:VEVENT\r\n"
        }
        let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n\(events.joined())END:VCALENDAR\r\n"
        _ = try await world.ledger.importing.importAll(
            .calendar, [world.folder.write("work.ics", text)], arena: .job, progress: { _, _, _ in })
        return world
    }

    @Test("A candidate, then its week, then undone: one button each, and the same keys")
    func asked() async throws {
        let world = try await world()
        try await world.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/guard")
            #expect(page.text.contains("Is this time for you?") && page.text.contains("Study &lt;b&gt;"))
            for (key, label) in [(1, "time for me"), (2, "work"), (3, "neither")] {
                #expect(page.text.contains("<button data-key=\"\(key)\"><kbd>\(key)</kbd> \(label)</button>"))
            }
            let answer = ["plan": "Study <b>", "word": "for-me", "here": "/guard"]
            #expect(try await browser.post("/guard/answer", answer, csrf: page.csrf).location == "/guard")
            let weeks = try await browser.get("/guard")
            #expect(weeks.text.contains("“Study &lt;b&gt;”: time for me.") && weeks.text.contains(">Undo</button>"))
            #expect(weeks.text.contains("What became of it?") && !weeks.text.contains("Is this time for you?"))
            #expect(weeks.text.contains("href=\"/guard?each=2026-03-09\""))
            // Today asks the same.
            let today = try await browser.get("/")
            #expect(today.text.contains("What became of it?") && today.text.contains("<kbd>2</kbd> gave it</button>"))
            let each = try await browser.get("/guard?each=2026-03-09")
            #expect(each.text.ranges(of: "120 of 120 minutes are not known.").count == 2)
            #expect(each.text.ranges(of: "data-key=\"1\"").count == 1)

            let gave = ["week": "2026-03-09", "word": "gave-it", "here": "/guard"]
            _ = try await browser.post("/guard/answer", gave, csrf: page.csrf)
            let after = try await browser.get("/guard")
            #expect(after.text.contains("Two blocks: gave it.") && !after.text.contains("What became of it?"))
            _ = try await browser.post("/guard/answer", gave, csrf: page.csrf)
            #expect(try await browser.get("/guard").text.contains("Nothing of that week is open any more"))
            _ = try await browser.post("/undo", ["here": "/guard"], csrf: page.csrf)
            #expect(try await browser.get("/guard").text.contains("What became of it?"))
        }
    }

    @Test("What is no answer, and what is no block, is refused in words")
    func refused() async throws {
        let world = try await world()
        try await world.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/guard").csrf
            for fields in [
                ["week": "2026-03-09", "word": "lost"], ["week": "x", "word": "taken"],
                ["plan": "Study <b>", "word": "taken"],
                [:],
            ] {
                #expect(try await browser.post("/guard/answer", fields, csrf: csrf).status == 400, "\(fields)")
            }
            #expect(
                try await browser.post("/guard/answer", ["plan": "Nobody", "word": "work"], csrf: csrf).status == 404)
            #expect(try await browser.get("/guard?each=x").status == 400)
        }
    }
}
