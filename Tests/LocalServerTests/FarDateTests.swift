import LedgerModel
import Renderings
import TestSupport
import Testing

@testable import LocalServer

@Suite("Dates that no calendar holds, in addresses and forms")
struct FarDateTests {
    static let periods = ["9999", "9999-Q4", "9999-12", "9999-12-31", "0000", "99999999999999999999d", "-1d"]
    static let days = ["9999-12-31", "10000-01-01", "0000-01-01", "2026-02-30"]

    @Test("A page refuses a period that cannot be, and the server answers the next")
    func refused() async throws {
        let here = try ServerWorld()
        try await here.fillWithSource()
        try await here.browseInside { (browser: Browser) async throws in
            for page in ["/timeline", "/scope", "/guard", "/picture", "/backstage", "/value", "/report", "/quarter"] {
                for period in Self.periods {
                    let answer = try await browser.get("\(page)?in=\(period)")
                    #expect(answer.status == 400, "\(page), \(period)")
                }
            }
            for day in Self.days {
                for address in [
                    "/timeline?day=\(day)", "/timeline?since=\(day)", "/scope?until=\(day)", "/review?week=\(day)",
                ] {
                    #expect(try await browser.get(address).status == 400, "\(address)")
                }
            }
            #expect(try await browser.get("/timeline?day=9998-12-31").status == 200)
            #expect(try await browser.get("/timeline?day=0001-01-01").status == 200)
            #expect(try await browser.get("/scope?in=0001").status == 200)
            #expect(try await browser.get("/").status == 200)
        }
    }

    @Test("A search takes every date of the calendar, and a figure a hundred years")
    func searched() async throws {
        let here = try ServerWorld()
        try await here.fillWithSource()
        try await here.browseInside { (browser: Browser) async throws in
            for query in ["since:0001-01-01 until:9999-12-31", "is:work since:9999-12-31", "until:0001-01-01"] {
                #expect(try await browser.get(PagePath.evidence(query)).status == 200, "\(query)")
            }
            for query in ["is:block", "is:explained", "hours:\"Fri 8:00-8:30\""] {
                let whole = PagePath.evidence(query + " since:0001-01-01 until:9999-12-31")
                #expect(try await browser.get(whole).status == 400, "\(query)")
            }
            #expect(try await browser.get("/evidence?q=drill&from=99999999999999999999").status == 200)
            #expect(try await browser.get("/evidence?q=drill&from=-9223372036854775808").status == 200)
        }
    }

    @Test("On the last day that can be asked about, every page answers")
    func lastDay() async throws {
        for now in ["9998-12-31T23:59:59Z", "0001-01-01T00:00:00Z"] {
            let here = try ServerWorld(now: try SpokenTime.exact(now))
            try here.fill()
            try await here.browseInside { (browser: Browser) async throws in
                for page in Page.all where !page.path.contains(":id") {
                    #expect(try await browser.get(page.path).status == 200, "\(page.path), \(now)")
                }
                for period in ["week", "month", "quarter", "year", "36600d"] {
                    #expect(try await browser.get("/scope?in=\(period)").status == 200, "\(period), \(now)")
                    #expect(try await browser.get("/timeline?in=\(period)").status == 200, "\(period), \(now)")
                }
            }
        }
    }
}
