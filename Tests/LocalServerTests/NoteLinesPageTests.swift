import LedgerModel
import LedgerOperations
import Questions
import Testing

@testable import LocalServer

@Suite("The pages on which lines of notes become results, and evidence is ticked")
struct NoteLinesPageTests {
    let here: ServerWorld

    init() throws { here = try ServerWorld() }

    static let text = """
        ## Goals
        - Statistics for operations
        ## Q1 2026
        - Restore drill takes <b>50 minutes</b>
        - 2026-03-10: Nights are calm
        """

    @Test(
        "After notes are read, their lines are shown with boxes; only what is ticked is kept, in the words of the page")
    func keep() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let notes = try await browser.get("/notes")
            let read = try await browser.post(
                "/notes", ["text": Self.text, "asked": "yes", "here": "/notes"], csrf: notes.csrf)
            #expect(read.location.hasPrefix("/results/notes?q=source"))
            let page = try await browser.get(read.location)
            PageTests.expectInert(page.text, read.location)
            #expect(!page.text.contains(" checked"))
            #expect(page.text.contains("Q1 2026") && page.text.contains("what I want next"))
            let lines = try here.ledger.results.noteLines()
            let place = try #require(lines.firstIndex { $0.text.hasPrefix("Restore") }) + 1
            let goal = try #require(lines.firstIndex { $0.isWanted }) + 1
            var form = ["lines": lines.map(\.id).joined(separator: " "), "here": read.location]
            for (index, line) in lines.enumerated() { form["text-\(index + 1)"] = line.text }
            (form["keep-\(place)"], form["keep-\(goal)"], form["text-\(place)"]) = ("yes", "yes", " ")
            let wrong = try await browser.post("/results/notes", form, csrf: page.csrf)
            #expect(wrong.status >= 400 && wrong.text.contains("role=\"alert\""))
            #expect(wrong.text.contains(" checked"))
            #expect(try here.ledger.asking.claims().isEmpty)
            form["text-\(place)"] = "Restores take 50 minutes"
            let kept = try await browser.post("/results/notes", form, csrf: page.csrf)
            #expect(kept.status == 303)
            let after = try await browser.get(kept.location)
            #expect(
                after.said
                    == "Saved: one result and one line in what you want next. One other line is not offered again.")
            #expect(after.text.contains("No line of these notes waits"))
            #expect(try await browser.get("/value").text.contains("Restores take 50 minutes"))
        }
        let claim = try #require(try here.ledger.asking.claims().first)
        #expect((claim.text, claim.within, claim.evidence.count) == ("Restores take 50 minutes", .quarter, 1))
        #expect(try here.ledger.myJob.current().areas.map(\.label) == ["Statistics for operations"])
    }

    @Test("What I changed links to lines of notes only while some wait")
    func link() async throws {
        _ = try here.ledger.importing.importNotes(text: Self.text, arena: .job, days: .init())
        try await here.browseInside { (browser: Browser) async throws in
            #expect(try await browser.get("/value?in=2026").text.contains("href=\"/results/notes\""))
            try here.ledger.results.keep(here.ledger.results.noteLines().map { ($0, .no) })
            #expect(try await !browser.get("/value?in=2026").text.contains("href=\"/results/notes\""))
        }
    }

    @Test(
        "The page of a result that has none offers evidence; what is ticked is cited, and a span stays while it is not changed"
    )
    func evidence() async throws {
        _ = try here.ledger.importing.importNotes(text: Self.text, arena: .job, days: .init())
        let line = try #require(try here.ledger.results.noteLines().first { $0.text.hasPrefix("Restore") })
        let id = try here.ledger.results.keep([(line, .keep("Restore drill takes 50 minutes"))]).claims[0]
        var request = Capture.NoteRequest(text: "restore drill <i>log</i>")
        request.at = here.ledger.now - 86_400
        let piece = try here.ledger.capture.log(request).id
        let path = "/evidence?q=result%3A\(id)"
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get(path)
            PageTests.expectInert(page.text, path)
            #expect(page.text.contains("name=\"cite-\(id)-\(piece)\"") && !page.text.contains(" checked"))
            #expect(page.text.contains("(the words “restore” and “drill”, in that time)"))
            #expect(page.text.contains("value=\"Q1 2026\""))
            let form = ["result": id.description, "pieces-\(id)": piece.description, "here": path]
            #expect(try await browser.post("/results/cite", form, csrf: page.csrf).status == 400)
            let cited = try await browser.post(
                "/results/cite", form.merging(["cite-\(id)-\(piece)": "yes"]) { $1 }, csrf: page.csrf)
            #expect(cited.status == 303)
            #expect(try await browser.get(path).said == "Cited one piece.")
            let edit = ["result": id.description, "text": "Restores take 50 minutes", "when": "Q1 2026", "here": path]
            #expect(try await browser.post("/results/edit", edit, csrf: page.csrf).status == 303)
            #expect(try here.ledger.asking.claims()[0].within == .quarter)
            let day = edit.merging(["when": "2026-03-02"]) { $1 }
            #expect(try await browser.post("/results/edit", day, csrf: page.csrf).status == 303)
        }
        let claim = try #require(try here.ledger.asking.claims().first)
        #expect(Set(claim.evidence) == [piece, line.note] && claim.within == nil)
    }

    @Test("After five lines comes what may stand behind them, and then the page for the reader")
    func fiveLines() async throws {
        _ = try here.ledger.importing.importNotes(text: Self.text, arena: .job, days: .init())
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/five-lines")
            let saved = try await browser.post(
                "/five-lines",
                ["what-1": "Restore drill takes 50 minutes", "what-2": "Nothing like it", "reader": "Maria"],
                csrf: page.csrf)
            #expect(saved.location.hasPrefix("/results/cite?for=k"))
            let offered = try await browser.get(saved.location)
            PageTests.expectInert(offered.text, saved.location)
            #expect(
                offered.text.contains("Restore drill takes 50 minutes") && !offered.text.contains("Nothing like it"))
            #expect(offered.text.contains("href=\"/report?in="))
            let claim = try #require(try here.ledger.asking.claims().first { $0.text.hasPrefix("Restore") })
            let piece = try here.ledger.results.evidence(for: claim.id.description).pieces[0].id
            let cited = try await browser.post(
                "/results/cite",
                [
                    "results": claim.id.description, "pieces-\(claim.id)": piece.description,
                    "cite-\(claim.id)-\(piece)": "yes", "reader": "Maria", "period": "2026-Q1",
                ], csrf: offered.csrf)
            #expect(cited.location == "/report?in=2026-Q1&for=Maria")
        }
        #expect(try here.ledger.asking.claims().contains { !$0.evidence.isEmpty })
    }
}
