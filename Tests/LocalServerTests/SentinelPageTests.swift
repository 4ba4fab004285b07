import LedgerModel
import LedgerOperations
import LedgerStore
import Renderings
import TestSupport
import Testing

@testable import LocalServer

/// What is private, and what is other people's, on every page and behind every link of them.
@Suite("Sentinels: what no page shows")
struct SentinelPageTests {
    let here: ServerWorld

    init() async throws {
        here = try ServerWorld()
        try await here.plantSentinels()
    }

    /// Links of one kind that are followed: other weeks, and what may wait in *Sort*, lead on without end.
    private static let ofEachKind = 40

    /// A link without its ids and values: `/show/:id`, `/evidence?q`.
    private static func kind(_ link: String) -> String {
        let parts = link.split(separator: "?", maxSplits: 1)
        let names = (parts.first ?? "").split(separator: "/").map { $0.count == 17 ? ":id" : String($0) }
        let keys = Set((parts.dropFirst().first ?? "").split(separator: "&").map { $0.prefix { $0 != "=" } }).sorted()
        return names.joined(separator: "/") + "?" + keys.joined(separator: "&")
    }

    /// Every page of the registry with every id there is, and what they link to.
    private func walk(
        _ browser: Browser, from paths: [String]? = nil
    ) async throws -> [(path: String, answer: Browser.Answer)] {
        var ahead = try paths ?? here.everyPath()
        var seen = Set(ahead)
        var followed: [String: Int] = [:]
        var walked: [(path: String, answer: Browser.Answer)] = []
        while let path = ahead.popLast() {
            let answer = try await browser.get(path)
            walked.append((path, answer))
            for match in answer.text.matches(of: /href="(\/[^"#]*)"/) {
                let link = String(match.output.1).replacing("&amp;", with: "&")
                guard !link.hasPrefix("/assets/"), seen.insert(link).inserted else { continue }
                followed[Self.kind(link), default: 0] += 1
                if followed[Self.kind(link), default: 0] <= Self.ofEachKind { ahead.append(link) }
            }
        }
        return walked
    }

    @Test("Nothing private, no word of another's commit, and no time of day at which another worked")
    func everyPage() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let walked = try await walk(browser)
            #expect((200..<3_000).contains(walked.count), "\(walked.count) pages")
            var shown: Set<String> = []
            for (path, answer) in walked {
                #expect(answer.status < 500, "\(path)")
                let hidden = Sentinels.found(Sentinels.hidden, in: answer.text)
                #expect(hidden.isEmpty, "\(path)")
                let times = Sentinels.othersTimes(in: answer.text)
                #expect(times.isEmpty, "\(path)")
                shown.formUnion(Sentinels.found(Sentinels.open, in: answer.text))
            }
            // The walk saw what lies in the open, so it would have seen the rest.
            #expect(
                shown.isSuperset(of: ["zqseenreview", "zqseencommit", "zqseennaming", "zqseenlater", "zqseennote"]))
        }
    }

    @Test("A planted word that shows would be noticed")
    func canFail() async throws {
        try here.note("Zqhidetitle that I wrote myself", at: "11:37")
        try await here.browseInside { (browser: Browser) async throws in
            let walked = try await walk(browser, from: ["/timeline?day=2026-03-17"])
            #expect(walked.contains { !Sentinels.found(Sentinels.hidden, in: $0.answer.text).isEmpty })
            #expect(walked.contains { !Sentinels.othersTimes(in: $0.answer.text).isEmpty })
        }
    }

    @Test("A search for a hidden word finds nothing, in whatever list")
    func search() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            for word in ["zqhidetitle", "zqhide", "zqhidesubject", "zqhiderepo", "zqhidefriend", "zqhidehome"] {
                #expect(try await browser.get("/search?q=\(word)").words(of: "h1") == ["Nothing found."], "\(word)")
                for query in [word, "person%3A\(word)", "project%3A\(word)", "source%3A\(word)", "tag%3A\(word)"] {
                    let text = try await browser.get("/evidence?q=\(query)").text
                    #expect(!text.contains("class=\"open\""), "\(query)")
                }
            }
            #expect(try await browser.get("/search?q=zqseenreview").words(of: "h1") == ["One piece found."])
        }
    }

    @Test("A page about somebody holds rows and quarters: no time of day, no hours")
    func people() async throws {
        let people = try here.ledger.asking.people().filter { !$0.isMe }
        #expect(people.contains { $0.name == "Omar Haddad" && $0.others == 1 })
        try await here.browseInside { (browser: Browser) async throws in
            for path in ["/people"] + people.map({ PagePath.person($0.id) }) {
                let text = try await browser.get(path).text.between("<main", "</main>") ?? ""
                #expect(text.contains("<h1>"), "\(path)")
                #expect(text.matches(of: /[0-9]{1,2}:[0-9]{2}/).isEmpty, "\(path)")
                #expect(text.matches(of: /[0-9] (h|min|hours?|minutes?)\b/).isEmpty, "\(path)")
            }
        }
    }

    @Test("The file of the ledger holds none of it either")
    func file() throws {
        var dump = ""
        try here.ledger.keeping.export { dump += $0 }
        let hidden = Sentinels.found(Sentinels.hidden, in: dump)
        #expect(hidden.isEmpty)
        #expect(!Sentinels.found(Sentinels.open, in: dump).isEmpty)
    }
}

extension ServerWorld {
    /// A ledger in which everything that no surface may show has been read, and marked private afterwards.
    func plantSentinels() async throws {
        try ledger.importing.addMe("mina@example.org", name: "Mina Weber")
        try ledger.myJob.keep(ledger.myJob.change(Sentinels.myJob, fileName: "job.yaml"))
        let (shared, attic) = (try Sentinels.sharedRepository(), try Sentinels.privateRepository())
        let calendars = [
            folder.write("work.ics", Sentinels.workCalendar), folder.write("home.ics", Sentinels.homeCalendar),
        ]
        let inbox = folder.write("inbox.txt", Sentinels.inbox)
        // First as any other source; then marked; then read again.
        for _ in 0..<2 {
            _ = try await ledger.importing.importAll(.calendar, calendars, arena: .job) { _, _, _ in }
            _ = try await ledger.importing.importAll(.git, [shared.path, attic.path], arena: .job) { _, _, _ in }
            _ = try await ledger.importing.importAll(.inbox, [inbox], arena: nil) { _, _, _ in }
            for source in try ledger.asking.sourceSummaries().map(\.source)
            where source.locator.hasSuffix("home.ics") || source.locator.hasSuffix("Attic") {
                _ = try ledger.importing.setPrivate(source.id.description, true)
            }
        }
        let review = try #require(try ledger.asking.search("zqseenreview").hits.first?.id)
        let quiet = try ledger.asking.search("").hits.filter { $0.flags.contains(.isPrivate) }.map(\.id)
        var claim = Results.ClaimRequest(text: "Restore takes an hour instead of a day")
        claim.objective = "resilience"
        claim.cite = ([review] + quiet).map(\.description)
        _ = try ledger.results.addClaim(claim)
        _ = (shared, attic)
    }

    /// Every page of the registry, each with every id of this ledger, and the faces that a query gives it.
    func everyPath() throws -> [String] {
        let ids =
            try ledger.asking.search("", limit: 200).hits.map(\.id.description)
            + ledger.asking.people().map(\.id.description)
            + ledger.asking.sourceSummaries().map(\.source.id.description)
            + ledger.asking.claims().map(\.id.description)
        let queries = [
            "", "?in=week", "?in=month", "?in=year", "?since=2026-03-01&until=2026-04-01", "?day=2026-03-16",
            "?day=2026-03-10", "?q=kind%3Aevent", "?q=is%3Adecided", "?task=restore&for=Maria",
        ]
        return Page.all.flatMap { page -> [String] in
            let places =
                page.path.contains(":") ? ids.map { page.path.replacing(/:[a-z]+/, with: $0) } : [page.path]
            return places.flatMap { place in page.path.contains(":") ? [place] : queries.map { place + $0 } }
        }
    }
}
