import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@testable import LocalServer

@Suite("Candidates for results as a page")
struct CandidatesPageTests {
    let here: ServerWorld
    let fixture: GitFixture

    init() throws {
        here = try ServerWorld()
        fixture = try GitFixture(name: "press")
        try here.ledger.importing.addMe("mina@example.org")
    }

    private static let path = "/results/suggest?in=2026-Q1"

    private func read(_ commits: [(day: String, title: String)]) async throws {
        for (day, title) in commits {
            try fixture.write("\(title)\n", to: "src/\(day).c")
            try fixture.commit(title, at: "2026-\(day)T09:00:00+0100")
        }
        _ = try await here.ledger.importing.importAll(.git, [fixture.path], arena: .job) { _, _, _ in }
    }

    /// Two candidates: rows, of two commits, before labels, of one.
    private func sorting() async throws {
        try await read([
            ("02-02", "feat: sort rows, closes #1"), ("02-03", "feat: sort rows by column, refs #1"),
            ("02-20", "feat: print labels, closes #2"),
        ])
    }

    private func list() throws -> [Candidate] {
        try here.ledger.asking.candidates(Period("2026-Q1", today: FixedWorld.day)).list
    }

    private func form(_ act: String, _ place: Int, _ more: [String: String] = [:]) throws -> [String: String] {
        let list = try list()
        var form = [
            "since": "2026-01-01", "until": "2026-04-01", "here": Self.path, "act": act, "candidate": list[place].key,
        ]
        if place > 0 { form["above"] = list[place - 1].key }
        return form.merging(more) { $1 }
    }

    @Test("Each shows its words in a box, why, its figures as links, and its pieces")
    func shown() async throws {
        try await sorting()
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get(Self.path)
            PageTests.expectInert(page.text, Self.path)
            #expect(page.words(of: "h1") == ["Two candidates for results."])
            #expect(page.words(of: "h2") == ["1 of 2", "2 of 2"])
            #expect(page.text.ranges(of: "<textarea").count == 2)
            #expect(
                page.text.contains("\nSort rows</textarea>") || page.text.contains("\nSort rows by column</textarea>"))
            #expect(page.words(of: "a").contains("2 commits"))
            #expect(page.text.contains("2 to 3 February 2026"))
            // Nothing is above the first, and the second has one piece.
            #expect(page.text.ranges(of: "value=\"merge\"").count == 1)
            #expect(page.text.ranges(of: "value=\"split\"").count == 1)
            #expect(page.text.ranges(of: "name=\"out-").count == 2)
        }
    }

    /// What is sent, what is said then, the pieces of the candidates then, and how many results there are.
    private static let acts: [(act: String, place: Int, said: String, sizes: [Int], results: Int)] = [
        ("keep", 0, "Kept: “Rows sort in a second”, on two pieces.", [1], 1),
        ("strike", 1, "“Print labels” is no result. It is not offered again.", [2], 0),
        ("later", 1, "“Print labels” is for later: it is offered again in two weeks.", [2], 0),
        ("merge", 1, "“Print labels” is one with “Sort rows”.", [3], 0),
        ("split", 0, "One piece taken out of “Sort rows”.", [1, 1, 1], 0),
    ]

    @Test("Each answer is one action, told in words; after undo the page is what it was", arguments: 0..<acts.count)
    func act(which: Int) async throws {
        try await sorting()
        let (act, place, said, sizes, results) = Self.acts[which]
        let first = try #require(try list().first)
        try await here.browseInside { (browser: Browser) async throws in
            let before = try await browser.get(Self.path)
            let more = ["text": "Rows sort\r\nin a second", "out-\(first.pieces[1])": "yes"]
            let answer = try await browser.post("/results/suggest", try form(act, place, more), csrf: before.csrf)
            #expect(answer.status == 303 && answer.location == Self.path)
            let after = try await browser.get(Self.path)
            #expect(after.said == said)
            #expect(after.text.contains(">Undo</button>"))
            #expect(try list().map(\.pieces.count).sorted(by: >) == sizes)
            #expect(try here.ledger.asking.claims().map(\.evidence) == (results == 1 ? [first.pieces] : []))
            #expect(try here.ledger.asking.claims().map(\.text) == (results == 1 ? ["Rows sort in a second"] : []))
            _ = try await browser.post("/undo", ["here": Self.path], csrf: before.csrf)
            #expect(try await browser.get(Self.path).said.hasPrefix("Undone: "))
            #expect(try await browser.get(Self.path).text == before.text)
        }
    }

    @Test("Without words or without a tick nothing is saved, and what was typed stays")
    func refused() async throws {
        try await sorting()
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get(Self.path).csrf
            let revision = try here.ledger.asking.revision()
            for (act, more) in [("keep", ["text": " \n "]), ("split", [:]), ("hm", ["text": "Rows sort"])] {
                let answer = try await browser.post("/results/suggest", try form(act, 0, more), csrf: csrf)
                #expect(answer.status == 400 && answer.text.contains("role=\"alert\""), "\(act)")
                #expect(answer.text.ranges(of: "<textarea").count == 2)
                if act == "hm" { #expect(answer.text.contains("\nRows sort</textarea>")) }
            }
            #expect(try here.ledger.asking.revision() == revision)
        }
    }

    @Test("A candidate that is another one by now is not touched, and what was typed of it is shown")
    func changed() async throws {
        try await sorting()
        let stale = try form("keep", 0, ["text": "Rows <b>sort</b>"])
        let merging = try form("merge", 1)
        try await read([("02-04", "feat: sort rows by two columns, refs #1")])
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get(Self.path).csrf
            let revision = try here.ledger.asking.revision()
            let kept = try await browser.post("/results/suggest", stale, csrf: csrf)
            #expect(kept.status == 409)
            PageTests.expectInert(kept.text, Self.path)
            #expect(kept.words(of: "q") == ["Rows <b>sort</b>"])
            #expect(try await browser.post("/results/suggest", merging, csrf: csrf).status == 409)
            #expect(try here.ledger.asking.revision() == revision)
        }
    }

    @Test("Hostile titles stay words in boxes, lists and notices")
    func hostile() async throws {
        let evil = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{csrf}}"
        try await read([("02-02", "feat: \(evil) one, closes #1"), ("02-03", "feat: \(evil) two, refs #1")])
        try await here.browseInside { (browser: Browser) async throws in
            for path in [Self.path, "/value?in=2026-Q1", "/review?week=2026-02-03"] {
                let page = try await browser.get(path)
                PageTests.expectInert(page.text, path)
                #expect(!page.text.contains("<script>alert") && !page.text.contains("<img"))
                #expect(page.text.contains("{{csrf}}"), "\(path)")
            }
            let csrf = try await browser.get(Self.path).csrf
            #expect(try await browser.post("/results/suggest", try form("strike", 0), csrf: csrf).status == 303)
            let after = try await browser.get(Self.path)
            PageTests.expectInert(after.text, Self.path)
            #expect(after.said.contains("{{csrf}}"))
        }
    }

    @Test("Where there is none, the page says why and what to do next")
    func none() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let empty = try await browser.get(Self.path).text
            #expect(empty.contains("No commit, meeting or note of yours is on record for these days."))
            #expect(empty.contains("href=\"/sources\""))
            _ = try here.ledger.capture.log(Capture.NoteRequest(text: "called the printer company"))
            let little = try await browser.get(Self.path).text
            #expect(little.contains("What is on record is routine, incidents or single steps."))
            #expect(little.contains("href=\"/five-lines\""))
            try await sorting()
            for candidate in try list() { _ = try here.ledger.results.strike(candidate) }
            let answered = try await browser.get(Self.path)
            #expect(answered.text.contains("kept, struck or put off."))
            #expect(answered.words(of: "h1") == ["No more candidates for results."])
        }
    }

    @Test("What I changed asks about the best three, before the results only while there are none")
    func besideResults() async throws {
        try await read(
            ["anvil", "barley", "copper", "dune"].enumerated().map {
                ("02-0\($0 + 2)", "feat: \($1), closes #\($0 + 1)")
            })
        let path = "/value?in=2026-Q1"
        try await here.browseInside { (browser: Browser) async throws in
            let first = try await browser.get(path)
            let best = try list().prefix(3).map(\.wording)
            #expect(first.words(of: "h2") == ["Candidates for results"] + best + ["Results"])
            #expect(first.words(of: "a").contains("all four candidates"))
            #expect(first.text.ranges(of: ">Keep</button>").count == 3)
            #expect(first.text.contains("href=\"/results/suggest?since=2026-01-01&amp;until=2026-04-01\""))
            let fields = [
                "candidate": try list()[0].key, "act": "keep", "since": "2026-01-01", "until": "2026-04-01",
                "here": path,
            ]
            #expect(try await browser.post("/results/suggest", fields, csrf: first.csrf).location == path)
            let then = try await browser.get(path)
            #expect(then.said == "Kept: “\(best[0])”, on one piece.")
            #expect(then.words(of: "h2").prefix(2) == ["Results", "Candidates for results"])
            for candidate in try list() { _ = try here.ledger.results.strike(candidate) }
            #expect(try await !browser.get(path).words(of: "h2").contains("Candidates for results"))
        }
    }

    /// Keys of the form, what is kept, and how many candidates are left.
    private static let replies: [(word: String, line: String, kept: [String], left: Int)] = [
        ("keep", "Rows sort in a second", ["Rows sort in a second"], 1), ("keep", "", ["Sort rows"], 1),
        ("strike", "Sort rows", [], 1), ("later", "Sort rows", [], 1), ("", "Sort rows", [], 2),
        ("", "Rows sort in a second", ["Rows sort in a second"], 1),
    ]

    @Test("The weekly review asks about the best one, and its answer is undone by itself", arguments: 0..<replies.count)
    func review(which: Int) async throws {
        try await sorting()
        let (word, line, kept, left) = Self.replies[which]
        let key = try #require(try list().first).key
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/review?week=2026-03-17")
            #expect(page.text.contains("name=\"candidate-\(key)\" value=\"\" checked"))
            #expect(
                page.text.contains(
                    "name=\"candidate-line-\(key)\" maxlength=\"500\" autocomplete=\"off\" value=\"Sort rows\""))
            let fields = [
                "week": "2026-03-16", "here": "/review", "candidate-\(key)": word, "candidate-line-\(key)": line,
            ]
            #expect(try await browser.post("/review/finish", fields, csrf: page.csrf).status == 303)
            #expect(try here.ledger.asking.claims().map(\.text) == kept)
            #expect(try list().count == left)
            guard left == 1 else { return }
            // That the week is reviewed, then the candidate.
            _ = try here.ledger.keeping.undo()
            #expect(try list().count == left)
            _ = try here.ledger.keeping.undo()
            #expect(try list().map(\.pieces.count) == [2, 1])
        }
    }

    @Test("The made-up year does not lead with work on incidents, and says what that has in common")
    func demo() async throws {
        let world = try ServerWorld(demo: false)
        _ = try await world.ledger.keeping.fillWithDemo(seed: 1) { _, _, _ in }
        try await world.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/results/suggest")
            PageTests.expectInert(page.text, "/results/suggest")
            let found = try world.ledger.asking.candidates(world.ledger.asking.currentQuarter())
            let titles = try world.ledger.asking.glimpses(found.list.flatMap(\.pieces)).values.map(\.title)
            #expect(page.text.ranges(of: "<textarea").count == Candidates.most && !titles.isEmpty)
            #expect(!titles.contains { title in ["incident", "hotfix", "workaround"].contains { title.contains($0) } })
            #expect(page.words(of: "h2").last == "An improvement that nobody has made yet")
            #expect(page.text.contains("say “\(try #require(found.cause).words)”."))
        }
    }
}
