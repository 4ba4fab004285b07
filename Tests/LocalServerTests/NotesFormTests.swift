import LedgerModel
import LedgerOperations
import Testing

@testable import LocalServer

@Suite("The page of notes one has")
struct NotesFormTests {
    let here: ServerWorld

    init() throws { here = try ServerWorld() }

    static let text = "## 2026-03-10\r\n- Restore drill <50 minutes>\r\n\r\n## Ideas\r\n- A bell\r\n- A runbook"

    @Test("Undated ones are asked for with the text intact; then all of it is taken in once")
    func ask() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/notes")
            let asked = try await browser.post("/notes", ["text": Self.text, "arena": "job"], csrf: page.csrf)
            #expect(asked.status == 200)
            #expect(asked.text.contains("When were these two?"))
            #expect(asked.text.contains("- Restore drill &lt;50 minutes&gt;\n"))
            PageTests.expectInert(asked.text, "/notes")
            #expect(try here.ledger.asking.sourceSummaries().isEmpty)
            let ids = asked.text.matches(of: /name="day-([0-9a-z]+)"/).map { String($0.output.1) }
            #expect(ids.count == 2)
            let wrong = try await browser.post(
                "/notes", ["text": Self.text, "asked": "yes", "day-\(ids[0])": "soon"], csrf: page.csrf)
            #expect(wrong.status == 400)
            #expect(wrong.text.contains("“soon” is not a date."))
            #expect(wrong.text.contains("value=\"soon\""))
            #expect(try here.ledger.asking.sourceSummaries().isEmpty)
            let done = try await browser.post(
                "/notes",
                ["text": Self.text, "asked": "yes", "arena": "job", "day-\(ids[0])": "2026-02-03", "here": "/notes"],
                csrf: page.csrf)
            #expect(done.status == 303)
            let after = try await browser.get(done.location)
            #expect(after.text.contains("Two new notes, 1 left out."))
        }
        #expect(try here.ledger.asking.search("bell").total == 1)
        #expect(try here.ledger.asking.search("runbook").total == 0)
    }

    @Test("The dates that the notes get are shown before anything is taken in")
    func shown() async throws {
        let text = "## Q1 2026\n- audit passed\n- 4.11.: told Maria\n- 2026-03-10 9:30 drill"
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/notes")
            let asked = try await browser.post("/notes", ["text": text], csrf: page.csrf)
            for date in ["Q1 2026", "4 November 2026", "10 March 2026, 9:30"] { #expect(asked.text.contains(date)) }
            #expect(try here.ledger.asking.sourceSummaries().isEmpty)
            let done = try await browser.post(
                "/notes", ["text": text, "asked": "yes", "here": "/notes"], csrf: page.csrf)
            #expect(try await browser.get(done.location).text.contains("Three new notes"))
        }
        let audit = try #require(try here.ledger.asking.search("audit").hits.first)
        #expect(audit.flags.within == .quarter)
    }

    @Test("Nothing pasted and what is no text are said on the page")
    func bad() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/notes")
            for text in ["", "  \n", "{\"entries\": 3}"] {
                let answer = try await browser.post("/notes", ["text": text], csrf: page.csrf)
                #expect(answer.status >= 400 && answer.status < 500)
                #expect(answer.text.contains("role=\"alert\""))
            }
        }
        #expect(try here.ledger.asking.sourceSummaries().isEmpty)
    }

    @Test("What is left out of the ledger is refused with the text intact")
    func leftOut() async throws {
        let sheet = try here.ledger.myJob.setup()
        try here.ledger.myJob.keep(here.ledger.myJob.setupChange(sheet.answers, leavesOut: [.side]))
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/notes")
            #expect(!page.text.contains("value=\"side\""))
            let answer = try await browser.post(
                "/notes", ["text": "- 2026-03-10: drill", "arena": "side", "asked": "yes"], csrf: page.csrf)
            #expect(answer.status == 409)
            #expect(answer.words(of: "textarea") == ["- 2026-03-10: drill"])
        }
    }
}
