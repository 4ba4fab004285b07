import Attribution
import LedgerModel
import Questions
import TestSupport
import Testing
import Timeline

/// One reviewed week as values; the week in which clocks change by default.
struct ReviewWorld {
    static let zones = ZoneHistory(FixedWorld.berlin)
    var week = ReviewWeek.around(CivilDay(iso: "2026-03-27")!)
    var now = FixedWorld.at("2026-03-29", "18:00")
    var myJob = MyJob()
    var cells: [DayCell] = []
    var blocks: [BlockInput] = []
    var people: [Acquaintance] = []
    var claims: [Claim] = []
    var held: [ValueAnswer.Occasion] = []
    var occasions: [ValueAnswer.Occasion] = []
    var coming: ReviewInput.Coming?
    var state: ReviewState?

    var base: AnswerBase {
        AnswerBase(
            now: now, zones: Self.zones, period: week, myJob: myJob,
            working: WorkingHours(myJob.settings, zones: Self.zones), cells: cells)
    }

    var answer: ReviewAnswer {
        let quarter = AnswerBase(
            now: now, zones: Self.zones, period: Period(since: week.until - 91, until: week.until), myJob: myJob,
            working: WorkingHours(myJob.settings, zones: Self.zones), cells: [])
        let input = ReviewInput(
            week: week, state: state ?? ReviewState(week: week, isDue: true), mine: GuardAnswer(base, blocks: blocks),
            ties: BackstageAnswer(base, people: people, pairs: []).people, acquaintances: people,
            value: ValueAnswer(quarter, claims: claims, occasions: occasions), held: held, coming: coming, said: [])
        return ReviewAnswer(base, input)
    }

    /// A block of an hour with what the timeline holds of it, in minutes of the job from its start.
    static func block(_ day: String, lost: Int64, kept: Int64 = 0) -> BlockInput {
        let promise = Interval(FixedWorld.at(day, "17:30"), seconds: 3600)
        var segments: [PlainSegment] = []
        func add(_ from: Int64, _ minutes: Int64, _ arena: Arena) {
            guard minutes > 0 else { return }
            let part = Interval(promise.start + from * 60, seconds: minutes * 60)
            segments.append(
                PlainSegment(
                    interval: part, grade: .sure, id: PublicID(.event, "\(day)\(arena)"), kind: .event, arena: arena))
        }
        add(0, lost, .job)
        add(lost, kept, .growth)
        return BlockInput(
            id: PublicID(.event, "block\(day)"), title: "Learn: tides", birth: promise, current: promise,
            isCancelled: false, word: nil, area: nil, segments: segments[...])
    }

    static func claim(_ name: String, _ day: String) -> Claim {
        Claim(
            id: PublicID(.claim, name), text: "Restore takes an hour", objective: "resilience",
            at: FixedWorld.at(day, "10:00"))
    }

    static func occasion(_ person: String, _ day: String) -> ValueAnswer.Occasion {
        ValueAnswer.Occasion(
            person: person, title: "1:1", at: FixedWorld.at(day, "14:00"), evidence: PublicID(.event, person + day))
    }

    static func deciding() -> MyJob {
        var myJob = MyJob()
        myJob.people = [MyJobPerson(key: "maria", label: "Maria Keller", role: .decider)]
        return myJob
    }
}

@Suite("The weekly review: what it says, asks and proposes")
struct ReviewTests {
    @Test("From Friday on it is about this week, before that about the last; also where clocks change")
    func week() {
        func due(_ day: String) -> String { ReviewWeek.due(on: CivilDay(iso: day)!).since.iso }
        #expect(due("2026-03-26") == "2026-03-16")
        #expect(due("2026-03-27") == "2026-03-23")
        #expect(due("2026-03-29") == "2026-03-23")
        #expect(due("2026-03-30") == "2026-03-23")
        let changing = ReviewWeek.around(CivilDay(iso: "2026-03-29")!).interval(ReviewWorld.zones)
        #expect(changing.seconds == 7 * 86_400 - 3600)
    }

    @Test("Asked about at once are the blocks of the week of which at least half is not known")
    func blocks() {
        var world = ReviewWorld()
        world.blocks = [
            ReviewWorld.block("2026-03-23", lost: 0, kept: 60), ReviewWorld.block("2026-03-24", lost: 50),
            ReviewWorld.block("2026-03-25", lost: 6), ReviewWorld.block("2026-03-26", lost: 5),
            ReviewWorld.block("2026-03-27", lost: 30), ReviewWorld.block("2026-03-28", lost: 31),
        ]
        let asked = world.answer.blocks
        #expect(
            asked?.blocks.map(\.id)
                == ["2026-03-25", "2026-03-26", "2026-03-27"].map { PublicID(.event, "block\($0)") })
        // 54, 55 and 30 minutes of three hours.
        #expect(
            asked?.question(ReviewWorld.zones).plain
                == "The week of 23 to 29 March 2026: what became of 2 h 19 min of the 3 h you set aside is not known.")
    }

    @Test("Who has not heard is asked about once the meeting has passed, and not before the result was there")
    func told() {
        var world = ReviewWorld()
        world.myJob = ReviewWorld.deciding()
        world.claims = [ReviewWorld.claim("a", "2026-03-17"), ReviewWorld.claim("b", "2026-03-26")]
        world.held = [ReviewWorld.occasion("Maria Keller", "2026-03-24"), ReviewWorld.occasion("Jonas", "2026-03-27")]
        #expect(world.answer.asked.map(\.claim.id) == [PublicID(.claim, "a")])
        world.claims[0].tellings = [Telling(person: "maria keller", at: world.now)]
        #expect(world.answer.asked.isEmpty)
    }

    @Test("A week that was reviewed asks nothing")
    func done() {
        var world = ReviewWorld()
        world.blocks = [ReviewWorld.block("2026-03-27", lost: 0)]
        #expect(world.answer.blocks?.blocks.count == 1)
        world.state = ReviewState(week: world.week, doneAt: world.now, note: PublicID(.note, "n"))
        #expect(world.answer.blocks == nil && !world.answer.isAsking)
        #expect(world.answer.page(world.base).sections.contains { $0.title == "What you said" && $0.onlyForYou })
    }

    @Test("Met are people of the week alone, and each opens the meetings that were counted")
    func met() {
        var world = ReviewWorld()
        func contact(_ day: String, _ name: String) -> Contact {
            Contact(
                at: FixedWorld.at(day, "11:00"), evidence: PublicID(.event, day + name), headCount: 1,
                startedByMe: false)
        }
        world.people = [
            Acquaintance(
                person: PublicID(.person, "j"), name: "Jonas",
                contacts: [contact("2026-03-24", "j"), contact("2026-03-26", "j"), contact("2026-03-17", "j")]),
            Acquaintance(
                person: PublicID(.person, "r"), name: "Ruth",
                contacts: [contact("2026-03-22", "r"), contact("2026-03-30", "r")]),
        ]
        #expect(world.answer.met.map(\.name) == ["Jonas"])
        #expect(world.answer.met.first?.ref.count == 2)
        #expect(world.answer.document(world.base).headline.plain == "You were in direct contact with one person.")
    }

    @Test("What touches blocks and people is only for you")
    func onlyForYou() {
        let document = ReviewWorld().answer.page(ReviewWorld().base)
        let open = document.sections.filter { !$0.onlyForYou }.map(\.title)
        #expect(open == ["Which side projects?", "What behind the scenes made this week’s results?"])
    }
}

@Suite("The weekly review proposes one thing")
struct ReviewProposalTests {
    private func coming(busy: [Interval] = [], hasBlock: Bool = false) -> ReviewInput.Coming {
        ReviewInput.Coming(
            interval: Interval(FixedWorld.at("2026-03-30", "0:00"), FixedWorld.at("2026-04-06", "0:00")), busy: busy,
            hasBlock: hasBlock, task: nil)
    }

    @Test("An untold result with an occasion that week comes first; one later than that does not")
    func tell() {
        var world = ReviewWorld()
        world.myJob = ReviewWorld.deciding()
        world.claims = [ReviewWorld.claim("a", "2026-03-17")]
        world.coming = coming()
        world.occasions = [ReviewWorld.occasion("Maria Keller", "2026-04-02")]
        guard case .tell(let item)? = world.answer.proposal else {
            Issue.record("nothing to tell was proposed")
            return
        }
        #expect(item.person == "Maria Keller")
        world.myJob.settings.possibleHours = [DayHours(weekday: 2, spans: [ClockRange(start: 450, end: 540)])]
        world.occasions = [ReviewWorld.occasion("Maria Keller", "2026-04-09")]
        guard case .block? = world.answer.proposal else {
            Issue.record("no hour was proposed")
            return
        }
    }

    @Test("An hour is one of those that were named, and free; the clock after the change is meant")
    func hour() {
        var world = ReviewWorld()
        world.myJob.settings.possibleHours = [DayHours(weekday: 2, spans: [ClockRange(start: 450, end: 570)])]
        world.coming = coming(busy: [Interval(FixedWorld.at("2026-03-31", "7:45"), FixedWorld.at("2026-03-31", "8:15"))]
        )
        #expect(world.answer.proposal == .block(Interval(FixedWorld.at("2026-03-31", "8:30"), seconds: 3600)))
        world.coming = coming(busy: [Interval(FixedWorld.at("2026-03-31", "7:45"), FixedWorld.at("2026-03-31", "9:00"))]
        )
        #expect(world.answer.proposal == nil)
        world.coming = coming(hasBlock: true)
        #expect(world.answer.proposal == nil)
    }

    @Test("Else the longest silence, else a measure to agree; for a week long gone nothing")
    func rest() {
        var world = ReviewWorld()
        var item = Responsibility(key: "restores", label: "Restores")
        item.measure = "minutes"
        world.myJob.responsibilities = [item]
        world.coming = coming(hasBlock: true)
        #expect(world.answer.proposal == .agree(item))
        world.myJob.people = [MyJobPerson(key: "nina", label: "Nina")]
        let contact = Contact(
            at: FixedWorld.at("2026-01-13", "9:00"), evidence: PublicID(.event, "n"), headCount: 1, startedByMe: false)
        world.people = [Acquaintance(person: PublicID(.person, "n"), name: "Nina", contacts: [contact])]
        guard case .meet(let tie)? = world.answer.proposal else {
            Issue.record("no silence was named")
            return
        }
        #expect(tie.name == "Nina")
        world.coming = nil
        #expect(world.answer.proposal == nil)
    }
}

@Suite("The review as a conversation")
struct ReviewDialogueTests {
    private func full() -> ReviewAnswer {
        var world = ReviewWorld()
        world.myJob = ReviewWorld.deciding()
        world.claims = ["a", "b", "c", "d"].map { ReviewWorld.claim($0, "2026-03-17") }
        world.held = [ReviewWorld.occasion("Maria Keller", "2026-03-24")]
        world.blocks = (23...27).map { ReviewWorld.block("2026-03-\($0)", lost: 0) }
        return world.answer
    }

    @Test("However much is open, five keys end it", arguments: [ReviewDialogue.Key.enter, .character("f")])
    func keystrokes(first: ReviewDialogue.Key) {
        var dialogue = ReviewDialogue(full())
        var taken = [dialogue.press(first)]
        for _ in 0..<20 where dialogue.step != .finished { taken.append(dialogue.press(.enter)) }
        #expect(dialogue.step == .finished && taken.allSatisfy { $0 })
        #expect(dialogue.keystrokes == 5)
        #expect(dialogue.replies.week == (first == .enter ? nil : .forMe) && dialogue.replies.blocks.isEmpty)
    }

    private static let candidate = Candidates(
        [
            Made.commit("feat: sort rows, closes #4", on: "2026-03-10", ["src/a.c"]),
            Made.commit("feat: sort rows by column, refs #4", on: "2026-03-11", ["src/b.c"]),
        ]
    ).list[0]

    @Test("With a candidate for a result six keys end it")
    func sixKeys() {
        var answer = full()
        answer.candidate = Self.candidate
        var dialogue = ReviewDialogue(answer)
        while dialogue.step != .finished { dialogue.press(.enter) }
        #expect(dialogue.keystrokes == 6 && dialogue.replies.candidate == nil)
    }

    @Test("A candidate is kept in words, struck or put off with one key each; Enter leaves it open")
    func candidate() {
        let candidate = Self.candidate
        #expect(candidate.question.plain == "Is this a result? “Sort rows” (\(candidate.because))")
        var answer = ReviewWorld().answer
        answer.candidate = candidate
        func replied(_ lines: [String]) -> ReviewReplies.CandidateAnswer? {
            var dialogue = ReviewDialogue(answer)
            while dialogue.step != .candidate(candidate) { dialogue.press(.enter) }
            #expect(lines.map { dialogue.answer($0) }.allSatisfy { $0 } && dialogue.step == .anythingElse)
            #expect(dialogue.replies.candidate.map { $0.key == candidate.key } ?? true)
            return dialogue.replies.candidate?.answer
        }
        #expect(replied(["s"]) == .strike && replied(["l"]) == .later && replied([""]) == nil)
        #expect(replied(["k Rows sort"]) == .keep("Rows sort") && replied(["k", " Rows "]) == .keep("Rows"))
        #expect(replied(["k", ""]) == .keep(""))
        var typing = ReviewDialogue(answer)
        while typing.step != .candidate(candidate) { typing.press(.enter) }
        typing.press(.character("k"))
        #expect(typing.step == .candidateLine(candidate) && !typing.press(.back) && typing.keys.isEmpty)
        typing.leaveLine()
        #expect(typing.step == .candidate(candidate) && typing.replies.candidate == nil)
    }

    @Test("Keys mean what is shown and nothing else; back takes one answer back")
    func keys() {
        var dialogue = ReviewDialogue(full())
        let refused = [dialogue.press(.character("y")), dialogue.press(.back)]
        #expect(refused == [false, false] && dialogue.keystrokes == 0)
        let taken = [dialogue.press(.character("t")), dialogue.press(.back), dialogue.press(.character("f"))]
        #expect(taken == [true, true, true])
        #expect(dialogue.replies.week == .forMe)
        dialogue.press(.character("y"))
        #expect(dialogue.replies.told.values.filter { $0 }.count == 1)
    }

    @Test("Each block can be answered by itself")
    func each() {
        var dialogue = ReviewDialogue(full())
        let taken = ["e", "g", "d", "t"].map { dialogue.press(.character($0)) } + [dialogue.press(.enter)]
        #expect(taken.allSatisfy { $0 } && dialogue.replies.week == nil)
        #expect(
            dialogue.replies.blocks == [
                PublicID(.event, "block2026-03-23"): .gave, PublicID(.event, "block2026-03-24"): .unknown,
                PublicID(.event, "block2026-03-25"): .taken,
            ])
    }

    @Test("What became of a result: one key each, a line in own words, and Enter for not now")
    func became() {
        var answer = ReviewWorld().answer
        let claim = Claim(
            id: PublicID(.claim, "calm"), text: "Nights are calm", at: FixedWorld.at("2025-12-10", "12:00"))
        let question = BecameQuestion(Lasting(claim), months: 3)
        answer.became = question
        #expect(question.spans.plain == "What became of “Nights are calm”, three months on?")
        func replied(_ lines: [String]) -> ReviewReplies.BecameReply? {
            var dialogue = ReviewDialogue(answer)
            while dialogue.step != .became(question) { dialogue.press(.enter) }
            #expect(lines.map { dialogue.answer($0) }.allSatisfy { $0 } && dialogue.step == .anythingElse)
            return dialogue.replies.became
        }
        #expect(replied(["s"]) == .init(.stands) && replied(["g"]) == .init(.gone))
        #expect(replied([""]) == nil && replied(["n"]) == nil)
        #expect(replied(["w the night team uses it"]) == .init(.said, "the night team uses it"))
        #expect(replied(["w", " the night team "]) == .init(.said, "the night team") && replied(["w", ""]) == nil)
        var typing = ReviewDialogue(answer)
        while typing.step != .became(question) { typing.press(.enter) }
        typing.press(.character("w"))
        #expect(typing.step == .becameLine(question) && !typing.press(.back))
    }

    @Test("Lines are opened by a key, and come as lines where there are no keys")
    func lines() {
        var dialogue = ReviewDialogue(ReviewWorld().answer)
        dialogue.press(.character("h"))
        #expect(dialogue.step == .line(.helped))
        dialogue.type("  Jonas with his talk ")
        let taken = ["s Ruth, with a drawing", "x", ""].map { dialogue.answer($0) }
        #expect(taken == [true, false, true])
        #expect(dialogue.step == .finished)
        #expect(dialogue.replies.lines == [.helped: "Jonas with his talk", .smile: "Ruth, with a drawing"])
    }
}

@Suite("The quarter: which one, and beside what")
struct QuarterTests {
    @Test("In its first three weeks the quarter that has ended, then the one that runs")
    func due() {
        func due(_ day: String) -> String { QuarterAnswer.name(QuarterAnswer.due(on: CivilDay(iso: day)!)) }
        #expect(due("2026-01-01") == "2025-Q4")
        #expect(due("2026-04-21") == "2026-Q1")
        #expect(due("2026-04-22") == "2026-Q2")
    }

    @Test("A quarter that runs stands beside as many days of the one before")
    func before() {
        let quarter = QuarterAnswer.around(CivilDay(iso: "2026-05-13")!)
        let running = QuarterAnswer.before(quarter, today: CivilDay(iso: "2026-05-13")!)
        #expect(running == Period(since: CivilDay(iso: "2026-01-01")!, until: CivilDay(iso: "2026-02-13")!))
        let ended = QuarterAnswer.before(quarter, today: CivilDay(iso: "2026-07-02")!)
        #expect(ended == Period(since: CivilDay(iso: "2026-01-01")!, until: CivilDay(iso: "2026-04-01")!))
    }
}
