import LedgerModel
import LedgerOperations
import Renderings
import TestSupport
import Testing

@testable import LocalServer

@Suite("Forgetting a person from their page")
struct PersonForgetTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.note("lunch with Noor Haddad", at: "9:10", with: ["Noor Haddad"])
        try here.note("what Noor wants", at: "9:40", with: ["Noor Haddad"])
        try here.note("Noor’s place", at: "9:50", with: ["Kim Li"])
        try here.note("restore drill", at: "10:30", minutes: 60, with: ["Maria Keller"])
    }

    private func id(_ name: String) throws -> PublicID {
        try #require(try here.ledger.asking.people().first { $0.name == name }?.id)
    }

    @Test("The page says what goes and what stays, and nothing goes by looking")
    func question() async throws {
        let noor = try id("Noor Haddad")
        let before = try here.ledger.asking.revision()
        try await here.browseInside { (browser: Browser) async throws in
            let person = try await browser.get(PagePath.person(noor)).text
            #expect(person.contains("href=\"\(PagePath.person(noor))/forget\""))
            let page = try await browser.get("\(PagePath.person(noor))/forget").text
            #expect(page.contains("<h1>Forget Noor Haddad?</h1>"))
            #expect(page.contains("This removes Noor Haddad from two pieces"))
            #expect(page.contains("It cannot be undone."))
            #expect(page.contains("The pieces themselves stay"))
            #expect(page.contains("Where nobody else was there, “Noor” is removed from one title too."))
            let link = "<a href=\"\(PagePath.search("Noor"))\">see them</a>"
            #expect(page.contains("<li>The word “Noor” stays in 1 other title; \(link).</li>"))
            #expect(!page.contains("limelight search"))
            #expect(try await browser.get(PagePath.search("Noor")).words(of: "a").contains("Noor’s place"))
            #expect(page.contains("<form class=\"confirm\" method=\"post\" action=\"\(PagePath.forget(noor))\">"))
        }
        #expect(try here.ledger.asking.revision() == before)
    }

    @Test("After it no page holds the name, the piece is there, and nothing can be undone")
    func forgotten() async throws {
        let noor = try id("Noor Haddad")
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/people").csrf
            let answer = try await browser.post(PagePath.forget(noor), ["here": "/people"], csrf: csrf)
            #expect(answer.status == 303)
            let said = try await browser.get(answer.location).said
            #expect(said.hasPrefix("Noor Haddad is forgotten."))
            for path in try here.everyPath() {
                #expect(!(try await browser.get(path).text.contains("Haddad")), "\(path)")
            }
            #expect(try await browser.get("/timeline?day=2026-03-17").words(of: "a").contains("lunch with [forgotten]"))
            #expect(try await browser.get(PagePath.person(noor)).status == 404)
            #expect(try await browser.post(PagePath.forget(noor), [:], csrf: csrf).status == 404)
        }
        #expect(try here.ledger.asking.people().contains { $0.name == "Maria Keller" })
    }

    @Test("Oneself, a piece and nobody cannot be forgotten there")
    func others() async throws {
        try here.ledger.importing.addMe("mina@example.org", name: "Mina Weber")
        let me = try #require(try here.ledger.asking.people().first { $0.isMe }?.id)
        let piece = try #require(try here.ledger.asking.search("lunch").hits.first?.id)
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/people").csrf
            let before = try here.ledger.asking.revision()
            for id in [me.description, piece.description, "p0000000000000000", "Noor"] {
                #expect(try await browser.get("/people/\(id)/forget").status == 404, "\(id)")
                #expect(try await browser.post("/forget/\(id)", [:], csrf: csrf).status == 404, "\(id)")
            }
            #expect(try here.ledger.asking.revision() == before)
        }
    }
}
