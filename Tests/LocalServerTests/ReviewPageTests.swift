import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@testable import LocalServer

@Suite("The weekly review as a page")
struct ReviewPageTests {
    /// Friday 20 March 2026: a block without a trace, and a meeting with somebody who decides.
    private func world(_ title: String = "Learn: tides", person: String = "Maria") async throws -> ServerWorld {
        let world = try ServerWorld(now: FixedWorld.at("2026-03-20", "16:00"))
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "resilience", label: "Resilience", owner: person)]
        myJob.people = [MyJobPerson(key: "maria", label: person, role: .decider, identities: ["maria@example.com"])]
        var when = Condition()
        when.title = "^Learn"
        myJob.blocks = [BlockPattern(key: "learn", label: "Learning", when: when)]
        try world.ledger.myJob.load(myJob)
        try world.ledger.importing.addMe("me@example.com", name: "Me")
        let events = [
            "UID:block\r\nDTSTART:20260317T163000Z\r\nDTEND:20260317T173000Z\r\nSUMMARY:\(title)",
            "UID:talk\r\nDTSTART:20260319T130000Z\r\nDTEND:20260319T133000Z\r\nSUMMARY:\(title)\r\nORGANIZER;CN=Me:mailto:me@example.com\r\nATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.com\r\nATTENDEE;CN=Maria;PARTSTAT=ACCEPTED:mailto:maria@example.com",
        ]
        let text =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
            + events.map { "BEGIN:VEVENT\r\nDTSTAMP:20260301T000000Z\r\n\($0)\r\nEND:VEVENT\r\n" }.joined()
            + "END:VCALENDAR\r\n"
        _ = try await world.ledger.importing.importAll(
            .calendar, [world.folder.write("work.ics", text)], arena: .job, progress: { _, _, _ in })
        var claim = Results.ClaimRequest(text: "Restore takes an hour <b>instead</b> of a day")
        claim.objective = "resilience"
        claim.at = FixedWorld.at("2026-03-16", "10:00")
        _ = try world.ledger.results.addClaim(claim)
        return world
    }

    @Test("One form without script: answered, kept, said, and sent twice without harm")
    func form() async throws {
        let world = try await world()
        let ledger = world.ledger
        try await world.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/review")
            #expect(page.text.contains("60 of 60 minutes are not known."))
            #expect(page.text.ranges(of: "value=\"\" checked").count == 2)
            let told = "told-" + (try #require(page.text.between("name=\"told-", "\"")))
            let fields = [
                "week": "2026-03-16", "here": "/review", "blocks": "for-me", told: "yes",
                "line-helped": "Maria with a plan",
            ]
            let answer = try await browser.post("/review/finish", fields, csrf: page.csrf)
            #expect(answer.status == 303 && answer.location == "/review")
            let after = try await browser.get("/review")
            #expect(after.text.contains("Two answers and one line saved"))
            #expect(after.text.contains(">Undo</button>"))
            #expect(after.text.contains("What you said") && after.text.contains("Maria with a plan"))
            #expect(!after.text.contains("Finish the review"))
            _ = try await browser.post("/review/finish", fields, csrf: page.csrf)
            let again = try await browser.get("/review").text
            #expect(again.contains("was reviewed before; nothing was changed."))
            #expect(!again.contains(">Undo</button>"))
        }
        #expect(try ledger.asking.guardAnswer(ledger.reviewing.reviewWeek()).answer.forMe == 3600)
        #expect(try ledger.asking.claims().first?.tellings.count == 1)
        #expect(try ledger.asking.search("Maria with a plan").total == 1)
    }

    @Test("Hostile titles and names stay words, on the review and on the quarter")
    func hostile() async throws {
        let evil = "Learn: \"><script>alert(1)</script>'{{csrf}}"
        let world = try await world(evil, person: "Maria\"><img src=x onerror=alert(1)>")
        try await world.browseInside { (browser: Browser) async throws in
            for path in ["/review", "/quarter"] {
                let text = try await browser.get(path).text
                #expect(!text.contains("<script>alert") && !text.contains("<img") && !text.contains("<b>instead"))
            }
            #expect(try await browser.get("/review").text.contains("{{csrf}}"))
        }
    }

    @Test("Weeks and quarters that lie ahead or are none are refused in words")
    func refused() async throws {
        let world = try await world()
        try await world.browseInside { (browser: Browser) async throws in
            for path in ["/review?week=2026-03-23", "/review?week=x", "/quarter?in=2026-Q2", "/quarter?in=x"] {
                #expect(try await browser.get(path).status == 400, "\(path)")
            }
            #expect(try await browser.get("/review?week=2026-03-22").status == 200)
            #expect(try await browser.get("/quarter?in=2025-Q4").status == 200)
            let csrf = try await browser.get("/review").csrf
            #expect(try await browser.post("/review/finish", ["week": "x"], csrf: csrf).status == 400)
        }
    }
}
