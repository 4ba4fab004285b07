import LedgerModel
import LedgerOperations
import TestSupport
import Testing

@testable import LocalServer

@Suite("What is written and ticked on the page of 1:1s")
struct OneOnOneFormTests {
    private let here: ServerWorld

    init() throws { here = try ServerWorld() }

    @Test("Two lines are kept with the person, one is ticked, and undo takes the tick back")
    func lines() async throws {
        _ = try here.ledger.importing.addMe("me@example.org")
        let file = here.folder.write(
            "work.ics",
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:pair
            DTSTART:20260302T090000Z
            DURATION:PT30M
            RRULE:FREQ=WEEKLY;COUNT=9
            SUMMARY:1:1
            ORGANIZER:mailto:me@example.org
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org
            ATTENDEE;CN=Jo "<b>" Ek;PARTSTAT=ACCEPTED:mailto:jo@example.org
            END:VEVENT
            END:VCALENDAR
            """)
        _ = try await here.ledger.importing.importAll(.calendar, [file], arena: nil) { _, _, _ in }
        try await here.browseInside { (browser: Browser) async throws in
            let page = try await browser.get("/one-on-ones")
            PageTests.expectInert(page.text, "/one-on-ones")
            let person = try #require(page.text.between("name=\"person\" value=\"", "\""))
            let kept = try await browser.post(
                "/one-on-ones/lines",
                [
                    "person": person, "line-1": "promised: the <i>key</i>", "line-2": "talked of the drill",
                    "here": "/one-on-ones",
                ], csrf: page.csrf)
            #expect(kept.status == 303)
            let after = try await browser.get("/one-on-ones")
            #expect(after.said.hasPrefix("Kept: two lines with Jo"))
            PageTests.expectInert(after.text, "/one-on-ones")
            #expect(after.lines.contains { $0.contains("You promised: the <i>key</i>, since 17 March 2026, today") })
            #expect(after.lines.contains { $0.contains("talked of the drill") })
            let note = try #require(after.text.between("name=\"note\" value=\"", "\""))
            let tick = try await browser.post(
                "/one-on-ones/tick", ["note": note, "here": "/one-on-ones"], csrf: after.csrf)
            #expect(tick.status == 303)
            let done = try await browser.get("/one-on-ones")
            #expect(done.said == "Done: “the &lt;i&gt;key&lt;/i&gt;”.")
            #expect(!done.lines.contains { $0.contains("You promised") })
            _ = try await browser.post("/undo", ["here": "/one-on-ones"], csrf: done.csrf)
            #expect(try await browser.get("/one-on-ones").lines.contains { $0.contains("You promised") })
            let empty = try await browser.post("/one-on-ones/lines", ["person": person], csrf: done.csrf)
            #expect(empty.status == 400)
        }
    }
}
