import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("A review keeps what only the person knows")
struct ReviewOperationsTests {
    /// Friday afternoon of the week of 9 to 15 March 2026, with a block that left no trace and a meeting with Maria.
    private func filled() async throws -> OperationsWorld {
        let world = try OperationsWorld(now: FixedWorld.at("2026-03-13", "16:00"))
        var myJob = MyJob()
        myJob.objectives = [Objective(key: "resilience", label: "Resilience", owner: "Maria Keller")]
        myJob.people = [
            MyJobPerson(key: "maria", label: "Maria Keller", role: .decider, identities: ["maria@example.com"]),
            MyJobPerson(key: "jonas", label: "Jonas Wirth", identities: ["jonas@example.com"]),
        ]
        var when = Condition()
        when.title = "^Learn"
        myJob.blocks = [BlockPattern(key: "learn", label: "Learning", when: when)]
        try world.ledger.myJob.load(myJob)
        try world.ledger.importing.addMe("me@example.com", name: "Me")
        try await world.importCalendar(
            "Work",
            [
                "UID:block\nDTSTAMP:20260301T000000Z\nDTSTART:20260310T163000Z\nDTEND:20260310T173000Z\nSUMMARY:Learn: tides",
                "UID:talk\nDTSTAMP:20260301T000000Z\nDTSTART:20260312T130000Z\nDTEND:20260312T133000Z\nSUMMARY:1:1 Maria\nORGANIZER;CN=Me:mailto:me@example.com\nATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.com\nATTENDEE;CN=Maria Keller;PARTSTAT=ACCEPTED:mailto:maria@example.com",
            ])
        var claim = Results.ClaimRequest(text: "Restore takes an hour instead of a day")
        claim.objective = "resilience"
        claim.at = world.at("10:00", "2026-03-09")
        _ = try world.ledger.results.addClaim(claim)
        return world
    }

    private let week = ReviewWeek.around(CivilDay(iso: "2026-03-13")!)

    @Test("Kept moves what was kept, told moves who has heard, and each is taken back by one undo")
    func answers() async throws {
        let world = try await filled()
        let ledger = world.ledger
        let answer = try ledger.reviewing.review(week).answer
        let block = try #require(answer.blocks?.blocks.first)
        let asked = try #require(answer.asked.first)
        #expect(asked.person == "Maria Keller" && asked.occasion.at == world.at("14:00", "2026-03-12"))
        #expect(try ledger.asking.guardAnswer(week).answer.noTrace == 3600)
        #expect(try ledger.asking.value(world.march).answer.notTold.count == 1)

        var replies = ReviewReplies()
        replies.blocks[block.id] = .forMe
        replies.told[asked.key] = true
        replies.lines[.helped] = "Jonas with his first drill"
        let outcome = try ledger.reviewing.finishReview(week, replies)
        #expect(outcome.answers == 2 && outcome.lines == 1 && !outcome.wasDone)
        #expect(try ledger.asking.guardAnswer(week).answer.forMe == 3600)
        #expect(try ledger.asking.value(world.march).answer.notTold.isEmpty)
        #expect(try ledger.asking.claims().first?.tellings.first?.at == asked.occasion.at)

        // Done, line, told, kept: the last first.
        #expect(try ledger.keeping.undo().title?.hasPrefix("Weekly review of 9 to 15 March") == true)
        #expect(try !ledger.asking.reviewState(of: week).isDone)
        #expect(try ledger.keeping.undo().title == "Helped: Jonas with his first drill")
        #expect(try ledger.keeping.undo().verb == "tell")
        #expect(try ledger.asking.value(world.march).answer.notTold.count == 1)
        #expect(try ledger.keeping.undo().verb == "blocks")
        #expect(try ledger.asking.guardAnswer(week).answer.noTrace == 3600)
    }

    @Test("Lost moves what was lost; what is not known stays so")
    func lost() async throws {
        let world = try await filled()
        let block = try #require(try world.ledger.reviewing.review(week).answer.blocks?.blocks.first)
        var replies = ReviewReplies()
        replies.blocks[block.id] = .taken
        _ = try world.ledger.reviewing.finishReview(week, replies)
        #expect(try world.ledger.asking.guardAnswer(week).answer.taken == 3600)
        let other = try await filled()
        _ = try other.ledger.reviewing.finishReview(week, ReviewReplies())
        #expect(try other.ledger.asking.guardAnswer(week).answer.noTrace == 3600)
        #expect(try other.ledger.asking.claims().first?.tellings.isEmpty == true)
    }

    @Test("Sent at once from many tabs, it is kept once")
    func atOnce() async throws {
        let world = try await filled()
        let week = week
        var replies = ReviewReplies()
        replies.lines[.result] = "the second pair of hands"
        let ledgers = try (0..<6).map { _ in try world.reopened() }
        let first = try await withThrowingTaskGroup(of: Bool.self) { group in
            for ledger in ledgers {
                group.addTask { [replies] in try !ledger.reviewing.finishReview(week, replies).wasDone }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(first == 1)
        #expect(try world.ledger.asking.search("the second pair of hands").total == 1)
        #expect(try world.ledger.asking.search("Weekly review of").total == 1)
    }

    @Test("What cannot be kept leaves nothing of the review behind")
    func allOrNothing() async throws {
        let world = try await filled()
        let answer = try world.ledger.reviewing.review(week).answer
        let block = try #require(answer.blocks?.blocks.first)
        let asked = try #require(answer.asked.first)
        var replies = ReviewReplies()
        replies.blocks[block.id] = .forMe
        replies.told[asked.key] = true
        replies.lines[.result] = String(repeating: "x", count: ReviewReplies.longestLine + 1)
        let before = try world.ledger.asking.revision()
        #expect(throws: LedgerError.self) { try world.ledger.reviewing.finishReview(week, replies) }
        #expect(try world.ledger.asking.revision() == before)
        #expect(try world.ledger.asking.guardAnswer(week).answer.noTrace == 3600)
    }

    @Test("Sent twice, the second changes nothing and says so")
    func twice() async throws {
        let world = try await filled()
        let block = try #require(try world.ledger.reviewing.review(week).answer.blocks?.blocks.first)
        var replies = ReviewReplies()
        replies.lines[.result] = "the second pair of hands"
        #expect(try !world.ledger.reviewing.finishReview(week, replies).wasDone)
        let before = try world.ledger.asking.revision()
        replies.blocks[block.id] = .forMe
        let again = try world.ledger.reviewing.finishReview(week, replies)
        #expect(again.wasDone && again.sentence.hasSuffix("was reviewed before; nothing was changed."))
        #expect(try world.ledger.asking.revision() == before)
        // What was typed in another tab meanwhile is not lost.
        replies.lines[.helped] = "Jonas with the plan"
        let other = try world.ledger.reviewing.finishReview(week, replies)
        #expect(other.wasDone && other.sentence.hasSuffix("one line was added to what you said."))
        #expect(try world.ledger.reviewing.review(week).answer.said.count == 2)
        _ = try world.ledger.keeping.undo()
        #expect(
            try world.ledger.reviewing.review(week).answer.said.map(\.text) == [
                "What made the result: the second pair of hands"
            ])
    }

    @Test("With a clock that was set back a reviewed week stays reviewed, and its lines are kept once")
    func clockSetBack() async throws {
        let world = try await filled()
        var replies = ReviewReplies()
        replies.lines[.result] = "the second pair of hands"
        #expect(try !world.ledger.reviewing.finishReview(week, replies).wasDone)
        for earlier in ["2026-03-13", "2026-03-09", "2026-03-02"] {
            world.set(FixedWorld.at(earlier, "8:00"))
            #expect(try world.ledger.asking.reviewState(of: week).isDone)
            let again = try world.ledger.reviewing.finishReview(week, replies)
            #expect(again.wasDone && again.lines == 0)
        }
        #expect(try world.ledger.reviewing.review(week).answer.said.count == 1)
        #expect(try world.ledger.asking.search("Weekly review of").total == 1)
    }

    @Test("The note that says so is found wherever a hand moved it, and a tag of its kind alone says nothing")
    func oneDefinition() async throws {
        let world = try await filled()
        try world.note("not a review", at: world.at("9:00", "2026-03-10"), tags: ["reviewed-2026-03-09"])
        #expect(try !world.ledger.asking.reviewState(of: week).isDone)
        #expect(try !world.ledger.reviewing.finishReview(week, ReviewReplies()).wasDone)
        var edit = Capture.Edit()
        edit.at = world.at("9:00", "2025-01-07")
        let note = try #require(try world.ledger.asking.reviewState(of: week).note)
        _ = try world.ledger.capture.edit(note.description, edit)
        #expect(try world.ledger.asking.reviewState(of: week).isDone)
        #expect(try world.ledger.reviewing.finishReview(week, ReviewReplies()).wasDone)
        _ = try world.ledger.capture.remove(note.description)
        #expect(try !world.ledger.asking.reviewState(of: week).isDone)
    }

    @Test("A line sent from two connections at once to a reviewed week is kept once")
    func linesAtOnce() async throws {
        let world = try await filled()
        _ = try world.ledger.reviewing.finishReview(week, ReviewReplies())
        var replies = ReviewReplies()
        replies.lines[.helped] = "Jonas with the plan"
        let week = week
        let ledgers = try (0..<6).map { _ in try world.reopened() }
        let added = try await withThrowingTaskGroup(of: Int.self) { group in
            for ledger in ledgers {
                group.addTask { [replies] in try ledger.reviewing.finishReview(week, replies).lines }
            }
            return try await group.reduce(0, +)
        }
        #expect(added == 1)
        #expect(try world.ledger.reviewing.review(week).answer.said.count == 1)
    }

    @Test("Answers to what is not asked are passed over")
    func unasked() async throws {
        let world = try await filled()
        let talk = try #require(try world.ledger.asking.search("1:1 Maria").hits.first)
        var replies = ReviewReplies()
        replies.blocks[talk.id] = .taken
        replies.told["k0000-deadbeef"] = true
        let outcome = try world.ledger.reviewing.finishReview(week, replies)
        #expect(outcome.answers == 0)
        #expect(try world.ledger.asking.show(talk.id.description).correction == nil)
    }

    @Test("A line names people, belongs to its week, takes no time and shows in the review")
    func lines() async throws {
        let world = try await filled()
        let seen = try world.ledger.reviewing.review(week).base.total
        world.set(FixedWorld.at("2026-03-17", "9:00"))
        var replies = ReviewReplies()
        replies.lines[.helped] = "Jonas’s talk, and MARIA KELLER too; not jonas-like"
        _ = try world.ledger.reviewing.finishReview(week, replies)
        let (answer, base) = try world.ledger.reviewing.review(week).parts
        #expect(answer.said.map(\.text) == ["Helped: Jonas’s talk, and MARIA KELLER too; not jonas-like"])
        #expect(base.total == seen)
        let piece = try world.ledger.asking.show(try #require(answer.said.first).evidence.description)
        #expect(piece.shown.draft.people.map(\.name).sorted() == ["Jonas Wirth", "Maria Keller"])
        #expect(piece.shown.draft.at == world.at("17:00", "2026-03-13"))
        #expect(piece.shown.draft.tags.contains("review"))
    }

    @Test("A line that is too long is refused before anything is kept")
    func long() async throws {
        let world = try await filled()
        let before = try world.ledger.asking.revision()
        var replies = ReviewReplies()
        replies.lines[.smile] = String(repeating: "a", count: 501)
        #expect(throws: LedgerError.self) { try world.ledger.reviewing.finishReview(week, replies) }
        #expect(try world.ledger.asking.revision() == before)
    }

    @Test("It is due from Friday until it is done, and not where nothing was seen")
    func state() async throws {
        let world = try await filled()
        #expect(try world.ledger.asking.reviewState().isDue)
        #expect(try world.ledger.asking.reviewState().week == week)
        world.set(FixedWorld.at("2026-03-19", "23:59"))
        #expect(try world.ledger.asking.reviewState().week == week && world.ledger.asking.reviewState().isDue)
        _ = try world.ledger.reviewing.finishReview(week, ReviewReplies())
        let state = try world.ledger.asking.reviewState()
        #expect(!state.isDue && state.isDone && state.doneAt == FixedWorld.at("2026-03-19", "23:59"))
        world.set(FixedWorld.at("2026-04-10", "12:00"))
        #expect(try !world.ledger.asking.reviewState().isDue)
        let empty = try OperationsWorld()
        #expect(try !empty.ledger.asking.reviewState().isDue)
    }

    @Test("Every occasion is asked about once: also after a week that nobody reviewed")
    func once() async throws {
        let world = try await filled()
        _ = try world.ledger.reviewing.finishReview(week, ReviewReplies())
        world.set(FixedWorld.at("2026-03-20", "16:00"))
        let next = ReviewWeek.around(CivilDay(iso: "2026-03-20")!)
        #expect(try world.ledger.reviewing.review(next).answer.asked.isEmpty)
    }

    @Test("A week that lies ahead cannot be reviewed")
    func ahead() throws {
        let world = try OperationsWorld()
        #expect(throws: LedgerError.self) { try world.ledger.reviewing.reviewWeek(of: CivilDay(iso: "2026-03-23")!) }
        #expect(try world.ledger.reviewing.reviewWeek(of: CivilDay(iso: "2026-03-22")!).since.iso == "2026-03-16")
    }

    @Test("The demo’s week ends in at most ten keys, with every question answered")
    func keystrokes() async throws {
        let world = try OperationsWorld(now: FixedWorld.at("2026-03-20", "15:00"))
        _ = try await world.ledger.keeping.fillWithDemo(seed: 1, progress: OperationsWorld.silent)
        let answer = try world.ledger.reviewing.review(try world.ledger.reviewing.reviewWeek()).answer
        #expect(answer.blocks != nil && answer.candidate != nil)
        var dialogue = ReviewDialogue(answer)
        if answer.blocks != nil { dialogue.press(.character("f")) }
        for _ in answer.asked { dialogue.press(.character("y")) }
        if answer.became != nil { dialogue.press(.character("s")) }
        if answer.candidate != nil { dialogue.press(.character("l")) }
        dialogue.press(.enter)
        #expect(dialogue.step == .finished)
        #expect(dialogue.keystrokes <= 10)
        let before = try world.ledger.asking.guardAnswer(answer.week).answer.forMe
        _ = try world.ledger.reviewing.finishReview(answer.week, dialogue.replies)
        #expect(try world.ledger.asking.guardAnswer(answer.week).answer.forMe > before)
    }

    @Test("The routine writes the week from Friday on and a quarter once it has ended, each once")
    func due() async throws {
        let world = try await filled()
        func due(_ written: Set<String> = []) throws -> [String] {
            let due = try world.ledger.reviewing.routineDue { written.contains($0) }
            return [due.week.map(Reviewing.fileName(week:)), due.quarter.map(Reviewing.fileName(quarter:))].compactMap {
                $0
            }
        }
        #expect(try due() == ["week-of-2026-03-09"])
        #expect(try due(["week-of-2026-03-09.html"]).isEmpty)
        world.set(FixedWorld.at("2026-03-16", "9:00"))
        #expect(try due() == ["week-of-2026-03-09"])
        world.set(FixedWorld.at("2026-04-03", "15:00"))
        #expect(try due() == ["quarter-2026-Q1"])
    }
}
