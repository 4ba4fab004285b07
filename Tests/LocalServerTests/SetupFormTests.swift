import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("The page of the five questions")
struct SetupFormTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.fill()
    }

    /// What a browser would send of a page: its boxes as they stand, with some of them written anew.
    private func fields(_ page: Browser.Answer, _ typed: [JobBox: String] = [:]) throws -> [String: String] {
        var fields = ["here": "/setup?kept=yes", "machine": "no"]
        let stamp: String = try #require(page.text.between("name=\"stamp\" value=\"", "\""))
        fields["stamp"] = stamp
        for box in JobBox.allCases { fields[box.rawValue] = try typed[box] ?? text(page, box) }
        return fields
    }

    private func text(_ page: Browser.Answer, _ box: JobBox) throws -> String {
        let area = try #require(page.text.between("<textarea id=\"\(box.rawValue)\"", "</textarea>"))
        let start = try #require(area.ranges(of: ">\n").first?.upperBound)
        return String(area[start...]).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
            "&#39;", with: "'"
        )
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    @Test("The boxes hold what stands; sent back untouched they change nothing")
    func untouched() async throws {
        let before = try here.ledger.myJob.current()
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            #expect(try text(page, .measured) == "Payments stay up")
            #expect(try text(page, .deciders) == "Maria")
            #expect(page.text.contains(here.ledger.path))
            let answer = try await browser.post("/setup", fields(page), csrf: page.csrf)
            #expect(answer.status == 303)
            #expect(try await browser.get("/setup").said == "Nothing changed.")
        }
        #expect(try here.ledger.myJob.current() == before)
    }

    @Test("Answers are kept, the next step is shown, and undo takes them back")
    func keep() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            #expect(!page.text.contains("Choose what is read"))
            let typed = try fields(
                page,
                [.measured: "Payments stay up: minutes lost, under 30\r\nPeople we keep", .notMine: "Printers: IT"])
            let answer = try await browser.post("/setup", typed, csrf: page.csrf)
            #expect(answer.location == "/setup?kept=yes")
            let after = try await browser.get(answer.location)
            #expect(after.text.contains("Saved: two new and one changed."))
            #expect(after.text.contains("Choose what is read"))
            #expect(try text(after, .measured) == "Payments stay up: minutes lost, under 30\nPeople we keep")
        }
        #expect(try here.ledger.myJob.current().responsibilities.map(\.key) == ["payments", "people-we-keep"])
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.myJob.current().responsibilities.map(\.measure) == [nil])
    }

    @Test("Three thousand lines come back as they were typed, with what to do, and nothing is kept")
    func threeThousand() async throws {
        let before = try here.ledger.myJob.current()
        let long = (1...3000).map { "Thing \($0) & <b>" }.joined(separator: "\r\n")
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            let answer = try await browser.post(
                "/setup", fields(page, [.measured: long, .next: "Statistics"]), csrf: page.csrf)
            #expect(answer.status == 413)
            #expect(answer.text.contains("“What I am judged on” has 3000 lines; the most is 200."))
            #expect(try text(answer, .measured) == long.replacing("\r\n", with: "\n"))
            #expect(try text(answer, .next) == "Statistics")
            PageTests.expectInert(answer.text, "/setup")
        }
        #expect(try here.ledger.myJob.current() == before)
    }

    @Test("Hours that cannot be read come back with the line that is meant")
    func badHours() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            let answer = try await browser.post(
                "/setup", fields(page, [.working: "Mon-Fri 9-17\nwhenever", .next: "Statistics"]), csrf: page.csrf)
            #expect(answer.status == 400)
            #expect(answer.text.contains("the line “whenever” is not a time"))
            #expect(try text(answer, .working) == "Mon-Fri 9-17\nwhenever")
        }
        #expect(try here.ledger.myJob.setup().answers[.next].isEmpty)
    }

    @Test("Hours over a night are kept and told; those the wrong way round come back with a question")
    func nights() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            let turned = try await browser.post(
                "/setup", fields(page, [.working: "Mon-Fri 17:00-9:00"]), csrf: page.csrf)
            #expect(turned.status == 400)
            #expect(turned.text.contains("goes from 17:00 through the night to 9:00 of the next day"))
            _ = try await browser.post("/setup", fields(page, [.possible: "Fri 22:00-6:00"]), csrf: page.csrf)
            let after = try await browser.get("/setup?kept=yes")
            #expect(after.text.contains("“Fri 22:00-6:00” passes midnight"))
        }
        let hours = [DayHours(weekday: 5, spans: [ClockRange(start: 1320, end: 360)])]
        #expect(try here.ledger.myJob.current().settings.possibleHours == hours)
    }

    @Test("Two tabs: the second sees its own words beside what the first kept, and wins only when sent again")
    func twoTabs() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let one = try await browser.get("/setup")
            let two = try await browser.get("/setup")
            _ = try await browser.post("/setup", fields(one, [.next: "Statistics"]), csrf: one.csrf)
            let answer = try await browser.post("/setup", fields(two, [.next: "Lead a team"]), csrf: two.csrf)
            #expect(answer.status == 409)
            #expect(answer.text.contains("My job was changed meanwhile"))
            #expect(try text(answer, .next) == "Lead a team")
            let stands = try #require(answer.text.between("Current version:", "</div>"))
            #expect(stands.contains("<li>Statistics</li>"))
            #expect(answer.text.ranges(of: "Current version:").count == 1)
            #expect(try here.ledger.myJob.setup().answers[.next] == "Statistics")
            let again = try await browser.post("/setup", fields(answer, [:]), csrf: answer.csrf)
            #expect(again.status == 303)
            #expect(try here.ledger.myJob.setup().answers[.next] == "Lead a team")
        }
    }

    @Test("On an employer’s machine what is ticked is left out, and no longer when it is one’s own")
    func machine() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            var typed = try fields(page)
            typed["machine"] = "yes"
            typed["leave-people"] = "yes"
            _ = try await browser.post("/setup", typed, csrf: page.csrf)
            #expect(try here.ledger.myJob.current().settings.leavesOut == [.people])
            let after = try await browser.get("/setup?kept=yes")
            #expect(after.text.contains("Saved: other people left out."))
            #expect(after.text.contains("name=\"leave-people\" value=\"yes\" checked"))
            _ = try await browser.post("/setup", fields(after), csrf: after.csrf)
            #expect(try here.ledger.myJob.current().settings.leavesOut.isEmpty)
        }
    }

    @Test("Before other people of what was read go, it says so and waits; then empty pages say why they are empty")
    func leftOut() async throws {
        try await here.readCalendar(named: "Work")
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            var typed = try fields(page, [.next: "Statistics"])
            typed["machine"] = "yes"
            typed["leave-people"] = "yes"
            let asked = try await browser.post("/setup", typed, csrf: page.csrf)
            #expect(asked.status == 200)
            #expect(
                asked.text.contains("This removes other people for good from what was read before: from 2 pieces."))
            #expect(try text(asked, .next) == "Statistics")
            #expect(try here.ledger.myJob.current().settings.leavesOut.isEmpty)
            typed["sure"] = "yes"
            let answer = try await browser.post("/setup", typed, csrf: asked.csrf)
            #expect(answer.status == 303)
            #expect(try here.ledger.myJob.current().settings.leavesOut == [.people])
            #expect(try here.ledger.asking.people().allSatisfy { $0.name == "Maria" })
            for (path, words) in [
                (
                    "/people",
                    "Everything held about a person is on their page, and you can hand it to them. These are the people whom your own notes name; others are left out of this ledger."
                ), ("/backstage", "Only people whom your own notes name: others are left out of what is read."),
                ("/one-on-ones", "Other people are left out of this ledger."),
            ] {
                #expect(try await browser.get(path).lines.contains(words), "\(path)")
            }
            try here.ledger.forgetting.forget(try here.ledger.forgetting.forgettable("Maria"))
            let empty = try await browser.get("/people").text
            #expect(empty.contains("<h1>Other people are left out of this ledger.</h1>"))
            #expect(empty.contains("href=\"/setup\""))
        }
    }

    @Test("A source that is left out stays what it is for, is said to be left out, and leads to its removal")
    func leftOutSource() async throws {
        try await here.readCalendar(named: "Kayak")
        _ = try here.ledger.importing.setDefault("Kayak", arena: .side)
        let sheet = try here.ledger.myJob.setup()
        try here.ledger.myJob.keep(here.ledger.myJob.setupChange(sheet.answers, leavesOut: [.side]))
        let source = try #require(try here.ledger.asking.sources().first)
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sources")
            #expect(page.text.contains("Left out of this ledger: it is no longer read"))
            #expect(page.text.contains("<option value=\"side\" selected>"))
            _ = try await browser.post(
                "/sources/defaults", ["for-\(source.id)": "side", "here": "/sources"], csrf: page.csrf)
            #expect(try here.ledger.asking.sources().map(\.arena) == [.side])
            #expect(try await browser.get("/setup").text.contains("href=\"/sources/\(source.id)\""))
        }
    }

    @Test("A form without its boxes ends nothing")
    func withoutBoxes() async throws {
        let before = try here.ledger.myJob.current()
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            let stamp = try #require(try fields(page)["stamp"])
            _ = try await browser.post("/setup", ["stamp": stamp, "here": "/setup"], csrf: page.csrf)
        }
        #expect(try here.ledger.myJob.current() == before)
    }

    @Test("Markup in a box stays words")
    func hostile() async throws {
        let text = "</textarea><script>alert(1)</script>\"'>\u{202E}"
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/setup")
            for typed in [[JobBox.next: text], [.next: text, .working: text]] {
                let answer = try await browser.post("/setup", fields(page, typed), csrf: page.csrf)
                PageTests.expectInert(answer.text, "/setup")
            }
            PageTests.expectInert(try await browser.get("/setup").text, "/setup")
        }
    }
}
