import Dispatch
import HTTPTypes
import LedgerModel
import Renderings
import TestSupport
import Testing

@testable import LedgerOperations
@testable import LedgerStore
@testable import LocalServer

@Suite("Pages of the local web")
struct PageTests {
    let here: ServerWorld

    init() throws { here = try ServerWorld() }

    /// Other faces of the same pages.
    static let more = ["/timeline?in=week", "/timeline?in=year", "/picture?task=drill&for=Maria", "/evidence?q=drill"]

    /// Every page, with ids of this ledger.
    func paths() throws -> [String] {
        let note = try here.ledger.asking.search("").hits.first?.id.description
        let person = try here.ledger.asking.people().first { !$0.isMe }?.id.description
        let source = try here.ledger.asking.sourceSummaries().first?.source.id.description
        return Page.all.compactMap { page in
            guard page.path.contains(":id") else { return page.path }
            let id = page.path.hasPrefix("/show") ? note : page.path.hasPrefix("/sources") ? source : person
            return id.map { page.path.replacing(":id", with: $0) }
            // Nobody is known in an empty ledger.
        } + Self.more.filter { person != nil || !$0.contains("for=") }
    }

    /// Whether an address is one of a route, as `/correct/:id`.
    static func isPlace(_ route: String, _ address: String) -> Bool {
        let (names, parts) = (route.split(separator: "/"), address.split(separator: "/"))
        return names.count == parts.count && zip(names, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }

    @Test("Seven entries always show; every entry of the menu has a page")
    func menu() {
        #expect(PageEntry.main == [.today, .scope, .guard, .picture, .backstage, .value, .ledger])
        for entry in PageEntry.allCases { #expect(Page.all.contains { $0.path == entry.path }, "\(entry)") }
    }

    static func expectManners(_ answer: Browser.Answer, _ path: String) throws {
        #expect(answer.headers[.contentSecurityPolicy] == Assets.contentSecurityPolicy, "\(path)")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
        for (name, value) in [
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ] {
            #expect(answer.headers[try #require(HTTPField.Name(name))] == value, "\(path)")
        }
    }

    /// Nothing in a page runs or styles by itself.
    static func expectInert(_ text: String, _ path: String) {
        let offences = PageScan(text).offences
        #expect(offences.isEmpty, "\(path)")
    }

    @Test("A form that waits for another program keeps no page waiting")
    func waitingForm() async throws {
        try here.fill()
        let site = here.site
        let release = try OtherProgram(here.ledger.path).write()
        let ended = DispatchSemaphore(value: 0)
        try await here.browseInside { browser in
            let csrf = try await browser.get("/").csrf
            // As a form that waits for the lock, seen to wait before anything else is asked.
            await withCheckedContinuation { begun in
                _ = Task {
                    try await site.forms.ask {
                        begun.resume()
                        ended.wait()
                    }
                }
            }
            let posted = Task { try await browser.post("/log", ["text": "after all"], csrf: csrf) }
            #expect(try await browser.get("/scope").status == 200)
            ended.signal()
            release()
            #expect(try await posted.value.status == 303)
            #expect(try await browser.get("/search?q=after").words(of: "a").contains("after all"))
        }
    }

    @Test("While another program writes every page says what it says afterwards, and none waits")
    func locked() async throws {
        try await here.fillWithSource()
        _ = try here.ledger.capture.start("runs", at: FixedWorld.now - 1_800, with: ["Maria"])
        let paths = try paths()
        let other = try OtherProgram(here.ledger.path)
        try await here.browseInside { (browser: Browser) async throws in
            func pages() async throws -> [String] {
                var texts: [String] = []
                for path in paths { texts.append(try await browser.get(path).text) }
                return texts
            }
            let end = other.write()
            let before = here.ledger.store.fetchTimeout.waits
            var locked: [String] = []
            do { locked = try await pages() } catch { Issue.record(error) }
            #expect(here.ledger.store.fetchTimeout.waits == before)
            end()
            for (path, (now, then)) in zip(paths, zip(locked, try await pages())) { #expect(now == then, "\(path)") }
        }
    }

    @Test("Every page answers, empty and filled, with its headers and nothing inline")
    func everyPage() async throws {
        for isFilled in [false, true] {
            if isFilled { try await here.fillWithSource() }
            let paths = try paths()
            if isFilled { #expect(paths.count == Page.all.count + Self.more.count) }
            try await here.browseInside { (browser: Browser) async throws in
                for path in paths {
                    let answer = try await browser.get(path)
                    #expect(answer.status == 200, "\(path)")
                    #expect(answer.headers[.cacheControl] == "no-store", "\(path)")
                    #expect(answer.text.contains("<h1>"), "\(path)")
                    #expect(answer.text.ranges(of: "<h1").count == 1, "\(path)")
                    try Self.expectManners(answer, path)
                    Self.expectInert(answer.text, path)
                }
            }
        }
    }

    @Test(
        "The check for inline code goes red where there is some",
        arguments: [
            "<p onclick=\"x()\">", "<p title='a'onclick=x()>", "<p style=\"color: red\">", "<script>alert(1)</script>",
            "<svg/onload=alert(1)>", "<a href=\"javascript:alert(1)\">", "<a href=//evil.example>", "<style>",
            "<p title=\"\"><img src=x>", "<form action=\"https://evil.example\">", "<IMG SRC=x>",
        ])
    func inertCheck(planted: String) {
        #expect(!PageScan("<main>\(planted)</main>").offences.isEmpty)
        #expect(PageScan("<p title=\"<script> onclick=x\">&lt;script&gt; onclick=\"x\"</p>").offences.isEmpty)
    }

    @Test("Answers that refuse carry the same headers")
    func refusals() async throws {
        try await here.browse { (browser: Browser) async throws in
            for path in ["/", "/nowhere", "/enter?token=x", "/assets/nothing"] {
                let answer = try await browser.get(path)
                #expect(answer.status >= 400)
                try Self.expectManners(answer, path)
                Self.expectInert(answer.text, path)
            }
        }
    }

    @Test("Every link of every page leads to a page, and every asset is there")
    func links() async throws {
        try await here.fillWithSource()
        let paths = try paths()
        try await here.browseInside { (browser: Browser) async throws in
            var seen: Set<String> = []
            for path in paths {
                let page = try await browser.get(path).text
                let targets = page.matches(of: /(?:href|src|action)="([^"]+)"/).map { String($0.output.1) }
                for target in targets where !target.hasPrefix("#") && seen.insert(target).inserted {
                    #expect(target.hasPrefix("/"), "\(path): \(target)")
                    let address = target.replacing("&amp;", with: "&")
                    let forms = Form.all.map(\.path) + DemoRoute.paths
                    if forms.contains(where: { Self.isPlace($0, address) }) { continue }
                    let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
                    let answer = try await browser.get(parts[0])
                    #expect(answer.status == 200, "\(path): \(address)")
                    if parts.count == 2 { #expect(answer.text.contains("id=\"\(parts[1])\""), "\(path): \(address)") }
                }
            }
            #expect(seen.count > 40)
        }
    }

    @Test(
        "What is written with markup stays words",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
            "</title><style>*{display:none}</style>", "javascript:alert(1)", "\u{202E}gnirts\u{1B}[31m",
        ])
    func hostile(text: String) async throws {
        var myJob = MyJob()
        myJob.name = text
        myJob.objectives = [Objective(key: "o", label: text, owner: text)]
        myJob.responsibilities = [Responsibility(key: "r", label: text)]
        myJob.people = [MyJobPerson(key: "p", label: text, role: .decider)]
        try here.ledger.myJob.load(myJob)
        var request = Capture.NoteRequest(text: text + "\n" + text)
        request.at = FixedWorld.at("2026-03-17", "11:00")
        request.length = 1800
        request.with = [text]
        request.tags = [text]
        let id = try here.ledger.capture.log(request).id
        var claim = Results.ClaimRequest(text: text)
        claim.cite = [id.description]
        claim.objective = "o"
        _ = try here.ledger.results.addClaim(claim)
        let query = PagePath.encoded(text)
        try await here.readCalendar(named: text.replacing("\n", with: " "))
        let paths =
            try paths() + [
                "/search?q=\(query)", "/evidence?q=\(query)", "/picture?task=\(query)&for=\(query)",
                "/scope?in=\(query)", "/timeline?day=\(query)", "/show/\(query)", "/people/\(query)", "/\(query)",
            ]
        try await here.browseInside { (browser: Browser) async throws in
            for path in paths {
                let answer = try await browser.get(path)
                #expect(answer.status < 500, "\(path)")
                Self.expectInert(answer.text, path)
                let isPlain = !answer.text.contains("\u{202E}") && !answer.text.contains("\u{1B}")
                #expect(isPlain, "\(path)")
            }
        }
    }

    @Test("A wrong period, id or day is said calmly, with what to write instead")
    func mistakes() async throws {
        try here.fill()
        try await here.browseInside { (browser: Browser) async throws in
            for (path, status) in [
                ("/scope?in=fortnight", 400), ("/scope?since=2026-04-01&until=2026-03-01", 400),
                ("/scope?since=0001-01-01&until=9999-01-01", 400), ("/timeline?day=someday", 400),
                ("/show/zz", 404), ("/show/c0000000000000000", 404), ("/people/p0000000000000000", 404),
                ("/people/maria", 404), ("/evidence?q=since:spring", 400), ("/nowhere", 404),
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == status, "\(path)")
                #expect(answer.text.contains("<nav"), "\(path)")
            }
        }
    }

    @Test("Periods lead on and back, and not into the future")
    func periods() async throws {
        try here.fill()
        try await here.browseInside { (browser: Browser) async throws in
            let week = try await browser.get("/scope?in=week").text
            #expect(week.contains("href=\"/scope?since=2026-03-09&amp;until=2026-03-16\" rel=\"prev\""))
            #expect(!week.contains("rel=\"next\""))
            let before = try await browser.get("/scope?since=2026-03-09&until=2026-03-16").text
            #expect(before.contains("href=\"/scope?in=week\" rel=\"next\""))
            #expect(before.contains("href=\"/scope?since=2026-03-02&amp;until=2026-03-09\" rel=\"prev\""))
            let quarter = try await browser.get("/value").text
            #expect(quarter.contains("<a href=\"/value?in=quarter\" aria-current=\"true\">quarter</a>"))
            #expect(quarter.contains("href=\"/value?since=2025-10-01&amp;until=2026-01-01\" rel=\"prev\""))
            let day = try await browser.get("/timeline?day=2026-03-16").text
            #expect(day.contains("href=\"/timeline?since=2026-03-17&amp;until=2026-03-18\" rel=\"next\""))
        }
    }

    @Test("A list longer than a page leads on to its end")
    func paging() async throws {
        for index in 0..<53 { try here.note("step \(index)", at: "10:\(10 + index % 40)") }
        try await here.browseInside { (browser: Browser) async throws in
            let first = try await browser.get("/evidence?q=step").text
            #expect(PageText(first).words(of: "h1") == ["53 pieces of evidence"])
            #expect(first.contains("href=\"/evidence?q=step&amp;from=50\""))
            #expect(first.ranges(of: "<li><a class=\"open\"").count == 50)
            let rest = try await browser.get("/evidence?q=step&from=50").text
            #expect(rest.ranges(of: "<li><a class=\"open\"").count == 3)
            #expect(!rest.contains("from=100"))
        }
    }

    @Test("A demo is marked on every page, also where something went wrong; one's own ledger is not")
    func demo() async throws {
        for isDemo in [true, false] {
            let world = try ServerWorld(demo: isDemo)
            try await world.browseInside { (browser: Browser) async throws in
                for path in Page.all.map(\.path) + ["/nowhere", "/scope?in=x"] {
                    let text = try await browser.get(path).text
                    #expect(text.contains("A made-up year, not yours.") == isDemo, "\(path)")
                }
            }
        }
    }

    @Test("A note inside a meeting has no time of its own, and still shows on its day")
    func besides() async throws {
        try here.note("change board", at: "11:00", minutes: 60)
        try here.note("Noor agreed", at: "10:40")
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/timeline?day=2026-03-17")
            #expect(page.words(of: "a").contains("Noor agreed"))
            #expect(page.words(of: "h2").last == "Also on this day, without time of its own")
            let other = try await browser.get("/timeline?day=2026-03-16").text
            #expect(!other.contains("Noor agreed"))
        }
    }

    @Test("The way from a week to a day, and to what is behind it")
    func days() async throws {
        try here.fill()
        try await here.browseInside { (browser: Browser) async throws in
            let week = try await browser.get("/timeline?in=week").text
            #expect(week.contains("<a href=\"/timeline?day=2026-03-17\">Tue 17 March 2026</a>"))
            #expect(PageText(week).words(of: "td").contains("growth 0.3 and unknown 1.1"))
        }
    }

    @Test("A meeting that lies ahead is no contact yet")
    func lastContact() async throws {
        try here.fill()
        var request = Capture.NoteRequest(text: "lunch with Noor")
        request.at = FixedWorld.at("2026-03-25", "12:00")
        request.with = ["Noor"]
        _ = try here.ledger.capture.log(request)
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/people")
            #expect(
                page.words(of: "tr").dropFirst() == ["Maria | decider | Maria | 17 March 2026", "Noor | – | Noor | –"])
            #expect(!page.text.contains("25 March 2026"))
        }
    }

    @Test("Search finds, says what it found, and keeps the words in its box")
    func search() async throws {
        try here.fill()
        try await here.browseInside { (browser: Browser) async throws in
            let found = try await browser.get("/search?q=restore+drill")
            #expect(found.words(of: "h1") == ["One piece found."])
            #expect(
                found.text.contains(
                    "maxlength=\"400\" autocomplete=\"off\" value=\"restore drill\"><button class=\"main\">"))
            #expect(try await browser.get("/search?q=nothing+like+it").words(of: "h1") == ["Nothing found."])
        }
    }

    @Test("Assets are kept by their content, and checked when it has changed")
    func assets() async throws {
        try await here.browse { (browser: Browser) async throws in
            for asset in Assets.all {
                let answer = try await browser.get(asset.path)
                #expect(answer.status == 200)
                #expect(answer.headers[.contentType] == asset.contentType)
                #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
                let old = try await browser.get("/assets/\(asset.name)?v=0123456789")
                #expect(old.headers[.cacheControl] == "no-cache")
            }
        }
    }
}
