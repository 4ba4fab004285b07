import Dispatch
import HTTPTypes
import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("Sources: what the page lets one read", .serialized)
struct SourcePageTests {
    let here: ServerWorld

    init() throws { here = try ServerWorld() }

    static let two = ServerWorld.calendar(name: "Work", [("a", "20260316T090000Z"), ("b", "20260317T140000Z")])

    func keptFiles() -> [String] {
        DropFolderView.files(below: here.ledger.path + ".files")
    }

    @Test("Four thousand events dropped twice: nothing lost, nothing doubled, said plainly; pages answer meanwhile")
    func large() async throws {
        let events = (0..<4_000).map { number in
            let day = CivilDay(iso: "2024-01-01").map { $0 + Int64(number / 24) }
            let hour = number % 24
            return (
                "event-\(number)@example.org",
                "\((day?.iso ?? "").replacing("-", with: ""))T\(hour < 10 ? "0" : "")\(hour)1500Z"
            )
        }
        let text = ServerWorld.calendar(name: "Everything", events)
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            let sent = try await browser.drop([("all.ics", text)], csrf: csrf, arena: "job")
            #expect(sent.status == 303)
            #expect(sent.location == "/sources/work")
            var seen = 0
            while true {
                let page = try await browser.get("/sources/work")
                let note = try await browser.post("/log", ["text": "beside \(seen)"], csrf: csrf)
                let sources = try await browser.get("/sources")
                #expect([page.status, note.status, sources.status] == [200, 303, 200])
                guard page.text.contains("data-active") else { break }
                let refresh = page.headers[try #require(HTTPField.Name("Refresh"))]
                if refresh == nil {
                    // It ended while the page was made.
                    #expect(try await !browser.get("/sources/work").text.contains("data-active"))
                    break
                }
                #expect(refresh == "2")
                seen += 1
                try await Task.sleep(for: .milliseconds(20))
            }
            // That pages do not wait for a job is held where `turns` keeps one going for as long as they are asked; how
            // often and how fast they answer here is the machine's, on which all other tests run too.
            let done = try await browser.untilDone()
            #expect(done.text.contains("Everything: 4000 read, 4000 new."))
            #expect(done.headers[try #require(HTTPField.Name("Refresh"))] == nil)

            _ = try await browser.drop([("all (1).ics", text)], csrf: csrf)
            let again = try await browser.untilDone()
            #expect(again.text.contains("Everything: 4000 read, nothing new."))
            #expect(again.text.contains("the new file replaces the old one"))
        }
        let sources = try here.ledger.asking.sourceSummaries()
        #expect(sources.map(\.evidence) == [4_000])
        #expect(sources.map(\.source.arena) == [.job])
        #expect(keptFiles().count == 1)
    }

    @Test("A drop from elsewhere, without its token or with one too late, keeps nothing")
    func foreign() async throws {
        let before = try here.ledger.asking.revision()
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            let file = [("work.ics", Self.two)]
            #expect(try await browser.drop(file, csrf: csrf, origin: "http://evil.example").status == 403)
            #expect(try await browser.drop(file, csrf: nil).status == 403)
            #expect(try await browser.drop(file, csrf: csrf + "x").status == 403)
            #expect(try await browser.drop(file, csrf: csrf, tokenFirst: false).status == 403)
            #expect(try await browser.drop(file, csrf: csrf, ending: "").status == 415)
            let outside = Browser(client: browser.client)
            #expect(try await outside.drop(file, csrf: csrf).status == 401)
        }
        #expect(try here.ledger.asking.revision() == before)
        #expect(keptFiles().isEmpty)
    }

    @Test("More than a drop may hold is refused and said, and nothing stays")
    func tooLarge() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            let large = String(repeating: "x", count: Importing.largestDrop + 1)
            let answer = try await browser.drop([("small.ics", Self.two), ("large.ics", large)], csrf: csrf)
            #expect(answer.status == 413)
            #expect(answer.text.contains("The upload is larger than 50 MB."))
            #expect(answer.text.contains("limelight import calendar FILE"))
            let many = (0...20).map { ("\($0).ics", "x") }
            #expect(try await browser.drop(many, csrf: csrf).status == 413)
            #expect(try await browser.get("/sources/work").text.contains("Nothing is being read."))
        }
        #expect(keptFiles().isEmpty)
    }

    @Test("What is no calendar is said with what to do, and is not kept")
    func otherFiles() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            _ = try await browser.drop(
                [
                    ("page.ics", "<html><body>Sign in</body></html>"), ("export.zip", "PK\u{3}\u{4}rest"),
                    ("picture.png", "\u{0}\u{1}\u{2}"), ("brag.md", "# 2026\n- restore drill\n"),
                    ("work.ics", Self.two),
                ], csrf: csrf)
            let page = try await browser.untilDone()
            #expect(page.lines.contains("Download it again, or unpack it and read the .ics files that are in it."))
            let done = page.text
            #expect(done.contains("page.ics: this is a web page, not a calendar."))
            #expect(done.contains("export.zip: this archive is damaged, or not a .zip file."))
            #expect(done.contains("picture.png: this is neither a calendar nor text."))
            #expect(done.contains("brag.md: this is text, not a calendar."))
            #expect(done.contains("Work: 2 read, 2 new."))
        }
        #expect(keptFiles().count == 1)
    }

    @Test("An address that asks for a password, or has no host, is said plainly; what was read stays")
    func addresses() async throws {
        let server = try CannedServer { path, _ in
            switch path {
            case "/open.ics": CannedServer.reply("200 OK", [], Self.two)
            case "/page":
                CannedServer.reply("200 OK", ["Content-Type: text/html"], "<!doctype html><title>Sign in</title>")
            case "/gone.ics": CannedServer.reply("404 Not Found")
            default: CannedServer.reply("401 Unauthorized", ["WWW-Authenticate: Basic realm=\"SENTINEL\""])
            }
        }
        defer { server.stop() }
        let base = "http://127.0.0.1:\(server.port)"
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            #expect(server.requests.isEmpty)
            func read(_ path: String, named: String = "") async throws -> String {
                let address = "http://\(named)127.0.0.1:\(server.port)\(path)"
                let sent = try await browser.post(
                    "/sources/address", ["address": address, "arena": "growth", "here": "/sources/work"], csrf: csrf)
                #expect(sent.status == 303)
                return try await browser.untilDone().text
            }
            #expect(try await read("/open.ics").contains("Work: 2 read, 2 new."))
            let locked = try await read("/SENTINEL.ics?token=SENTINEL")
            #expect(locked.contains("\(base)/…: the server asks for a name and a password (401)."))
            #expect(locked.contains("secret address in iCal format"))
            #expect(PageText(locked).words(of: "button").first == "Try again")
            #expect(!locked.contains("SENTINEL"))
            let wrong = try await read("/SENTINEL.ics", named: "dana:SENTINEL@")
            #expect(wrong.contains("the server does not accept this name and password (401)."))
            #expect(!wrong.contains("SENTINEL"))
            #expect(
                try await read("/dav/calendars/dana/").contains("This looks like CalDAV, which is not supported yet"))
            #expect(try await read("/page").contains("this is a web page, not a calendar."))
            #expect(try await read("/gone.ics").contains("the server has nothing at this address (404)."))
            let asked = server.requests.count
            for bad in ["https://", "https:///a.ics", "file:///etc/passwd", "/etc/passwd", "ftp://a/b.ics", "x y"] {
                let answer = try await browser.post("/sources/address", ["address": bad], csrf: csrf)
                #expect(answer.status == 400, "\(bad)")
                #expect(answer.text.contains("This is not the address of a calendar."), "\(bad)")
            }
            #expect(server.requests.count == asked)
        }
        #expect(try here.ledger.asking.sourceSummaries().map(\.evidence) == [2])
        #expect(try here.ledger.asking.sourceSummaries().map(\.source.arena) == [.growth])
    }

    @Test("Two tasks at once: the second waits its turn, and what is asked twice is done once")
    func turns() async throws {
        // The first is not answered before the others are asked for.
        let gate = DispatchSemaphore(value: 0)
        let server = try CannedServer { _, _ in
            gate.wait()
            gate.signal()
            return CannedServer.reply("200 OK", [], Self.two)
        }
        defer {
            gate.signal()
            server.stop()
        }
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/sources").csrf
            _ = try await browser.post(
                "/sources/address", ["address": "http://127.0.0.1:\(server.port)/a.ics"], csrf: csrf)
            _ = try await browser.post("/sources/again", [:], csrf: csrf)
            _ = try await browser.post("/sources/again", [:], csrf: csrf)
            let page = try await browser.get("/sources/work").text
            #expect(page.contains(">waiting</span>"))
            #expect(page.ranges(of: "Reading all sources again").count == 1)
            gate.signal()
            let done = try await browser.untilDone().text
            #expect(done.contains("Work: 2 read, 2 new."))
            #expect(done.contains("Work: 2 read, nothing new."))
            _ = try await browser.post("/sources/clear", [:], csrf: csrf)
            #expect(try await browser.get("/sources/work").text.contains("Nothing is being read."))
        }
    }
}
