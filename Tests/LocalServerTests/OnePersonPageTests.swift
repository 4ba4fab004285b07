import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

@testable import LocalServer

@Suite("Who is one person, on the pages")
struct OnePersonPageTests {
    let here: ServerWorld

    init() throws {
        here = try ServerWorld()
        try here.note("first talk", at: "9:10", with: ["Noor Haddad"])
        try here.note("second talk", at: "10:10", with: ["noor@example.com"])
        try here.note("third talk", at: "11:10", with: ["Haddad, Noor"])
        try here.note("fixed the build", at: "11:40", with: ["Devin"])
    }

    private func names() throws -> [String] { try here.ledger.people.others().map(\.name).sorted() }

    @Test("The list asks about two who might be one, and each answer is one button that can be undone")
    func asked() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let list = try await browser.get("/people")
            let title = try #require(try here.ledger.people.questions().asked.first { $0.title.contains("Noor") }).title
            #expect(PageText(list.text).words(of: "h2").contains { $0.hasPrefix(title) })
            #expect(list.text.contains("Is Devin a person or a program?"))
            for label in ["One person", "Two people", "Later", "A person", "A program"] {
                #expect(PageText(list.text).words(of: "button").contains(label), "\(label)")
            }
            let people = try here.ledger.people.others()
            let ids = try ["Noor Haddad", "Haddad, Noor"].map { name in
                try #require(people.first { $0.name == name }?.id.description)
            }
            let fields = ["one": ids[0], "other": ids[1], "here": "/people"]
            let after = try await browser.post(PagePath.mergePeople, fields, csrf: list.csrf)
            #expect(after.status == 303)
            #expect(try names() == ["Devin", "Noor Haddad", "noor@example.com"])
            let said = try await browser.get("/people").text
            #expect(said.contains("Noor Haddad is one person now."))
            #expect(!said.contains(title))
            _ = try await browser.post(PagePath.undo, ["here": "/people"], csrf: list.csrf)
            #expect(try names().count == 4)
            _ = try await browser.post(PagePath.keepApart, fields, csrf: list.csrf)
            #expect(try await !browser.get("/people").text.contains(title))
            let devin = try #require(people.first { $0.name == "Devin" }?.id.description)
            _ = try await browser.post(PagePath.noProgram, ["one": devin, "here": "/people"], csrf: list.csrf)
            #expect(try await !browser.get("/people").text.contains("a person or a program?"))
        }
    }

    @Test("On a person's page they are joined with others by name or address, and parted again, at the same address")
    func joined() async throws {
        let noor = try #require(try here.ledger.people.others().first { $0.name == "Noor Haddad" }?.id)
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get(PagePath.person(noor))
            #expect(page.text.contains("Another name or address of Noor Haddad"))
            #expect(!page.text.contains("is somebody else"))
            _ = try await browser.post(
                PagePath.mergePeople, ["one": noor.description, "other": "noor@example.com", "here": "/people"],
                csrf: page.csrf)
            // The id that they had alone still leads to them.
            let joined = try await browser.get(PagePath.person(noor)).text
            #expect(joined.contains("noor@example.com is somebody else"))
            #expect(joined.contains("second talk") && joined.contains("first talk"))
            _ = try await browser.post(
                PagePath.splitPerson, ["one": noor.description, "identity": "noor@example.com", "here": "/people"],
                csrf: page.csrf)
            #expect(try names().count == 4)
            let parted = try await browser.get(PagePath.person(noor)).text
            #expect(!parted.contains("second talk"))
        }
    }
}
