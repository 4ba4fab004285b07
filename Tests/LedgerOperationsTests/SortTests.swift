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

    @Test("Every piece that is not explained is in a group, and figures open exactly their pieces")
    func adding() async throws {
        try await fill()
        let sheet = try sheet()
        #expect(sheet.traced == 11 * 3600)
        #expect(sheet.undecided == sheet.traced)
        #expect(Set(sheet.groups.flatMap(\.rows)).count == 7)
        #expect(sheet.groups.first?.name == "Change board")
        #expect(!"\(sheet.groups)".contains("sentinel-7f3a"))
        try answer("Change board", .responsibility("team"))
        // What is private counts in hours and is in no search.
        for case .figure(let text, let ref) in try self.sheet().standing where text != "11 h" {
            #expect(try here.ledger.asking.search(ref.query, limit: 1).total == ref.count, "\(text)")
        }
        let after = try self.sheet()
        for group in after.groups where group.kind != .untitled && group.kind != .calendar {
            #expect(try here.ledger.asking.search(after.ref(group).query, limit: 1).total == group.pieces.count)
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
            #expect(sorted.rules == ["sort-change-board"])
            let after = try sheet()
            #expect(after.explained == before.explained + 4 * 3600)
            #expect(after.traced == before.traced)
            #expect(after.groups.map(\.id) == before.groups.map(\.id).filter { $0 != before.groups[0].id })
            #expect(
                try here.ledger.keeping.undoSort(sorted.action).sentence
                    == "the answer about meetings called “Change board”")
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

    @Test("A figure of a group opens all of its pieces, page by page, however many they are")
    func opensAll() async throws {
        let notes = (0..<420).map { number in
            "- 2026-03-\(padded(1 + number % 16, 2)) \(padded(8 + number / 64, 2)):\(padded(number / 16 % 4 * 15, 2)) thing \(number)"
        }.joined(separator: "\n")
        let file = here.folder.write("brag.md", notes + "\n")
        _ = try await here.ledger.importing.importAll(.notes, [file], arena: .job, progress: OperationsWorld.silent)
        let sheet = try sheet()
        let group = try #require(sheet.groups.first)
        #expect(group.kind == .journal && group.name == "brag" && group.pieces.count == 420)
        #expect(sheet.groups.count == 1, "one question, not one for each note")
        let ref = sheet.ref(group)
        #expect(ref.count == 420)
        var found: Set<PublicID> = []
        for offset in stride(from: 0, to: 450, by: 50) {
            let page = try here.ledger.asking.search(ref.query, limit: 50, offset: offset)
            #expect(page.total == 420)
            found.formUnion(page.hits.map(\.id))
        }
        #expect(found == Set(group.pieces))
        let asked = JobEditing.SortAsked(id: group.id, pieces: 420, period: here.march)
        _ = try here.ledger.myJob.answer(asked, .mine)
        #expect(try self.sheet().share == 1)
    }

    @Test("What kind of work it was is said of the last answer, and taken back before it")
    func kinds() async throws {
        try await fill()
        let sorted = try answer("Change board", .responsibility("team"))
        #expect(sorted.isForJob)
        #expect(try here.ledger.keeping.lastSorted()?.awaitsKind == true)
        let kind = try here.ledger.myJob.sortKind(.baseline, of: sorted.action)
        #expect(try here.ledger.myJob.current().rules.map(\.set.worth) == [.baseline])
        #expect(try here.ledger.keeping.lastSorted()?.awaitsKind == false)
        let hours = try here.ledger.asking.totals(here.march, by: .worth).answer.rows
        let running = try #require(hours.first { $0.key == "baseline" })
        #expect(running.spent.seconds == 4 * 3600)
        // Once is enough: what was said since would be lost.
        #expect(throws: LedgerError.self) { try here.ledger.myJob.sortKind(.idea, of: sorted.action) }
        let undone = try here.ledger.keeping.undoSort(kind)
        #expect(undone.sentence == "the kind of work of meetings called “Change board”")
        #expect(try here.ledger.myJob.current().rules.map(\.set.worth) == [nil])
        #expect(try here.ledger.keeping.lastSorted()?.awaitsKind == true)
        _ = try here.ledger.keeping.undoSort(sorted.action)
        #expect(try here.ledger.myJob.current().rules.isEmpty)
        let growth = try answer("growth", .arena(.growth))
        #expect(!growth.isForJob)
        #expect(try here.ledger.keeping.lastSorted()?.awaitsKind == false)
        let one = Capture.NoteRequest(text: "since then")
        let board = try answer("Change board", .mine)
        _ = try here.ledger.capture.log(one)
        #expect(throws: LedgerError.self) { try here.ledger.myJob.sortKind(.baseline, of: board.action) }
    }

    @Test("1:1s: one answer writes a rule for each series, and undo takes back all of them")
    func oneOnOnes() async throws {
        try here.ledger.importing.addMe("dana@example.com")
        let series = ["Jo", "Pri", "Kim"].enumerated().flatMap { index, name in
            [2, 9].map { event("\(name)\($0)", "1:1 \(name)", day: $0 + index, hours: 1) }
        }
        try await here.importCalendar("Work", series + events, arena: .job)
        let before = try sheet()
        let group = try #require(before.groups.first { $0.kind == .oneOnOnes })
        #expect(group.title == "three 1:1s" && group.pieces.count == 6)
        let asked = JobEditing.SortAsked(id: group.id, pieces: 6, period: here.march)
        guard case .kept(let sorted) = try here.ledger.myJob.answer(asked, .mine) else {
            Issue.record("it was not kept")
            return
        }
        #expect(sorted.rules.count == 3)
        #expect(try sheet().explained == before.explained + group.seconds)
        let undone = try here.ledger.keeping.undoSort(sorted.action)
        #expect(undone.sentence == "the answer about meetings called “1:1 Jo” and two more")
        #expect(try sheet().groups == before.groups)
        #expect(try here.ledger.myJob.current().rules.isEmpty)
    }

    @Test("A category of the calendar can name what the person is judged on, and an existing name is taken up")
    func category() async throws {
        let tagged = ["Kick-off", "Interviews", "Offer"].enumerated().map {
            event("c\($0)", $1, day: 2 + $0, extra: "\nCATEGORIES:Leading the team")
        }
        let other = (9...13).map { event("o\($0)", "Customer \($0 * 7)", day: $0, hours: 6) }
        try await here.importCalendar("Work", tagged + events + other, arena: .job)
        var myJob = try here.ledger.myJob.current()
        myJob.responsibilities = [Responsibility(key: "team", label: "Leading the team")]
        try here.ledger.myJob.load(myJob)
        let group = try #require(try sheet().groups.first { $0.kind == .category })
        let asked = JobEditing.SortAsked(id: group.id, pieces: 3, period: here.march)
        _ = try here.ledger.myJob.answer(asked, .mine, naming: group.category)
        #expect(try here.ledger.myJob.current().responsibilities.map(\.key) == ["team"])
        #expect(try here.ledger.myJob.current().rules.map(\.set.responsibility) == ["team"])
        #expect(
            try here.ledger.myJob.current().rules[0].sortedName([:]) == "meetings of the category “Leading the team”")
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
