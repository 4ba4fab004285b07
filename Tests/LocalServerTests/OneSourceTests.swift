import Foundation
import HTTPTypes
import LedgerModel
import LedgerOperations
import LedgerStore
import TestSupport
import Testing

@testable import LocalServer

@Suite("Sources: what may be done with one", .serialized)
struct OneSourceTests {
    let here: ServerWorld

    init() throws { here = try ServerWorld() }

    func source(_ name: String = "Work") throws -> Source {
        try #require(try here.ledger.asking.sourceSummaries().map(\.source).first { $0.name == name })
    }

    @Test("Removing asks first, says what goes and what stays, and then does it")
    func remove() async throws {
        try await here.fillWithSource()
        let meeting = try #require(try here.ledger.asking.search("meeting").hits.first?.id)
        var request = Capture.CorrectionRequest()
        request.arena = "growth"
        _ = try here.ledger.capture.correct(meeting.description, request)
        let source = try source()
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sources/\(source.id)")
            #expect(page.text.contains("href=\"/sources/\(source.id)/remove\""))
            let asked = try await browser.get("/sources/\(source.id)/remove")
            #expect(asked.text.contains("Remove Work?"))
            #expect(asked.text.contains("One piece that only it has is removed."))
            #expect(asked.text.contains("One piece that you cited or corrected stays readable, off the timeline."))
            #expect(asked.text.contains("This cannot be undone."))
            #expect(try here.ledger.asking.sourceSummaries().count == 1)
            let sent = try await browser.post(
                "/sources/remove", ["source": source.id.description, "here": "/sources/work"], csrf: asked.csrf)
            #expect(sent.status == 303)
            let done = try await browser.untilDone().text
            #expect(done.contains("Removed Work with 1 piece."))
            #expect(try await browser.get("/sources/\(source.id)").status == 404)
            #expect(
                try await browser.post("/sources/remove", ["source": source.id.description], csrf: asked.csrf).status
                    == 404)
        }
        #expect(try here.ledger.asking.sourceSummaries().isEmpty)
        #expect(try here.ledger.asking.show(meeting.description).shown.id == meeting)
    }

    @Test("A private source shows no title, before and after it is read again")
    func makePrivate() async throws {
        try await here.fillWithSource()
        let id = try source().id
        try await here.browseInside { (browser: Browser) async throws in
            let asked = try await browser.get("/sources/\(id)/private")
            #expect(asked.text.contains("erases its titles and people for good"))
            #expect(try await browser.get("/timeline?day=2026-03-16").text.contains("Meeting a"))
            _ = try await browser.post("/sources/private", ["source": id.description], csrf: asked.csrf)
            #expect(try await browser.untilDone().text.contains("Only the times of Work are kept."))
            _ = try await browser.post("/sources/again", ["source": id.description], csrf: asked.csrf)
            #expect(try await browser.untilDone().text.contains("Work: 2 read, nothing new"))
            for path in [
                "/sources", "/sources/\(id)", "/sources/work", "/timeline?day=2026-03-16", "/ledger",
                "/search?q=meeting",
            ] {
                #expect(try await browser.get(path).text.contains("Meeting ") == false, "\(path)")
            }
            #expect(try await browser.get("/sources").text.contains("<span class=\"pill\">private</span>"))
            _ = try await browser.post("/sources/public", ["source": id.description], csrf: asked.csrf)
            _ = try await browser.untilDone()
            #expect(try await browser.get("/timeline?day=2026-03-16").words(of: "a").contains("Meeting a"))
        }
    }

    @Test("What sources are for is kept for those that were changed, and is taken back by undo")
    func defaults() async throws {
        try await here.fillWithSource()
        let id = try source().id
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sources")
            let answer = try await browser.post(
                "/sources/defaults", ["for-\(id)": "growth", "here": "/sources"], csrf: page.csrf)
            #expect(answer.location == "/sources")
            #expect(try await browser.get("/sources").said == "Work is for growth.")
            _ = try await browser.untilDone()
            let before = try here.ledger.asking.revision()
            _ = try await browser.post("/sources/defaults", ["for-\(id)": "growth"], csrf: page.csrf)
            #expect(try await browser.get("/sources").said == "Nothing was changed.")
            #expect(try here.ledger.asking.revision() == before)
            _ = try await browser.post(
                "/sources/defaults", ["for-\(id)": "growth", "plans-\(id)": "yes"], csrf: page.csrf)
            #expect(try source().plansCount)
            _ = try await browser.untilDone()
        }
        #expect(try source().arena == .growth)
        _ = try here.ledger.keeping.undo()
        _ = try here.ledger.keeping.undo()
        #expect(try source().arena == nil)
        #expect(try !source().plansCount)
    }

    @Test("Found sources are listed and not read; those that are chosen are, each for what was said")
    func found() async throws {
        let folder = TemporaryFolder()
        folder.write("one.ics", ServerWorld.calendar(name: "One", [("x", "20260316T090000Z")]))
        folder.write("two.ics", ServerWorld.calendar(name: "Two", [("y", "20260316T110000Z")]))
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            _ = try await browser.post("/sources/look", ["folder": folder.path, "here": "/sources/work"], csrf: csrf)
            #expect(try await browser.untilDone().text.contains("Two sources found."))
            #expect(try here.ledger.asking.sourceSummaries().isEmpty)
            let page = try await browser.get("/sources").text
            #expect(PageText(page).lines.filter { $0 == "one.ics" || $0 == "two.ics" } == ["one.ics", "two.ics"])
            let look = try #require(page.between("name=\"look\" value=\"", "\""))
            #expect(
                try await browser.post("/sources/take", ["look": "999", "take-0": "yes"], csrf: csrf).status == 404)
            _ = try await browser.post(
                "/sources/take", ["look": look, "take-1": "yes", "for-1": "side", "for-0": "job", "take-7": "yes"],
                csrf: csrf)
            #expect(try await browser.untilDone().text.contains("Two: 1 read, 1 new."))
            #expect(try await browser.get("/sources").text.contains("id=\"found\"") == false)
            _ = try await browser.post("/sources/look", ["folder": "/nowhere/at/all"], csrf: csrf)
            #expect(try await browser.untilDone().text.contains("there is nothing here."))
        }
        #expect(try here.ledger.asking.sourceSummaries().map(\.source.name) == ["Two"])
        #expect(try here.ledger.asking.sourceSummaries().map(\.source.arena) == [.side])
    }

    @Test("A look through folders names a repository in which git hangs")
    func hung() async throws {
        let here = try ServerWorld(silence: .seconds(1))
        let fixture = try GitFixture(name: "Hung")
        try fixture.commit("Caught")
        #expect(mkfifo(fixture.path + "/.mailmap", 0o600) == 0)
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            _ = try await browser.post(
                "/sources/look", ["folder": fixture.folder, "here": "/sources/work"], csrf: csrf)
            let text = try await browser.untilDone().text
            #expect(text.contains("git was silent for a second") && text.contains(fixture.path))
        }
    }

    @Test("Into the made-up year nothing of one’s own is read")
    func demo() async throws {
        let demo = try ServerWorld(demo: true)
        try await demo.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sources")
            #expect(!page.text.contains("action=\"/sources/drop\""))
            let sent = try await browser.post(
                "/sources/address", ["address": "http://127.0.0.1:9/a.ics"], csrf: page.csrf)
            #expect(sent.status == 400)
            let dropped = try await browser.drop([("work.ics", SourcePageTests.two)], csrf: page.csrf)
            #expect(dropped.status == 400)
            #expect(
                dropped.words(of: "h1") == ["This is the made-up year; your own sources do not belong in it."])
        }
        #expect(try demo.ledger.asking.sourceSummaries().isEmpty)
        #expect(DropFolderView.files(below: demo.ledger.path + ".files").isEmpty)
    }

    @Test("A file that is kept can be deleted; what was read from it stays")
    func deleteFile() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            _ = try await browser.drop([("work.ics", SourcePageTests.two)], csrf: csrf)
            _ = try await browser.untilDone()
            let id = try source().id
            #expect(try await browser.get("/sources/\(id)").text.contains("It was dropped as one file"))
            _ = try await browser.post(
                "/sources/file", ["source": id.description, "here": "/sources/\(id)"], csrf: csrf)
            let after = try await browser.get("/sources/\(id)")
            #expect(after.said == "Deleted one file. What was read from Work stays.")
            #expect(after.text.contains("Its file is not kept."))
        }
        #expect(try here.ledger.asking.sourceSummaries().map(\.evidence) == [2])
        #expect(DropFolderView.files(below: here.ledger.path + ".files").isEmpty)
    }
}
