import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport
import Testing

/// Invented brag documents of three styles, read as files are.
@Suite("Lines of notes become results, or what one wants next")
struct NoteLineTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    static let bullets = """
        # Brag document of an invented engineer
        ## Goals
        - Statistics for operations
        ## Q1 2026
        - 2026-03-10: Restore drill takes 50 minutes instead of a day
        - Nine of twelve systems have a tested restore
        - [ ] Tenth system
        - https://example.com/dashboard
        - What could be better?
        """
    static let prose = """
        ## January 2026

        Moved the billing service to the new cluster. It now takes 20 minutes.
        I want to lead the platform team.

        ## February 2026

        Trained two colleagues on call, who take the nights since.
        """
    static let journal = """
        [2026-03-02 18:30] Handed the drill over to Ruth. She runs it alone now.
        [2026-03-09 18:10] Lunch
        """

    private func read(_ text: String, _ name: String = "brag.md") async throws -> ImportReport {
        try await here.ledger.importing.importNotes(
            file: here.folder.write(name, text), arena: .job, days: .init(), progress: OperationsWorld.silent)
    }

    private func lines() throws -> [Results.NoteLine] { try here.ledger.results.noteLines() }

    private func keepAll() throws -> Results.KeptNoteLines {
        try here.ledger.results.keep(lines().map { ($0, .keep($0.text)) })
    }

    private func claims() throws -> [String: Claim] {
        Dictionary(uniqueKeysWithValues: try here.ledger.asking.claims().map { ($0.text, $0) })
    }

    private func next() throws -> [String] { try here.ledger.myJob.current().areas.map(\.label) }

    @Test("A line that a candidate became is not asked about; of a note with several the others still are")
    func settled() async throws {
        let single = try here.note("Backup moved: 3 h instead of a day", at: here.at("10:00", "2026-03-10"))
        let candidate = try #require(try here.ledger.asking.candidates(here.march).list.first)
        _ = try here.ledger.results.keep(candidate, wording: candidate.wording)
        #expect(candidate.pieces == [single])
        #expect(try lines().isEmpty)
        _ = try here.note("- Patched 212 of 224 servers\n- Audit answered on time", at: here.at("11:00", "2026-03-11"))
        let asked = try lines()
        #expect(asked.count == 2)
        try here.ledger.results.keep([(asked[0], .keep(asked[0].text))])
        #expect(try lines().map(\.text) == [asked[1].text])
    }

    @Test("Dated bullets: each keeps its day or span, cites its note, and is known by it; nothing is kept unasked")
    func datedBullets() async throws {
        _ = try await read(Self.bullets)
        #expect(try here.ledger.asking.claims().isEmpty && next().isEmpty)
        #expect(
            try lines().map { "\($0.span.text): \($0.text), \($0.becomes)" } == [
                "17 March 2026: Statistics for operations, what I want next",
                "Q1 2026: Nine of twelve systems have a tested restore, result",
                "10 March 2026: Restore drill takes 50 minutes instead of a day, result",
            ])
        let kept = try keepAll()
        #expect(kept.sentence == "Saved: two results and one line in what you want next.")
        let drill = try #require(try claims()["Restore drill takes 50 minutes instead of a day"])
        #expect(drill.at == here.at("12:00", "2026-03-10") && drill.within == nil && drill.knownBy == "my own note")
        #expect(try here.ledger.asking.show(drill.evidence[0].description).shown.draft.title == drill.text)
        let nine = try #require(try claims()["Nine of twelve systems have a tested restore"])
        #expect(nine.within == .quarter && nine.at <= here.ledger.now)
        #expect(nine.span(ZoneHistory(FixedWorld.berlin)).text == "Q1 2026")
        #expect(try next() == ["Statistics for operations"])
    }

    @Test("Headings by month with prose, and jrnl: a line a sentence, with the month or the minute")
    func proseAndJournal() async throws {
        _ = try await read(Self.prose)
        _ = try await read(Self.journal, "journal.txt")
        #expect(
            Set(try lines().map { "\($0.span.text): \($0.text), \($0.becomes)" }) == [
                "January 2026: Moved the billing service to the new cluster. It now takes 20 minutes., result",
                "January 2026: Lead the platform team, what I want next",
                "February 2026: Trained two colleagues on call, who take the nights since, result",
                "2 March 2026: Handed the drill over to Ruth. She runs it alone now., result",
            ])
        _ = try keepAll()
        let handed = try #require(try claims()["Handed the drill over to Ruth. She runs it alone now."])
        #expect(handed.at == here.at("18:30", "2026-03-02"))
    }

    @Test(
        "Reading the same document again offers nothing twice: not what was kept, in whatever words, and not what was refused"
    )
    func twice() async throws {
        _ = try await read(Self.bullets)
        let asked = try lines()
        try here.ledger.results.keep([
            (asked[0], .no), (asked[1], .keep("Nine systems can be restored")), (asked[2], .no),
        ])
        #expect(try lines().isEmpty)
        _ = try await read(Self.bullets)
        _ = try await read(Self.bullets + "\n- 2026-03-12: The tenth system is tested too", "copy.md")
        #expect(try lines().map(\.text) == ["The tenth system is tested too"])
        #expect(try here.ledger.asking.claims().map(\.text) == ["Nine systems can be restored"])
        // An answer to what was answered meanwhile changes nothing.
        let late = try here.ledger.results.keep([(asked[1], .keep("Again"))])
        #expect(late.known == 1 && late.claims.isEmpty)
    }

    @Test("All of it is one action: undo takes it back, with the wishes and the refusals, and redo brings it back")
    func undo() async throws {
        _ = try await read(Self.bullets + "\n" + Self.prose)
        let all = try lines()
        var answers = all.map { ($0, Results.NoteLineAnswer.keep($0.text)) }
        answers[1].1 = .no
        _ = try here.ledger.results.keep(answers)
        let (kept, wanted) = (try claims(), try next())
        #expect(wanted.count == 2 && kept.count == all.count - 3)
        #expect(try here.ledger.keeping.undo().sentence == "what you kept of your notes")
        #expect(try claims().isEmpty && next().isEmpty)
        #expect(try lines() == all)
        _ = try here.ledger.keeping.redo()
        #expect(try claims() == kept)
        #expect(try next() == wanted)
        #expect(try lines().isEmpty)
    }

    @Test("An export and a restore keep the answers and the spans")
    func restored() async throws {
        _ = try await read(Self.bullets)
        let asked = try lines()
        try here.ledger.results.keep([(asked[1], .keep(asked[1].text)), (asked[2], .no)])
        var export = ""
        try here.ledger.keeping.export { export += $0 + "\n" }
        let other = try OperationsWorld()
        try other.ledger.keeping.restore(file: here.folder.write("export.jsonl", export))
        #expect(try other.ledger.asking.claims() == here.ledger.asking.claims())
        #expect(try other.ledger.asking.claims().map(\.within) == [.quarter])
        #expect(try other.ledger.results.noteLines().map(\.text) == ["Statistics for operations"])
    }

    @Test("Notes that were written by hand are offered by period and by search; private ones and plans never")
    func byHand() async throws {
        try here.note("Restore drill done in 50 minutes", at: here.at("10:00", "2026-03-03"))
        try here.note("Nights are calm again", at: here.at("10:00", "2026-02-03"))
        try here.note("The board will decide", at: here.at("10:00", "2026-03-30"))
        _ = try await read("## 2026-03-04\n- My salary went up by half")
        try here.hide(try #require(try here.ledger.asking.search("salary").hits.first).id)
        #expect(try here.ledger.results.noteLines("", here.march).map(\.text) == ["Restore drill done in 50 minutes"])
        #expect(try here.ledger.results.noteLines("calm").map(\.text) == ["Nights are calm again"])
        #expect(try lines().count == 2)
        let id = try #require(try here.ledger.results.noteLines("calm").first).id
        #expect(try here.ledger.results.noteLines(named: [id], among: lines()).map(\.text) == ["Nights are calm again"])
        #expect(throws: LedgerError.self) { try here.ledger.results.noteLines(named: ["n0000/1"], among: lines()) }
    }

    @Test("A note of 3,000 lines, and hostile text, are read like others")
    func hostile() async throws {
        let many = "## 2026-03-10\n" + (1...3_000).map { "- System \($0) has a tested restore" }.joined(separator: "\n")
        _ = try await read(many)
        #expect(try lines().count == 3_000)
        let kept = try keepAll()
        #expect(kept.claims.count == 3_000)
        #expect(try lines().isEmpty)
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.claims().isEmpty)
        _ = try await read(
            "## 2026-03-11\n- \u{1B}[2JCleared <b>all</b> of it\n- " + String(repeating: "x", count: 9_000), "bad.md")
        let bad = try here.ledger.results.noteLines(
            "", Period(since: CivilDay(iso: "2026-03-11")!, until: CivilDay(iso: "2026-03-12")!))
        #expect(bad.map(\.text) == ["[2JCleared <b>all</b> of it"])
    }

    @Test("A note that is forgotten takes with it what was said of its lines")
    func forgotten() async throws {
        _ = try await read(Self.bullets)
        let line = try #require(try lines().first { !$0.isWanted })
        try here.ledger.results.keep([(line, .no)])
        let plan = try here.ledger.forgetting.plan(
            here.ledger.forgetting.forgettable(line.note.description, wholeSeries: false))
        _ = try here.ledger.forgetting.perform(plan, .init(files: false, backups: false), by: ReviewPaper.render)
        #expect(try here.ledger.results.keep([(line, .keep(line.text))]).known == 1)
        _ = try await read(Self.bullets)
        #expect(try lines().count == 2)
    }

    @Test("An empty wording and one that is too long save nothing")
    func refused() async throws {
        _ = try await read(Self.bullets)
        let line = try #require(try lines().first { !$0.isWanted })
        for words in [" ", String(repeating: "x", count: 2_001)] {
            #expect(throws: LedgerError.self) { try here.ledger.results.keep([(line, .keep(words))]) }
        }
        #expect(try here.ledger.asking.claims().isEmpty)
        #expect(try lines().contains(line))
    }

    @Test("A report names a cited note by no word of its own, only the result that was made of it")
    func report() async throws {
        _ = try await read("## 2026-03-10\n- Restore drill takes 50 minutes. Ruth is leaving in May.")
        let line = try #require(try lines().first { $0.text.hasPrefix("Restore") })
        try here.ledger.results.keep([(line, .keep("Restores take 50 minutes"))])
        let paper = try here.ledger.results.valueReport(here.march, for: nil)
        #expect(paper.report.lines.map(\.text.text) == ["Restores take 50 minutes"])
        let said = "\(paper.document)" + "\(paper.cited)"
        #expect(!said.contains("Ruth"))
    }
}

extension OperationsWorld {
    /// Keeps only the time of a piece.
    func hide(_ id: PublicID) throws {
        let plan = try ledger.forgetting.plan(ledger.forgetting.privatable(id.description, wholeSeries: false))
        _ = try ledger.forgetting.perform(plan, .init(files: false, backups: false), by: ReviewPaper.render)
    }
}
