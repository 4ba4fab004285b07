import Foundation
import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@testable import LocalServer

@Suite("The page of a person")
struct PersonPageTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.note("second talk", at: "11:10", with: ["Noor Haddad"])
        try here.note("first talk", at: "9:10", with: ["Noor Haddad"])
        for (text, day) in [("later plan", "2026-04-02"), ("next plan", "2026-03-24")] {
            var request = Capture.NoteRequest(text: text)
            request.at = FixedWorld.at(day, "15:47")
            request.with = ["Noor Haddad"]
            _ = try here.ledger.capture.log(request)
        }
    }

    private func noor() throws -> PublicID {
        try #require(try here.ledger.asking.people().first { $0.name == "Noor Haddad" }?.id)
    }

    @Test("It lists what has been, newest first, then what lies ahead, soonest first, with days and no hours")
    func order() async throws {
        let id = try noor()
        try await here.browseInside { (browser: Browser) async throws in
            let text = try await browser.get(PagePath.person(id)).text
            let main = try #require(text.between("<main", "</main>"))
            let wanted = [
                "Pieces that name them", "second talk", "first talk", "Planned", "next plan", "later plan",
            ]
            let places = wanted.map { main.ranges(of: $0).first?.lowerBound }
            #expect(places.allSatisfy { $0 != nil })
            #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
            let days = PageText(text).words(of: "td").filter { $0.hasSuffix(" 2026") }
            #expect(days == ["17 March 2026", "17 March 2026", "24 March 2026", "2 April 2026"])
            #expect(main.matches(of: /[0-9]{1,2}:[0-9]{2}/).isEmpty)
            #expect(main.contains("href=\"\(PagePath.everything(about: id))\""))
        }
    }

    @Test("Of many it shows the newest, says how many are older, and leads to all of them")
    func many() async throws {
        for number in 1...60 { try here.note("talk number \(number)", at: "8:10", with: ["Noor Haddad"]) }
        let id = try noor()
        try await here.browseInside { (browser: Browser) async throws in
            let short = try await browser.get(PagePath.person(id)).text
            #expect(PageText(short).lines.contains("12 older: all of it"))
            #expect(short.ranges(of: "talk number").count == 48)
            let whole = try await browser.get(PagePath.everything(about: id)).text
            #expect(!whole.contains(" older"))
            #expect(whole.ranges(of: "talk number").count == 60)
        }
    }

    @Test("Before the button it says what forgetting cannot reach")
    func beforehand() async throws {
        let id = try noor()
        try await here.browseInside { (browser: Browser) async throws in
            let text = try await browser.get("\(PagePath.person(id))/forget").text
            let before = try #require(text.between("<main", "Forget for good"))
            for words in ["The sources stay as they are", "reports and exports"] {
                #expect(before.contains(words), "\(words)")
            }
        }
    }

    @Test("A review that is kept beside the ledger and holds the name is named first, and holds it no more")
    func reviews() async throws {
        let id = try noor()
        here.folder.makeFolder("ledger.sqlite.reviews")
        let held = here.folder.write("ledger.sqlite.reviews/week-of-2026-03-09.html", "<p>Met Noor Haddad</p>")
        let other = here.folder.write("ledger.sqlite.reviews/week-of-2026-03-02.html", "<p>Met nobody</p>")
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("\(PagePath.person(id))/forget")
            let before = try #require(page.text.between("<main", "Forget for good"))
            #expect(before.contains("week-of-2026-03-09") && !before.contains("week-of-2026-03-02"))
            _ = try await browser.post(PagePath.forget(id), ["here": "/people", "reviews": "yes"], csrf: page.csrf)
        }
        // Gone, or written anew without it.
        let left = (try? String(contentsOfFile: held, encoding: .utf8)) ?? ""
        #expect(!left.contains("Noor") && !left.contains("Haddad"))
        #expect(Self.isThere(other))
    }

    private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    @Test("Who was forgotten is in no list, and their page says so without counts")
    func forgotten() async throws {
        try here.ledger.forgetting.forget(try here.ledger.forgetting.forgettable("Noor Haddad"))
        try here.note("lunch", at: "12:10", with: ["Maria Keller"])
        let id = try #require(try here.ledger.asking.people().first { $0.isForgotten }?.id)
        try await here.browseInside { (browser: Browser) async throws in
            let list = try await browser.get("/people").text
            #expect(PageText(list).words(of: "h1") == ["One person you work with."])
            #expect(
                PageText(list).lines.last
                    == "Everything held about a person is on their page, and you can hand it to them. One was forgotten."
            )
            #expect(!list.contains(PagePath.person(id)))
            let page = try await browser.get(PagePath.person(id)).text
            let main = try #require(page.between("<main", "</main>"))
            #expect(main.contains("This person was forgotten."))
            #expect(!main.contains("<table") && !main.contains("talk") && !main.contains("href"))
            #expect(try await browser.get("\(PagePath.person(id))/forget").status == 404)
        }
    }
}
