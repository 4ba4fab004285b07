import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("Today, in the first days of a quarter")
struct TodayPageTests {
    @Test("Results of the quarter that ended are named, with the way to its page")
    func ended() async throws {
        let here = try ServerWorld(now: FixedWorld.at("2026-04-02", "12:00"))
        try here.fill()
        var claim = Results.ClaimRequest(text: "Nobody was woken in March")
        claim.at = FixedWorld.at("2026-03-17", "9:40")
        _ = try here.ledger.results.addClaim(claim)
        try await here.browseInside { (browser: Browser) async throws in
            let text = try await browser.get("/").text
            let line = try #require(text.between("One result in the quarter that ended", "</p>"))
            #expect(line.contains("href=\"/quarter?in=2026-Q1\""))
            let quarter = try await browser.get("/quarter?in=2026-Q1")
            #expect(quarter.words(of: "td").contains("Nobody was woken in March"))
        }
    }
}
