import HTTPTypes
import LedgerModel
import LedgerOperations
import LedgerStore
import TestSupport
import Testing

@testable import LocalServer

@Suite("Forms: what a page lets the person do")
struct FormTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.fill()
    }

    @Test("A note is kept, said, and stands on the timeline")
    func capture() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let before = try await browser.get("/timeline")
            #expect(!before.words(of: "a").contains("asked Noor about the ladder"))
            let answer = try await browser.post(
                "/log", ["text": "asked Noor about the ladder", "here": "/timeline"], csrf: before.csrf)
            #expect(answer.status == 303)
            #expect(answer.location == "/timeline")
            let after = try await browser.get(answer.location)
            #expect(after.words(of: "a").contains("asked Noor about the ladder"))
            #expect(after.said == "Noted at 13:00.")
            #expect(try await browser.get("/timeline").said == "")
        }
        #expect(try here.ledger.asking.search("ladder").total == 1)
    }

    @Test(
        "The box takes time, length, people and tags as a line of an inbox does",
        arguments: [
            ("9:30 drill 30m @Maria #audit", "Noted at 9:00, 30 min, with Maria.", "drill"),
            ("yesterday 10:00 drill", "Noted on 16 March 2026 at 10:00.", "drill"),
            ("drill @Old_Friend", "Noted at 13:00, with Old Friend.", "drill"),
            ("4.3. drill", "Noted on 4 March 2026.", "drill"), ("30m", "Noted at 13:00.", "30m"),
            ("10:00–10:45 drill", "Noted at 10:00, 45 min.", "drill"),
        ])
    func captureLine(typed: String, said: String, title: String) async throws {
        try await here.browseInside { (browser: Browser) async throws in
            _ = try await browser.post("/log", ["text": typed], csrf: try await browser.get("/").csrf)
            #expect(try await browser.get("/").said == said)
        }
        let tagged = try here.ledger.asking.search("tag:audit").total
        #expect(tagged == (typed.contains("#audit") ? 1 : 0))
        let titles = try here.ledger.asking.search("kind:note").hits.map(\.title)
        #expect(titles.contains(title))
    }

    @Test(
        "A line that begins like a date and is none is asked about, and nothing is noted as now",
        arguments: [
            ("25:00 heron", "“25:00” is not a time of day."),
            ("12/11 heron", "“12/11” could be 12 November or 11 December."),
            ("30.2. heron", "“30.2.” is not a date: February has 29 days."),
        ])
    func unclear(typed: String, said: String) async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let answer = try await browser.post("/log", ["text": typed], csrf: try await browser.get("/").csrf)
            #expect(answer.status == 400)
            #expect(answer.words(of: "h1") == [said])
        }
        #expect(try here.ledger.asking.search("heron").total == 0)
    }

    @Test("An empty note is refused in words")
    func emptyNote() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            for text in ["", "   ", "\n"] {
                let answer = try await browser.post("/log", ["text": text], csrf: csrf)
                #expect(answer.status == 400)
                #expect(answer.words(of: "h1") == ["A note needs a text."])
            }
        }
    }

    @Test("A correction changes what a piece is read as, and undo takes it back")
    func correct() async throws {
        let id = try #require(try here.ledger.asking.search("restore drill").hits.first?.id)
        try await here.browseInside { (browser: Browser) async throws in
            let path = "/show/\(id)"
            let before = try await browser.get(path)
            #expect(before.text.contains("<form method=\"post\" action=\"/correct/\(id)\">"))
            #expect(before.text.contains("<option value=\"payments\">Payments stay up</option>"))
            let answer = try await browser.post(
                "/correct/\(id)", ["responsibility": "payments", "worth": "improvement", "here": path],
                csrf: before.csrf)
            #expect(answer.location == path)
            let after = try await browser.get(path)
            #expect(after.said == "Corrected.")
            let row = "<th scope=\"row\">Responsibility</th><td>Payments stay up<p class=\"soft\">by hand</p></td>"
            #expect(after.text.contains(row))
        }
        let read = try here.ledger.asking.show(id.description).readingSummaries
        #expect(read.first { $0.dimension == .responsibility }?.value == "payments")
        #expect(read.first { $0.dimension == .worth }?.value == "makes it better")
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/ledger").csrf
            let answer = try await browser.post("/undo", ["here": "/ledger"], csrf: csrf)
            #expect(try await browser.get(answer.location).said.hasPrefix("Undone: what you said of"))
        }
        let undone = try here.ledger.asking.show(id.description).readingSummaries
        #expect(!undone.contains { $0.dimension == .responsibility && $0.by == .hand })
    }

    @Test("Undo offers to bring back what it took, and that offers to undo it again")
    func redo() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            _ = try await browser.post("/log", ["text": "heron at the weir"], csrf: csrf)
            #expect(try await browser.get("/").text.contains("<button data-key=\"u\">Undo</button>"))
            _ = try await browser.post("/undo", ["here": "/"], csrf: csrf)
            let undone = try await browser.get("/")
            #expect(undone.said == "Undone: the note “heron at the weir”, of today, 13:00.")
            #expect(undone.text.contains("action=\"/redo\"") && !undone.text.contains("action=\"/undo\""))
            #expect(try here.ledger.asking.search("heron").total == 0)
            _ = try await browser.post("/redo", ["here": "/"], csrf: csrf)
            let back = try await browser.get("/")
            #expect(back.said == "Brought back: the note “heron at the weir”, of today, 13:00.")
            #expect(back.text.contains("action=\"/undo\""))
            #expect(try here.ledger.asking.search("heron").total == 1)
            let again = try await browser.post("/redo", ["here": "/"], csrf: csrf)
            #expect(again.status == 409)
        }
    }

    @Test("What is from before today is undone only after the page has asked")
    func oldAct() async throws {
        let later = try ServerWorld(now: FixedWorld.now + 3 * 86_400)
        try LedgerStore(path: later.ledger.path).write(at: FixedWorld.now) { transaction in
            var random = SeededGenerator(seed: 17)
            let draft = EvidenceDraft(
                kind: .note, externalID: ULID(at: FixedWorld.now, using: &random).text, at: FixedWorld.now,
                title: "heron")
            try transaction.log(draft)
        }
        try await later.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/ledger").csrf
            let asked = try await browser.post("/undo", ["here": "/ledger"], csrf: csrf)
            #expect(asked.status == 200)
            #expect(asked.words(of: "h1") == ["Undo what you did before today?"])
            #expect(asked.text.contains("The note “heron”, of 17 March 2026, 13:00, 3 days ago."))
            #expect(try later.ledger.asking.search("heron").total == 1)
            _ = try await browser.post("/undo", ["here": "/ledger", "sure": "yes"], csrf: csrf)
            #expect(try later.ledger.asking.search("heron").total == 0)
        }
    }

    @Test("Of two tabs that correct the same piece the later one does not overwrite what it did not know")
    func twoTabs() async throws {
        let id = try #require(try here.ledger.asking.search("restore drill").hits.first?.id)
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/show/\(id)")
            let stamp = try #require(page.text.between("name=\"stamp\" value=\"", "\""))
            let first = try await browser.post(
                "/correct/\(id)", ["responsibility": "payments", "stamp": stamp], csrf: page.csrf)
            #expect(first.status == 303)
            let second = try await browser.post(
                "/correct/\(id)", ["responsibility": "mine", "stamp": stamp], csrf: page.csrf)
            #expect(second.status == 409)
            #expect(
                second.lines.dropFirst().first
                    == "Nothing was changed. Load the page again, and repeat the correction if it still holds.")
        }
        let read = try here.ledger.asking.show(id.description).readingSummaries
        #expect(read.first { $0.dimension == .responsibility }?.value == "payments")
    }

    @Test("What was learned of a piece is confirmed with one button, and taken back by undo")
    func confirmed() async throws {
        let id = try here.ledger.capture.log(Capture.NoteRequest(text: "update dependency yaml to v2")).id
        @Sendable func worth() throws -> String? {
            try here.ledger.asking.show("\(id)").readingSummaries.first { $0.dimension == .worth }?.value
        }
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/show/\(id)")
            #expect(page.text.contains("probably keeps it running (learned: “update”"))
            let form = try #require(
                page.text.between("<form method=\"post\" action=\"/correct/\(id)\"><input", "</form>"))
            let learned: String = try #require(form.between("name=\"worth\" value=\"", "\""))
            let stamp: String = try #require(form.between("name=\"stamp\" value=\"", "\""))
            #expect(try worth() == nil)
            let answer = try await browser.post(
                "/correct/\(id)", ["worth": learned, "stamp": stamp, "here": "/show/\(id)"], csrf: page.csrf)
            #expect(answer.status == 303)
            #expect(try worth() == "keeps it running")
            #expect(try await !browser.get("/show/\(id)").text.contains("not confirmed"))
            _ = try await browser.post("/undo", ["here": "/ledger"], csrf: page.csrf)
            #expect(try worth() == nil)
        }
    }

    @Test("A correction that chooses nothing keeps nothing, and a wrong one says what is known")
    func correctNothing() async throws {
        let id = try #require(try here.ledger.asking.search("restore drill").hits.first?.id)
        let before = try here.ledger.asking.revision()
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            let nothing = try await browser.post("/correct/\(id)", ["arena": "", "here": "/"], csrf: csrf)
            #expect(nothing.status == 303)
            #expect(try await browser.get("/").said.hasPrefix("Nothing was chosen"))
            let wrong = try await browser.post("/correct/\(id)", ["responsibility": "paymnts"], csrf: csrf)
            #expect(wrong.status == 404)
            #expect(
                wrong.lines.prefix(2) == [
                    "There is no responsibility “paymnts”; did you mean “payments”?",
                    "Known: payments, mine, not mine.",
                ])
            #expect(try await browser.post("/correct/n0000000000000000", ["drop": "yes"], csrf: csrf).status == 404)
        }
        #expect(try here.ledger.asking.revision() == before)
    }

    @Test("A result that was told is no longer listed as not told")
    func tell() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/value")
            #expect(page.words(of: "h2").contains("Not told yet"))
            #expect(page.text.contains("<button class=\"main\">I told Maria</button>"))
            let claim = try #require(page.text.between("name=\"result\" value=\"", "\""))
            let answer = try await browser.post(
                "/tell", ["result": claim, "person": "Maria", "here": "/value"], csrf: page.csrf)
            #expect(answer.status == 303)
            let after = try await browser.get("/value")
            #expect(after.said == "Recorded: Maria has heard of it.")
            #expect(!after.text.contains("Not told yet"))
        }
        #expect(try here.ledger.asking.claims().first?.tellings.map(\.person) == ["Maria"])
    }

    @Test("With nothing left to take back, undo says so")
    func undoNothing() async throws {
        let empty = try ServerWorld()
        try await empty.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            let answer = try await browser.post("/undo", [:], csrf: csrf)
            #expect(answer.status == 409)
            #expect(answer.words(of: "h1") == ["There is nothing to take back."])
        }
    }
}
