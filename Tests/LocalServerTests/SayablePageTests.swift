import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@testable import LocalServer

/// A note about one person, and whatever else names somebody, in every text that a page makes for another.
@Suite("Sayable: no page says to one person what is about another")
struct SayablePageTests {
    let here: ServerWorld
    let jonas: PublicID
    let elsewhere: Source

    init() async throws {
        here = try ServerWorld()
        try await here.plantSayable()
        jonas = try #require(
            try here.ledger.asking.people().first { $0.identities.contains("jonas@example.com") }?.id)
        elsewhere = try #require(try here.ledger.asking.sources().first { $0.name == "Elsewhere" })
    }

    private static let task = "/picture?task=failover%20drill&for="

    private static func main(_ answer: Browser.Answer) -> String { answer.text.between("<main", "</main>") ?? "" }

    @Test("The sentences of a task, a report and the page to hand over say what Jonas may hear, and nothing else")
    func madeForJonas() async throws {
        let tasks = ["failover drill", "Ann’s failover drill"].map { "/picture?task=\($0.percentEncoded())&for=jonas" }
        try await here.browseInside { (browser: Browser) async throws in
            var shown: Set<String> = []
            for path in tasks + ["/report?for=Jonas%20Wirth&in=year", "/people/\(jonas)/hand-over"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path)")
                let text = Self.main(answer)
                #expect(Sentinels.found(Sentinels.about, in: text).isEmpty, "\(path)")
                #expect(Sentinels.found(Sentinels.hidden, in: text).isEmpty, "\(path)")
                shown.formUnion(Sentinels.found(Sentinels.say, in: text))
            }
            #expect(shown == ["zqsayevent", "zqsayannual", "zqsaycommit", "zqsaywish", "zqsayskill", "zqsayresult"])
        }
    }

    @Test("No sentence to say or send, on any page, names anybody else")
    func everyDraft() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            var drafts = 0
            for path in try here.everyPath() + [Self.task + "jonas"] {
                let answer = try await browser.get(path)
                for draft in answer.text.matches(of: /<blockquote class="draft">(.*?)<\/blockquote>/) {
                    let text = String(draft.output.1)
                    // To oneself everything may be said.
                    guard !path.hasPrefix("/picture") || path.hasSuffix("for=jonas"), !path.hasPrefix("/review") else {
                        continue
                    }
                    drafts += 1
                    for mark in [Sentinels.about, Sentinels.hidden, Sentinels.inReports] {
                        #expect(Sentinels.found(mark, in: text).isEmpty, "\(path): \(text)")
                    }
                }
            }
            #expect(drafts > 3)
        }
    }

    @Test("What one said of themself is said to nobody else, and an own piece only where it is known")
    func alone() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let toAnn = Self.main(try await browser.get(Self.task + "ann"))
            #expect(toAnn.contains("Zqaboutwish"))
            #expect(!toAnn.contains("Zqsaywish"))
            let before = Self.main(try await browser.get(Self.task + "jonas"))
            #expect(!before.contains("Zqaboutelsewhere"))
            // Opened on the page of its source, undone, and opened again.
            let page = try await browser.get("/sources/\(elsewhere.id)")
            let form = ["source": elsewhere.id.description, "person": "Jonas", "here": "/sources"]
            for isUndone in [true, false] {
                let opened = try await browser.post(PagePath.openTo, form, csrf: page.csrf)
                #expect(opened.status == 303)
                #expect(
                    Self.main(try await browser.get(Self.task + "jonas")).contains("Zqaboutelsewhere"))
                guard isUndone else { continue }
                _ = try await browser.post("/undo", [:], csrf: page.csrf)
                #expect(
                    !Self.main(try await browser.get(Self.task + "jonas")).contains("Zqaboutelsewhere"))
            }
            #expect(try await browser.get("/sources/\(elsewhere.id)").text.contains("Close to jonas@example.com"))
            let close = ["source": elsewhere.id.description, "close": "jonas@example.com", "here": "/sources"]
            _ = try await browser.post(PagePath.openTo, close, csrf: page.csrf)
            #expect(!Self.main(try await browser.get(Self.task + "jonas")).contains("Zqaboutelsewhere"))
        }
    }

    @Test("An unknown name is refused with the nearest; so are two people of a name, a forgotten one, and oneself")
    func refused() async throws {
        try here.note("lunch", at: "9:30", with: ["Otto Quandt"])
        let otto = try #require(try here.ledger.asking.people().first { $0.name == "Otto Quandt" })
        _ = try here.ledger.forgetting.perform(
            here.ledger.forgetting.plan(here.ledger.forgetting.forgettable(person: otto.id.description)),
            .init(files: false, backups: false),
            by: ReviewPaper.render)
        try await here.browseInside { (browser: Browser) async throws in
            for (name, status, words) in [
                ("Jonsa", 404, "did you mean “Jonas Wirth”"), ("Otto Quandt", 404, "nobody here is called"),
                ("forgotten", 404, "nobody here is called"), ("mina@example.org", 400, "hat is you"),
            ] {
                for path in ["/picture?task=failover%20drill&for=", "/report?for="] {
                    let answer = try await browser.get(path + name.percentEncoded())
                    #expect(answer.status == status, "\(path)\(name)")
                    #expect(
                        PageText(answer.text).lines.joined(separator: " ").lowercased().contains(words.lowercased()))
                }
            }
            // A piece that may not be said to them is no task for them.
            let note = try #require(try here.ledger.asking.search("zqabouttitle").hits.first?.id)
            let answer = try await browser.get("/picture?task=\(note)&for=jonas")
            #expect(answer.status == 400)
            #expect(!answer.text.contains("Zqabouttitle"))
        }
    }
}

extension ServerWorld {
    fileprivate func plantSayable() async throws {
        try ledger.importing.addMe("mina@example.org", name: "Mina Weber")
        try ledger.myJob.keep(ledger.myJob.change(Sentinels.sayableJob, fileName: "job.yaml"))
        let (harbour, elsewhere) = (try Sentinels.harbour(), try Sentinels.elsewhere())
        let calendar = folder.write("shared.ics", Sentinels.sayableCalendar)
        _ = try await ledger.importing.importAll(.calendar, [calendar], arena: .job) { _, _, _ in }
        _ = try await ledger.importing.importAll(.git, [harbour.path, elsewhere.path], arena: .job) { _, _, _ in }
        for item in Sentinels.sayableNotes {
            var request = Capture.NoteRequest(text: item.text)
            (request.tags, request.with, request.saidBy) = (item.tags, item.with, item.saidBy)
            _ = try ledger.capture.log(request)
        }
        let cited = try ledger.asking.search("failover", limit: 200).hits.map(\.id.description)
        for text in ["Zqsayresult: failover takes an hour", "Zqresult: Ann runs the failover alone"] {
            var claim = Results.ClaimRequest(text: text)
            claim.objective = "resilience"
            claim.cite = try cited.filter {
                try ledger.asking.show($0).shown.draft.title.contains("elsewhere") == false
            }
            _ = try ledger.results.addClaim(claim)
        }
        try ledger.results.tell("zqsayresult", to: "Jonas")
        _ = (harbour, elsewhere)
    }
}
