import Attribution
import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("Sorting: what an answer does")
struct SortTests {
    let here: OperationsWorld

    init() throws { here = try OperationsWorld() }

    func event(_ uid: String, _ title: String, day: Int, hours: Int = 2, extra: String = "") -> String {
        """
        UID:\(uid)
        DTSTAMP:20260301T080000Z
        DTSTART:202603\(day < 10 ? "0" : "")\(day)T090000Z
        DTEND:202603\(day < 10 ? "0" : "")\(day)T\(9 + hours < 10 ? "0" : "")\(9 + hours)0000Z
        SUMMARY:\(title)
        ORGANIZER:mailto:dana@example.com
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:dana@example.com
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:tom@example.com\(extra)
        """
    }

    var events: [String] {
        [
            event("a", "Change board", day: 2), event("b", "Change board", day: 3),
            event("c", "Portfolio (all)", day: 4), event("d", "Lunch", day: 5, hours: 1),
            event("e", "sentinel-7f3a", day: 6, extra: "\nCLASS:PRIVATE"),
        ]
    }

    func fill() async throws {
        try await here.importCalendar("Work", events, arena: .job)
        try here.note("growth hour", at: here.at("18:00", "2026-03-09"), minutes: 60, tags: ["growth"])
        try here.note("growth again", at: here.at("18:00", "2026-03-10"), minutes: 60, tags: ["growth"])
        var myJob = try here.ledger.myJob.current()
        myJob.responsibilities = [Responsibility(key: "team", label: "Leading the team")]
        myJob.notMine = [NotMine(key: "rooms", label: "Rooms")]
        try here.ledger.myJob.load(myJob)
    }

    func sheet(_ split: Set<String> = []) throws -> SortSheet {
        try here.ledger.asking.sortSheet(here.march, split: split)
    }

    func group(_ name: String) throws -> SortGroup {
        try #require(sheet().groups.first { $0.name == name }, "\(name)")
    }

    @discardableResult
    func answer(_ name: String, _ answer: SortAnswer) throws -> JobEditing.Sorted {
        let group = try group(name)
        let asked = JobEditing.SortAsked(id: group.id, pieces: group.pieces.count, period: here.march)
        guard case .kept(let sorted) = try here.ledger.myJob.answer(asked, answer) else {
            throw LedgerError(.usage, "refused")
        }
        return sorted
    }

    @Test("Groups add up to what is not explained, and figures open exactly their pieces")
    func adding() async throws {
        try await fill()
        let sheet = try sheet()
        #expect(sheet.traced == 11 * 3600)
        #expect(sheet.undecided == sheet.traced)
        #expect(sheet.groups.reduce(0) { $0 + $1.seconds } == sheet.undecided)
        #expect(sheet.groups.first?.name == "Change board")
        #expect(!"\(sheet.groups)".contains("sentinel-7f3a"))
        try answer("Change board", .responsibility("team"))
        // What is private counts in hours and is in no search.
        for case .figure(let text, let ref) in try self.sheet().standing where text != "11 h" {
            #expect(try here.ledger.asking.search(ref.query, limit: 1).total == ref.count, "\(text)")
        }
        for group in try self.sheet().groups where group.kind != .untitled {
            #expect(try here.ledger.asking.search(group.ref.query, limit: 1).total == group.pieces.count)
        }
    }

    @Test("An answer explains exactly its group, by a rule with a name, and undo takes back exactly that")
    func undo() async throws {
        try await fill()
        let before = try sheet()
        for said: SortAnswer in [
            .responsibility("team"), .mine, .notMine(nil), .notMine("rooms"), .arena(.growth), .arena(.relationships),
            .arena(.side), .arena(.personal),
        ] {
            let sorted = try answer("Change board", said)
            #expect(sorted.rule == "sort-change-board")
            let after = try sheet()
            #expect(after.explained == before.explained + 4 * 3600)
            #expect(after.traced == before.traced)
            #expect(after.groups.map(\.id) == before.groups.map(\.id).filter { $0 != before.groups[0].id })
            #expect(try here.ledger.keeping.undoSort(sorted.action).sentence == "the answer about “Change board”")
            let again = try sheet()
            #expect(again.explained == before.explained && again.groups == before.groups)
            #expect(try here.ledger.myJob.current().rules.isEmpty)
        }
    }

    @Test("Ignore takes the group off the timeline, what comes later too, and undo brings all of it back")
    func ignore() async throws {
        try await fill()
        let before = try sheet()
        let sorted = try answer("Lunch", .ignore)
        #expect(try sheet().traced == before.traced - 3600)
        #expect(try sheet().group(before.groups.first { $0.name == "Lunch" }?.id ?? "") == nil)
        try await here.importCalendar("Work", events + [event("f", "Lunch", day: 11)], arena: .job)
        #expect(try sheet().groups.allSatisfy { $0.name != "Lunch" })
        let lunch = try #require(try here.ledger.asking.search("Lunch").hits.first)
        let piece = try here.ledger.asking.show(lunch.id.description)
        #expect(piece.reading.droppedBy == "sort-lunch" && piece.shown.spent == .zero)
        #expect(try here.ledger.myJob.testRules(here.march).rules.first?.decides == 2)
        _ = try here.ledger.keeping.undoSort(sorted.action)
        #expect(try group("Lunch").seconds == 3 * 3600)
        let timeline = try here.ledger.asking.timeline(
            Period(since: CivilDay(iso: "2026-03-11")!, until: CivilDay(iso: "2026-03-12")!))
        #expect(timeline.stretches.map(\.title) == ["Lunch"])
    }

    @Test("What was said before stays: a rule comes last, but is heard where an earlier one calls it all the job")
    func rules() async throws {
        try await fill()
        var myJob = try here.ledger.myJob.current()
        var work = Condition()
        work.calendar = ["Work"]
        var board = Condition()
        board.title = "^Change board$"
        myJob.rules = [
            Rule(key: "board", when: board, set: .init(responsibility: "team")),
            Rule(key: "work", when: work, set: .init(arena: .job, worth: .interaction)),
        ]
        try here.ledger.myJob.load(myJob)
        let explained = try sheet().explained
        #expect(explained == 4 * 3600)
        try answer("Lunch", .arena(.relationships))
        #expect(try here.ledger.myJob.current().rules.map(\.key) == ["board", "sort-lunch", "work"])
        #expect(try sheet().explained == explained + 3600)
        try answer("Portfolio (all)", .mine)
        #expect(
            try here.ledger.myJob.current().rules.map(\.key) == ["board", "sort-lunch", "work", "sort-portfolio-all"])
        #expect(try sheet().explained == explained + 3 * 3600)
    }

    @Test("The default of a source explains nothing until somebody says it")
    func defaults() async throws {
        try await here.importCalendar("Home", [event("h", "Choir", day: 2)], arena: .personal)
        #expect(try sheet().share == 0)
        let group = try #require(try sheet().groups.first)
        let asked = JobEditing.SortAsked(id: group.id, pieces: 1, period: here.march)
        _ = try here.ledger.myJob.answer(asked, .arena(.personal))
        #expect(try sheet().share == 1)
        let id = try #require(try here.ledger.asking.search("Choir").hits.first?.id)
        var word = Capture.CorrectionRequest()
        word.arena = "side"
        _ = try here.ledger.keeping.undo()
        _ = try here.ledger.capture.correct(id.description, word)
        #expect(try sheet().share == 1)
    }

    @Test("Two answers to one group: the second is told, and changes nothing")
    func twice() async throws {
        try await fill()
        let board = try group("Change board")
        let asked = JobEditing.SortAsked(id: board.id, pieces: board.pieces.count, period: here.march)
        _ = try here.ledger.myJob.answer(asked, .mine)
        let revision = try here.ledger.asking.revision()
        guard case .refused(.decided(let words)) = try here.ledger.myJob.answer(asked, .arena(.side)) else {
            Issue.record("it was kept")
            return
        }
        #expect(words == "my other work")
        let lunch = try group("Lunch")
        let old = JobEditing.SortAsked(id: lunch.id, pieces: 7, period: here.march)
        guard case .refused(.changed) = try here.ledger.myJob.answer(old, .mine) else {
            Issue.record("it was kept")
            return
        }
        #expect(try here.ledger.asking.revision() == revision)
    }

    @Test("Undo of an answer leaves alone what was done by hand since")
    func undoOthers() async throws {
        try await fill()
        let sorted = try answer("Lunch", .mine)
        try here.note("since then", at: here.at("10:00"))
        #expect(throws: LedgerError.self) { try here.ledger.keeping.undoSort(sorted.action) }
        #expect(throws: LedgerError.self) { try here.ledger.keeping.undoSort() }
        #expect(try here.ledger.myJob.current().rules.count == 1)
        #expect(try here.ledger.asking.search("since then").total == 1)
    }

    @Test("A responsibility can be named with the answer, and goes with it when it is taken back")
    func naming() async throws {
        try await fill()
        let board = try group("Change board")
        let asked = JobEditing.SortAsked(id: board.id, pieces: board.pieces.count, period: here.march)
        _ = try here.ledger.myJob.answer(asked, .mine, naming: "Small changes: days until decided")
        let item = try #require(try here.ledger.myJob.current().responsibilities.last)
        #expect(item.key == "small-changes" && item.label == "Small changes" && item.measure == "days until decided")
        #expect(
            try here.ledger.asking.totals(here.march, by: .responsibility).answer.rows.contains {
                $0.key == "small-changes"
            }
        )
        _ = try here.ledger.keeping.undoSort()
        #expect(try here.ledger.myJob.current().responsibilities.map(\.key) == ["team"])
        #expect(throws: LedgerError.self) { try here.ledger.myJob.answer(asked, .mine, naming: " : x") }
        #expect(throws: LedgerError.self) { try here.ledger.myJob.answer(asked, .responsibility("nobody")) }
    }

    @Test("A rule written for any title can be exported and read again")
    func hostile() async throws {
        let titles = [
            "a.b|c(", "\\d+ [x]", "^$", "\u{202E}evil", "1\u{301}", String(repeating: "(", count: 9_000), "x: y # z",
        ]
        for (index, title) in titles.enumerated() {
            try here.note(title, at: here.at("\(9 + index):00", "2026-03-05"), minutes: 30)
        }
        while let group = try sheet().groups.first {
            let asked = JobEditing.SortAsked(id: group.id, pieces: group.pieces.count, period: here.march)
            let before = try sheet()
            guard case .kept = try here.ledger.myJob.answer(asked, .mine) else {
                Issue.record("\(group)")
                return
            }
            #expect(try sheet().explained == before.explained + group.seconds)
        }
        #expect(try sheet().share == 1)
        let text = try here.ledger.myJob.text()
        #expect(try here.ledger.myJob.change(text, fileName: "my-job.yaml").isEmpty)
    }
}
