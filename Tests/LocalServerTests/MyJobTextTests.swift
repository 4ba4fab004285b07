import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@Suite("My job on pages: as text, and what was agreed")
struct MyJobTextTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        var restores = Responsibility(key: "restores", label: "Restores that work")
        restores.measure = "minutes"
        var myJob = MyJob()
        myJob.responsibilities = [restores]
        myJob.people = [MyJobPerson(key: "maria", label: "Maria Keller", role: .decider)]
        try here.ledger.myJob.load(myJob)
    }

    private func stamp(_ page: Browser.Answer) throws -> String {
        try #require(page.text.between("name=\"stamp\" value=\"", "\""))
    }

    @Test("A change is kept and named, and can be undone")
    func change() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get(PagePath.jobText)
            // Line by line as it is written, and sent as browsers send lines.
            #expect(page.text.contains("\nresponsibilities:\n"))
            let text = (try here.ledger.myJob.text() + "skills:\n  - {key: drills, label: \"<b>Drills</b>\"}\n")
                .replacing("\n", with: "\r\n")
            let sent = try await browser.post(
                PagePath.jobText, ["text": text, "stamp": try stamp(page), "here": "/job"], csrf: page.csrf)
            #expect(sent.status == 303)
            let after = try await browser.get("/job").text
            #expect(after.contains("Saved: + skill drills."))
            #expect(after.contains("&lt;b&gt;Drills"))
            #expect(try here.ledger.myJob.current().skills.map(\.key) == ["drills"])
            _ = try await browser.post("/undo", [:], csrf: page.csrf)
            #expect(try here.ledger.myJob.current().skills.isEmpty)
        }
    }

    @Test("What cannot be read is said with its line, and stays in the box")
    func unreadable() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get(PagePath.jobText)
            let before = try here.ledger.asking.revision()
            let sent = try await browser.post(
                PagePath.jobText, ["text": "responsibilities:\n  - labl: typed words\n", "stamp": try stamp(page)],
                csrf: page.csrf)
            #expect(sent.status == 400)
            #expect(
                sent.lines.contains("My job:2: unknown key \"labl\"; did you mean \"label\"? (and 1 more)."))
            #expect(sent.words(of: "textarea") == ["responsibilities: | - labl: typed words"])
            #expect(try here.ledger.asking.revision() == before)
        }
    }

    @Test("Two tabs: the second is told, keeps its words, and may send them once more")
    func twoTabs() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get(PagePath.jobText)
            let old = try here.ledger.myJob.text()
            func send(_ text: String, _ stamp: String) async throws -> Browser.Answer {
                try await browser.post(
                    PagePath.jobText, ["text": text, "stamp": stamp, "here": "/job"], csrf: page.csrf)
            }
            let mark = try stamp(page)
            #expect(try await send(old + "skills: [{key: one, label: One}]\n", mark).status == 303)
            let second = try await send(old + "skills: [{key: two, label: Two}]\n", mark)
            #expect(second.status == 409)
            #expect(second.text.contains("\nskills: [{key: two, label: Two}]\n</textarea>"))
            #expect(try here.ledger.myJob.current().skills.map(\.key) == ["one"])
            #expect(try await send(old + "skills: [{key: two, label: Two}]\n", try stamp(second)).status == 303)
            #expect(try here.ledger.myJob.current().skills.contains { $0.key == "two" })
        }
    }

    @Test("What was agreed is kept where it is asked for")
    func agreed() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/scope")
            #expect(page.words(of: "button") == ["We agreed “Restores that work”", "That is fine", "That is fine"])
            #expect(!page.text.contains("limelight scope agree"))
            let sent = try await browser.post(
                "/agree", ["responsibility": "restores", "with": "Maria Keller", "here": "/scope"], csrf: page.csrf)
            #expect(sent.status == 303)
            let after = try await browser.get("/scope").text
            #expect(after.contains("Recorded: “Restores that work” is agreed with Maria Keller."))
            #expect(!after.contains("We agreed “"))
        }
        #expect(try here.ledger.myJob.current().responsibilities.first?.isAgreed == true)
    }
}
