import LedgerModel
import Testing

@testable import Questions

@Suite("What a note says of results and of what one wants next")
struct NoteLinesTests {
    private func results(_ text: String, tags: [String] = []) -> [String] {
        NoteLines(text, tags: tags).lines.filter { !$0.isWanted }.map(\.text)
    }

    private func wanted(_ text: String, tags: [String] = []) -> [String] {
        NoteLines(text, tags: tags).lines.filter(\.isWanted).map(\.text)
    }

    @Test("A bullet is a line, a sentence of a paragraph is one, and what only goes on stays with the one before it")
    func lines() {
        #expect(
            results("Moved billing, e.g. the nightly job. It now takes 20 minutes. Trained two colleagues.") == [
                "Moved billing, e.g. the nightly job. It now takes 20 minutes.", "Trained two colleagues",
            ])
        #expect(
            results(
                "Week 12:\n- **Nine of twelve** restores tested\n1. Shipped v2.0 to [all teams](https://example.com)")
                == ["Nine of twelve restores tested", "Shipped v2.0 to all teams"])
        // A paragraph goes on over several rows.
        #expect(
            results("The drill takes\n50 minutes now.\n\nNights are calm") == [
                "The drill takes 50 minutes now", "Nights are calm",
            ])
        #expect(results("- [x] Runbook handed over #resilience #ops") == ["Runbook handed over"])
        #expect(results("What made the result: Ruth took the drill over") == ["Ruth took the drill over"])
        #expect(
            results("Dr. Weber runs the drill alone since No. 5 was fixed") == [
                "Dr. Weber runs the drill alone since No. 5 was fixed"
            ])
    }

    @Test(
        "Headings, links, templates, boxes that are not ticked, dates, promises and single words are left out",
        arguments: [
            "# March 2026", "## Wins", "What went well?", "What went well:", "- ", "-", "* [ ] call the board",
            "[ ] call the board", "https://example.com/a/b", "[the audit](https://example.com/a)", "[[2026-03-17]]",
            "<https://example.com>", "2026-03-17", "Tue 17 March 2026", "Q1 2026", "TBD", "n/a", "todo: call the board",
            "None.", "…", "---", "promised: the runbook by Friday", "asked: a date for the drill", "drills",
            "#resilience",
            "```\nlet x = 3 of them\n```", "",
        ])
    func leftOut(text: String) {
        #expect(NoteLines(text, tags: []).lines.isEmpty, "\(text)")
    }

    @Test("The note that says that a week was reviewed says nothing else")
    func reviewed() {
        let week = ReviewWeek.due(on: CivilDay(iso: "2026-03-17")!)
        #expect(NoteLines("Weekly review of 9 to 15 March", tags: ReviewWeek.doneTags(week)).lines.isEmpty)
        #expect(results("Helped: Maria with the archive", tags: ["review"]) == ["Helped: Maria with the archive"])
    }

    @Test(
        "A wish goes to what is wanted, in the words that say what",
        arguments: [
            ("I want to learn statistics.", "Learn statistics"),
            ("Goal: lead the platform team", "lead the platform team"),
            ("Next year: a talk in public", "a talk in public"), ("Goal: I want to speak in public", "Speak in public"),
            ("Ich möchte ein Team leiten", "Ein Team leiten"), ("Ziel: ein Vortrag", "ein Vortrag"),
            ("I’d like to run the review", "Run the review"),
        ])
    func wishes(text: String, wish: String) {
        #expect(wanted(text) == [wish])
        #expect(results(text).isEmpty)
    }

    @Test("What stands under goals is wanted, and what is reached is a result")
    func goals() {
        #expect(wanted("Statistics for operations", tags: ["goal"]) == ["Statistics for operations"])
        #expect(wanted("Goals:\n- a talk in public\n- the platform team") == ["a talk in public", "the platform team"])
        #expect(results("Goals reached:\n- a talk in public") == ["a talk in public"])
        #expect(results("Wanted posters were taken down") == ["Wanted posters were taken down"])
    }

    @Test("Hostile text is bounded, has no control characters, and is read in no time that grows with its square")
    func hostile() {
        #expect(results("Red \u{1B}[31malert\u{1B}[0m is\u{202E} gone") == ["Red [31malert [0m is gone"])
        #expect(results("<script>alert(1)</script> is inert") == ["<script>alert(1)</script> is inert"])
        let long = results(String(repeating: "very long ", count: 1_000))
        #expect(long.count == 1 && long[0].count <= NoteLines.longest && long[0].hasSuffix("…"))
        let many = NoteLines((1...3_000).map { "- line number \($0) is done" }.joined(separator: "\n"), tags: [])
        #expect(many.lines.count == NoteLines.most)
        #expect(NoteLines(String(repeating: "[", count: 10_000), tags: []).lines.isEmpty)
        #expect(NoteLines(String(repeating: "a.", count: 5_000), tags: []).lines.isEmpty)
        #expect(results("same words\n- same words") == ["same words"])
    }
}

@Suite("Headings of what is wanted")
struct WishWordsTests {
    @Test(arguments: [
        "Goals", "Goals for 2026", "My goals:", "Ziele", "What I want next", "Next year", "Nächstes Jahr",
        "Career goals",
    ])
    func wanted(heading: String) { #expect(WishWords.isHeading(heading)) }

    @Test(arguments: [
        "Goals met", "Erreichte Ziele", "March 2026", "Wins", "Nextcloud", "What I did",
        "The next one is here today and now",
    ])
    func done(heading: String) { #expect(!WishWords.isHeading(heading)) }
}
