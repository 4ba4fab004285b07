import HTTPTypes
import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("The page for sorting")
struct SortPageTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        var myJob = MyJob()
        myJob.responsibilities = [Responsibility(key: "payments", label: "Payments stay up")]
        myJob.notMine = [NotMine(key: "printers", label: "Printer fleet")]
        try here.ledger.myJob.load(myJob)
        try here.note("change board", at: "9:00", minutes: 180)
        try here.note("printer on floor 3", at: "10:00", minutes: 60)
        try here.note("hallway", at: "11:00", minutes: 30)
    }

    /// The fields that the form of the page sends, with an answer.
    func fields(_ page: Browser.Answer, _ answer: String) throws -> [String: String] {
        [
            "group": try #require(page.text.between("name=\"group\" value=\"", "\"")),
            "pieces": try #require(page.text.between("name=\"pieces\" value=\"", "\"")), "answer": answer,
            "here": try #require(page.text.between("name=\"here\" value=\"", "\"")).replacing("&amp;", with: "&"),
        ]
    }

    @Test("Answers lead from the largest group to the end, and undo leads back")
    func answers() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            var page = try await browser.get("/sort")
            #expect(page.words(of: "h1") == ["3 h of “change board”. What was it for?"])
            #expect(page.text.contains("data-key=\"1\"><kbd>1</kbd> Payments stay up</button>"))
            #expect(!page.text.contains("/sort/undo"))
            for (answer, said, next) in [
                (
                    "responsibility:payments", "“change board”: Payments stay up.",
                    "1 h of “printer on floor 3”. What was it for?"
                ),
                (
                    "not mine:printers", "“printer on floor 3”: someone else’s: Printer fleet.",
                    "30 min of “hallway”. What was it for?"
                ),
                ("ignore", "“hallway”: off the timeline.", "Everything that counts is placed."),
            ] {
                let sent = try await browser.post("/sort/answer", fields(page, answer), csrf: page.csrf)
                #expect(sent.status == 303 && sent.location == "/sort")
                page = try await browser.get(sent.location)
                #expect(page.said == said)
                #expect(page.words(of: "h1") == [next])
            }
            #expect(try await browser.post("/sort/undo", ["here": "/sort"], csrf: page.csrf).status == 303)
            page = try await browser.get("/sort")
            #expect(page.said == "Undone: the answer about notes called “hallway”.")
            #expect(page.text.contains("30 min"))
        }
    }

    @Test("Later and parts stand in the address; a made-up one does no harm")
    func later() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sort").text
            let path = try #require(page.between("<a class=\"button\" href=\"", "\""))
            #expect(path.hasPrefix("/sort?later="))
            let after = try await browser.get(path.replacing("&amp;", with: "&"))
            #expect(after.words(of: "h1") == ["1 h of “printer on floor 3”. What was it for?"])
            let sent = try await browser.post("/sort/answer", fields(after, "mine"), csrf: after.csrf)
            // After an answer nothing is left to take back but the answer.
            #expect(path.hasSuffix("&amp;steps=l") && sent.location == path.replacing("&amp;steps=l", with: ""))
            #expect(try await browser.get(sent.location).words(of: "h1") == ["30 min of “hallway”. What was it for?"])
            for made in [
                "/sort?group=zz&later=..&split=x", "/sort?in=week",
                "/sort?later=" + String(repeating: "a", count: 9_000),
            ] {
                #expect(try await browser.get(made).status == 200, "\(made.prefix(40))")
            }
            #expect(try await browser.get("/sort?in=fortnight").status == 400)
        }
    }

    @Test("Undo takes back later and in parts, one by one, and then answers")
    func steps() async throws {
        try here.note("one call", at: "3:00", minutes: 60, tags: ["call"])
        try here.note("another call", at: "5:00", minutes: 70, tags: ["call"])
        try await here.browseInside { (browser: Browser) async throws in
            func follow(_ page: Browser.Answer, _ key: String) async throws -> Browser.Answer {
                let link = try #require(page.text.between("<a class=\"button\" href=\"", "\" data-key=\"\(key)\""))
                let path = link.split(separator: "href=\"").last ?? ""
                return try await browser.get(String(path).replacing("&amp;", with: "&"))
            }
            var page = try await browser.get("/sort")
            let first = page.words(of: "h1")
            page = try await follow(page, "l")
            #expect(page.words(of: "h1") == ["2.2 h of #call. What was it for?"])
            page = try await follow(page, "x")
            #expect(page.words(of: "h1") == ["1.2 h of “another call”. What was it for?"])
            page = try await follow(page, "u")
            #expect(page.words(of: "h1") == ["2.2 h of #call. What was it for?"])
            page = try await follow(page, "u")
            #expect(page.words(of: "h1") == first)
            #expect(!page.text.contains("data-key=\"u\""))
        }
    }

    @Test("The kind of work is asked about after an answer, and undo takes it back first")
    func kinds() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            var page = try await browser.get("/sort")
            #expect(!page.text.contains("What kind of work was it?"))
            _ = try await browser.post("/sort/answer", fields(page, "responsibility:payments"), csrf: page.csrf)
            page = try await browser.get("/sort")
            #expect(page.text.contains("data-key=\"K\"><kbd>K</kbd> keeps it running</button>"))
            let action = try #require(page.text.between("name=\"action\" value=\"", "\""))
            let kind = ["action": action, "worth": "baseline", "here": "/sort"]
            #expect(try await browser.post("/sort/kind", kind, csrf: page.csrf).status == 303)
            page = try await browser.get("/sort")
            #expect(page.said == "Notes called “change board”: keeps it running.")
            #expect(!page.text.contains("What kind of work was it?"))
            #expect(try here.ledger.myJob.current().rules.map(\.set.worth) == [.baseline])
            #expect(try await browser.post("/sort/kind", kind, csrf: page.csrf).status == 409)
            _ = try await browser.post("/sort/undo", ["here": "/sort"], csrf: page.csrf)
            page = try await browser.get("/sort")
            #expect(page.said == "Undone: the kind of work of notes called “change board”.")
            #expect(try here.ledger.myJob.current().rules.map(\.set.worth) == [nil])
            #expect(try await browser.get("/job").text.contains("notes called “change board”"))
        }
    }

    @Test("A group that was answered in another tab is told, and stays as it was answered")
    func twoTabs() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sort")
            let fields = try fields(page, "mine")
            _ = try await browser.post("/sort/answer", fields, csrf: page.csrf)
            _ = try await browser.get("/sort")
            var other = fields
            other["answer"] = "growth"
            let sent = try await browser.post("/sort/answer", other, csrf: page.csrf)
            #expect(sent.status == 303)
            #expect(try await browser.get("/sort").said == "It is already decided: my other work. Nothing was changed.")
        }
        #expect(try here.ledger.myJob.current().rules.count == 1)
    }

    @Test("What is measured can be named there, and a wrong answer is said")
    func naming() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sort")
            var named = try fields(page, "")
            named["named"] = "Decisions: days until decided"
            _ = try await browser.post("/sort/answer", named, csrf: page.csrf)
            #expect(try await browser.get("/sort").said == "“change board”: Decisions.")
            let wrong = try await browser.post("/sort/answer", fields(page, "responsibility:gone"), csrf: page.csrf)
            #expect(wrong.status == 404)
            #expect(try await browser.post("/sort/answer", ["answer": "mine"], csrf: page.csrf).status == 400)
        }
        #expect(try here.ledger.myJob.current().responsibilities.map(\.label) == ["Payments stay up", "Decisions"])
    }

    @Test("Undo takes back answers only")
    func undoOnly() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sort").csrf
            let refused = try await browser.post("/sort/undo", ["here": "/sort"], csrf: csrf)
            #expect(refused.status == 409)
        }
        #expect(try here.ledger.asking.search("hallway").total == 1)
    }

    @Test(
        "Titles stay words",
        arguments: ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u{202E}gnirts\u{1B}[31m"])
    func hostile(title: String) async throws {
        try here.note(title, at: "12:30", minutes: 400)
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sort")
            PageTests.expectInert(page.text, "/sort")
            let isPlain = !page.text.contains("\u{202E}") && !page.text.contains("\u{1B}")
            #expect(isPlain)
            _ = try await browser.post("/sort/answer", fields(page, "mine"), csrf: page.csrf)
            let after = try await browser.get("/sort")
            PageTests.expectInert(after.text, "/sort")
            #expect(after.said.hasSuffix("”: my other work."))
        }
    }
}
