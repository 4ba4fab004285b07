import LedgerModel
import Renderings
import TestSupport
import Testing

@testable import LocalServer

@Suite("Links of offers")
struct OfferLinkTests {
    @Test("What an offer links is a page that is there, and a place on it")
    func there() async throws {
        let here = try ServerWorld()
        try here.fill()
        try await here.browseInside { (browser: Browser) async throws in
            for offer in Offer.samples {
                guard let path = offer.link?.path else { continue }
                let parts = path.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                let page = parts[0].isEmpty ? "/" : parts[0]
                #expect(routes(page), "\(offer): \(path)")
                let answer = try await browser.get(page)
                // What has an id leads to a piece that this ledger does not hold.
                #expect(answer.status == (Self.isOfOne(offer) ? 404 : 200), "\(offer): \(path)")
                if parts.count > 1 { #expect(answer.text.contains(" id=\"\(parts[1])\""), "\(offer): \(path)") }
            }
        }
    }

    @Test("What an error advises is a link on the page that tells of it")
    func advised() async throws {
        let here = try ServerWorld()
        let id = try here.note("restore drill", at: "9:30", minutes: 30)
        try await here.browseInside { (browser: Browser) async throws in
            let csrf = try await browser.get("/").csrf
            let wrong = try await browser.post("/correct/\(id)", ["objective": "resilience"], csrf: csrf)
            #expect(wrong.status == 404)
            #expect(wrong.text.contains("add them with <a class=\"way\" href=\"/job/text\">My job, as text</a>."))
        }
    }

    @Test("A page that is not there would be noticed")
    func canFail() { #expect(!routes("/nowhere") && !routes("/show")) }

    private static func isOfOne(_ offer: Offer) -> Bool {
        switch offer {
        case .correct, .removeSource, .plansCount, .held, .splitPerson: true
        default: false
        }
    }

    private func routes(_ path: String) -> Bool {
        let words = path.prefix { $0 != "?" }.split(separator: "/")
        return Page.all.contains { page in
            let parts = page.path.split(separator: "/")
            return parts.count == words.count && zip(parts, words).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
    }
}
