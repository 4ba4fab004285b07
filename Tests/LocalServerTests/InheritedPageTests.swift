import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("Pages: what is inherited says so, and opens the piece that it comes from")
struct InheritedPageTests {
    let here: ServerWorld

    init() async throws {
        here = try ServerWorld()
        try here.ledger.importing.addMe("mina@example.org")
        var myJob = MyJob()
        myJob.responsibilities = [
            Responsibility(key: "uptime", label: "Uptime"), Responsibility(key: "billing", label: "Billing"),
        ]
        try here.ledger.myJob.load(myJob)
        let fixture = try GitFixture()
        for (subject, time) in [
            ("close <b>the</b> gap", "2026-03-03T09:00:00Z"), ("tidy the loop", "2026-03-03T12:00:00Z"),
            ("send the bill", "2026-03-10T09:00:00Z"),
        ] {
            try fixture.write(subject, to: "file")
            try fixture.commit(subject, at: time)
        }
        _ = try await here.ledger.importing.importAll(.git, [fixture.path], arena: .job) { _, _, _ in }
        try say("gap", "uptime")
    }

    private func id(_ words: String) throws -> PublicID {
        try #require(try here.ledger.asking.search(words).hits.first?.id)
    }

    private func say(_ words: String, _ responsibility: String) throws {
        var request = Capture.CorrectionRequest()
        request.responsibility = responsibility
        _ = try here.ledger.capture.correct(id(words).description, request)
    }

    @Test("The page of a piece and the day name the piece nearby and link to it")
    func named() async throws {
        try say("bill", "billing")
        let (loop, gap) = (try id("loop"), try id("gap"))
        try await here.browseInside { (browser: Browser) async throws in
            for path in ["/show/\(loop)", "/timeline?in=2026-03-03"] {
                let page = try await browser.get(path)
                #expect(page.text.contains("inherited from"), "\(path)")
                #expect(page.text.contains("“close &lt;b&gt;the&lt;/b&gt; gap”, same day"), "\(path)")
                #expect(page.text.contains("href=\"/show/\(gap)\""), "\(path)")
            }
            #expect(try await browser.get("/sort").text.contains("inherit from work nearby"))
        }
    }

    @Test("Sort shows what most of the project is, as a button with its key")
    func suggested() async throws {
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/sort")
            #expect(page.text.contains("is Uptime."))
            #expect(page.text.contains("data-key=\"y\""))
        }
        try say("bill", "billing")
        try await here.browseInside { (browser: Browser) async throws in
            #expect(try await !browser.get("/sort").text.contains("data-key=\"y\""))
        }
    }
}
