import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("Sources: another address of the person")
struct MyAddressPageTests {
    @Test("It is proposed with its count, answered by one button, and the answer is undone")
    func answered() async throws {
        let here = try ServerWorld()
        try here.ledger.importing.addMe("mina@example.org")
        let fixture = try GitFixture()
        try fixture.commit("Mine", at: "2026-03-16T09:00:00+0100")
        try fixture.commit("Older", by: "Mina Weber <mina@old.example>", at: "2026-03-16T10:00:00+0100")
        _ = try await here.ledger.importing.importAll(.git, [fixture.path], arena: nil) { _, _, _ in }
        let question = "Also yours? mina@old.example wrote 1 commit as Mina Weber."
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sources")
            #expect(page.text.contains(question))
            let no = try await browser.post("/me/not", ["identity": "mina@old.example"], csrf: page.csrf)
            #expect(no.status == 303)
            #expect(try await !browser.get("/sources").text.contains(question))
            let undone = try await browser.post("/undo", [:], csrf: page.csrf)
            #expect(undone.status == 303)
            #expect(try await browser.get("/sources").text.contains(question))
            let yes = try await browser.post("/me", ["identity": "mina@old.example"], csrf: page.csrf)
            #expect(yes.status == 303)
            #expect(try await !browser.get("/sources").text.contains(question))
        }
        #expect(try here.ledger.importing.me().contains("mina@old.example"))
    }
}
